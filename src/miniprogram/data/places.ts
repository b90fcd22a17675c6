import type { Township } from '@contract/directory';
import type { CallResult } from '@shared/client';
import { api } from './api';
import { keptList, readJson, writeJson } from './kept';
import { now } from './now';

const PLACES = 'zhitong.places';
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
export const recentPlaces = keptList<Place>('zhitong.recentPlaces', 3, ({ id }) => id);

/** The township a place lies in, from the list this device has kept; null where it has none. */
export function townshipOf(placeId: string): Place | null {
  const kept = readJson<KeptPlaces>(PLACES, isKeptPlaces);
  const township = kept?.townships.find(
    ({ id, villages }) => id === placeId || villages.some((village) => village.id === placeId),
  );
  return township ? { id: township.id, name: township.name } : null;
}
