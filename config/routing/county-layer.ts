import { logitsOf, trainLinear, COLUMNS, type Seconds } from './linear';
import type { Linear } from './base-model';
import { addOutside } from './outside';
import { LABELS, OTHER } from './rows';
import { sparseOf, vocabularyFrom, vocabularyOf, type Keyed, type Sparse } from './sparse';
import {
  eachShare,
  readDepartments,
  sharedFeatures,
  sharedKeys,
  sharedValues,
  type SharedFeatures,
} from './shared-features';

const LAYER = {
  leastRows: 1,
  cost: 20,
  smoothing: 0.1,
  epochs: 8,
  intercept: 0.5,
  trust: 0.5,
  bridge: 0.3,
  valueScale: 3,
  believed: 0.3,
};

export interface LayerOptions {
  /** Whether only the column of what belongs to none of the classes is learned. */
  only?: 'all' | 'other';
  /** Rows from this one on are examples that we wrote, not the county's. */
  examplesFrom?: number;
  departments?: Linear;
  /** What second readers thought of the rows. */
  seconds?: Seconds;
}

/**
 * Learns what one county says and labels differently, on top of a base that stays as it is:
 * a column for what belongs to none of the classes, a bridge from the base's logits to the county's labels
 * (counties cut their departments differently), and weights for the county's own n-grams.
 * The sum of all is linear again, so a model with a layer is as fast as one without.
 */
export function addCountyLayer(
  base: Linear,
  keyed: Keyed,
  rows: readonly number[],
  labels: ArrayLike<number>,
  {
    only = 'all',
    examplesFrom = labels.length,
    departments = readDepartments(),
    seconds = [],
  }: LayerOptions = {},
): Linear {
  const known = vocabularyOf(keyed, rows, LAYER.leastRows).keys;
  const vocabulary = unionOf(base.vocabulary.keys, known, sharedKeys(departments));
  // The layer fits its rows nearly by heart: the second way of telling departments is for the calmer opinion only.
  const shared = sharedFeatures(vocabulary, departments, departments.stride / 2);
  const beside = LABELS.length + shared.count;
  const widened = widen(base, vocabulary.keys, vocabulary.featureOf);
  const features = vocabulary.keys.length;
  const sparse = sparseOf(keyed, vocabulary);
  const { offsets, bridged } = bridge(
    widened,
    sparse,
    features,
    shared,
    labels.length,
    only === 'other' ? 1 : LAYER.trust,
  );
  const rarity = rarityOf(sparse, rows, features);
  const scale = new Float32Array((features + beside + 1) * COLUMNS);
  for (let feature = 0; feature < features; feature += 1) {
    scale.fill((rarity[feature] ?? 0) * LAYER.valueScale, feature * COLUMNS, (feature + 1) * COLUMNS);
  }
  scale.fill(1, features * COLUMNS);
  const learned = trainLinear({
    ...LAYER,
    sparse: bridged,
    features: features + beside,
    rows,
    labels,
    seconds,
    classes: LABELS.length + 1,
    scale,
    offsets,
    frozen: only === 'other' ? OTHER : 0,
  });
  const weights = composed(widened, learned, features, shared, only === 'other' ? 1 : LAYER.trust);
  const own = rows.filter((row) => row < examplesFrom);
  const both = sharedFeatures(vocabulary, departments);
  addOutside(weights, { base: widened, sparse, features, shared: both, rows: own, labels, seconds });
  return { vocabulary, weights, stride: COLUMNS };
}

function unionOf(...parts: Iterable<number>[]) {
  return vocabularyFrom(Uint32Array.from(new Set(parts.flatMap((keys) => [...keys]))).sort());
}

function widen(base: Linear, keys: Uint32Array, featureOf: Int32Array): Float32Array {
  const weights = new Float32Array((keys.length + 1) * COLUMNS);
  base.vocabulary.keys.forEach((key, feature) => {
    weights.set(
      base.weights.subarray(feature * COLUMNS, (feature + 1) * COLUMNS),
      (featureOf[key] ?? 0) * COLUMNS,
    );
  });
  weights.set(base.weights.subarray(base.vocabulary.keys.length * COLUMNS), keys.length * COLUMNS);
  return weights;
}

/**
 * The base's logits, once as what already stands, once as seven more features that all columns may use; behind them how
 * much of each topic a row speaks, and which department it sounds like.
 */
function bridge(
  weights: Float32Array,
  sparse: Sparse,
  features: number,
  shared: SharedFeatures,
  count: number,
  trust: number,
) {
  const offsets = new Float32Array(count * COLUMNS);
  const size = sparse.features.length + count * (LABELS.length + shared.count);
  const bridged: Sparse = {
    starts: new Int32Array(count + 1),
    features: new Int32Array(size),
    values: new Float32Array(size),
  };
  const logits = new Float64Array(COLUMNS);
  let end = 0;
  for (let row = 0; row < count; row += 1) {
    logitsOf(weights, features, sparse, row, logits);
    const from = sparse.starts[row] ?? 0;
    const to = sparse.starts[row + 1] ?? 0;
    bridged.features.set(sparse.features.subarray(from, to), end);
    bridged.values.set(sparse.values.subarray(from, to), end);
    end += to - from;
    for (let column = 0; column < LABELS.length; column += 1) {
      offsets[row * COLUMNS + column] = (logits[column] ?? 0) * trust;
      bridged.features[end] = features + column;
      bridged.values[end] = (logits[column] ?? 0) * LAYER.bridge;
      end += 1;
    }
    sharedValues(shared, sparse, row).forEach((value, each) => {
      bridged.features[end + each] = features + LABELS.length + each;
      bridged.values[end + each] = value;
    });
    end += shared.count;
    bridged.starts[row + 1] = end;
  }
  return { offsets, bridged };
}

function rarityOf(sparse: Sparse, rows: readonly number[], features: number): Float32Array {
  const counts = new Int32Array(features);
  for (const row of rows) {
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
      const feature = sparse.features[entry] ?? 0;
      counts[feature] = (counts[feature] ?? 0) + 1;
    }
  }
  return Float32Array.from(counts, (count) => Math.log(1 + rows.length / Math.max(1, count)));
}

/** Base through trust and bridge, plus what was learned: one linear model. */
function composed(
  base: Float32Array,
  learned: Float32Array,
  features: number,
  shared: SharedFeatures,
  trust: number,
): Float32Array {
  const out = new Float32Array((features + 1) * COLUMNS);
  for (let feature = 0; feature <= features; feature += 1) {
    const own = (feature === features ? features + LABELS.length + shared.count : feature) * COLUMNS;
    for (let column = 0; column < COLUMNS; column += 1) {
      let weight =
        (learned[own + column] ?? 0) + (column < OTHER ? (base[feature * COLUMNS + column] ?? 0) * trust : 0);
      for (let from = 0; from < LABELS.length; from += 1) {
        weight +=
          (base[feature * COLUMNS + from] ?? 0) *
          LAYER.bridge *
          (learned[(features + from) * COLUMNS + column] ?? 0);
      }
      out[feature * COLUMNS + column] = weight;
    }
    eachShare(shared, feature, (at, share) => {
      for (let column = 0; column < COLUMNS; column += 1) {
        const to = feature * COLUMNS + column;
        out[to] = (out[to] ?? 0) + share * (learned[(features + LABELS.length + at) * COLUMNS + column] ?? 0);
      }
    });
  }
  return out;
}
