import type { Receipt } from '@contract/lead-views';
import type { Door } from '@contract/envelope';
import { intentFor } from '@shared/request-id';
import { checkSubmission, type SubmissionProblem } from '@shared/submission';
import { toSubmission, type Draft } from '../../data/draft';
import { sendPhotos, type PhotoTools } from '../../data/send-photos';

export interface SendTools extends Omit<PhotoTools, 'keep'> {
  /** Called with each new state of the draft, to be kept before anything else happens. */
  keep: (draft: Draft) => void;
}

/** What sending came to. `unsent`: nothing is lost, the same intent can be sent again. */
export type SendOutcome =
  | { kind: 'sent'; receipt: Receipt }
  | { kind: 'problems'; problems: SubmissionProblem[] }
  | { kind: 'refused'; message: string; door: Door | null }
  | { kind: 'unsent'; message: string }
  | { kind: 'photosStuck'; count: number };

export interface Limits {
  textMax: number;
  photosMax: number;
}

/**
 * Checks the form, sends the photos that are not there yet, then the lead, all under one request id that a retry
 * keeps. Never rejects; every way it can end is an outcome with words for the resident.
 */
export async function sendSubmission(draft: Draft, limits: Limits, tools: SendTools): Promise<SendOutcome> {
  const early = checkSubmission(toSubmission(draft), limits);
  if (!early.ok) return { kind: 'problems', problems: early.problems };

  const sent = await sendPhotos('resident.prepareUpload', draft.photos, {
    ...tools,
    keep: (photos) => tools.keep({ ...draft, photos }),
  });
  if (sent.kind === 'refused') return { ...sent, door: null };
  if (sent.kind !== 'uploaded') return sent;
  const uploaded = { ...draft, photos: sent.photos };

  const checked = checkSubmission(toSubmission(uploaded), limits);
  if (!checked.ok) return { kind: 'problems', problems: checked.problems };
  const intent = intentFor(uploaded.intent, checked.input);
  // Kept before it leaves: if the app dies now, the next start still knows the id.
  tools.keep({ ...uploaded, intent, waiting: true });
  tools.say('正在提交…');
  const result = await tools.client.call('resident.submitLead', checked.input, {
    requestId: intent.requestId,
  });
  if (result.ok) return { kind: 'sent', receipt: result.data };
  if (!result.reached || result.error.code === 'UNAVAILABLE')
    return { kind: 'unsent', message: result.error.message };
  tools.keep({ ...uploaded, intent: null, waiting: false });
  return { kind: 'refused', message: result.error.message, door: result.error.door ?? null };
}
