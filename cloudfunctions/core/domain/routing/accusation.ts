import type { CountyCategory } from '../county';

/** How far a deed may stand behind the person in one sentence; before the person it stands closer. */
const BEHIND = 30;
const BEFORE = 12;

type Accusations = NonNullable<CountyCategory['accusations']>;
const known = new WeakMap<Accusations, RegExp>();

/**
 * The two words that accuse somebody in office, in one sentence: 「村支书」 and 「好处费」. Neither says it alone: a
 * village secretary is mostly spoken of because he was asked for help. Empty where nobody is accused.
 */
export function accusationIn(text: string, category: CountyCategory): string[] {
  const pattern = patternOf(category);
  if (pattern === null) return [];
  const { who, deed, deedBefore, whoBehind } = pattern.exec(text)?.groups ?? {};
  return [who ?? whoBehind, deed ?? deedBefore].filter((word) => word !== undefined);
}

/** One expression a table, made once: it has to stay cheap for ten thousand characters. */
function patternOf(category: CountyCategory): RegExp | null {
  const { accusations } = category;
  if (accusations === undefined) return null;
  const before = known.get(accusations);
  if (before) return before;
  const [who, deed] = [oneOf(accusations.who), oneOf(accusations.deeds)];
  const between = (most: number): string => `[^。！？!?；;\\n]{0,${most}}?`;
  const made = new RegExp(
    `(?<who>${who})${between(BEHIND)}(?<deed>${deed})|(?<deedBefore>${deed})${between(BEFORE)}(?<whoBehind>${who})`,
    'u',
  );
  known.set(accusations, made);
  return made;
}

/** The longest first, so that 村支书 is read before 支书. */
const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
