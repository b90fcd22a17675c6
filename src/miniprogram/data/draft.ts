import type { Anonymity } from '@contract/lead';
import type { Intent } from '@shared/request-id';
import type { SubmissionDraft } from '@shared/submission';
import type { PickedPhoto } from '../platform/host-types';

/** A photo of the draft; it has a file id once its bytes are in the cloud. */
export type DraftPhoto = PickedPhoto & { fileId: string | null };

/** Everything the form holds, as kept on the device with every change. */
export interface Draft {
  text: string;
  place: { id: string; name: string } | null;
  placeNote: string;
  scene: string | null;
  photos: DraftPhoto[];
  name: string;
  phone: string;
  anonymity: Anonymity;
  /** The intent that was last sent off, answered or not. */
  intent: Intent | null;
  /** It was sent off and nobody knows whether it arrived. */
  waiting: boolean;
}

/** A form nobody has written in. */
export const EMPTY_DRAFT: Draft = {
  text: '',
  place: null,
  placeNote: '',
  scene: null,
  photos: [],
  name: '',
  phone: '',
  anonymity: 'hiddenFromUnit',
  intent: null,
  waiting: false,
};

/** The draft as the check of a submission wants it. */
export function toSubmission(draft: Draft): SubmissionDraft {
  return {
    text: draft.text,
    placeId: draft.place?.id ?? null,
    placeNote: draft.placeNote,
    scene: draft.scene,
    fileIds: draft.photos.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
    name: draft.name,
    phone: draft.phone,
    anonymity: draft.anonymity,
  };
}
