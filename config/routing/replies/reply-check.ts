import { cosine, fingerprintOf, weightsByGram, type Rarity } from '../duplicates/fingerprint';
import {
  featureOf,
  type ClassifierModel,
} from '../../../cloudfunctions/core/domain/routing/classifier-model';
import { ngramsOf, valueOf } from '../../../cloudfunctions/core/domain/routing/ngrams';

/** Hashed n-grams below this number are never cut from text by chance alone often enough to matter: they say how long a reply is. */
const LENGTH_KEYS = 6;

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
  [
    Math.log(1 + length) / 6,
    Number(length < 40),
    Number(length < 80),
    Number(length < 150),
    Math.min(1, length / 1000),
    Number(sentences > 3),
  ].forEach((value, key) => features.set(key, value));
  return features;
}

/** How likely a reply only acknowledges and explains nothing, 0 to 1. */
export function explainsNothing(model: ClassifierModel, reply: string): number {
  const [column, other] = [0, 1];
  const columns = model.classes.length;
  let margin = (model.intercepts[column] ?? 0) - (model.intercepts[other] ?? 0);
  for (const [key, value] of replyFeatures(reply)) {
    const feature = featureOf(model, key);
    if (feature < 0) continue;
    margin += value * (model.weights[feature * columns] ?? 0) * (model.steps[0] ?? 0);
    margin -= value * (model.weights[feature * columns + 1] ?? 0) * (model.steps[1] ?? 0);
  }
  return 1 / (1 + Math.exp(-margin / model.temperature));
}

/** How much better a reply fits its own message than these others do on average; below zero it belongs elsewhere. */
export function ownFit(
  message: { title: string; text: string },
  others: readonly { title: string; text: string }[],
  reply: string,
  rarity: Rarity,
): number {
  const print = fingerprintOf('', reply, rarity);
  const fit = (to: { title: string; text: string }): number =>
    cosine(weightsByGram(fingerprintOf(to.title, to.text, rarity)), print);
  const elsewhere = others.reduce((sum, other) => sum + fit(other), 0) / Math.max(1, others.length);
  return fit(message) - elsewhere;
}
