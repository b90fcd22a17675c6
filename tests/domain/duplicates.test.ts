import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  gramsOf,
  KEYS_ASKED,
  KEYS_STORED,
  messageOf,
  similarity,
  weightsOf,
} from '../../cloudfunctions/core/domain/duplicates/fingerprint';
import {
  groupToJoin,
  isOtherMatter,
  type Similar,
} from '../../cloudfunctions/core/domain/duplicates/group-to-join';
import { readRarity } from '../../cloudfunctions/core/domain/duplicates/rarity';
import { sharedWords } from '../../cloudfunctions/core/domain/duplicates/shared-words';
import { isElsewhere, suggestEarlier } from '../../cloudfunctions/core/domain/duplicates/suggest-earlier';
import { demonstrationSet } from '../bench/stories';
import { RARITY } from '../support/rarity';

const LAMP = '安康社区北门的路灯坏了半个月，晚上黑得看不见路，老人摔了一跤。';
const LAMP_AGAIN = '北门路灯不亮快一个月了，安康社区没有人修，晚上黑咕隆咚。';
const SMOKE = '楼下烧烤店半夜油烟熏得睡不着，找了物业也没有用。';
const printOf = (text: string) => fingerprintOf(messageOf(text), RARITY);
const unplaced = { placeId: null, townshipId: null };
const queryOf = (text: string) => ({ text, print: printOf(text).print, ...unplaced });
const candidateOf = (text: string, leadId = text) => ({ leadId, print: printOf(text).print, ...unplaced });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.constantFrom(...Array.from('路灯坏了半个月桥栏杆断烟店。， a1')))
    .map((parts) => parts.join('')),
);

describe('a fingerprint', () => {
  it('is made of any text, has few keys of whole numbers, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { keys, askKeys, print } = printOf(text);
        expect(keys.length).toBeLessThanOrEqual(KEYS_STORED);
        expect(askKeys.length).toBeLessThanOrEqual(KEYS_ASKED);
        expect(askKeys.slice(0, keys.length)).toEqual(keys);
        expect(new Set(askKeys).size).toBe(askKeys.length);
        for (const key of askKeys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 30).toBe(true);
        expect(print).toMatch(/^[\w-]*$/);
        expect(print.length).toBeLessThanOrEqual(1200);
      }),
    );
  });

  it('does not mind blanks, full width, capitals or characters nobody sees', () => {
    const spaced = Array.from(LAMP).join('\u200b ');
    expect(fingerprintOf({ title: '', text: spaced }, RARITY)).toEqual(
      fingerprintOf({ title: '', text: LAMP }, RARITY),
    );
    expect(fingerprintOf({ title: '', text: 'Ａ３区ＷＩＦＩ坏了' }, RARITY)).toEqual(
      fingerprintOf({ title: '', text: 'a3区wifi坏了' }, RARITY),
    );
  });

  it('knows sentences again in another order', () => {
    const [first = '', second = '', third = ''] = LAMP.split('，');
    const turned = `${third.replace('。', '')}，${first}，${second}。`;
    expect(similarity(weightsOf(printOf(LAMP).print), printOf(turned).print)).toBeGreaterThan(0.7);
  });

  it('never takes the names of the county and its townships as keys, so that not half the county is found', () => {
    const names = gramsOf(['城关镇', '嵩县']);
    const { askKeys } = fingerprintOf(messageOf('嵩县城关镇路灯坏了'), RARITY, names);
    expect(askKeys.filter((key) => names.has(key))).toEqual([]);
    expect(askKeys.length).toBeGreaterThan(0);
  });

  it('of nothing but common words, of emoji or of blanks finds nothing', () => {
    for (const text of ['', '   ', '😀😀', '。。。']) expect(printOf(text).askKeys).toEqual([]);
  });

  it('of ten thousand characters takes no longer than ten average ones', () => {
    const texts = demonstrationSet().map(({ text }) => text);
    const timeOf = (work: () => void): number => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    texts.forEach(printOf);
    const average = timeOf(() => texts.forEach(printOf)) / texts.length;
    const long = texts.join('').slice(0, 10_000);
    const runs = Array.from({ length: 9 }, () => timeOf(() => printOf(long))).sort((a, b) => a - b);
    expect(runs[4]).toBeLessThan(Math.max(10 * average, 20_000));
  });
});

describe('suggestions', () => {
  const texts = demonstrationSet().map(({ text }) => text);
  const candidates = texts.map((text, index) => candidateOf(text, String(index)));

  it('put the same text first, whatever else there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: texts.length - 1 }), (index) => {
        const text = texts[index] ?? '';
        const [first] = suggestEarlier(queryOf(text), candidates);
        expect(texts[Number(first?.leadId)]).toBe(text);
        expect(first?.score).toBeCloseTo(1, 5);
      }),
      { numRuns: 60 },
    );
  });

  it('are at most five, in order of their score, and each has a reason in the words of the asker', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const suggested = suggestEarlier(queryOf(text), candidates);
        expect(suggested.length).toBeLessThanOrEqual(5);
        const scores = suggested.map(({ score }) => score);
        expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        for (const { words } of suggested) for (const word of words) expect(text).toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  it('know two tellings of one problem, and not another problem', () => {
    const [first, ...rest] = suggestEarlier(queryOf(LAMP_AGAIN), [candidateOf(LAMP), candidateOf(SMOKE)]);
    expect(first?.leadId).toBe(LAMP);
    expect(first?.words.join()).toContain('路灯');
    expect(rest).toEqual([]);
  });

  it('leave out what shares the names of the place and nothing else, however rare these are', () => {
    const place = { placeId: 'v1', townshipId: 't1' };
    const asked = {
      ...queryOf('安康社区的路灯坏了半个月，晚上看不见路。'),
      ...place,
      placeNames: ['城关镇', '安康社区', '安康'],
    };
    const waste = { ...candidateOf('安康社区的垃圾没有人清运，苍蝇很多。'), ...place };
    const lamp = { ...candidateOf('安康社区北门路灯不亮，晚上看不见路。'), ...place };
    expect(suggestEarlier({ ...asked, placeNames: [] }, [waste])).toHaveLength(1);
    expect(suggestEarlier(asked, [waste, lamp]).map(({ leadId }) => leadId)).toEqual([lamp.leadId]);
  });

  it('prefer the same village to the same township, and that to another one', () => {
    const at = (placeId: string, townshipId: string) => ({
      ...candidateOf(LAMP, placeId),
      placeId,
      townshipId,
    });
    const asked = { ...queryOf(LAMP_AGAIN), placeId: 'v1', townshipId: 't1' };
    const suggested = suggestEarlier(asked, [at('v9', 't9'), at('v2', 't1'), at('v1', 't1')]);
    expect(suggested.map(({ leadId, samePlace }) => [leadId, samePlace])).toEqual([
      ['v1', 'village'],
      ['v2', 'township'],
      ['v9', null],
    ]);
  });

  it('do not take a township for a village', () => {
    const asked = { ...queryOf(LAMP), placeId: 't1', townshipId: 't1' };
    const [first] = suggestEarlier(asked, [{ ...candidateOf(LAMP), placeId: 't1', townshipId: 't1' }]);
    expect(first?.samePlace).toBe('township');
  });

  it('are made of damaged prints too, without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (print) => {
        const suggested = suggestEarlier(queryOf(LAMP), [{ ...candidateOf(LAMP), print }]);
        expect(suggested.filter(({ score }) => !(score >= 0 && score <= 1))).toEqual([]);
      }),
    );
  });
});

describe('shared words', () => {
  it('stand in the text as they were written, and say nothing the text does not say', () => {
    const words = sharedWords(LAMP_AGAIN, weightsOf(printOf(LAMP).print));
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(LAMP_AGAIN).toContain(word);
  });

  it('are none where nothing is shared', () => {
    expect(sharedWords('完全另外一回事', weightsOf(printOf(SMOKE).print))).toEqual([]);
  });
});

describe('joining a group', () => {
  const groups: Record<string, string> = { a: 'lamp', b: 'lamp', c: 'smoke' };
  type Other = Pick<Similar<string>, 'id' | 'likeness'> & Partial<Similar<string>>;
  const PLAIN = { words: ['路灯', '不亮'], isElsewhere: false, isOtherMatter: false };
  const join = (similar: Other[], size = 1) =>
    groupToJoin(
      similar.map((other) => ({ ...PLAIN, ...other })),
      (id) => groups[id] ?? '',
      () => size,
    );

  it('goes to the nearest group', () => {
    expect(
      join([
        { id: 'a', likeness: 0.5 },
        { id: 'c', likeness: 0.2 },
      ]),
    ).toBe('lamp');
  });

  it('is refused where the likeness is small, or where one of many members alone is like it', () => {
    expect(join([{ id: 'a', likeness: 0.1 }])).toBeNull();
    expect(join([{ id: 'a', likeness: 0.17 }], 1)).toBe('lamp');
    expect(join([{ id: 'a', likeness: 0.17 }], 40)).toBeNull();
    expect(join([])).toBeNull();
  });

  it('is refused where both are certainly of different categories, however alike they sound', () => {
    const roads = { categoryId: 'roads', certain: true };
    const town = { categoryId: 'town', certain: true };
    expect(isOtherMatter(roads, town)).toBe(true);
    for (const other of [roads, { ...town, certain: false }, null])
      expect(isOtherMatter(roads, other)).toBe(false);
    expect(join([{ id: 'a', likeness: 0.9, isOtherMatter: true }])).toBeNull();
  });

  it('wants more likeness between two townships than within one', () => {
    expect(join([{ id: 'a', likeness: 0.2, isElsewhere: true }])).toBeNull();
    expect(join([{ id: 'a', likeness: 0.2 }])).toBe('lamp');
    expect(join([{ id: 'a', likeness: 0.3, isElsewhere: true }])).toBe('lamp');
  });

  it('is not made of one shared word, unless the texts are nearly the same', () => {
    expect(join([{ id: 'a', likeness: 0.26, words: ['香菇棒子'] }])).toBeNull();
    expect(join([{ id: 'a', likeness: 0.6, words: ['香菇棒子'] }])).toBe('lamp');
  });

  it('never happens to two matters that share a turn of speech: a lift, and a door that is locked', () => {
    const door = '陶庄村委会的门三天两头锁着，盖个章得打几个电话，也不知道谁值班';
    const lift = '我们社区的电梯三天两头困人，上周把个孕妇关里头四十分钟，打电话维保的人在洛阳，说堵车';
    const places = [
      { placeId: 't-a', townshipId: 't-a' },
      { placeId: 't-b', townshipId: 't-b' },
    ] as const;
    const [found] = suggestEarlier({ ...queryOf(lift), ...places[0] }, [
      { ...candidateOf(door), ...places[1] },
    ]);
    expect(found).toBeDefined();
    const { score = 0, words = [] } = found ?? {};
    const apart = { likeness: score, words, isElsewhere: isElsewhere(...places) };
    expect(join([{ id: 'a', ...apart }])).toBeNull();
  });
});

describe('the table of common pairs', () => {
  const bytes = readFileSync('cloudfunctions/core/adapters/rarity-table.bin');

  it('is small, and refused in a clear sentence when one byte is wrong', () => {
    expect(bytes.length).toBeLessThan(40 * 1024);
    for (const at of [0, 9, 200, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(() => readRarity(damaged)).toThrow('查重用的词频表损坏');
    }
    expect(() => readRarity(bytes.subarray(0, 100))).toThrow('npm run train:duplicates');
  });
});
