import { eachEntry, type Sparse } from './sparse';

/** A few values a row, each with mean 0 over the rows and its kind's share of the whole. */
export interface Standard {
  values: Float64Array[];
  means: Float64Array;
  factors: Float64Array;
}

/** Values of one kind stand side by side; `counts` is what all of a kind together weigh in the likeness of two rows. */
export interface Kind {
  from: number;
  to: number;
  counts: number;
}

/** Brings values of different kinds to one measure. */
export function standardOf(raw: readonly Float64Array[], kinds: readonly Kind[]): Standard {
  const width = Math.max(0, ...kinds.map(({ to }) => to));
  const means = new Float64Array(width);
  const factors = new Float64Array(width);
  for (const { from, to, counts } of kinds) {
    let varying = 0;
    for (let each = from; each < to; each += 1) {
      const { mean, spread } = spreadOf(raw.map((values) => values[each] ?? 0));
      means[each] = mean;
      factors[each] = spread > 1e-6 ? 1 / spread : 0;
      if (spread > 1e-6) varying += 1;
    }
    const share = Math.sqrt(counts / Math.max(1, varying));
    for (let each = from; each < to; each += 1) factors[each] = (factors[each] ?? 0) * share;
  }
  const values = raw.map((own) =>
    own.map((value, each) => (value - (means[each] ?? 0)) * (factors[each] ?? 0)),
  );
  return { values, means, factors };
}

/** The mean of these values, and how far they lie from it. */
export function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(square) };
}

/** How alike each two rows are, the lower half row by row: n-grams, one on average with itself, and the standard values. */
export function likenessOf(
  sparse: Sparse,
  rows: readonly number[],
  features: number,
  standard: Standard,
): { lower: Float64Array[]; perNgram: number } {
  const ngrams = gramOf(sparse, rows, features);
  const perNgram = 1 / (ngrams.reduce((sum, line, at) => sum + (line[at] ?? 0), 0) / ngrams.length || 1);
  const lower = ngrams.map((line, at) =>
    line.map((value, other) => value * perNgram + dot(standard.values[at], standard.values[other])),
  );
  return { lower, perNgram };
}

function gramOf(sparse: Sparse, rows: readonly number[], features: number): Float64Array[] {
  const spread = new Float64Array(features);
  return rows.map((row, at) => {
    eachEntry(sparse, row, (feature, value) => (spread[feature] = value));
    const line = Float64Array.from(rows.slice(0, at + 1), (other) => {
      let sum = 0;
      eachEntry(sparse, other, (feature, value) => (sum += value * (spread[feature] ?? 0)));
      return sum;
    });
    eachEntry(sparse, row, (feature) => (spread[feature] = 0));
    return line;
  });
}

function dot(a: Float64Array = new Float64Array(), b: Float64Array = new Float64Array()): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** What rows pull with, carried over to the standard values: how much one unit of a raw value says. */
export function slopesOf({ values, factors }: Standard, pulls: ArrayLike<number>): Float64Array {
  const slopes = new Float64Array(factors.length);
  values.forEach((own, at) => {
    own.forEach((value, each) => {
      slopes[each] = (slopes[each] ?? 0) + (pulls[at] ?? 0) * value;
    });
  });
  return slopes.map((slope, each) => slope * (factors[each] ?? 0));
}

/**
 * Ridge regression in Cholesky's way, held back by `hold`: from what each row shall say to what each row pulls with. The
 * likeness is taken apart once, however many questions are asked of it.
 */
export function ridgeOf(
  lower: readonly Float64Array[],
  hold: number,
): (wanted: ArrayLike<number>) => Float64Array {
  const root = lower.map((line, at) => line.map((value, other) => (other === at ? value + hold : value)));
  root.forEach((line, at) => {
    for (let other = 0; other <= at; other += 1) {
      const beside = root[other] ?? line;
      let rest = line[other] ?? 0;
      for (let each = 0; each < other; each += 1) rest -= (line[each] ?? 0) * (beside[each] ?? 0);
      line[other] = other === at ? Math.sqrt(rest) : rest / (beside[other] ?? 1);
    }
  });
  return (wanted) => {
    const out = Float64Array.from(wanted);
    root.forEach((line, at) => {
      let rest = out[at] ?? 0;
      for (let each = 0; each < at; each += 1) rest -= (line[each] ?? 0) * (out[each] ?? 0);
      out[at] = rest / (line[at] ?? 1);
    });
    for (let at = root.length - 1; at >= 0; at -= 1) {
      const value = (out[at] ?? 0) / (root[at]?.[at] ?? 1);
      out[at] = value;
      for (let each = 0; each < at; each += 1) out[each] = (out[each] ?? 0) - (root[at]?.[each] ?? 0) * value;
    }
    return out;
  };
}
