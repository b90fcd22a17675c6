import { host } from '../platform/host';
import { EMPTY_DRAFT, type Draft } from './draft';
import { isNothing, NO_DRAFTS, type Drafts } from './drafts';
import { readJson, writeJson } from './kept';

export const DRAFT_KEY = 'zhitong.draft';

/** As it lies on the device: the form, and beside it what was put aside. Earlier versions kept the form alone. */
type Kept = Partial<Draft> & { aside?: Partial<Draft>[] };

/** What was being written and what waited when the app was last open; an empty form when there was nothing. */
export function readDrafts(): Drafts {
  const kept = readJson<Kept>(DRAFT_KEY, (value) => typeof value === 'object' && value !== null);
  if (kept === null) return NO_DRAFTS;
  const { aside = [], ...open } = kept;
  return { open: whole(open), aside: aside.map(whole) };
}

const whole = (kept: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...kept });

/** Keeps them, in one piece; when the device is full, without the previews of photos. False when they could not be kept. */
export function keepDrafts(drafts: Drafts): boolean {
  if (isNothing(drafts)) {
    host.storage.remove(DRAFT_KEY);
    return true;
  }
  const { open, aside } = drafts;
  if (writeJson(DRAFT_KEY, { ...open, aside })) return true;
  return writeJson(DRAFT_KEY, { ...bare(open), aside: aside.map(bare) });
}

const bare = (draft: Draft): Draft => ({
  ...draft,
  photos: draft.photos.map((photo) => ({ ...photo, preview: '' })),
});
