import { COLUMNS, logitsOf } from './linear';
import { LABELS, OTHER } from './rows';
import { eachShare, sharedValues, type SharedFeatures } from './shared-features';
import type { Sparse } from './sparse';
import { TOPICS } from './topics';

/**
 * How much each kind of evidence counts, how far the weights are held back, and how strongly the result speaks beside the
 * column that the layer learns: 5 ranks better and leaves its probabilities as true as they were; more ranks no better.
 */
export const OUTSIDE = { ngrams: 1, base: 0.2, topics: 0.15, departments: 0.5, hold: 4, strength: 5 };

/** What the second opinion is learned from. */
export interface OutsideTask {
  /** The base over the layer's vocabulary. */
  base: Float32Array;
  sparse: Sparse;
  features: number;
  shared: SharedFeatures;
  /** The county's own rows: examples we wrote say what a category is, not what people bring to the wrong door. */
  rows: readonly number[];
  labels: ArrayLike<number>;
}

interface Scaled {
  /** A row each: base logits, topics and departments, each with mean 0 and its kind's share. */
  values: Float64Array[];
  means: Float64Array;
  factors: Float64Array;
}

/**
 * A second opinion on what belongs to none of the classes: ridge regression, held back far more than the layer, which
 * fits its few rows nearly by heart. Adds its weights to the column of the rest, so nothing is slower for it.
 */
export function addOutside(weights: Float32Array, task: OutsideTask): void {
  const { sparse, rows, labels, features } = task;
  if (rows.length === 0) return;
  const share = rows.filter((row) => labels[row] === OTHER).length / rows.length;
  const dense = denseOf(task);
  const ngrams = gramOf(sparse, rows, features);
  const perNgram = OUTSIDE.ngrams / meanDiagonal(ngrams);
  const held = ngrams.map((line, at) =>
    line.map((value, other) => {
      const alike = value * perNgram + dot(dense.values[at], dense.values[other]);
      return other === at ? alike + OUTSIDE.hold : alike;
    }),
  );
  const pulls = solve(
    held,
    rows.map((row) => Number(labels[row] === OTHER) - share),
  );
  rows.forEach((row, at) => {
    const pull = (pulls[at] ?? 0) * perNgram * OUTSIDE.strength;
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1)
      add(weights, sparse.features[entry] ?? 0, pull * (sparse.values[entry] ?? 0));
  });
  fold(weights, task, dense, pulls);
}

function add(weights: Float32Array, feature: number, value: number): void {
  const to = feature * COLUMNS + OTHER;
  weights[to] = (weights[to] ?? 0) + value;
}

/** Base logits, topics and departments are sums over n-grams: what is learned of them is too. */
function fold(
  weights: Float32Array,
  { base, features, shared }: OutsideTask,
  dense: Scaled,
  pulls: Float64Array,
): void {
  const slopes = new Float64Array(dense.factors.length);
  dense.values.forEach((values, at) => {
    values.forEach((value, each) => {
      slopes[each] = (slopes[each] ?? 0) + (pulls[at] ?? 0) * value * OUTSIDE.strength;
    });
  });
  slopes.forEach((slope, each) => {
    slopes[each] = slope * (dense.factors[each] ?? 0);
    add(weights, features, -(slopes[each] ?? 0) * (dense.means[each] ?? 0));
  });
  for (let feature = 0; feature <= features; feature += 1) {
    let sum = 0;
    for (let column = 0; column < LABELS.length; column += 1)
      sum += (slopes[column] ?? 0) * (base[feature * COLUMNS + column] ?? 0);
    eachShare(shared, feature, (at, share) => {
      sum += (slopes[LABELS.length + at] ?? 0) * share;
    });
    add(weights, feature, sum);
  }
}

function denseOf({ base, sparse, features, shared, rows }: OutsideTask): Scaled {
  const logits = new Float64Array(COLUMNS);
  const raw = rows.map((row) => {
    logitsOf(base, features, sparse, row, logits);
    return Float64Array.from([...logits.subarray(0, LABELS.length), ...sharedValues(shared, sparse, row)]);
  });
  const width = LABELS.length + shared.count;
  const kinds = [
    { from: 0, to: LABELS.length, counts: OUTSIDE.base },
    { from: LABELS.length, to: LABELS.length + TOPICS, counts: OUTSIDE.topics },
    { from: LABELS.length + TOPICS, to: width, counts: OUTSIDE.departments },
  ];
  const means = new Float64Array(width);
  const factors = new Float64Array(width);
  for (const { from, to, counts } of kinds) {
    let varying = 0;
    for (let each = from; each < to; each += 1) {
      const own = raw.map((values) => values[each] ?? 0);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
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

/** What each two rows share in n-grams; the lower half, row by row. */
function gramOf(sparse: Sparse, rows: readonly number[], features: number): Float64Array[] {
  const spread = new Float64Array(features);
  const along = (row: number, tell: (feature: number, value: number) => void): void => {
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1)
      tell(sparse.features[entry] ?? 0, sparse.values[entry] ?? 0);
  };
  return rows.map((row, at) => {
    along(row, (feature, value) => (spread[feature] = value));
    const line = Float64Array.from(rows.slice(0, at + 1), (other) => {
      let sum = 0;
      along(other, (feature, value) => (sum += value * (spread[feature] ?? 0)));
      return sum;
    });
    along(row, (feature) => (spread[feature] = 0));
    return line;
  });
}

const meanDiagonal = (lower: readonly Float64Array[]): number =>
  lower.reduce((sum, line, at) => sum + (line[at] ?? 0), 0) / lower.length || 1;

function dot(a: Float64Array = new Float64Array(), b: Float64Array = new Float64Array()): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Cholesky's way: the lower half of a symmetric, positive matrix, and what it shall come to. */
function solve(lower: readonly Float64Array[], wanted: readonly number[]): Float64Array {
  const root = lower.map((line) => line.slice());
  const out = Float64Array.from(wanted);
  root.forEach((line, at) => {
    for (let other = 0; other <= at; other += 1) {
      const beside = root[other] ?? line;
      let rest = line[other] ?? 0;
      for (let each = 0; each < other; each += 1) rest -= (line[each] ?? 0) * (beside[each] ?? 0);
      line[other] = other === at ? Math.sqrt(rest) : rest / (beside[other] ?? 1);
    }
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
}
