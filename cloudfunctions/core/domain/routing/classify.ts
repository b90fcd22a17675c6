import { featureOf, type ClassifierModel } from './classifier-model';
import { MOST_CHARACTERS, ngramsOf, OF_MESSAGES, splitTitle, valueOf, type Ngrams } from './ngrams';

export interface Reading {
  /** Categories with their probabilities, most likely first; they add up to one. */
  ranked: { name: string; probability: number }[];
  /** How likely the message belongs to none of the categories, 0 to 1. */
  outOfScope: number;
  /** The resident's own words that spoke most for the first category, strongest first. */
  words: string[];
}

const MOST_WORDS = 5;
const LONGEST_WORD = 8;

/** Reads what a message is about. Total: an empty or senseless text gets the categories' usual shares and no words. */
export function classify(model: ClassifierModel, text: string, title = ''): Reading {
  const parts = title === '' ? splitTitle(text) : { title, text };
  const ngrams = ngramsOf(parts.title, parts.text, OF_MESSAGES);
  const columns = model.classes.length;
  const other = columns - 1;
  const values = valuesOf(model, ngrams);
  const logits = logitsOf(model, values);
  const all = probabilities(logits, columns, model.temperature);
  const shares = probabilities(logits, other, model.temperature);
  const ranked = Array.from(shares, (probability, column) => ({
    name: model.classes[column] ?? '',
    probability,
    column,
  })).sort((a, b) => b.probability - a.probability || a.column - b.column);
  const best = ranked[0]?.column ?? 0;
  return {
    ranked: ranked.map(({ name, probability }) => ({ name, probability })),
    outOfScope: all[other] ?? 0,
    words: wordsFor(model, ngrams, values, best, parts.title + parts.text.slice(0, MOST_CHARACTERS)),
  };
}

interface Values {
  /** Feature of each occurrence, -1 where unknown. */
  features: Int32Array;
  /** Distinct features and what each counts. */
  sums: Map<number, number>;
  length: number;
}

function valuesOf(model: ClassifierModel, ngrams: Ngrams): Values {
  const features = new Int32Array(ngrams.count);
  const sums = new Map<number, number>();
  for (let index = 0; index < ngrams.count; index += 1) {
    const feature = featureOf(model, ngrams.keys[index] ?? 0);
    features[index] = feature;
    if (feature >= 0) sums.set(feature, (sums.get(feature) ?? 0) + (ngrams.weights[index] ?? 0));
  }
  return { features, sums, length: ngrams.length };
}

function logitsOf(model: ClassifierModel, { sums, length }: Values): Float64Array {
  const columns = model.classes.length;
  const logits = new Float64Array(columns);
  for (const [feature, sum] of sums) {
    const value = valueOf(sum, length);
    for (let column = 0; column < columns; column += 1) {
      logits[column] = (logits[column] ?? 0) + (model.weights[feature * columns + column] ?? 0) * value;
    }
  }
  return logits.map((logit, column) => logit * (model.steps[column] ?? 0) + (model.intercepts[column] ?? 0));
}

function probabilities(logits: Float64Array, count: number, temperature: number): Float64Array {
  const used = logits.slice(0, count);
  const most = used.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = used.map((logit) => Math.exp((logit - most) / temperature));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** Spreads what each n-gram said for the category over its characters, and cuts out the loudest runs. */
function wordsFor(
  model: ClassifierModel,
  ngrams: Ngrams,
  values: Values,
  column: number,
  original: string,
): string[] {
  const columns = model.classes.length;
  const loudness = new Float64Array(original.length);
  for (let index = 0; index < ngrams.count; index += 1) {
    const feature = values.features[index] ?? -1;
    if (feature < 0) continue;
    const at = feature * columns;
    let mean = 0;
    for (let each = 0; each < columns - 1; each += 1) mean += (model.weights[at + each] ?? 0) / (columns - 1);
    const said = ((model.weights[at + column] ?? 0) - mean) * Math.sqrt(ngrams.weights[index] ?? 0);
    const start = ngrams.starts[index] ?? 0;
    const end = ngrams.ends[index] ?? 0;
    if (end - start > LONGEST_WORD) continue;
    for (let character = start; character < end; character += 1) {
      loudness[character] = (loudness[character] ?? 0) + said / (end - start);
    }
  }
  return loudestRuns(loudness, original);
}

function loudestRuns(loudness: Float64Array, original: string): string[] {
  const floor = loudness.reduce((most, value) => Math.max(most, value), 0) * 0.25;
  const runs = new Map<string, number>();
  let start = 0;
  for (let index = 0; index <= original.length; index += 1) {
    const inside =
      index < original.length &&
      (loudness[index] ?? 0) > floor &&
      /[\p{Script=Han}a-z0-9]/iu.test(original.charAt(index));
    if (inside && index - start < LONGEST_WORD) continue;
    const word = original.slice(start, index);
    if (word.length >= 2) {
      const sum = loudness.slice(start, index).reduce((a, b) => a + b, 0);
      runs.set(word, Math.max(runs.get(word) ?? 0, sum));
    }
    start = inside ? index : index + 1;
  }
  return Array.from(runs)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
