/** What a lead is remembered by when the same problem is reported again. Small enough to lie in its document. */
export interface Fingerprint {
  /** Its few most telling n-grams: the indexed array that candidates are found by. */
  keys: number[];
  /** Its most telling n-grams, heaviest first, for the cosine. */
  grams: number[];
  /** Their weights; the squares add up to one. */
  weights: number[];
}

/** How many of the known messages hold an n-gram, by hash: what makes a gram rare. */
export interface Rarity {
  messages: number;
  /** Logarithmic counts, one byte a bucket. */
  buckets: Uint8Array;
}

export const RARITY_BITS = 18;
export const DUPLICATES = {
  shortest: 2,
  longest: 3,
  keys: 48,
  grams: 400,
  titleWeight: 3,
  mostCharacters: 1500,
  power: 1,
  sizePower: 1,
};

/** The grams of a message with their weights under a rarity table. Never throws; an empty text has no keys. */
export function fingerprintOf(title: string, text: string, rarity: Rarity): Fingerprint {
  const sums = new Map<number, number>();
  const sizes = new Map<number, number>();
  eachGram(title, (gram, size) => add(gram, size, DUPLICATES.titleWeight));
  eachGram(text.slice(0, DUPLICATES.mostCharacters), (gram, size) => add(gram, size, 1));
  function add(gram: number, size: number, weight: number): void {
    sums.set(gram, (sums.get(gram) ?? 0) + weight);
    sizes.set(gram, size);
  }
  const weighed = Array.from(sums, ([gram, sum]) => {
    const idf = idfOf(gram, rarity);
    return {
      gram,
      weight:
        (1 + Math.log(sum)) *
        Math.pow(idf, DUPLICATES.power) *
        Math.pow(sizes.get(gram) ?? 2, -DUPLICATES.sizePower),
      idf,
    };
  }).sort((a, b) => b.weight - a.weight || a.gram - b.gram);
  const kept = weighed.slice(0, DUPLICATES.grams);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    keys: kept.slice(0, DUPLICATES.keys).map(({ gram }) => gram),
    grams: kept.map(({ gram }) => gram),
    weights: kept.map(({ weight }) => weight / length),
  };
}

/** How alike two messages are: 0 nothing shared, 1 the same grams in the same measure. */
export function cosine(a: ReadonlyMap<number, number>, b: Fingerprint): number {
  let sum = 0;
  b.grams.forEach((gram, index) => {
    const weight = a.get(gram);
    if (weight !== undefined) sum += weight * (b.weights[index] ?? 0);
  });
  return sum;
}

export const weightsByGram = ({ grams, weights }: Fingerprint): Map<number, number> =>
  new Map(grams.map((gram, index) => [gram, weights[index] ?? 0]));

export function idfOf(gram: number, { messages, buckets }: Rarity): number {
  const count = 2 ** ((buckets[gram & ((1 << RARITY_BITS) - 1)] ?? 0) / 16) - 1;
  return Math.log((messages + 1) / (count + 1));
}

/** Counts how many messages hold each gram. */
export function rarityOf(messages: readonly { title: string; text: string }[]): Rarity {
  const counts = new Uint32Array(1 << RARITY_BITS);
  for (const { title, text } of messages) {
    const seen = new Set<number>();
    const note = (gram: number): unknown => seen.add(gram & ((1 << RARITY_BITS) - 1));
    eachGram(title, note);
    eachGram(text.slice(0, DUPLICATES.mostCharacters), note);
    for (const bucket of seen) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return {
    messages: messages.length,
    buckets: Uint8Array.from(counts, (count) => Math.round(16 * Math.log2(1 + count))),
  };
}

function eachGram(text: string, note: (gram: number, size: number) => unknown): void {
  const codes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    if (code >= 65 && code <= 90) code += 32;
    const plain =
      (code >= 0x4e00 && code <= 0x9fff) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (plain) codes.push(code);
    else if (code > 32 && code !== 0x3000 && code !== 0xa0 && codes.at(-1) !== 0) codes.push(0);
  }
  for (let start = 0; start < codes.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let size = 1; size <= DUPLICATES.longest && start + size <= codes.length; size += 1) {
      const code = codes[start + size - 1] ?? 0;
      if (code === 0) break;
      hash = Math.imul(hash ^ code, 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      hash ^= hash >>> 13;
      if (size >= DUPLICATES.shortest) note(hash >>> 0, size);
    }
  }
}
