import type { WordPair } from '../county';

/** So many characters may stand between the two words. */
const FARTHEST = 4;
/** What ends a breath: behind it somebody speaks of something else. */
const STOP = /[\s。！？；;!?，,、\n]/;

/**
 * The stretch of the text in which the two words of the pair stand close together, as it was written; null where they do
 * not, where something stops between them, or where a word makes it another matter.
 */
export function pairIn(text: string, { one, other, unless = [] }: WordPair): string | null {
  const isThere = (word: string): boolean => text.includes(word);
  for (const [first, second] of bothWays(one.filter(isThere), other.filter(isThere))) {
    for (const start of placesOf(text, first)) {
      const behind = text.slice(start + first.length, start + first.length + FARTHEST + second.length);
      const at = behind.indexOf(second);
      if (at < 0 || STOP.test(behind.slice(0, at))) continue;
      const end = start + first.length + at + second.length;
      const near = text.slice(start, end) + (text.slice(end, end + FARTHEST).split(STOP)[0] ?? '');
      if (!unless.some((word) => near.includes(word))) return text.slice(start, end);
    }
  }
  return null;
}

function* bothWays(one: readonly string[], other: readonly string[]): Generator<[string, string]> {
  for (const first of one) {
    for (const second of other) {
      yield [first, second];
      yield [second, first];
    }
  }
}

function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield at;
}
