import type { Receipt } from '@contract/lead-views';
import type { Door } from '@contract/envelope';
import type { UploadTicket } from '@contract/actions';
import type { Client } from '@shared/client';
import { intentFor } from '@shared/request-id';
import { checkSubmission, type SubmissionProblem } from '@shared/submission';
import { toSubmission, type Draft, type DraftPhoto } from '../../data/draft';

export interface SendTools {
  client: Client;
  sendPhoto: (key: string, ticket: UploadTicket) => Promise<void>;
  /** Called with each new state of the draft, to be kept before anything else happens. */
  keep: (draft: Draft) => void;
  /** Says what is being done, for the button. */
  say: (words: string) => void;
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

  const uploaded = await sendPhotos(draft, tools);
  if ('kind' in uploaded) return uploaded;

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

async function sendPhotos(draft: Draft, tools: SendTools): Promise<Draft | SendOutcome> {
  let current = draft;
  let stuck = 0;
  for (const [index, photo] of draft.photos.entries()) {
    if (photo.fileId) continue;
    tools.say(`正在传照片 ${index + 1}/${draft.photos.length}…`);
    const sent = await sendOnePhoto(photo, tools);
    if ('kind' in sent) return sent;
    if (sent.fileId === null) stuck += 1;
    current = { ...current, photos: current.photos.map((each) => (each.key === sent.key ? sent : each)) };
    tools.keep(current);
  }
  return stuck > 0 ? { kind: 'photosStuck', count: stuck } : current;
}

async function sendOnePhoto(photo: DraftPhoto, tools: SendTools): Promise<DraftPhoto | SendOutcome> {
  const { contentType, bytes } = photo;
  const ticket = await tools.client.call('resident.prepareUpload', { contentType, bytes });
  if (!ticket.ok) {
    if (!ticket.reached) return { kind: 'unsent', message: ticket.error.message };
    return { kind: 'refused', message: ticket.error.message, door: null };
  }
  try {
    await tools.sendPhoto(photo.key, ticket.data);
    return { ...photo, fileId: ticket.data.fileId };
  } catch {
    return photo;
  }
}
