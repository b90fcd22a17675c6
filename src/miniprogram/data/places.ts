import type { Township } from '@contract/directory';
import type { CallResult } from '@shared/client';
import { api } from './api';
import { readJson, writeJson } from './kept';
import { now } from './now';

const PLACES = 'zhitong.places';
const RECENT = 'zhitong.recentPlaces';
const RECENT_MAX = 3;
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

interface KeptPlaces {
  at: number;
  townships: Township[];
}
export interface Place {
  id: string;
  name: string;
}

/** The county's places; asked for once a day, and the last list serves when there is no network. */
export async function askPlaces(): Promise<CallResult<{ townships: Township[] }>> {
  const kept = readJson<KeptPlaces>(PLACES, isKeptPlaces);
  const age = kept ? Date.parse(now()) - kept.at : Infinity;
  if (kept && age >= 0 && age < KEPT_FOR_MS) return { ok: true, data: { townships: kept.townships } };
  const answer = await api.call('resident.listPlaces', {});
  if (!answer.ok) return kept ? { ok: true, data: { townships: kept.townships } } : answer;
  writeJson(PLACES, { at: Date.parse(now()), townships: answer.data.townships });
  return answer;
}

const isKeptPlaces = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'townships' in value && Array.isArray(value.townships);

/** The places picked last on this device, the latest first. */
export function readRecentPlaces(): Place[] {
  return readJson<Place[]>(RECENT, Array.isArray) ?? [];
}

/** Remembers a picked place. */
export function keepRecentPlace(place: Place): void {
  const others = readRecentPlaces().filter(({ id }) => id !== place.id);
  writeJson(RECENT, [place, ...others].slice(0, RECENT_MAX));
}

/** Forgets a place that is no more. */
export function forgetRecentPlace(placeId: string): void {
  writeJson(
    RECENT,
    readRecentPlaces().filter(({ id }) => id !== placeId),
  );
}

/** The township a place lies in, from the list this device has kept; null where it has none. */
export function townshipOf(placeId: string): Place | null {
  const kept = readJson<KeptPlaces>(PLACES, isKeptPlaces);
  const township = kept?.townships.find(
    ({ id, villages }) => id === placeId || villages.some((village) => village.id === placeId),
  );
  return township ? { id: township.id, name: township.name } : null;
}
