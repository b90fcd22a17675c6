import {
  checksumOf,
  MODEL_LAYOUT,
  MODEL_MAGIC,
  MODEL_PREFIX,
  readModel,
  type ClassifierModel,
} from '../../cloudfunctions/core/domain/routing/classifier-model';
import type { Linear } from './base-model';
import { COLUMNS } from './linear';
import { vocabularyFrom } from './sparse';

/** Five bits and a sign are as good as more (measured), and compress to half. */
const MOST = 31;

/** Writes a model small: the `keep` n-grams that weigh most, keys as distances, weights as small integers. */
export function writeModel(
  linear: Linear,
  classes: readonly string[],
  temperature: number,
  keep: number,
): Uint8Array {
  const { keys } = linear.vocabulary;
  const steps = stepsOf(linear, classes.length);
  const small = smallWeights(linear, steps, classes.length);
  const kept = Array.from(keys.keys())
    .filter((feature) =>
      small.subarray(feature * classes.length, (feature + 1) * classes.length).some((weight) => weight !== 0),
    )
    .sort((a, b) => energy(small, b, classes.length) - energy(small, a, classes.length) || a - b)
    .slice(0, keep)
    .sort((a, b) => a - b);
  const intercepts = Array.from(
    linear.weights.subarray(keys.length * linear.stride, keys.length * linear.stride + classes.length),
  );
  const head = new TextEncoder().encode(
    JSON.stringify({ classes, temperature, intercepts, steps, features: kept.length }),
  );
  const distances = kept.flatMap((feature, index) =>
    sevenBits((keys[feature] ?? 0) - (index === 0 ? -1 : (keys[kept[index - 1] ?? 0] ?? 0)) - 1),
  );
  const weights = classes.flatMap((_, column) =>
    kept.map((feature) => small[feature * classes.length + column] ?? 0),
  );
  const body = new Uint8Array([...head, ...distances, ...Uint8Array.from(weights)]);
  const prefix = new DataView(new ArrayBuffer(MODEL_PREFIX));
  [MODEL_MAGIC, MODEL_LAYOUT, head.length, checksumOf(body)].forEach((word, index) =>
    prefix.setUint32(index * 4, word, true),
  );
  const bytes = new Uint8Array(MODEL_PREFIX + body.length);
  bytes.set(new Uint8Array(prefix.buffer));
  bytes.set(body, MODEL_PREFIX);
  return bytes;
}

/** A written model as something to learn on from: a county's corrections need no copy of the first training rows. */
export function linearOf(model: ClassifierModel): Linear {
  const columns = model.classes.length;
  const stride = Math.max(COLUMNS, columns);
  const found = Array.from(model.slots.keys()).filter((slot) => model.slots[slot] !== 0);
  const pairs = found
    .map((slot) => ({ key: (model.slots[slot] ?? 1) - 1, feature: model.features[slot] ?? 0 }))
    .sort((a, b) => a.key - b.key);
  const weights = new Float32Array((pairs.length + 1) * stride);
  pairs.forEach(({ feature }, index) => {
    for (let column = 0; column < columns; column += 1) {
      weights[index * stride + column] =
        (model.weights[feature * columns + column] ?? 0) * (model.steps[column] ?? 0);
    }
  });
  weights.set(model.intercepts, pairs.length * stride);
  return { vocabulary: vocabularyFrom(Uint32Array.from(pairs, ({ key }) => key)), weights, stride };
}

/** Reads back what was written: a model that cannot be read must not leave the trainer. */
export const checked = (bytes: Uint8Array): ClassifierModel => readModel(bytes);

/** One step a column; the largest weights are cut off, a few giants may not coarsen all the rest. */
function stepsOf({ weights, vocabulary, stride }: Linear, columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const sizes = Float32Array.from(vocabulary.keys, (_key, feature) =>
      Math.abs(weights[feature * stride + column] ?? 0),
    ).sort();
    const high = sizes[Math.floor(sizes.length * 0.9995)] ?? 0;
    return Math.fround(Math.max(high, 1e-9) / MOST);
  });
}

function smallWeights(
  { weights, vocabulary, stride }: Linear,
  steps: readonly number[],
  columns: number,
): Int8Array {
  const small = new Int8Array(vocabulary.keys.length * columns);
  for (let feature = 0; feature < vocabulary.keys.length; feature += 1) {
    for (let column = 0; column < columns; column += 1) {
      const rounded = Math.round((weights[feature * stride + column] ?? 0) / (steps[column] ?? 1));
      small[feature * columns + column] = Math.max(-127, Math.min(127, rounded));
    }
  }
  return small;
}

function energy(small: Int8Array, feature: number, columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column += 1) sum += (small[feature * columns + column] ?? 0) ** 2;
  return sum;
}

function sevenBits(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}
