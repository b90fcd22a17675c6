/** One person once speaking up about a problem: by a lead of their own, or by joining in somebody else's. */
export interface Voice {
  personKey: string;
  at: string;
  /** Where the lead lies; both null where nobody said, and for a co-sign. */
  placeId: string | null;
  townshipId: string | null;
}

/** A voice loses half its weight in this many days. */
export const HALF_LIFE_DAYS = 14;
/** What each further place adds to the heat of the voices, and how many further places count. */
const SPREAD_STEP = 0.25;
const SPREAD_MOST = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Where scores are counted from; any moment would do. */
const EPOCH = Date.parse('2026-01-01T00:00:00.000Z');

const halfLivesAt = (at: string): number => (Date.parse(at) - EPOCH) / (HALF_LIFE_DAYS * DAY_MS);

/** When each person first spoke up. Whatever a person says later changes nothing here. */
export function firstVoices(voices: readonly Voice[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { personKey, at } of voices) {
    const known = first.get(personKey);
    if (known === undefined || at < known) first.set(personKey, at);
  }
  return first;
}

/**
 * The places a problem is known from. A person stands for one place, and one who names several stands for none, so
 * that nobody spreads a problem by repeating it. A township counts by itself only where none of its villages does.
 */
export function placesOf(voices: readonly Voice[]): string[] {
  const named = new Map<string, Set<string>>();
  const townshipOf = new Map<string, string | null>();
  for (const { personKey, placeId, townshipId } of voices) {
    const place = placeId ?? townshipId ?? '';
    named.set(personKey, (named.get(personKey) ?? new Set()).add(place));
    townshipOf.set(place, townshipId);
  }
  const single = [...named.values()].flatMap((places) => (places.size === 1 ? [...places] : []));
  const places = new Set(single.filter((placeId) => placeId !== ''));
  for (const placeId of [...places]) {
    const township = townshipOf.get(placeId);
    if (township && township !== placeId) places.delete(township);
  }
  return [...places].sort();
}

/**
 * A number that orders problems by heat at any moment: the heat halves for all of them alike, so their order does not
 * change with time and an index can keep it. -Infinity where nobody speaks.
 *   heat(now) = Σ over people 2^(-(now - their first word) / 14 days) · (1 + 0.25 · further places, at most 8)
 *   score     = log2 heat, counted at the epoch
 */
export function scoreOf(voices: readonly Voice[]): number {
  const ages = [...firstVoices(voices).values()].map(halfLivesAt).sort((a, b) => a - b);
  const latest = ages.at(-1);
  if (latest === undefined) return -Infinity;
  // Added from small to large and relative to the latest: the same sum whatever the order, and no overflow.
  const sum = ages.reduce((total, age) => total + 2 ** (age - latest), 0);
  const further = Math.min(SPREAD_MOST, Math.max(0, placesOf(voices).length - 1));
  return latest + Math.log2(sum) + Math.log2(1 + SPREAD_STEP * further);
}

/** The heat of a score at a moment: about as many people as spoke up just now, more where the problem is spread. */
export const heatAt = (score: number, now: string): number => 2 ** (score - halfLivesAt(now));

/** The score of what has this heat at the moment. */
export const scoreFor = (heat: number, now: string): number => Math.log2(heat) + halfLivesAt(now);
