import { createStore, delMany, entries, get, set } from 'idb-keyval';

interface Kept {
  blob: Blob;
  at: number;
}

const DATABASE = 'zhitong.files';
/** What nobody sent by then nobody will. */
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

/** What this page picked itself: there even where the browser keeps nothing (private windows, a full phone). */
const inMemory = new Map<string, Blob>();
let lasting = true;

const store = createStore(DATABASE, 'files');

/** Keeps the bytes beyond this page, as far as the browser lets it. Never rejects. */
export async function keepFile(key: string, blob: Blob): Promise<void> {
  inMemory.set(key, blob);
  try {
    await set(key, { blob, at: Date.now() } satisfies Kept, store);
  } catch {
    lasting = false;
  }
}

/** The bytes, from this visit or an earlier one; null when they are gone. */
export async function keptFile(key: string): Promise<Blob | null> {
  const here = inMemory.get(key);
  if (here) return here;
  try {
    return (await get<Kept>(key, store))?.blob ?? null;
  } catch {
    return null;
  }
}

/** Lets go of the bytes, and of whatever was forgotten here long ago. */
export async function forgetFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) inMemory.delete(key);
  try {
    const old = await entries<string, Kept>(store);
    const outdated = old.filter(([, { at }]) => Date.now() - at > LONGEST_MS).map(([key]) => key);
    await delMany([...keys, ...outdated], store);
  } catch {
    // What cannot be opened cannot be emptied either.
  }
}

/** Whether what is kept outlives this page. */
export const isLasting = (): boolean => lasting;
