import { inPrint, type Weights } from './fingerprint';
import { eachGram } from './grams';

const MOST_WORDS = 4;
const LONGEST_WORD = 12;
const IDLE_EDGES =
  /^[的了在是有和就都把被从向又也还很不们着过到]+|[的了在是有和就都把被从向又也还很着过到]+$/gu;

/**
 * The words of a text that another message shares, as they stand in the text, the most telling first. Of the other
 * message only its print is needed, so nothing can be told that does not stand in the text.
 */
export function sharedWords(text: string, other: Weights): string[] {
  const runs: { start: number; end: number; weight: number }[] = [];
  eachGram(text, ({ hash, start, end }) => {
    const weight = other.get(inPrint(hash));
    if (weight === undefined) return;
    const last = runs.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.weight += weight;
    } else runs.push({ start, end, weight });
  });
  const words = new Map<string, number>();
  for (const { start, end, weight } of runs) {
    const word = text.slice(start, end).replace(IDLE_EDGES, '').trim();
    const length = Array.from(word).length;
    if (length < 2 || length > LONGEST_WORD) continue;
    words.set(word, Math.max(words.get(word) ?? 0, weight));
  }
  return Array.from(words)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
