import type { Entry } from '@contract/lead';
import { entryOf, numberOfPlace, readNumber, type CodeNumber } from '../codes/code';
import { DAMAGED, foreign } from '../codes/explain-code';
import { findPlace, type County } from '../county';

/** What a scanned code says: the number of the code. At most 32 characters, digits alone. */
export interface Scene {
  /** The code, as far as its number is one of this county's; whether it is still in use its record tells. */
  code: CodeNumber | null;
  placeId: string | null;
  entry: Entry;
  /** Why the code could not be read, in a sentence; null when it is fine or there was none. */
  problem: string | null;
}

const NOTHING: Scene = { code: null, placeId: null, entry: 'home', problem: null };

/** Reads what the code carries. A damaged or foreign code explains itself and never stops a submission. */
export function readScene(scene: string, county: County): Scene {
  if (scene === '') return NOTHING;
  if (scene.startsWith('p=')) return readFirstScenes(scene, county);
  const code = readNumber(scene, county);
  if (code === 'damaged') return { ...NOTHING, problem: DAMAGED };
  if (code === 'foreign') return { ...NOTHING, problem: foreign(county) };
  return { code, placeId: code.placeId, entry: entryOf(code.kind), problem: null };
}

const ENTRY_OF_LETTER: ReadonlyMap<string, Entry> = new Map([
  ['v', 'villageCode'],
  ['s', 'stationCode'],
  ['e', 'eventCode'],
  ['l', 'liaison'],
]);

/** The first printed codes said `p=<place id>&e=<v|s|e|l>`, without a check digit. They hang on walls, so they stay readable. */
function readFirstScenes(scene: string, county: County): Scene {
  const fields = new URLSearchParams(scene);
  const placeId = fields.get('p');
  const entry = ENTRY_OF_LETTER.get(fields.get('e') ?? 'v');
  if (scene.length > 32 || entry === undefined || placeId === null) return { ...NOTHING, problem: DAMAGED };
  if (findPlace(county, placeId) === null) return { ...NOTHING, problem: foreign(county) };
  const number = entry === 'villageCode' ? numberOfPlace(placeId) : null;
  const code = number === null ? null : readNumber(number, county);
  return { code: typeof code === 'string' ? null : code, placeId, entry, problem: null };
}
