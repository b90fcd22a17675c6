import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMON_CHARACTERS } from '../../config/check-language/common-characters';
import {
  beyondLimits,
  isRare,
  lengthOf,
  LIMITS,
  measure,
  problemsOf,
  sentencesOf,
  type Text,
} from '../../config/check-language/measure';
import { residentTexts } from '../../config/check-language/sources';
import { STATUS_WORDS } from '../../types/contract/labels-zh';

const ROOT = resolve(import.meta.dirname, '../..');
const PLACES = new Set('嵩');
const asText = (text: string): Text => ({ text, file: 'a.ts', line: 1 });

describe('how plain a text is', () => {
  test('there are 2,500 common characters, each once', () => {
    expect(COMMON_CHARACTERS.size).toBe(2500);
  });

  test('a character outside them is rare, unless everybody in the county knows it', () => {
    expect(isRare('诉', PLACES)).toBe(false);
    expect(isRare('讼', PLACES)).toBe(true);
    expect(isRare('嵩', PLACES)).toBe(false);
    expect(isRare('A', PLACES)).toBe(false);
  });

  test('numbers and what is put in count as two characters, punctuation as none', () => {
    expect(lengthOf('打 12345，说明地点。')).toBe(7);
    expect(lengthOf('最晚□□□□给您回音。')).toBe(8);
  });

  test('a label is no sentence', () => {
    expect(sentencesOf('怎么称呼您')).toEqual([]);
    expect(sentencesOf('收到了。谢谢您！')).toEqual(['收到了。', '谢谢您！']);
  });

  test('words of an office are named, with what to say instead', () => {
    expect(problemsOf('您的诉求已受理。')).toEqual([
      expect.stringContaining('「诉求」是公文话'),
      expect.stringContaining('「受理」是公文话'),
    ]);
    expect(problemsOf('这件事不归县政协办。')).toEqual([]);
  });

  test('a sentence without a breath is named, and one that never ends', () => {
    const clause = '一'.repeat(LIMITS.longestClause);
    expect(problemsOf(`${clause}。`)).toEqual([]);
    expect(problemsOf(`${clause}二。`)).toHaveLength(1);
    expect(problemsOf(`${`${'一'.repeat(15)}，`.repeat(3)}。`)).toEqual([]);
    expect(problemsOf(`${`${'一'.repeat(16)}，`.repeat(3)}。`)).toHaveLength(1);
  });

  test('officialese does not pass', () => {
    const letter = '鉴于贵单位反映人之诉求已予以受理，特此告知，望知悉。';
    expect(beyondLimits(measure([asText(letter)], PLACES))).not.toEqual([]);
  });
});

describe('what residents read', () => {
  const sources = residentTexts(ROOT);

  test.each([...sources.keys()])('%s is plain', (name) => {
    const { problems, meanSentence, sentences } = measure(sources.get(name) ?? [], PLACES);
    expect(problems.map(({ text, problem }) => `${text.file}:${text.line} ${problem}`)).toEqual([]);
    expect(sentences).toBeGreaterThan(20);
    expect(meanSentence).toBeLessThanOrEqual(LIMITS.meanSentence);
  });

  test('all of it together keeps every limit', () => {
    expect(beyondLimits(measure([...sources.values()].flat(), PLACES))).toEqual([]);
  });

  test('where a lead stands is said in five characters, which WeChat’s messages have room for', () => {
    for (const words of Object.values(STATUS_WORDS)) expect(Array.from(words).length).toBeLessThanOrEqual(5);
  });
});
