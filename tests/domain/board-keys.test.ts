import { describe, expect, it } from 'vitest';
import type { BoardQuery } from '@contract/board';
import { boardKeysOf, keysOfBoardQuery } from '../../cloudfunctions/core/domain/publication/board-keys';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import {
  COUNTY,
  EAST,
  FACTS,
  history,
  PRIVATE_MATTER,
  WEST,
  type Beginning,
  type Step,
} from '../support/builders';
import { stateOf } from '../support/given-when-then';

const published = (title: string, text: string, more: Step[] = [], first: Beginning = {}): Lead => {
  const lead = stateOf(
    history(['LeadAccepted', 'LeadAdopted', { ...FACTS.LeadPublished, title, text }, ...more], first),
  );
  if (lead === null) throw new Error('no lead');
  return lead;
};
const lamp = published('水磨村口的路灯亮了', '换了三盏灯，老人晚上出门不怕了。');

const finds = (query: Pick<BoardQuery, 'placeId' | 'words' | 'state'>, lead = lamp): boolean => {
  const keys = keysOfBoardQuery(query, COUNTY);
  if (keys === null) throw new Error('too short');
  const carried = new Set(boardKeysOf(lead, COUNTY));
  return keys.every((key) => carried.has(key));
};

describe('a published matter', () => {
  it.each(['路灯', '灯', '路灯亮', '老人', '老人 路灯', 'ludeng', 'LUDENG', 'ld', 'ldl', 'sm', '  路灯  '])(
    'is found by 「%s」',
    (words) => expect(finds({ words })).toBe(true),
  );
  it.each([
    'lu deng',
    'Lu Deng',
    'lu　deng',
    'l d',
    'shui mo cun',
    'ludeng shuimo',
    'ludeng　老人',
    '灯 lu deng',
  ])('is found by 「%s」: blanks between syllables are forgiven, words stay words', (words) =>
    expect(finds({ words })).toBe(true),
  );
  it.each(['lu hua', 'lu deng 井盖', 'ludeng jinggai'])(
    'is not found by 「%s」: each has to be there',
    (words) => expect(finds({ words })).toBe(false),
  );
  it.each(['井盖', '路灯 井盖', 'jinggai', 'jg', '盖'])('is not found by 「%s」', (words) =>
    expect(finds({ words })).toBe(false),
  );
  it('is found by syllables short and long', () => {
    const seen = published('长春旺装床学校水渠', '写完了。');
    for (const words of ['chang chun wang', 'zhuang chuang', 'xue xiao', 'shui qu'])
      expect([words, finds({ words }, seen)]).toEqual([words, true]);
  });
  it('is listed in the county and in its township, and in a village only where its words name it', () => {
    expect([finds({}), finds({ placeId: EAST }), finds({ placeId: WEST })]).toEqual([true, true, false]);
    const inVillage = { submitted: { placeId: 'v-mill' } };
    const named = published('水磨村的路修好了', '铺了路面。', [], inVillage);
    const unnamed = published('村里的路修好了', '铺了路面。', [], inVillage);
    expect(COUNTY.townships.flatMap(({ villages }) => villages).map(({ id }) => id)).toContain('v-mill');
    expect([finds({ placeId: 'v-mill' }, named), finds({ placeId: 'v-mill' }, unnamed)]).toEqual([
      true,
      false,
    ]);
  });
  it('is cut by how it stands', () => {
    expect([finds({ state: 'adopted' }), finds({ state: 'underway' }), finds({ state: 'solved' })]).toEqual([
      true,
      true,
      false,
    ]);
    const solved = published('路修好了', '铺了。', ['LeadResolved']);
    expect([finds({ state: 'underway' }, solved), finds({ state: 'solved', words: '路' }, solved)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what is not on the board', () => {
  it('has no keys at all: not published, private, merged or withdrawn', () => {
    const unpublished = stateOf(history(['LeadAccepted']));
    expect(unpublished && boardKeysOf(unpublished, COUNTY)).toEqual([]);
    expect(boardKeysOf(published('标题', '内容', [], PRIVATE_MATTER), COUNTY)).toEqual([]);
    expect(boardKeysOf(published('标题', '内容', ['LeadWithdrawn']), COUNTY)).toEqual([]);
    expect(boardKeysOf(published('标题', '内容', ['LeadMerged']), COUNTY)).toEqual([]);
  });
});

describe('the keys', () => {
  it('stay few, however long the text', () => {
    const long = published('路'.repeat(60), '字词句段篇章节目'.repeat(250));
    expect(boardKeysOf(long, COUNTY).length).toBeLessThan(1_000);
  });
  it('of one letter are refused, of one character looked up in the title', () => {
    expect(keysOfBoardQuery({ words: 'l' }, COUNTY)).toBeNull();
    expect(keysOfBoardQuery({ words: '，' }, COUNTY)).not.toBeNull();
    expect(finds({ words: '怕' })).toBe(false);
  });
});
