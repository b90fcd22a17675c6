import { cosine, weightsByGram, type Fingerprint } from './fingerprint';

/** An earlier lead that may be the same problem. */
export interface Candidate<Id> {
  id: Id;
  fingerprint: Fingerprint;
}
export interface Similar<Id> {
  id: Id;
  /** Cosine, 0 to 1. */
  likeness: number;
}

/** What the index hands over at most: the leads that share most keys, newest first among equals. */
export const MOST_CANDIDATES = 120;
/** From here on a lead joins the group of earlier ones. */
export const JOIN_FROM = 0.11;
const NEAREST_SHARE = 0.6;
const GROUP_SIZE_COUNTED = 8;

/** The candidates by likeness, most alike first; those that share nothing are left out. */
export function rankSimilar<Id>(own: Fingerprint, candidates: readonly Candidate<Id>[]): Similar<Id>[] {
  const weights = weightsByGram(own);
  return candidates
    .map(({ id, fingerprint }) => ({ id, likeness: cosine(weights, fingerprint) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
}

/**
 * The group a new lead joins, or null for a group of its own: near to one member and not far from the rest.
 * Members the index did not bring count as unlike, so a large group is not joined over one stray word.
 */
export function groupToJoin<Id, Group>(
  similar: readonly Similar<Id>[],
  groupOf: (id: Id) => Group,
  sizeOf: (group: Group) => number,
): Group | null {
  const groups = new Map<Group, { sum: number; nearest: number; found: number }>();
  for (const { id, likeness } of similar) {
    const group = groupOf(id);
    const seen = groups.get(group) ?? { sum: 0, nearest: 0, found: 0 };
    groups.set(group, {
      sum: seen.sum + likeness,
      nearest: Math.max(seen.nearest, likeness),
      found: seen.found + 1,
    });
  }
  let best: { group: Group; score: number } | null = null;
  for (const [group, { sum, nearest, found }] of groups) {
    const average = sum / Math.max(found, Math.min(sizeOf(group), GROUP_SIZE_COUNTED));
    const score = NEAREST_SHARE * nearest + (1 - NEAREST_SHARE) * average;
    if (score > (best?.score ?? 0)) best = { group, score };
  }
  return best !== null && best.score >= JOIN_FROM ? best.group : null;
}
