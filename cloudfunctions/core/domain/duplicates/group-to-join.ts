/** An earlier lead with how alike it is, 0 to 1, and what else speaks for one problem or against it. */
export interface Similar<Id> {
  id: Id;
  likeness: number;
  /** The words both have. */
  words: readonly string[];
  /** It is known to speak of another township. */
  isElsewhere: boolean;
  /** It is certainly of another category. */
  isOtherMatter: boolean;
}

/** From here on a lead joins the group of earlier ones. */
const JOIN_FROM = 0.14;
/** What two townships tell must be much more alike: everybody says 「三天两头」. */
const JOIN_ELSEWHERE_FROM = 0.25;
/** One word alone groups nothing, unless the whole text is nearly the same. */
const WORDS_SHARED = 2;
const NEARLY_THE_SAME = 0.5;
const NEAREST_SHARE = 0.6;
const GROUP_SIZE_COUNTED = 3;

/** What a category is known by, and whether the rules or somebody were sure of it. */
export interface Sorted {
  categoryId: string;
  certain: boolean;
}

/** Whether two leads are certainly about different kinds of matters; what nobody is sure of says nothing. */
export const isOtherMatter = (one: Sorted | null, other: Sorted | null): boolean =>
  one !== null && other !== null && one.certain && other.certain && one.categoryId !== other.categoryId;

/** Whether an earlier lead counts when groups are made; what is merely alike is suggested to people, no more. */
const mayCount = <Id>({ likeness, words, isElsewhere, isOtherMatter: isOther }: Similar<Id>): boolean =>
  !isOther &&
  (words.length >= WORDS_SHARED || likeness >= NEARLY_THE_SAME) &&
  (!isElsewhere || likeness >= JOIN_ELSEWHERE_FROM);

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
  for (const { id, likeness } of similar.filter(mayCount)) {
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
