import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_MAX } from '@contract/limits';
import { findPlace, type County } from '../../cloudfunctions/core/domain/county';
import { readPlace } from '../../cloudfunctions/core/domain/places/read-place';
import { whichPlace } from '../../cloudfunctions/core/domain/routing/which-place';
import { ownerOf, routeLead } from '../../cloudfunctions/core/domain/routing/route-lead';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';

const SONG = countyOfContent('410325');
const JIANXI = countyOfContent('410305');
const file = resolve(import.meta.dirname, 'place-sentences.txt');
const SENTENCES = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [text = '', place = '-', asked = ''] = line.split(' | ').map((part) => part.trim());
    return { text, place, asked: asked === '' ? [] : asked.split('、') };
  });

const nameOf = (county: County, id: string | null): string => findPlace(county, id)?.name ?? '-';
const villagesOf = (county: County) =>
  county.townships.flatMap((township) => township.villages.map((village) => ({ ...village, township })));
const idOf = (county: County, township: string, village?: string): string => {
  const found = county.townships.find(({ name }) => name === township);
  const id = village ? found?.villages.find(({ name }) => name === village)?.id : found?.id;
  if (!id) throw new Error(`no ${township}${village ?? ''}`);
  return id;
};

describe('the sentences written by hand', () => {
  it('are at least 150', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(150);
  });

  it.each(SENTENCES)('「$text」 speaks of $place', ({ text, place, asked }) => {
    const reading = readPlace(text, SONG);
    expect(nameOf(SONG, reading.place)).toBe(place);
    expect(reading.candidates.map(({ name }) => name).sort()).toEqual([...asked].sort());
  });
});

describe.each([
  ['嵩县', SONG, 19, 340],
  ['涧西区', JIANXI, 11, 76],
])('the places of %s', (_name, county, townships, villages) => {
  it('are all there', () => {
    expect(county.townships).toHaveLength(townships);
    expect(villagesOf(county)).toHaveLength(villages);
  });

  it('are each found by their township’s name and their own, in characters and in pinyin', () => {
    const wrong = villagesOf(county).filter(({ id, name, sound = '', township }) => {
      const [letters = ''] = sound.split('/');
      const inLetters = `${(township.sound ?? '').replaceAll(' ', '')} ${letters.replaceAll(' ', '')} de lu`;
      // 车村 by itself is 车村镇.
      const apart = name === township.shortName ? [] : [`${township.name}的路，就是${name}那段`];
      const texts = [`我是${township.name}${name}的，路坏了`, inLetters, ...apart];
      return texts.some((text) => readPlace(text, county).place !== id);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('are found by their full name alone, or asked about where two bear it', () => {
    const all = villagesOf(county);
    for (const { id, name, township } of all) {
      const same = all.filter((other) => other.name === name);
      const reading = readPlace(`反映一下：${name}的路坏了很久`, county);
      if (county.townships.some((other) => name === other.name || name === other.shortName)) {
        expect([name, reading.place]).toEqual([name, township.id]);
      } else if (same.length > 1) {
        expect([name, reading.place]).toEqual([name, null]);
        expect(reading.candidates.map((each) => each.id).sort()).toEqual(same.map((each) => each.id).sort());
      } else if (reading.place !== id) {
        // Numbers and directions need their township: 「一社区」, 「东村」.
        expect([name, name.length <= 3]).toEqual([name, true]);
        expect(reading.place).toBeNull();
      }
    }
  });
});

describe('the streets of 涧西区', () => {
  it.each<[text: string, place: string, asked: string[]]>([
    ['武汉路街道的井盖少了一个', '武汉路街道', []],
    ['珠江路办事处门口太乱', '珠江路街道', []],
    ['珠江路街道办门口太乱', '珠江路街道', []],
    ['七里河社区没有充电棚', '长春路街道七里河社区', []],
    ['重庆路街道一社区没有充电棚', '重庆路街道一社区', []],
    ['一社区没有充电棚', '-', []],
    ['长安路一社区没有充电棚', '长安路街道长安路一社区', []],
    ['湖北路上的树挡住了红绿灯', '-', ['湖北路街道']],
    ['兴隆寨小区的电梯坏了', '珠江路街道兴隆寨社区', []],
    ['tongnezhai', '-', []],
    ['tonglezhai shequ 的电梯坏了', '长安路街道同乐寨社区', []],
  ])('「%s」 is %s', (text, place, asked) => {
    const reading = readPlace(text, JIANXI);
    expect(nameOf(JIANXI, reading.place)).toBe(place);
    expect(reading.candidates.map(({ name }) => name)).toEqual(asked);
  });

  it('route, though nobody holds an office there: to the county desk', () => {
    const placed = routeLead(
      { text: '七里河社区没有充电棚', codePlaceId: null, chosenPlaceId: null },
      JIANXI,
      null,
    );
    expect(placed.owner).toEqual({ kind: 'countyDesk' });
    expect(placed.route.names.township).toBe('长春路街道');
  });
});

describe('what a code or a choice says', () => {
  const deting = idOf(SONG, '德亭镇');
  const yangzhuang = idOf(SONG, '德亭镇', '杨庄村');

  it('settles which of two villages is meant', () => {
    const input = { text: '杨庄村没有水', codePlaceId: deting, chosenPlaceId: null };
    expect(whichPlace(input, SONG)).toMatchObject({ placeId: yangzhuang, by: 'code', candidates: [] });
    expect(whichPlace({ ...input, codePlaceId: null, chosenPlaceId: deting }, SONG)).toMatchObject({
      placeId: yangzhuang,
      by: 'chosen',
    });
  });

  it('is not overruled by what the text names elsewhere', () => {
    const input = { text: '樊店村没有水', codePlaceId: null, chosenPlaceId: deting };
    expect(whichPlace(input, SONG)).toMatchObject({ placeId: deting, by: 'chosen', candidates: [] });
    expect(whichPlace({ ...input, chosenPlaceId: yangzhuang }, SONG).placeId).toBe(yangzhuang);
  });
});

describe('a lead whose place is open', () => {
  const placed = routeLead({ text: '杨庄村没有水', codePlaceId: null, chosenPlaceId: null }, SONG, null);

  it('lies at the county desk with the question, never with a guessed liaison', () => {
    expect(placed).toMatchObject({ placeId: null, owner: { kind: 'countyDesk' } });
    expect(placed.route.placeCandidates?.map(({ name, why }) => [name, why])).toEqual([
      ['德亭镇杨庄村', '写了「杨庄村」，同名的有2个'],
      ['大章镇杨庄村', '写了「杨庄村」，同名的有2个'],
    ]);
  });

  it('quotes the village, not what stands at its entrance', () => {
    const { candidates, words } = readPlace('杨庄村村口的路灯坏了', SONG);
    expect(words).toEqual(['杨庄村']);
    expect(candidates.map(({ why }) => why)).toEqual(Array(2).fill('写了「杨庄村」，同名的有2个'));
  });
  it('keeps the words as the resident wrote them', () => {
    const text = '車村鎮​龍王村的橋斷了';
    const { route } = routeLead({ text, codePlaceId: null, chosenPlaceId: null }, SONG, null);
    expect(route.placeWords).toEqual(['車村鎮​龍王村']);
    expect(ownerOf(route, SONG)).toMatchObject({ kind: 'liaison', townshipId: idOf(SONG, '车村镇') });
  });
});

describe('any text', () => {
  const names = villagesOf(SONG).flatMap(({ name, township }) => [name, township.name, township.shortName]);
  const scraps = fc.array(
    fc.oneof(
      fc.constantFrom(...names, 'yangzhuang', 'ccz', '的', '到', '，', ' ', '\u200b', '车', '村', '镇', '👍'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  );

  it('has a reading: a place of the county or none, with candidates that are places, the same each time', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        const reading = readPlace(text, SONG);
        expect(readPlace(text, SONG)).toEqual(reading);
        if (reading.place !== null) expect(findPlace(SONG, reading.place)).not.toBeNull();
        for (const { id, name } of reading.candidates) expect(findPlace(SONG, id)?.name).toBe(name);
        expect(reading.candidates.map(({ id }) => id)).not.toContain(reading.place);
        for (const words of reading.words) expect(text).toContain(words);
      }),
      { numRuns: 300 },
    );
  });

  it('of the greatest length is read in a moment', () => {
    const long = '我们村里的路坏了，车村镇龙王村和杨庄村都没有人管。'
      .repeat(400)
      .slice(0, Math.max(TEXT_MAX, 10_000));
    readPlace(long, SONG);
    const before = process.cpuUsage();
    for (let round = 0; round < 10; round += 1) readPlace(long, SONG);
    const { user } = process.cpuUsage(before);
    expect(user / 10 / 1000).toBeLessThan(40);
  });
});
