import type { Sparse } from './sparse';

/** Weights are stored eight columns a feature, whatever number of them is used. */
export const COLUMNS = 8;

/** By row; undefined where nobody read a second time. */
export type Seconds = readonly (readonly number[] | undefined)[];

export interface Task {
  sparse: Sparse;
  /** Number of features; the intercept is stored behind the last. */
  features: number;
  /** The rows to learn from. */
  rows: readonly number[];
  /** Column of each row of the whole data set. */
  labels: ArrayLike<number>;
  /** What second readers thought of rows, a share for each column, and how much of it is believed against the label. */
  seconds?: Seconds;
  believed?: number;
  /** Number of columns in use: the classes. */
  classes: number;
  /** What each feature's value is multiplied with in each column: features that tell more may learn faster. */
  scale: Float32Array;
  /** Logits that stand before anything is learned, eight a row; none = 0. */
  offsets?: Float32Array;
  /** How little the weights are held back. */
  cost: number;
  /** Share of each label that is spread over the other classes: some labels are wrong. */
  smoothing: number;
  epochs: number;
  /** Columns before this one stay as the offsets have them. */
  frozen?: number;
  intercept: number;
}

/**
 * Multinomial logistic regression by dual steps: each row holds its own residual, weights are their sum.
 * The order is a seeded shuffle, so the same rows give the same weights, bit for bit.
 */
export function trainLinear(task: Task): Float32Array {
  const { sparse, features, labels, classes, scale, cost, intercept } = task;
  const weights = new Float32Array((features + 1) * COLUMNS);
  const held = new Float32Array(labels.length * COLUMNS);
  const order = Int32Array.from(task.rows);
  const steps = stepSizes(task);
  const logits = new Float64Array(COLUMNS);
  const change = new Float64Array(COLUMNS);
  const random = xorshift(0x2545f491);
  for (let epoch = 0; epoch < task.epochs; epoch += 1) {
    shuffle(order, random);
    for (const row of order) {
      scoreInto(logits, weights, task, row);
      softmax(logits, classes);
      const step = steps[row] ?? 0;
      for (let column = task.frozen ?? 0; column < classes; column += 1) {
        const at = row * COLUMNS + column;
        const wanted = wantedOf(task, row, column);
        const delta = (cost * (wanted - (logits[column] ?? 0)) - (held[at] ?? 0)) * step;
        held[at] = (held[at] ?? 0) + delta;
        change[column] = delta;
      }
      addInto(weights, change, sparse, row, scale);
      for (let column = 0; column < classes; column += 1) {
        const at = features * COLUMNS + column;
        weights[at] = (weights[at] ?? 0) + (change[column] ?? 0) * intercept;
      }
    }
  }
  return folded(weights, scale, features, intercept);
}

/** What a row shall say in a column: its label, some of it spread over the other classes, and what a second reader said. */
function wantedOf({ labels, seconds, believed = 0, classes, smoothing }: Task, row: number, column: number) {
  const labelled = column === labels[row] ? 1 - smoothing : smoothing / (classes - 1);
  const second = seconds?.[row];
  if (second === undefined) return labelled;
  return (
    (1 - believed) * labelled + believed * ((1 - smoothing) * (second[column] ?? 0) + smoothing / classes)
  );
}

/** Logits of a row under folded weights. */
export function logitsOf(
  weights: Float32Array,
  features: number,
  sparse: Sparse,
  row: number,
  into: Float64Array,
): void {
  for (let column = 0; column < COLUMNS; column += 1)
    into[column] = weights[features * COLUMNS + column] ?? 0;
  for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
    const at = (sparse.features[entry] ?? 0) * COLUMNS;
    const value = sparse.values[entry] ?? 0;
    for (let column = 0; column < COLUMNS; column += 1) {
      into[column] = (into[column] ?? 0) + (weights[at + column] ?? 0) * value;
    }
  }
}

/** Turns the first `classes` logits into probabilities, in place. */
export function softmax(logits: Float64Array, classes: number, temperature = 1): void {
  let most = -Infinity;
  for (let column = 0; column < classes; column += 1) most = Math.max(most, logits[column] ?? 0);
  let sum = 0;
  for (let column = 0; column < classes; column += 1) {
    const share = Math.exp(((logits[column] ?? 0) - most) / temperature);
    logits[column] = share;
    sum += share;
  }
  for (let column = 0; column < classes; column += 1) logits[column] = (logits[column] ?? 0) / sum;
}

function scoreInto(logits: Float64Array, weights: Float32Array, task: Task, row: number): void {
  const { starts, features, values } = task.sparse;
  const { scale, offsets } = task;
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  const last = starts[row + 1] as number;
  for (let entry = starts[row] as number; entry < last; entry += 1) {
    const at = (features[entry] as number) * COLUMNS;
    const value = values[entry] as number;
    a += (weights[at] as number) * (scale[at] as number) * value;
    b += (weights[at + 1] as number) * (scale[at + 1] as number) * value;
    c += (weights[at + 2] as number) * (scale[at + 2] as number) * value;
    d += (weights[at + 3] as number) * (scale[at + 3] as number) * value;
    e += (weights[at + 4] as number) * (scale[at + 4] as number) * value;
    f += (weights[at + 5] as number) * (scale[at + 5] as number) * value;
    g += (weights[at + 6] as number) * (scale[at + 6] as number) * value;
    h += (weights[at + 7] as number) * (scale[at + 7] as number) * value;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let column = 0; column < COLUMNS; column += 1) {
    const intercept = (weights[task.features * COLUMNS + column] ?? 0) * task.intercept;
    logits[column] = (sums[column] ?? 0) + intercept + (offsets?.[row * COLUMNS + column] ?? 0);
  }
}

function addInto(
  weights: Float32Array,
  change: Float64Array,
  sparse: Sparse,
  row: number,
  scale: Float32Array,
): void {
  const { starts, features, values } = sparse;
  const [a, b, c, d, e, f, g, h] = change as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const last = starts[row + 1] as number;
  for (let entry = starts[row] as number; entry < last; entry += 1) {
    const at = (features[entry] as number) * COLUMNS;
    const value = values[entry] as number;
    (weights[at] as number) += a * (scale[at] as number) * value;
    (weights[at + 1] as number) += b * (scale[at + 1] as number) * value;
    (weights[at + 2] as number) += c * (scale[at + 2] as number) * value;
    (weights[at + 3] as number) += d * (scale[at + 3] as number) * value;
    (weights[at + 4] as number) += e * (scale[at + 4] as number) * value;
    (weights[at + 5] as number) += f * (scale[at + 5] as number) * value;
    (weights[at + 6] as number) += g * (scale[at + 6] as number) * value;
    (weights[at + 7] as number) += h * (scale[at + 7] as number) * value;
  }
}

/** A full step would overshoot where a row is long: each is damped by the row's own length. */
function stepSizes({
  sparse,
  rows,
  scale,
  cost,
  intercept,
  labels,
  classes,
  frozen = 0,
}: Task): Float64Array {
  const steps = new Float64Array(labels.length);
  for (const row of rows) {
    let square = 0;
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
      const at = (sparse.features[entry] ?? 0) * COLUMNS;
      const value = sparse.values[entry] ?? 0;
      for (let column = frozen; column < classes; column += 1) {
        square += (value * (scale[at + column] ?? 0)) ** 2 / (classes - frozen);
      }
    }
    steps[row] = 1 / (1 + cost * (square + intercept * intercept) * 0.5);
  }
  return steps;
}

/** Multiplies the scale into the weights, and takes each feature's mean off: softmax does not see it. */
function folded(
  weights: Float32Array,
  scale: Float32Array,
  features: number,
  intercept: number,
): Float32Array {
  const out = new Float32Array(weights.length);
  for (let at = 0; at < features * COLUMNS; at += 1) out[at] = (weights[at] ?? 0) * (scale[at] ?? 0);
  for (let at = features * COLUMNS; at < weights.length; at += 1) out[at] = (weights[at] ?? 0) * intercept;
  return out;
}

/** A small seeded generator: training may not depend on the machine's. */
function xorshift(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random() % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
