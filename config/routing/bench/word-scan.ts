interface Tokenizer {
  cut(text: string, hmm?: boolean): string[];
}

/**
 * How earlier messages would be found with a tokenizer and no index: every lead's words compared with the new one's.
 * The known texts are repeated until there are as many leads as asked for.
 */
export function scanForWords(
  tokenizer: Tokenizer,
  known: readonly string[],
  leads: number,
): (text: string) => number {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const wordsOf = (text: string): Uint32Array =>
    Uint32Array.from(new Set(tokenizer.cut(text, true).map(numberOf)));
  const sets = known.map(wordsOf);
  return (text) => {
    const own = new Set(wordsOf(text));
    let best = 0;
    for (let lead = 0; lead < leads; lead += 1) {
      const words = sets[lead % sets.length] ?? new Uint32Array();
      let shared = 0;
      for (const word of words) if (own.has(word)) shared += 1;
      best = Math.max(best, shared / (own.size + words.length - shared || 1));
    }
    return best;
  };
}
