/** As much of WeChat as is used here; versions before 2.32.3 lack it and ask nothing. */
interface PrivacyRequest {
  requirePrivacyAuthorize?: (options: { success: () => void; fail: () => void }) => void;
}

/**
 * Whether the person agreed that this app may touch photos, microphone, place, album or clipboard: asked before the first
 * such call (PrivacyAsk shows the question), true at once ever after. False: nothing may be called, and a sentence says
 * what still works.
 */
export function mayUsePersonalThings(): Promise<boolean> {
  const questions = wx as unknown as PrivacyRequest;
  return new Promise((resolve) => {
    if (questions.requirePrivacyAuthorize === undefined) resolve(true);
    else questions.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}
