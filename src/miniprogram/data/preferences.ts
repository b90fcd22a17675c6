import { useSyncExternalStore } from 'react';
import { host } from '../platform/host';

const KEY = 'zhitong.largeText';
const LARGE = 1.28;
const LARGEST = 1.67;

let largeText = host.storage.read(KEY) === 'yes';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Turns large text on or off for every page, and remembers it. */
export function setLargeText(wanted: boolean): void {
  largeText = wanted;
  if (wanted) host.storage.write(KEY, 'yes');
  else host.storage.remove(KEY);
  for (const listener of listeners) listener();
}

/** Whether large text is on, and the factor every size is multiplied by: the phone's own setting counts too. */
export function usePreferences(): { largeText: boolean; scale: number } {
  const wanted = useSyncExternalStore(subscribe, () => largeText);
  const scale = Math.max(1, host.fontScale()) * (wanted ? LARGE : 1);
  return { largeText: wanted, scale: Math.min(scale, LARGEST) };
}
