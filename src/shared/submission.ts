import type { SubmitLeadInput } from '@contract/commands';
import type { Anonymity, Point } from '@contract/lead';
import { isSeen, plainText } from '@contract/plain-text';
import { onBehalfInput, onBehalfProblem, type OnBehalfDraft } from './on-behalf';
import { isPhone, tidyPhone } from './phones';

/** What the form holds while it is being filled in. */
export interface SubmissionDraft {
  text: string;
  placeId: string | null;
  placeNote: string;
  scene: string | null;
  /** Of photos that are in the cloud. */
  fileIds: string[];
  /** A recording, in the cloud or still on its way there. */
  voice?: { fileId: string | null; seconds: number; transcript: string } | null;
  videoFileId?: string | null;
  point?: Point | null;
  name: string;
  phone: string;
  anonymity: Anonymity;
  onBehalf?: OnBehalfDraft | null;
}

export type SubmissionField = 'text' | 'phone' | 'photos' | 'onBehalf';
export interface SubmissionProblem {
  field: SubmissionField;
  text: string;
}
export type CheckedSubmission =
  { ok: true; input: SubmitLeadInput } | { ok: false; problems: SubmissionProblem[] };

/**
 * The input for resident.submitLead, with nothing in it that was left empty. Refuses no text and no recording, a too long text,
 * too many photos, and a phone that cannot be one; names the field each time.
 */
export function checkSubmission(
  draft: SubmissionDraft,
  limits: { textMax: number; photosMax: number },
): CheckedSubmission {
  const problems: SubmissionProblem[] = [];
  const text = plainText(draft.text).trim();
  const phone = tidyPhone(draft.phone);
  if (!isSeen(text) && !draft.voice)
    problems.push({ field: 'text', text: '请先写一写遇到了什么问题，一句话也行。不想写，录一段话也行。' });
  if (text.length > limits.textMax) {
    problems.push({
      field: 'text',
      text: `最多${limits.textMax}个字，请删掉${text.length - limits.textMax}个字。`,
    });
  }
  if (phone && !isPhone(phone))
    problems.push({ field: 'phone', text: '电话号码好像不对，请再看看。也可以不留。' });
  if (draft.fileIds.length > limits.photosMax)
    problems.push({ field: 'photos', text: `照片最多${limits.photosMax}张。` });
  const person = draft.onBehalf ? onBehalfProblem(draft.onBehalf) : null;
  if (person !== null) problems.push({ field: 'onBehalf', text: person });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, input: inputFrom(draft, text, phone) };
}

function inputFrom(draft: SubmissionDraft, text: string, phone: string): SubmitLeadInput {
  const input: SubmitLeadInput = { text: isSeen(text) ? text : '', anonymity: draft.anonymity };
  const placeNote = plainText(draft.placeNote).trim();
  const name = plainText(draft.name).trim();
  if (draft.placeId) input.placeId = draft.placeId;
  if (placeNote) input.placeNote = placeNote;
  if (draft.scene) input.scene = draft.scene;
  const files = [...draft.fileIds, draft.voice?.fileId, draft.videoFileId].filter(
    (id) => typeof id === 'string',
  );
  if (files.length > 0) input.evidence = files;
  if (draft.voice) input.voice = spokenFrom(draft.voice);
  if (draft.point) input.point = draft.point;
  if (name || phone) input.contact = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
  if (draft.onBehalf) input.onBehalf = onBehalfInput(draft.onBehalf);
  return input;
}

function spokenFrom({
  seconds,
  transcript,
}: {
  seconds: number;
  transcript: string;
}): NonNullable<SubmitLeadInput['voice']> {
  return { seconds, ...(isSeen(transcript) ? { transcript: plainText(transcript).trim() } : {}) };
}
