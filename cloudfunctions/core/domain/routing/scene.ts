import type { Entry } from '@contract/lead';
import { findPlace, type County } from '../county';

/** What a scanned code says: `p=<place id>&e=<v|s|e>`. At most 32 characters, no Chinese. */
export interface Scene {
  placeId: string | null;
  entry: Entry;
  /** Why the code could not be read, in a sentence; null when it is fine or there was none. */
  problem: string | null;
}

const ENTRY_OF_LETTER: ReadonlyMap<string, Entry> = new Map([
  ['v', 'villageCode'],
  ['s', 'stationCode'],
  ['e', 'eventCode'],
  ['l', 'liaison'],
]);

/** Reads what the code carries. A damaged or foreign code explains itself and never stops a submission. */
export function readScene(scene: string, county: County): Scene {
  if (scene === '') return { placeId: null, entry: 'home', problem: null };
  const fields = new URLSearchParams(scene);
  const placeId = fields.get('p');
  const entry = ENTRY_OF_LETTER.get(fields.get('e') ?? 'v');
  if (scene.length > 32 || entry === undefined || !findPlace(county, placeId)) {
    return {
      placeId: null,
      entry: 'home',
      problem: '这张码认不出是哪个村，请自己选一下地点，照样可以反映。',
    };
  }
  return { placeId, entry, problem: null };
}

/** What the code of a place says. */
export const sceneOf = (placeId: string, entry: 'v' | 's' | 'e' | 'l' = 'v'): string =>
  `p=${placeId}&e=${entry}`;
