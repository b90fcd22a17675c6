import { readFileSync } from 'node:fs';
import type { Linear } from './base-model';
import { likenessOf, ridgeOf, slopesOf, spreadOf, standardOf } from './kernel';
import type { ReplyRow } from './learn-replies';
import { COLUMNS, trainLinear } from './linear';
import { writeModel } from './model-file';
import {
  eachEntry,
  keyRows,
  sparseOf,
  vocabularyFrom,
  vocabularyOf,
  type Sparse,
  type Vocabulary,
} from './sparse';
import { readTopics, TOPICS } from './topics';

/** A department a line: its name, then words by which a reply names it. */
const DEPARTMENTS = readFileSync(new URL('./departments.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/))
  .map(([name = '', ...words]) => ({ name, words }));
/** Characters of a reply that are looked at for departments. */
const READ = 1500;
const KEEP = 25_000;
const LEARNING = { leastRows: 6, cost: 2, smoothing: 0.02, epochs: 10, intercept: 0.5, classes: 2 };

const BY_TOPIC_SUFFIX = '（按主题）';
/** What the second way of learning goes by: how much the topics count beside the n-grams, how far it is held back. */
const BY_TOPIC = { topics: 0.2, hold: 12 };

/** The department model as a file: what a county's layer is taught with; no function ships it. */
export const departmentModelFile = (rows: readonly ReplyRow[]): Uint8Array =>
  writeModel(
    learnDepartments(rows),
    ['', BY_TOPIC_SUFFIX].flatMap((suffix) => DEPARTMENTS.map(({ name }) => name + suffix)),
    1,
    KEEP,
  );

/**
 * Learns from published replies which departments a message ends up with, in two ways: by n-grams alone, and held back
 * far more, by n-grams and the topics they belong to, so that a word says something that no reply was written to. A
 * score a department and way, each a sum over the message's n-grams, zero on average over these messages and varying by
 * one. Only messages are read later; the replies are what taught.
 */
export function learnDepartments(rows: readonly ReplyRow[]): Linear {
  const keyed = keyRows(rows);
  const all = Array.from(rows.keys());
  const often = vocabularyOf(keyed, all, LEARNING.leastRows);
  const vocabulary = vocabularyFrom(
    Uint32Array.from(new Set([...often.keys, ...readTopics().keys()])).sort(),
  );
  const replies = rows.map(({ reply }) => reply.replace(/\s/gu, '').slice(0, READ));
  const named = DEPARTMENTS.map(({ words }) =>
    replies.map((reply) => Number(words.some((word) => reply.includes(word)))),
  );
  const ways = [
    ...byNgrams(often, sparseOf(keyed, often), named).map((scores) => widened(scores, often, vocabulary)),
    ...byTopic(vocabulary, sparseOf(keyed, vocabulary), named),
  ];
  const sparse = sparseOf(keyed, vocabulary);
  const stride = ways.length;
  const weights = new Float32Array((vocabulary.keys.length + 1) * stride);
  ways.forEach((way, column) => {
    const { mean, spread } = spreadOf(all.map((row) => scoreOf(way, sparse, row)));
    way.forEach((weight, feature) => {
      const last = feature === vocabulary.keys.length;
      weights[feature * stride + column] = (last ? weight - mean : weight) / (spread || 1);
    });
  });
  return { vocabulary, weights, stride };
}

/** Logistic regression, department by department. */
function byNgrams(
  { keys, rowsWith }: ReturnType<typeof vocabularyOf>,
  sparse: Sparse,
  named: readonly number[][],
): Float64Array[] {
  const rows = Array.from(named[0]?.keys() ?? []);
  const scale = new Float32Array((keys.length + 1) * COLUMNS);
  rowsWith.forEach((count, feature) => {
    scale.fill(Math.log(1 + rows.length / count), feature * COLUMNS, (feature + 1) * COLUMNS);
  });
  return named.map((labels) => {
    const two = trainLinear({ ...LEARNING, sparse, features: keys.length, rows, labels, scale });
    return Float64Array.from(
      { length: keys.length + 1 },
      (_, feature) => (two[feature * COLUMNS + 1] ?? 0) - (two[feature * COLUMNS] ?? 0),
    );
  });
}

/** Ridge regression on n-grams and topics together; what the topics say is laid onto their n-grams. */
function byTopic({ keys }: Vocabulary, sparse: Sparse, named: readonly number[][]): Float64Array[] {
  const rows = Array.from(named[0]?.keys() ?? []);
  const topics = readTopics();
  const topicOf = Int16Array.from(keys, (key) => topics.get(key) ?? -1);
  const spoken = rows.map((row) => {
    const amounts = new Float64Array(TOPICS);
    eachEntry(sparse, row, (feature, value) => {
      const topic = topicOf[feature] ?? -1;
      if (topic >= 0) amounts[topic] = (amounts[topic] ?? 0) + value;
    });
    return amounts;
  });
  const standard = standardOf(spoken, [{ from: 0, to: TOPICS, counts: BY_TOPIC.topics }]);
  const { lower, perNgram } = likenessOf(sparse, rows, keys.length, standard);
  const ridge = ridgeOf(lower, BY_TOPIC.hold);
  return named.map((labels) => {
    const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    const pulls = ridge(labels.map((label) => label - share));
    const slopes = slopesOf(standard, pulls);
    const out = Float64Array.from({ length: keys.length + 1 }, (_, at) => slopes[topicOf[at] ?? -1] ?? 0);
    rows.forEach((row) =>
      eachEntry(sparse, row, (feature, value) => {
        out[feature] = (out[feature] ?? 0) + (pulls[row] ?? 0) * perNgram * value;
      }),
    );
    return out;
  });
}

/** The same scores over a vocabulary that holds more. */
function widened(scores: Float64Array, { keys }: Vocabulary, to: Vocabulary): Float64Array {
  const out = new Float64Array(to.keys.length + 1);
  keys.forEach((key, feature) => {
    out[to.featureOf[key] ?? 0] = scores[feature] ?? 0;
  });
  out[to.keys.length] = scores[keys.length] ?? 0;
  return out;
}

function scoreOf(scores: Float64Array, sparse: Sparse, row: number): number {
  let sum = scores[scores.length - 1] ?? 0;
  eachEntry(sparse, row, (feature, value) => {
    sum += (scores[feature] ?? 0) * value;
  });
  return sum;
}
