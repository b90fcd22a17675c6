import type { UploadTicket } from '@contract/actions';
import type { SubmitLeadInput } from '@contract/commands';
import type { Receipt } from '@contract/lead-views';
import type { Door } from '@contract/envelope';
import type { CallResult, Client } from '@shared/client';
import { checkSubmission, type SubmissionProblem } from '@shared/submission';
import { filesOf, toSubmission, withFile, withFilesToSendAgain, type Draft } from './draft';
import { saysFilesAreLost, sendFiles, type FilesOutcome } from './send-photos';

export interface SendTools {
  client: Client;
  sendFile: (key: string, ticket: UploadTicket) => Promise<void>;
  /** The draft as it stands: it may be changed while it is being sent. */
  current: () => Draft;
  /** Changes the draft and keeps it, before anything else happens. */
  update: (change: (draft: Draft) => Draft) => void;
  /** Says what is being done, for the button. */
  say: (words: string) => void;
  /** The receipt this device already holds for a request. */
  receiptFor: (requestId: string) => Receipt | null;
}

/**
 * What sending came to. `unsent` and `stuck`: nothing is lost, the same request can be sent again. `words`: those that
 * arrived, which may be an earlier version than the draft's; null where nobody knows.
 */
export type SendOutcome =
  | { kind: 'sent'; receipt: Receipt; words: string | null }
  | { kind: 'problems'; problems: SubmissionProblem[] }
  | { kind: 'refused'; message: string; door: Door | null }
  | Extract<FilesOutcome, { kind: 'unsent' | 'stuck' }>;

export interface Limits {
  textMax: number;
  photosMax: number;
}

/** So many versions of one draft are remembered as sent off without an answer. */
const UNANSWERED_MAX = 20;
/** Files picked while others were on their way are sent in another round. */
const ROUNDS = 3;

/**
 * Checks the draft, sends the files that are not there yet, then the lead, all under the draft's one request id. Never
 * rejects; every way it can end is an outcome with words for the resident.
 */
export async function sendSubmission(
  requestId: string,
  limits: Limits,
  tools: SendTools,
): Promise<SendOutcome> {
  const early = checkSubmission(toSubmission(tools.current()), limits);
  if (!early.ok) return { kind: 'problems', problems: early.problems };
  const files = await sendAllFiles(tools);
  if (files.kind === 'refused') return { ...files, door: null };
  if (files.kind !== 'uploaded') return files;

  const checked = checkSubmission(toSubmission(tools.current()), limits);
  if (!checked.ok) return { kind: 'problems', problems: checked.problems };
  const { input } = checked;
  // Kept before it leaves: if the app dies now, the next start still knows what may have arrived.
  tools.update((draft) => ({
    ...draft,
    unanswered: [...others(draft, input), input].slice(-UNANSWERED_MAX),
  }));
  tools.say('正在提交…');
  const result = await tools.client.call('resident.submitLead', input, { requestId });
  return read(result, input, requestId, tools);
}

async function sendAllFiles(tools: SendTools): Promise<FilesOutcome> {
  let outcome: FilesOutcome = { kind: 'uploaded' };
  for (let round = 0; round < ROUNDS; round += 1) {
    const files = filesOf(tools.current());
    if (files.every(({ fileId }) => fileId !== null)) break;
    outcome = await sendFiles('resident.prepareUpload', files, {
      ...tools,
      keepFile: (file) => tools.update((draft) => withFile(draft, file)),
    });
    if (outcome.kind !== 'uploaded') break;
  }
  return outcome;
}

async function read(
  result: CallResult<Receipt>,
  input: SubmitLeadInput,
  requestId: string,
  tools: SendTools,
): Promise<SendOutcome> {
  if (result.ok) return { kind: 'sent', receipt: result.data, words: input.text };
  const { error, reached } = result;
  if (!reached || error.code === 'UNAVAILABLE') return { kind: 'unsent', message: error.message, reached };
  if (error.code === 'REQUEST_ID_REUSED') return findEarlier(input, requestId, tools);
  tools.update((draft) => ({ ...draft, unanswered: others(draft, input) }));
  if (saysFilesAreLost(error)) {
    tools.update(withFilesToSendAgain);
    return { kind: 'unsent', message: error.message, reached };
  }
  return { kind: 'refused', message: error.message, door: error.door ?? null };
}

/** An earlier version did arrive: its receipt is asked for in its own words, so that there is one lead and one receipt. */
async function findEarlier(
  input: SubmitLeadInput,
  requestId: string,
  tools: SendTools,
): Promise<SendOutcome> {
  for (const earlier of others(tools.current(), input).reverse()) {
    const result = await tools.client.call('resident.submitLead', earlier, { requestId });
    if (result.ok) return { kind: 'sent', receipt: result.data, words: earlier.text };
    if (!result.reached || result.error.code === 'UNAVAILABLE')
      return { kind: 'unsent', message: result.error.message, reached: result.reached };
  }
  const known = tools.receiptFor(requestId);
  if (known) return { kind: 'sent', receipt: known, words: null };
  return { kind: 'refused', message: '这件事已经收到过了，请到「我反映过的事」里看。', door: null };
}

const sameInput = (a: SubmitLeadInput, b: SubmitLeadInput): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const others = ({ unanswered }: Draft, input: SubmitLeadInput): SubmitLeadInput[] =>
  unanswered.filter((each) => !sameInput(each, input));
