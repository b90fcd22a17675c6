import { useSyncExternalStore } from 'react';
import { host } from '../platform/host';
import { CARE_SIZES, preferencesFor, type CareSize, type Preferences } from './text-scale';

const KEY = 'zhitong.careSize';
let careSize = sizeFrom(host.storage.read(KEY));
const listeners = new Set<() => void>();

function sizeFrom(kept: string | null): CareSize | null {
  return CARE_SIZES.find((size) => String(size) === kept) ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Turns care mode on at this size, or off, on every page at once, and remembers it. */
export function setCareSize(wanted: CareSize | null): void {
  careSize = wanted;
  if (wanted === null) host.storage.remove(KEY);
  else host.storage.write(KEY, String(wanted));
  for (const listener of listeners) listener();
}

/** One tap: care mode on, at its first size, or off. */
export function toggleCare(): void {
  setCareSize(careSize === null ? CARE_SIZES[0] : null);
}

/** How this person wants the pages drawn; a page that uses it is drawn anew when that changes. */
export function usePreferences(): Preferences {
  const wanted = useSyncExternalStore(subscribe, () => careSize);
  return preferencesFor(wanted, host.fontScale());
}
