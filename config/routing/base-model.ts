import { COLUMNS, trainLinear, type Seconds } from './linear';
import { LABELS, OTHER } from './rows';
import { sparseOf, vocabularyFrom, vocabularyOf, type Keyed, type Vocabulary } from './sparse';

/** A linear model before it is made small: `stride` weights a feature, the intercepts behind the last. */
export interface Linear {
  vocabulary: Vocabulary;
  weights: Float32Array;
  stride: number;
}

export const BASE = {
  leastRows: 5,
  cost: 30,
  smoothing: 0.1,
  epochs: 12,
  intercept: 0.3,
  keep: 25_000,
  /** How far a second reading is believed against the label. */
  believed: 0.15,
  /** How far rare classes are lifted against common ones: each class counts the same, however often people write of it. */
  lift: 0.25,
};

/** Trains the seven columns: once on every n-gram seen often enough, once more on those that told most. */
export function trainBase(
  keyed: Keyed,
  rows: readonly number[],
  labels: ArrayLike<number>,
  seconds: Seconds,
): Linear {
  const all = vocabularyOf(keyed, rows, BASE.leastRows);
  const sparse = sparseOf(keyed, all);
  const rarity = Float32Array.from(all.rowsWith, (count) => Math.log(1 + rows.length / count));
  const scale = tellingScale(sparse, rows, labels, rarity);
  const task = { rows, labels, seconds: seconds.map(amongClasses), classes: LABELS.length, ...BASE };
  const first = trainLinear({ ...task, sparse, features: all.keys.length, scale });
  const kept = mostTelling(first, sparse, rows, all.keys.length, BASE.keep);
  const vocabulary = vocabularyFrom(Uint32Array.from(kept, (feature) => all.keys[feature] ?? 0));
  const keptScale = new Float32Array((kept.length + 1) * COLUMNS);
  kept.forEach((feature, index) => {
    keptScale.set(scale.subarray(feature * COLUMNS, (feature + 1) * COLUMNS), index * COLUMNS);
  });
  const weights = trainLinear({
    ...task,
    sparse: sparseOf(keyed, vocabulary),
    features: kept.length,
    scale: keptScale,
  });
  liftRare(weights, kept.length, rows, labels);
  return { vocabulary, weights, stride: COLUMNS };
}

/** The base has no column for what belongs to none of the classes: a reader's share of it is left out, the others fill one. */
function amongClasses(second: Seconds[number]): Seconds[number] {
  if (second === undefined || !second[OTHER]) return second;
  const own = second.slice(0, OTHER);
  const sum = own.reduce((all, share) => all + share, 0);
  return sum > 0 ? own.map((share) => share / sum) : undefined;
}

function liftRare(
  weights: Float32Array,
  features: number,
  rows: readonly number[],
  labels: ArrayLike<number>,
): void {
  const counts = new Float64Array(LABELS.length);
  for (const row of rows) counts[labels[row] ?? 0] = (counts[labels[row] ?? 0] ?? 0) + 1;
  counts.forEach((count, column) => {
    const at = features * COLUMNS + column;
    weights[at] = (weights[at] ?? 0) - BASE.lift * Math.log((count + 1) / (rows.length + LABELS.length));
  });
}

/** Rare n-grams, and those far more at home in one class than in the rest, get larger values. */
function tellingScale(
  sparse: ReturnType<typeof sparseOf>,
  rows: readonly number[],
  labels: ArrayLike<number>,
  rarity: Float32Array,
): Float32Array {
  const classes = LABELS.length;
  const prior = 0.2;
  const sums = new Float64Array(rarity.length * COLUMNS);
  for (const row of rows) {
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
      const feature = sparse.features[entry] ?? 0;
      const at = feature * COLUMNS + (labels[row] ?? 0);
      sums[at] = (sums[at] ?? 0) + (sparse.values[entry] ?? 0) * (rarity[feature] ?? 0);
    }
  }
  const totals = new Float64Array(classes);
  for (let feature = 0; feature < rarity.length; feature += 1) {
    for (let column = 0; column < classes; column += 1) {
      totals[column] = (totals[column] ?? 0) + (sums[feature * COLUMNS + column] ?? 0) + prior;
    }
  }
  const total = totals.reduce((sum, part) => sum + part, 0);
  const scale = new Float32Array((rarity.length + 1) * COLUMNS);
  for (let feature = 0; feature < rarity.length; feature += 1) {
    let all = 0;
    for (let column = 0; column < classes; column += 1)
      all += (sums[feature * COLUMNS + column] ?? 0) + prior;
    for (let column = 0; column < classes; column += 1) {
      const own = (sums[feature * COLUMNS + column] ?? 0) + prior;
      const ratio =
        Math.log(own / (totals[column] ?? 1)) - Math.log((all - own) / (total - (totals[column] ?? 0)));
      scale[feature * COLUMNS + column] = (Math.abs(ratio) + 0.05) * (rarity[feature] ?? 0);
    }
  }
  return scale;
}

/** The features whose weights move the most probability over these rows, in the order of their numbers. */
function mostTelling(
  weights: Float32Array,
  sparse: ReturnType<typeof sparseOf>,
  rows: readonly number[],
  features: number,
  keep: number,
): number[] {
  const energy = new Float64Array(features);
  for (const row of rows) {
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
      const feature = sparse.features[entry] ?? 0;
      energy[feature] = (energy[feature] ?? 0) + (sparse.values[entry] ?? 0) ** 2;
    }
  }
  const importance = energy.map((sum, feature) => {
    const own = weights.subarray(feature * COLUMNS, (feature + 1) * COLUMNS);
    const mean = own.reduce((all, weight) => all + weight, 0) / COLUMNS;
    return own.reduce((all, weight) => all + (weight - mean) ** 2, 0) * Math.sqrt(sum);
  });
  return Array.from(importance.keys())
    .sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b)
    .slice(0, keep)
    .sort((a, b) => a - b);
}
