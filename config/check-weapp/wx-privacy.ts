/** WeChat's privacy question: nothing personal answers before the person agreed, and the app learns of a no. */

type Answer =
  { event: 'agree'; buttonId?: string } | { event: 'disagree' } | { event: 'exposureAuthorization' };
type Listener = (resolve: (answer: Answer) => void) => void;
interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (reason: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
}

export interface StubbedPrivacy {
  /** What the person has said so far; someone who agreed long ago unless a test begins before that. */
  agreed: boolean;
  /** How often the question was shown. */
  asked: number;
  /** Personal calls that came through to the phone, in order. */
  used: string[];
  /** Personal calls that were made although nobody had agreed: each is a fault of the app. */
  tooEarly: string[];
  /** The button WeChat saw being tapped; without it an agreement does not count. */
  tapped: string | null;
}

const REFUSED = { errMsg: 'fail privacy permission is not authorized' };

/** The question itself, and the guard to put before each personal call. */
export function stubPrivacy(): {
  stub: StubbedPrivacy;
  api: Record<string, unknown>;
  /** Whether this call may go on; keeps book of it. */
  admits: (name: string) => boolean;
} {
  const stub: StubbedPrivacy = { agreed: true, asked: 0, used: [], tooEarly: [], tapped: null };
  let listener: Listener | null = null;
  const api = {
    onNeedPrivacyAuthorization: (next: Listener) => (listener = next),
    requirePrivacyAuthorize(options: Callbacks) {
      const end = (isAgreed: boolean): void => {
        if (isAgreed) options.success?.({ errMsg: 'requirePrivacyAuthorize:ok' });
        else options.fail?.(REFUSED);
        options.complete?.(isAgreed ? {} : REFUSED);
      };
      if (stub.agreed) return void setTimeout(() => end(true), 0);
      if (listener === null) throw new Error('没有页面听 onNeedPrivacyAuthorization');
      stub.asked += 1;
      listener((answer) => {
        if (answer.event === 'exposureAuthorization') return;
        // As WeChat does: an agreement counts only when its own button was tapped.
        stub.agreed = answer.event === 'agree' && answer.buttonId === stub.tapped;
        setTimeout(() => end(stub.agreed), 0);
      });
    },
  };
  const admits = (name: string): boolean => {
    (stub.agreed ? stub.used : stub.tooEarly).push(name);
    return stub.agreed;
  };
  return { stub, api, admits };
}
