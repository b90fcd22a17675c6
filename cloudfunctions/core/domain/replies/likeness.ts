import { featureOf, type ClassifierModel } from '../routing/classifier-model';
import { ngramsOf } from '../routing/ngrams';
import { REPLY_COLUMNS } from './explains-nothing';

/** What a text is about: its pairs and triples of characters, the rare ones heavy. The squares add up to one. */
export type Print = ReadonlyMap<number, number>;

const COMMON = REPLY_COLUMNS.indexOf('常见');
/** Longer runs only come about across blanks and idle words. */
const LONGEST = 4;

/** The print of a text under the model's knowledge of what is common. Total: a text without words has an empty one. */
export function printOf(model: ClassifierModel, text: string): Print {
  const counts = new Map<number, number>();
  const { keys, starts, ends, count } = ngramsOf('', text);
  for (let index = 0; index < count; index += 1) {
    const size = (ends[index] ?? 0) - (starts[index] ?? 0);
    const key = keys[index] ?? 0;
    if (size >= 2 && size <= LONGEST) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const weights = Array.from(
    counts,
    ([key, times]) => [key, (1 + Math.log(times)) * rarityOf(model, key)] as const,
  );
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([key, weight]) => [key, weight / length]));
}

/** How alike two texts are: 0 nothing shared, 1 the same words in the same measure. */
export function likeness(one: Print, other: Print): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}

/** An n-gram the model has not met is as rare as they come. */
function rarityOf(model: ClassifierModel, key: number): number {
  const feature = featureOf(model, key);
  const common =
    feature < 0
      ? 0
      : (model.weights[feature * model.classes.length + COMMON] ?? 0) * (model.steps[COMMON] ?? 0);
  return Math.max(0, (model.intercepts[COMMON] ?? 0) - common);
}
