import { likenessOf, slopesOf, standardOf, type Kind, type Standard } from './kernel';
import { COLUMNS, logitsOf, type Seconds } from './linear';
import { orderOf, timesOf } from './pairs';
import { LABELS, OTHER } from './rows';
import { eachShare, sharedValues, type SharedFeatures } from './shared-features';
import { eachEntry, type Sparse } from './sparse';
import { TOPICS } from './topics';

/**
 * How much each kind of evidence counts beside the n-grams, how far the weights are held back where nobody has read a row
 * a second time and where every row was read, how far that reading is believed against the label, how much less a row of a
 * common category counts, and how strongly the result speaks beside the column that the layer learns: more would rank a
 * little better, but say it too surely.
 */
export const OUTSIDE = {
  base: 0.2,
  topics: 0.03,
  departments: 0.3,
  departmentsByTopic: 0.4,
  hold: { labelled: 4, read: 0.25 },
  believed: 0.8,
  evening: 0.25,
  strength: 1.4,
};

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
  seconds: Seconds;
}

/**
 * A second opinion on what belongs to none of the classes: it learns the order, what belongs to none before what belongs
 * to one, and is held back far more than the layer, which fits its few rows nearly by heart. Adds its weights to the column
 * of the rest, so nothing is slower for it.
 */
export function addOutside(weights: Float32Array, task: OutsideTask): void {
  const { sparse, rows, labels, seconds, features } = task;
  if (rows.length === 0) return;
  const standard = standardOf(rawOf(task), kindsOf(task.shared));
  const { lower, perNgram } = likenessOf(sparse, rows, features, standard);
  const pulls = orderOf(
    lower,
    rows.map((row) => outsideShareOf(labels[row], seconds[row])),
    evenedOf(rows, labels),
    holdFor(rows.filter((row) => seconds[row] !== undefined).length / rows.length),
  ).map((pull) => pull * OUTSIDE.strength);
  rows.forEach((row, at) =>
    eachEntry(sparse, row, (feature, value) => add(weights, feature, (pulls[at] ?? 0) * perNgram * value)),
  );
  fold(weights, task, standard, pulls);
  const said = timesOf(lower, pulls);
  add(weights, features, -said.reduce((sum, one) => sum + one, 0) / said.length);
}

/** How far a row belongs to none of the classes: by its label, and by what a second reader made of it. */
function outsideShareOf(label: number | undefined, second: readonly number[] | undefined): number {
  const labelled = Number(label === OTHER);
  return second === undefined
    ? labelled
    : (1 - OUTSIDE.believed) * labelled + OUTSIDE.believed * (second[OTHER] ?? 0);
}

/** Labels alone are half chance and want holding back; the more rows somebody has read, the less. */
const holdFor = (read: number): number => OUTSIDE.hold.labelled ** (1 - read) * OUTSIDE.hold.read ** read;

/** A category with many rows counts more than one with few, but less than row by row. */
function evenedOf(rows: readonly number[], labels: ArrayLike<number>): number[] {
  const counts = new Map<number | undefined, number>();
  for (const row of rows) counts.set(labels[row], (counts.get(labels[row]) ?? 0) + 1);
  return rows.map((row) => (counts.get(labels[row]) ?? 1) ** -OUTSIDE.evening);
}

function add(weights: Float32Array, feature: number, value: number): void {
  const to = feature * COLUMNS + OTHER;
  weights[to] = (weights[to] ?? 0) + value;
}

/** Base logits, topics and departments are sums over n-grams: what is learned of them is too. */
function fold(
  weights: Float32Array,
  { base, features, shared }: OutsideTask,
  standard: Standard,
  pulls: Float64Array,
): void {
  const slopes = slopesOf(standard, pulls);
  slopes.forEach((slope, each) => add(weights, features, -slope * (standard.means[each] ?? 0)));
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

function rawOf({ base, sparse, features, shared, rows }: OutsideTask): Float64Array[] {
  const logits = new Float64Array(COLUMNS);
  return rows.map((row) => {
    logitsOf(base, features, sparse, row, logits);
    return Float64Array.from([...logits.subarray(0, LABELS.length), ...sharedValues(shared, sparse, row)]);
  });
}

/** The base's logits, the topics, and the departments as two ways of learning see them. */
function kindsOf({ departments }: SharedFeatures): Kind[] {
  const sizes = [LABELS.length, TOPICS, departments / 2, departments / 2];
  const counts = [OUTSIDE.base, OUTSIDE.topics, OUTSIDE.departments, OUTSIDE.departmentsByTopic];
  let from = 0;
  return sizes.map((size, kind) => {
    const to = from + size;
    const own = { from, to, counts: counts[kind] ?? 0 };
    from = to;
    return own;
  });
}
