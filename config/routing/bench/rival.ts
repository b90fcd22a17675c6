import { createRequire } from 'node:module';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What is used of the packages; the classifier ships no types. */
interface WinkClassifier {
  definePrepTasks(tasks: ((text: string) => string[])[]): number;
  defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
  learn(text: string, label: string): boolean;
  consolidate(): boolean;
  predict(text: string): string;
  exportJSON(): string;
  importJSON(json: string): boolean;
}
interface Tokenizer {
  cut(text: string, hmm?: boolean): string[];
}

const load = createRequire(import.meta.url);

/** A classifier off the shelf: words by jieba, naive Bayes by wink. */
export interface Rival {
  predict(text: string): string;
}

/** The packages and the dictionary, as a function would have to load them at its start. */
export function openTokenizer(): Tokenizer {
  const { Jieba } = load('@node-rs/jieba') as { Jieba: { withDict(dict: Uint8Array): Tokenizer } };
  const { dict } = load('@node-rs/jieba/dict') as { dict: Uint8Array };
  return Jieba.withDict(dict);
}

function emptyClassifier(tokenizer: Tokenizer): WinkClassifier {
  const create = load('wink-naive-bayes-text-classifier') as () => WinkClassifier;
  const classifier = create();
  classifier.definePrepTasks([
    (text) => tokenizer.cut(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word)),
  ]);
  return classifier;
}

/** Trains the rival; what would be shipped of it, and its size compressed. */
export function trainRival(
  tokenizer: Tokenizer,
  rows: readonly { text: string; label: string }[],
): { file: Uint8Array; bytes: number } {
  const classifier = emptyClassifier(tokenizer);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  // A text without words is nothing to learn from, and the package throws on it.
  for (const { text, label } of rows) if (/\p{Script=Han}/u.test(text)) classifier.learn(text, label);
  classifier.consolidate();
  const file = gzipSync(classifier.exportJSON());
  return { file, bytes: file.length };
}

/** The trained rival as a function would load it. */
export function loadRival(tokenizer: Tokenizer, file: Uint8Array): Rival {
  const classifier = emptyClassifier(tokenizer);
  classifier.importJSON(gunzipSync(file).toString('utf8'));
  classifier.consolidate();
  return { predict: (text) => classifier.predict(text) };
}
