import { replyFeatures } from './replies/reply-check';
import type { Linear } from './base-model';
import { COLUMNS, trainLinear } from './linear';
import { sparseOf, vocabularyOf } from './sparse';

export interface ReplyRow {
  title: string;
  text: string;
  reply: string;
  explains: string | number;
}

/** Learns to tell a reply that explains nothing (column 0) from one that does (column 1). */
export function learnReplies(rows: readonly ReplyRow[]): Linear {
  const features = rows.map(({ reply }) => replyFeatures(reply));
  const keyed = {
    keys: features.map((each) => Uint32Array.from(each.keys())),
    values: features.map((each) => Float32Array.from(each.values())),
  };
  const all = Array.from(rows.keys());
  const vocabulary = vocabularyOf(keyed, all, 3);
  const scale = new Float32Array((vocabulary.keys.length + 1) * COLUMNS);
  vocabulary.rowsWith.forEach((count, feature) => {
    const rare = (vocabulary.keys[feature] ?? 0) < 6 ? 1 : Math.log(1 + rows.length / count);
    scale.fill(rare, feature * COLUMNS, (feature + 1) * COLUMNS);
  });
  const weights = trainLinear({
    sparse: sparseOf(keyed, vocabulary),
    features: vocabulary.keys.length,
    rows: all,
    scale,
    labels: rows.map(({ explains }) => Number(explains)),
    classes: 2,
    cost: 20,
    smoothing: 0.02,
    epochs: 15,
    intercept: 1,
  });
  return { vocabulary, weights };
}
