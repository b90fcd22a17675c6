import { KEY_BITS, ngramsOf, OF_MESSAGES, valueOf } from '../../cloudfunctions/core/domain/routing/ngrams';

/** Messages as sparse vectors over a vocabulary of hashed n-grams. */
export interface Sparse {
  /** Where each row's entries begin; one more than there are rows. */
  starts: Int32Array;
  features: Int32Array;
  values: Float32Array;
}

export interface Vocabulary {
  /** Sorted, so that a feature's number says nothing about the order of the rows. */
  keys: Uint32Array;
  /** Feature of a key, -1 where unknown. */
  featureOf: Int32Array;
}

/** Rows as keys before a vocabulary is chosen. */
export interface Keyed {
  keys: Uint32Array[];
  values: Float32Array[];
}

/** Tells each n-gram of a row, and what it counts there. */
export function eachEntry(
  { starts, features, values }: Sparse,
  row: number,
  tell: (feature: number, value: number) => void,
): void {
  for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1)
    tell(features[entry] ?? 0, values[entry] ?? 0);
}

/** Cuts each message once; everything after is arithmetic. */
export function keyRows(rows: readonly { title: string; text: string }[]): Keyed {
  const sums = new Float64Array(1 << KEY_BITS);
  const keyed: Keyed = { keys: [], values: [] };
  for (const row of rows) {
    const ngrams = ngramsOf(row.title, row.text, OF_MESSAGES);
    const seen: number[] = [];
    for (let index = 0; index < ngrams.count; index += 1) {
      const key = ngrams.keys[index] ?? 0;
      if (sums[key] === 0) seen.push(key);
      sums[key] = (sums[key] ?? 0) + (ngrams.weights[index] ?? 0);
    }
    keyed.keys.push(Uint32Array.from(seen));
    keyed.values.push(Float32Array.from(seen, (key) => valueOf(sums[key] ?? 0, ngrams.length)));
    for (const key of seen) sums[key] = 0;
  }
  return keyed;
}

/** The n-grams that stand in at least `least` of the rows. */
export function vocabularyOf(
  keyed: Keyed,
  rows: readonly number[],
  least: number,
): Vocabulary & { rowsWith: Int32Array } {
  const counts = new Int32Array(1 << KEY_BITS);
  for (const row of rows) for (const key of keyed.keys[row] ?? []) counts[key] = (counts[key] ?? 0) + 1;
  const vocabulary = vocabularyFrom(
    Uint32Array.from(Array.from(counts.keys()).filter((key) => (counts[key] ?? 0) >= least)),
  );
  return { ...vocabulary, rowsWith: Int32Array.from(vocabulary.keys, (key) => counts[key] ?? 0) };
}

/** A vocabulary of these sorted keys. */
export function vocabularyFrom(keys: Uint32Array): Vocabulary {
  const featureOf = new Int32Array(1 << KEY_BITS).fill(-1);
  keys.forEach((key, feature) => {
    featureOf[key] = feature;
  });
  return { keys, featureOf };
}

/** The rows over a vocabulary; n-grams outside it are dropped. */
export function sparseOf(keyed: Keyed, vocabulary: Vocabulary): Sparse {
  const most = keyed.keys.reduce((sum, keys) => sum + keys.length, 0);
  const features = new Int32Array(most);
  const values = new Float32Array(most);
  const starts = new Int32Array(keyed.keys.length + 1);
  let end = 0;
  keyed.keys.forEach((keys, row) => {
    keys.forEach((key, index) => {
      const feature = vocabulary.featureOf[key] ?? -1;
      if (feature < 0) return;
      features[end] = feature;
      values[end] = keyed.values[row]?.[index] ?? 0;
      end += 1;
    });
    starts[row + 1] = end;
  });
  return { starts, features: features.slice(0, end), values: values.slice(0, end) };
}
