import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { Anonymity } from '@contract/lead';
import type { Intent } from '@shared/request-id';
import type { SubmissionDraft } from '@shared/submission';
import { host } from '../platform/host';
import type { PickedPhoto } from '../platform/host-types';
import { readJson, writeJson } from './kept';

const KEY = 'zhitong.draft';

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

/** What was being written when the app was last open; an empty form when there was nothing. */
export function readDraft(): Draft {
  return {
    ...EMPTY_DRAFT,
    ...readJson<Partial<Draft>>(KEY, (value) => typeof value === 'object' && value !== null),
  };
}

/** Keeps the form; when the device is full, without the previews of the photos. */
export function keepDraft(draft: Draft): void {
  if (writeJson(KEY, draft)) return;
  writeJson(KEY, { ...draft, photos: draft.photos.map((photo) => ({ ...photo, preview: '' })) });
}

/** Forgets the form, after it became a lead or was thrown away. */
export function dropDraft(): void {
  host.storage.remove(KEY);
}

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

/** Whether something was sent off and never answered; looked at anew whenever the page comes to the front. */
export function useUnsent(): boolean {
  const [unsent, setUnsent] = useState(() => readDraft().waiting);
  useDidShow(() => setUnsent(readDraft().waiting));
  return unsent;
}
