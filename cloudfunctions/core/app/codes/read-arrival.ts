import type { Entry } from '@contract/lead';
import { whyNotInUse } from '../../domain/codes/explain-code';
import { readScene } from '../../domain/routing/scene';
import type { Ports } from '../ports';

/** How somebody came in. */
export interface Arrival {
  /** The number of the code that was scanned, also of one out of use; null for none and for what cannot be read. */
  codeId: string | null;
  /** The place the code fills in; null where the resident has to say it. */
  placeId: string | null;
  entry: Entry;
  /** What is the matter with the code, in one sentence; null when it is fine or there was none. */
  problem: string | null;
}

/** What a scanned code says today. One database call where its number can be read, none otherwise; refuses nothing. */
export async function readArrival(scene: string, ports: Ports): Promise<Arrival> {
  const county = await ports.county();
  const { code, placeId, entry, problem } = readScene(scene, county);
  if (code === null) return { codeId: null, placeId, entry, problem };
  const stored = await ports.codes.find(code.id);
  const outOfUse = whyNotInUse(code, stored, county, ports.clock.now());
  // What nobody made did not bring anybody: whoever wrote it on a wall shall not stand in the figures.
  const isForeign = outOfUse !== null && stored === null;
  return {
    codeId: isForeign ? null : code.id,
    placeId: outOfUse === null ? placeId : null,
    entry: isForeign ? 'home' : entry,
    problem: outOfUse,
  };
}
