import type { SubmitLeadInput } from '@contract/commands';
import type { Anonymity, Point } from '@contract/lead';
import type { OnBehalfDraft } from '@shared/on-behalf';
import type { SubmissionDraft } from '@shared/submission';
import type { PickedFile } from '../platform/media-types';

/** A file of the draft; it has a file id once its bytes are in the cloud. `gone`: this device has them no more. */
export type DraftFile = PickedFile & { fileId: string | null; gone?: true };
export type DraftPhoto = DraftFile;
/** A recording, and what it says once the resident has written it down. */
export type DraftVoice = DraftFile & {
  transcript: string;
  /** The words are what a machine heard: nobody has said yet that they are right, so they are not sent. */
  unconfirmed?: true;
};

/** Everything the form holds, as kept on the device with every change. */
export interface Draft {
  text: string;
  place: { id: string; name: string } | null;
  placeNote: string;
  scene: string | null;
  photos: DraftPhoto[];
  voice: DraftVoice | null;
  video: DraftFile | null;
  point: Point | null;
  name: string;
  phone: string;
  anonymity: Anonymity;
  /** The person it is filed for; null where it is one's own. */
  onBehalf: OnBehalfDraft | null;
  /** One draft is one submission: every try to send it, however it was changed between, carries this one id. */
  requestId: string | null;
  /** What left the device under that id without an answer, oldest first: one of these may have arrived. */
  unanswered: SubmitLeadInput[];
  /** It is to be sent as soon as that can be done. */
  waiting: boolean;
}

/** A form nobody has written in. */
export const EMPTY_DRAFT: Draft = {
  text: '',
  place: null,
  placeNote: '',
  scene: null,
  photos: [],
  voice: null,
  video: null,
  point: null,
  name: '',
  phone: '',
  anonymity: 'hiddenFromUnit',
  onBehalf: null,
  requestId: null,
  unanswered: [],
  waiting: false,
};

/** The draft's files, in the order in which they are sent: what the eye needs first, what is large last. */
export const filesOf = ({ photos, voice, video }: Draft): DraftFile[] => [
  ...photos,
  ...(voice ? [voice] : []),
  ...(video ? [video] : []),
];

/** The draft with one of its files as it stands now. */
export function withFile(draft: Draft, file: DraftFile): Draft {
  const { voice, video } = draft;
  return {
    ...draft,
    photos: draft.photos.map((photo) => (photo.key === file.key ? { ...photo, ...file } : photo)),
    voice: voice?.key === file.key ? { ...voice, ...file } : voice,
    video: video?.key === file.key ? { ...video, ...file } : video,
  };
}

/** The draft without the files that are not in the cloud. */
export function withoutStuck(draft: Draft): Draft {
  const arrived = (file: DraftFile | null): boolean => file !== null && file.fileId !== null;
  return {
    ...draft,
    photos: draft.photos.filter(arrived),
    voice: arrived(draft.voice) ? draft.voice : null,
    video: arrived(draft.video) ? draft.video : null,
  };
}

/** The draft as if no file had arrived yet: the cloud says it does not have them. */
export const withFilesToSendAgain = (draft: Draft): Draft =>
  filesOf(draft).reduce((next, file) => withFile(next, { ...file, fileId: null }), draft);

/** Whether there is anything in it that somebody would miss. */
export const hasContent = (draft: Draft): boolean =>
  draft.text.trim() !== '' || draft.placeNote.trim() !== '' || filesOf(draft).length > 0;

/** The draft as the check of a submission wants it. */
export function toSubmission(draft: Draft): SubmissionDraft {
  const { voice } = draft;
  return {
    text: draft.text,
    placeId: draft.place?.id ?? null,
    placeNote: draft.placeNote,
    scene: draft.scene,
    fileIds: draft.photos.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
    voice: voice && { fileId: voice.fileId, seconds: voice.seconds ?? 0, transcript: sureWords(voice) },
    videoFileId: draft.video?.fileId ?? null,
    point: draft.point,
    name: draft.name,
    phone: draft.phone,
    anonymity: draft.anonymity,
    onBehalf: draft.onBehalf,
  };
}

const sureWords = ({ transcript, unconfirmed }: DraftVoice): string => (unconfirmed ? '' : transcript);

/** What the draft says beyond the words that arrived; null when that is nothing. */
export function leftoverOf({ text }: Draft, arrived: string | null): string | null {
  const written = text.trim();
  return written === '' || written === arrived ? null : written;
}

const BEGINNING = 18;

/** How a draft begins, to know it by; null where nothing was written. */
export function beginningOf({ text, voice }: Draft): string | null {
  const words = [...(text.trim() || (voice?.transcript ?? '')).replace(/\s+/g, ' ').trim()];
  if (words.length === 0) return null;
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).join('')}…` : words.join('');
}
