import { readFileSync } from 'node:fs';
import type { Linear } from './base-model';
import type { ReplyRow } from './learn-replies';
import { COLUMNS, logitsOf, trainLinear } from './linear';
import { writeModel } from './model-file';
import { keyRows, sparseOf, vocabularyOf } from './sparse';

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

/** The department model as a file: what a county's layer is taught with; no function ships it. */
export const departmentModelFile = (rows: readonly ReplyRow[]): Uint8Array =>
  writeModel(
    learnDepartments(rows),
    DEPARTMENTS.map(({ name }) => name),
    1,
    KEEP,
  );

/**
 * Learns from published replies which departments a message ends up with: a score a department, a sum over the message's
 * n-grams, zero on average over these messages and varying by one. Only messages are read later; the replies are what
 * taught.
 */
export function learnDepartments(rows: readonly ReplyRow[]): Linear {
  const keyed = keyRows(rows);
  const all = Array.from(rows.keys());
  const vocabulary = vocabularyOf(keyed, all, LEARNING.leastRows);
  const features = vocabulary.keys.length;
  const sparse = sparseOf(keyed, vocabulary);
  const scale = new Float32Array((features + 1) * COLUMNS);
  vocabulary.rowsWith.forEach((count, feature) => {
    scale.fill(Math.log(1 + rows.length / count), feature * COLUMNS, (feature + 1) * COLUMNS);
  });
  const replies = rows.map(({ reply }) => reply.replace(/\s/gu, '').slice(0, READ));
  const stride = DEPARTMENTS.length;
  const weights = new Float32Array((features + 1) * stride);
  DEPARTMENTS.forEach(({ words }, department) => {
    const labels = replies.map((reply) => Number(words.some((word) => reply.includes(word))));
    const two = trainLinear({ ...LEARNING, sparse, features, rows: all, labels, scale });
    const logits = new Float64Array(COLUMNS);
    const { mean, spread } = spreadOf(
      all.map((row) => {
        logitsOf(two, features, sparse, row, logits);
        return (logits[1] ?? 0) - (logits[0] ?? 0);
      }),
    );
    for (let feature = 0; feature <= features; feature += 1) {
      const weight = (two[feature * COLUMNS + 1] ?? 0) - (two[feature * COLUMNS] ?? 0);
      weights[feature * stride + department] = (feature === features ? weight - mean : weight) / spread;
    }
  });
  return { vocabulary, weights, stride };
}

function spreadOf(scores: readonly number[]): { mean: number; spread: number } {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const square = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return { mean, spread: Math.sqrt(square) || 1 };
}
