import {
  LENGTH_KEYS,
  REPLY_COLUMNS,
  replyFeatures,
} from '../../cloudfunctions/core/domain/replies/explains-nothing';
import { KEY_BITS, ngramsOf } from '../../cloudfunctions/core/domain/routing/ngrams';
import type { Linear } from './base-model';
import { COLUMNS, trainLinear } from './linear';
import { writeModel } from './model-file';
import { SAYS_NOTHING, SAYS_SOMETHING } from './replies/short-replies';
import { sparseOf, vocabularyFrom } from './sparse';

export interface ReplyRow {
  title: string;
  text: string;
  reply: string;
  explains: string | number;
}

const KEEP = 16_000;
const LEAST = 3;
const COMMON = REPLY_COLUMNS.indexOf('常见');

/** The reply model as a file: learned from published replies and from our own short ones. */
export const replyModelFile = (rows: readonly ReplyRow[]): Uint8Array =>
  writeModel(learnReplies(rows), REPLY_COLUMNS, 1, KEEP);

/** Learns to tell a reply that explains nothing (column 0) from one that does (1), and counts what is common (2). */
function learnReplies(published: readonly ReplyRow[]): Linear {
  const rows = [...published, ...ownRows()];
  const features = rows.map(({ reply }) => replyFeatures(reply));
  const keyed = {
    keys: features.map((each) => Uint32Array.from(each.keys())),
    values: features.map((each) => Float32Array.from(each.values())),
  };
  const inReplies = countRows(keyed.keys);
  const inTexts = countRows(
    published.flatMap(({ title, text, reply }) => [keysOf(`${title}。${text}`), keysOf(reply)]),
  );
  const keys = Array.from(inReplies.keys()).filter(
    (key) => (inReplies[key] ?? 0) >= LEAST || (key >= LENGTH_KEYS && (inTexts[key] ?? 0) > LEAST),
  );
  const vocabulary = vocabularyFrom(Uint32Array.from(keys));
  const scale = new Float32Array((keys.length + 1) * COLUMNS);
  keys.forEach((key, feature) => {
    const rare = key < LENGTH_KEYS ? 1 : Math.log(1 + rows.length / Math.max(1, inReplies[key] ?? 0));
    scale.fill(rare, feature * COLUMNS, (feature + 1) * COLUMNS);
  });
  const weights = trainLinear({
    sparse: sparseOf(keyed, vocabulary),
    features: keys.length,
    rows: Array.from(rows.keys()),
    scale,
    labels: rows.map(({ explains }) => Number(explains)),
    classes: 2,
    cost: 20,
    smoothing: 0.02,
    epochs: 15,
    intercept: 1,
  });
  const unseen = Math.log(1 + LEAST);
  keys.forEach((key, feature) => {
    weights[feature * COLUMNS + COMMON] = Math.max(0, Math.log(1 + (inTexts[key] ?? 0)) - unseen);
  });
  weights[keys.length * COLUMNS + COMMON] = Math.log(1 + 2 * published.length) - unseen;
  return { vocabulary, weights, stride: COLUMNS };
}

const ownRows = (): ReplyRow[] =>
  [SAYS_NOTHING, SAYS_SOMETHING].flatMap((replies, explains) =>
    replies.map((reply) => ({ title: '', text: '', reply, explains })),
  );

const keysOf = (text: string): Uint32Array => {
  const { keys, count } = ngramsOf('', text);
  return Uint32Array.from(new Set(keys.subarray(0, count)));
};

function countRows(rows: readonly Uint32Array[]): Int32Array {
  const counts = new Int32Array(1 << KEY_BITS);
  for (const keys of rows) for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
