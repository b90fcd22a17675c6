import { host } from '../platform/host';
import { EMPTY_DRAFT, type Draft } from './draft';
import { readJson, writeJson } from './kept';

export const DRAFT_KEY = 'zhitong.draft';

/** What was being written when the app was last open; an empty form when there was nothing. */
export function readDraft(): Draft {
  return {
    ...EMPTY_DRAFT,
    ...readJson<Partial<Draft>>(DRAFT_KEY, (value) => typeof value === 'object' && value !== null),
  };
}

/** Keeps the form; when the device is full, without the previews of the photos. False when it could not be kept at all. */
export function keepDraft(draft: Draft): boolean {
  if (writeJson(DRAFT_KEY, draft)) return true;
  const photos = draft.photos.map((photo) => ({ ...photo, preview: '' }));
  return writeJson(DRAFT_KEY, { ...draft, photos });
}

/** Forgets the form, after it became a lead or was thrown away. */
export function dropDraft(): void {
  host.storage.remove(DRAFT_KEY);
}
