import { BASE, trainBase, type Linear } from './base-model';
import { addCountyLayer } from './county-layer';
import { readExamples } from './examples';
import { logitsOf, softmax, COLUMNS, type Seconds } from './linear';
import { foldOf, groupsOf, LABELS, OTHER, readRows, type Row } from './rows';
import { keyRows, sparseOf } from './sparse';

export interface Learned {
  linear: Linear;
  temperature: number;
}

/** From this many labelled rows on a file teaches a base of its own; a smaller one teaches a layer on the base. */
const ENOUGH_FOR_A_BASE = 2000;

/**
 * Learns from files of labelled rows. Large ones replace the base; small ones say what this county labels differently;
 * `others` only teach the column of what belongs nowhere. Where no large file is given, `shipped` is the base.
 */
export function learn(
  files: readonly string[],
  others: readonly string[],
  shipped: (() => Linear) | null,
): Learned {
  const sets = files.map(readRows);
  const large = sets.filter((rows) => rows.length >= ENOUGH_FOR_A_BASE).flat();
  const small = sets.filter((rows) => rows.length < ENOUGH_FOR_A_BASE).flat();
  if (large.length === 0 && shipped === null) {
    throw new Error(`training from nothing takes a file of at least ${ENOUGH_FOR_A_BASE} labelled rows`);
  }
  let learned = large.length > 0 ? learnBase(large.filter(({ label }) => label !== OTHER)) : null;
  let linear = learned?.linear ?? shipped?.();
  if (!linear) throw new Error('no base to learn on from');
  const strangers = others.flatMap(readRows);
  if (strangers.length > 0) linear = layered(linear, strangers, readExamples(), 'other');
  if (small.length === 0) return { linear, temperature: learned?.temperature ?? 1 };
  const base = linear;
  // A county's few rows hardly name its rare categories. What belongs to none it says itself: that differs most.
  const examples = readExamples().filter(({ label }) => label !== OTHER);
  learned = {
    linear: layered(base, small, examples, 'all'),
    temperature: temperatureOf(
      small,
      (keyed, rows, labels) =>
        addCountyLayer(base, keyed, rows, labels, { examplesFrom: small.length, seconds: secondsOf(small) }),
      examples,
    ),
  };
  return learned;
}

function layered(base: Linear, own: readonly Row[], examples: readonly Row[], only: 'all' | 'other'): Linear {
  const rows = [...own, ...examples];
  return addCountyLayer(
    base,
    keyRows(rows),
    Array.from(rows.keys()),
    rows.map(({ label }) => label),
    { only, examplesFrom: own.length, seconds: secondsOf(own) },
  );
}

const secondsOf = (rows: readonly Row[]): Seconds => rows.map(({ second }) => second);

function learnBase(rows: readonly Row[]): Learned {
  const keyed = keyRows(rows);
  const seconds = secondsOf(rows);
  const labels = rows.map(({ label }) => label);
  return {
    linear: trainBase(keyed, Array.from(rows.keys()), labels, seconds),
    temperature: temperatureOf(rows, (all, some, known) => trainBase(all, some, known, seconds)),
  };
}

/**
 * The temperature that makes probabilities mean most on rows the model has not seen: five folds, copies kept together;
 * `always` are learned from in every fold, and not judged.
 */
function temperatureOf(
  rows: readonly Row[],
  train: (keyed: ReturnType<typeof keyRows>, rows: readonly number[], labels: readonly number[]) => Linear,
  always: readonly Row[] = [],
): number {
  const all = [...rows, ...always];
  const keyed = keyRows(all);
  const labels = all.map(({ label }) => label);
  const groups = groupsOf(rows);
  const folds = Array.from(groups, (group) => foldOf(group, 0));
  const logits = rows.map(() => new Float64Array(COLUMNS));
  for (let fold = 0; fold < 5; fold += 1) {
    const linear = train(
      keyed,
      Array.from(all.keys()).filter((row) => folds[row] !== fold),
      labels,
    );
    const sparse = sparseOf(keyed, linear.vocabulary);
    rows.forEach((_, row) => {
      const own = logits[row];
      if (folds[row] === fold && own)
        logitsOf(linear.weights, linear.vocabulary.keys.length, sparse, row, own);
    });
  }
  const known = Array.from(rows.keys()).filter((row) => labels[row] !== OTHER);
  const asWritten = known.filter((row) => !rows[row]?.segmented);
  return coldest(asWritten.length >= 300 ? asWritten : known, logits, labels);
}

function coldest(
  rows: readonly number[],
  logits: readonly Float64Array[],
  labels: readonly number[],
): number {
  let best = { temperature: 1, loss: Infinity };
  for (let step = 0; step < 60; step += 1) {
    const temperature = Math.round(100 * 0.2 * 1.05 ** step) / 100;
    let loss = 0;
    for (const row of rows) {
      const shares = (logits[row] ?? new Float64Array(COLUMNS)).slice();
      softmax(shares, LABELS.length, temperature);
      loss -= Math.log(Math.max(shares[labels[row] ?? 0] ?? 0, 1e-9));
    }
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

/** How many n-grams a shipped model may hold. */
export const MOST_FEATURES = BASE.keep;
