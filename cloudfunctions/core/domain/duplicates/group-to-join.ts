/** An earlier lead with how alike it is, 0 to 1. */
export interface Similar<Id> {
  id: Id;
  likeness: number;
}

/** From here on a lead joins the group of earlier ones. */
export const JOIN_FROM = 0.14;
const NEAREST_SHARE = 0.6;
const GROUP_SIZE_COUNTED = 3;

/**
 * The group a new lead joins, or null for a group of its own: near to one member and not far from the rest. Members
 * the index did not bring count as unlike, so a large group is not joined over one stray word.
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
