import { COMMON_CHARACTERS } from './common-characters';
import { OFFICIALESE } from './officialese';

/** One piece of text as a resident reads it, and where it is written. */
export interface Text {
  text: string;
  file: string;
  line: number;
}

/** What stands for a value that is put in when the text is shown: a date, a name, a number. */
export const INSERTED = '□□□□';

/**
 * How plain the words have to be. Nobody publishes an official measure of how hard Chinese is to read; these follow
 * what the studies of it agree on: rare characters, long sentences and words of an office make it hard. A sentence of
 * twenty characters is said in one breath; the longest may take two, and has a comma where the breath is taken.
 */
export const LIMITS = {
  /** Of all characters, how many may be outside the 2,500. */
  rareShare: 0.005,
  meanSentence: 20,
  longestSentence: 45,
  longestClause: 24,
} as const;

export interface Findings {
  characters: number;
  rareShare: number;
  sentences: number;
  meanSentence: number;
  problems: { text: Text; problem: string }[];
}

const HAN = /\p{Script=Han}/u;
/** A value put in, a number or a foreign word is taken in at one glance, as two characters are. */
const TAKEN_AT_A_GLANCE = /□+|[\p{Script=Latin}\d][\p{Script=Latin}\d.:/-]*/gu;

/** What somebody reads, in characters. */
export function lengthOf(text: string): number {
  const words = text.replace(TAKEN_AT_A_GLANCE, '口口');
  return Array.from(words).filter((character) => HAN.test(character)).length;
}

/** The sentences of a text; what has no full stop is a label, not a sentence. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+[。！？；]/gu) ?? [];
}

const clausesOf = (text: string): string[] => text.split(/[，。！？；：、（）「」《》\n…—·]/u);

/** Measures all texts together and names each one that is not plain. `known` are characters everybody there can read. */
export function measure(texts: readonly Text[], known: ReadonlySet<string>): Findings {
  const characters = texts.flatMap(({ text }) => Array.from(text).filter((character) => HAN.test(character)));
  const rare = characters.filter((character) => isRare(character, known));
  const lengths = texts.flatMap(({ text }) => sentencesOf(text).map(lengthOf));
  return {
    characters: characters.length,
    rareShare: rare.length / Math.max(1, characters.length),
    sentences: lengths.length,
    meanSentence: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    problems: texts.flatMap((text) => problemsOf(text.text).map((problem) => ({ text, problem }))),
  };
}

/** What is not plain about one text, in words. */
export function problemsOf(text: string): string[] {
  // 政协办公室 has nothing to do with 协办.
  const plain = text.replaceAll('政协', '');
  const words = Object.entries(OFFICIALESE)
    .filter(([word]) => plain.includes(word))
    .map(([word, better]) => `「${word}」是公文话，可以说：${better}`);
  const sentences = sentencesOf(text)
    .filter((sentence) => lengthOf(sentence) > LIMITS.longestSentence)
    .map((sentence) => `一句 ${lengthOf(sentence)} 个字，太长：${sentence}`);
  const clauses = clausesOf(text)
    .filter((clause) => lengthOf(clause) > LIMITS.longestClause)
    .map((clause) => `${lengthOf(clause)} 个字没有停顿：${clause}`);
  return [...words, ...sentences, ...clauses];
}

/** Whether a character is not among the 2,500, nor one that everybody in the county knows. */
export function isRare(character: string, known: ReadonlySet<string>): boolean {
  return HAN.test(character) && !COMMON_CHARACTERS.has(character) && !known.has(character);
}

/** What the whole comes to, one line for each limit that is not kept. */
export function beyondLimits({ rareShare, meanSentence, problems }: Findings): string[] {
  return [
    rareShare > LIMITS.rareShare ? `2500 常用字以外的字占 ${(rareShare * 100).toFixed(2)} %` : '',
    meanSentence > LIMITS.meanSentence ? `平均一句 ${meanSentence.toFixed(1)} 个字` : '',
    problems.length > 0 ? `${problems.length} 处不够平白` : '',
  ].filter(Boolean);
}
