import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { host } from '../platform/host';
import { EMPTY_DRAFT, type Draft } from './draft';
import { readJson, writeJson } from './kept';

const KEY = 'zhitong.draft';

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

/** Whether something was sent off and never answered; looked at anew whenever the page comes to the front. */
export function useUnsent(): boolean {
  const [unsent, setUnsent] = useState(() => readDraft().waiting);
  useDidShow(() => setUnsent(readDraft().waiting));
  return unsent;
}
