import { featureOf, type ClassifierModel } from '../routing/classifier-model';
import { ngramsOf, valueOf } from '../routing/ngrams';

/** Columns of the reply model: two to tell an empty reply from one that explains, one for how common an n-gram is. */
export const REPLY_COLUMNS = ['空', '实', '常见'] as const;

/** Hashed n-grams below this number are never cut from text by chance alone often enough to matter: they say how much a reply says. */
export const LENGTH_KEYS = 8;

/** Figures with what they count, dates, sums: who writes them tells of something. */
const FIGURE =
  /[0-9０-９一二三四五六七八九十百千万两半]+ ?(?:[月日号点天年周个盏处根块台条户人次米亩元吨车层辆家度瓦成岁分]|平方|公里|小时|工作日|%)/gu;

/** What a reply is judged by: its n-grams, and how much it says at all. */
export function replyFeatures(reply: string): Map<number, number> {
  const ngrams = ngramsOf('', reply);
  const sums = new Map<number, number>();
  for (let index = 0; index < ngrams.count; index += 1) {
    const key = ngrams.keys[index] ?? 0;
    if (key >= LENGTH_KEYS) sums.set(key, (sums.get(key) ?? 0) + (ngrams.weights[index] ?? 0));
  }
  const features = new Map(Array.from(sums, ([key, sum]) => [key, valueOf(sum, ngrams.length)] as const));
  const length = reply.replace(/\s/gu, '').length;
  const sentences = reply.match(/[。；;]/gu)?.length ?? 0;
  const figures = reply.replace(/\d{4}年\d{1,2}月\d{1,2}日\s*$/u, '').match(FIGURE)?.length ?? 0;
  [
    Math.log(1 + length) / 6,
    Number(length < 40),
    Number(length < 80),
    Number(length < 150),
    Math.min(1, length / 1000),
    Number(sentences > 3),
    Number(figures > 0),
    Math.min(1, figures / 4),
  ].forEach((value, key) => features.set(key, value));
  return features;
}

/** How likely a reply only acknowledges and explains nothing, 0 to 1. Total: an empty text says nothing. */
export function explainsNothing(model: ClassifierModel, reply: string): number {
  const columns = model.classes.length;
  let margin = (model.intercepts[0] ?? 0) - (model.intercepts[1] ?? 0);
  for (const [key, value] of replyFeatures(reply)) {
    const feature = featureOf(model, key);
    if (feature < 0) continue;
    margin += value * (model.weights[feature * columns] ?? 0) * (model.steps[0] ?? 0);
    margin -= value * (model.weights[feature * columns + 1] ?? 0) * (model.steps[1] ?? 0);
  }
  return 1 / (1 + Math.exp(-margin / model.temperature));
}
