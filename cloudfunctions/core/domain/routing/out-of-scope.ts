import type { OutOfScopeSuspicion } from '@contract/lead';
import type { County, OutOfScopeGroup } from '../county';
import { pairIn } from './word-pair';

/** A text with fewer Chinese characters, and hardly a letter of another script, says nothing to act on. */
const LEAST_CHARACTERS = 4;
const LEAST_LETTERS = 12;
/** However long, a text that repeats so few characters says nothing either. */
const LEAST_DIFFERENT = 3;
const MOST_WORDS = 5;

/**
 * What a text sounds like when it sounds like a matter for another door: a danger before all else, then the group with
 * most of its words in the text. A suggestion, never a refusal; null for nearly every text.
 */
export function soundsOutOfScope(text: string, county: County): OutOfScopeSuspicion | null {
  const heard = county.outOfScope
    .map((group) => ({ group, words: wordsHeard(group, text) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a));
  const [loudest] = heard;
  if (loudest !== undefined) return suspicionOf(loudest.group, loudest.words);
  const nothing = saysNothing(text) ? county.outOfScope.find(({ kind }) => kind === 'nonsense') : undefined;
  return nothing ? suspicionOf(nothing, []) : null;
}

function wordsHeard({ phrases, pairs = [] }: OutOfScopeGroup, text: string): string[] {
  const together = pairs.map((pair) => pairIn(text, pair)).filter((words) => words !== null);
  return [...phrases.filter((phrase) => text.includes(phrase)), ...new Set(together)];
}

/** Danger goes before everything; thanks and tests only count where nothing else is spoken of. */
function weightOf({ group, words }: { group: OutOfScopeGroup; words: readonly string[] }): number {
  const length = words.reduce((sum, word) => sum + word.length, 0);
  if (group.kind === 'emergency') return 1_000_000 + length;
  return group.kind === 'praise' || group.kind === 'nonsense' ? length / 1_000 : length;
}

const suspicionOf = (
  { kind, door, sentence }: OutOfScopeGroup,
  words: readonly string[],
): OutOfScopeSuspicion => ({ kind, door, words: words.slice(0, MOST_WORDS), note: sentence });

function saysNothing(text: string): boolean {
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const letters = text.match(/\p{L}/gu) ?? [];
  if (new Set(letters).size < LEAST_DIFFERENT) return true;
  return characters.length < LEAST_CHARACTERS && letters.length < LEAST_LETTERS;
}
