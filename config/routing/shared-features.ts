import { readFileSync } from 'node:fs';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import type { Linear } from './base-model';
import { linearOf } from './model-file';
import type { Sparse, Vocabulary } from './sparse';
import { readTopics, TOPICS } from './topics';

/** What one unit of a topic and of a department's score counts beside an n-gram. */
export const SHARED = { topic: 30, department: 1.5 };

/** A few features that all rows have, each a sum over n-grams: how much of a topic, how likely a department's matter. */
export interface SharedFeatures {
  count: number;
  /** Topic of each n-gram of the vocabulary, -1 where none. */
  topics: Int16Array;
  /** What each n-gram of the vocabulary says for each department; behind the last, where they all begin. */
  scores: Float32Array;
  departments: number;
}

let shipped: Linear | null = null;

/** Which departments answered messages like this one, as learned by `npm run train:departments`. */
export const readDepartments = (): Linear =>
  (shipped ??= linearOf(readModel(readFileSync(new URL('./department-weights.bin', import.meta.url)))));

/** The n-grams that a vocabulary must hold for the shared features to be read off it. */
export const sharedKeys = (departments: Linear): number[] => [
  ...readTopics().keys(),
  ...departments.vocabulary.keys,
];

/** Lays the shared features out over a vocabulary; of the departments' scores the first `count`. */
export function sharedFeatures(
  { keys, featureOf }: Vocabulary,
  departments: Linear,
  count = departments.stride,
): SharedFeatures {
  const own = departments.vocabulary.keys;
  const topicOfKey = readTopics();
  const scores = new Float32Array((keys.length + 1) * count);
  const lay = (index: number, feature: number): void =>
    scores.set(departments.weights.subarray(index * departments.stride).subarray(0, count), feature * count);
  own.forEach((key, index) => lay(index, featureOf[key] ?? 0));
  lay(own.length, keys.length);
  return {
    count: TOPICS + count,
    topics: Int16Array.from(keys, (key) => topicOfKey.get(key) ?? -1),
    scores,
    departments: count,
  };
}

/** The shared features of a row, the topics first. */
export function sharedValues(shared: SharedFeatures, sparse: Sparse, row: number): Float64Array {
  const values = new Float64Array(shared.count);
  const add = (feature: number, value: number): void =>
    eachShare(shared, feature, (at, share) => {
      values[at] = (values[at] ?? 0) + share * value;
    });
  add(shared.topics.length, 1);
  for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1)
    add(sparse.features[entry] ?? 0, sparse.values[entry] ?? 0);
  return values;
}

/** What one unit of an n-gram adds to each shared feature; the one behind the last n-gram is where all begin. */
export function eachShare(
  { topics, scores, departments }: SharedFeatures,
  feature: number,
  tell: (at: number, share: number) => void,
): void {
  const topic = topics[feature] ?? -1;
  if (topic >= 0) tell(topic, SHARED.topic);
  for (let each = 0; each < departments; each += 1) {
    const score = scores[feature * departments + each] ?? 0;
    if (score !== 0) tell(TOPICS + each, score * SHARED.department);
  }
}
