import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '@contract/lead';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { findPlace } from '../../cloudfunctions/core/domain/county';
import { readPlace } from '../../cloudfunctions/core/domain/places/read-place';
import { soundsOutOfScope } from '../../cloudfunctions/core/domain/routing/out-of-scope';
import { ownerOf, routeLead } from '../../cloudfunctions/core/domain/routing/route-lead';
import { readScene } from '../../cloudfunctions/core/domain/routing/scene';
import { isPrivate } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { queueKeysOf, scopeKeys } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import {
  COUNTY,
  DESK,
  DISCIPLINE,
  EAST,
  EAST_LIAISON,
  history,
  NORTH,
  ROADS,
  WEST,
} from '../support/builders';
import { stateOf } from '../support/given-when-then';

const SONG = countyOfContent();
const nowhere = { codePlaceId: null, chosenPlaceId: null };
const route = (text: string, where: { codePlaceId?: string | null; chosenPlaceId?: string | null } = {}) =>
  routeLead({ text, ...nowhere, ...where }, COUNTY, null);

describe('where a lead belongs', () => {
  it('is what the resident chose, before what the code says, before what the text says', () => {
    const text = '松树坪村要修路';
    expect(route(text, { codePlaceId: 'v-mill', chosenPlaceId: WEST })).toMatchObject({
      placeId: WEST,
      route: { townshipId: WEST, placeBy: 'chosen' },
    });
    expect(route(text, { codePlaceId: 'v-mill' })).toMatchObject({
      placeId: 'v-mill',
      route: { townshipId: EAST, placeBy: 'code' },
    });
    expect(route(text)).toMatchObject({ placeId: 'v-pine', route: { townshipId: NORTH, placeBy: 'text' } });
    expect(route('路灯坏了')).toMatchObject({ placeId: null, route: { townshipId: null, placeBy: 'none' } });
  });

  it('is not a place that the county does not have', () => {
    expect(route('水磨村修路', { codePlaceId: 'v-gone', chosenPlaceId: 'x' })).toMatchObject({
      placeId: 'v-mill',
      route: { placeBy: 'text' },
    });
  });

  it.each<[text: string, placeId: string | null, why: string]>([
    ['水磨村的桥坏了', 'v-mill', 'a village whose name is the only one'],
    ['东河镇的桥坏了', EAST, 'a township by its name'],
    ['东河这边的桥坏了', EAST, 'a township by its short name'],
    ['西岭乡杨庄村没有水', 'v-yang-west', 'a village with its township'],
    ['杨庄村没有水，离东河不远', 'v-yang-east', 'a village with a township named elsewhere in the text'],
    ['杨庄村没有水', null, 'one of two villages of the same name: nobody guesses'],
    ['北坡镇杨庄村没有水', NORTH, 'a village its township does not have: the township'],
    ['东河镇到西岭乡的班车', null, 'two townships: nobody guesses'],
    ['从西岭乡石板沟村到东河镇的班车', 'v-stone', 'two townships and one village'],
    ['水磨村和松树坪村之间', null, 'two villages: nobody guesses'],
    ['', null, 'nothing'],
  ])('the text 「%s」 names %s: %s', (text, placeId) => {
    expect(readPlace(text, COUNTY).place).toBe(placeId);
  });
});

describe('the villages of 嵩县', () => {
  const villages = SONG.townships.flatMap((township) =>
    township.villages.map((village) => ({ ...village, township })),
  );
  const sameName = (name: string) => villages.filter((village) => village.name === name);

  it('are each found by township and name', () => {
    const wrong = villages.filter(
      ({ id, name, township }) => readPlace(`我是${township.name}${name}的，路坏了`, SONG).place !== id,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('are each found by the name alone, unless two share it, whatever other name stands inside it', () => {
    const long = villages.filter(({ name }) => name.length >= 3);
    const alone = long.filter(
      ({ name }) => sameName(name).length === 1 && !SONG.townships.some((township) => township.name === name),
    );
    expect(
      alone.filter(({ id, name }) => readPlace(`${name}的路坏了`, SONG).place !== id).map(({ name }) => name),
    ).toEqual([]);
    const shared = long.filter(({ name }) => sameName(name).length > 1);
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.filter(({ name }) => readPlace(`${name}的路坏了`, SONG).place !== null)).toEqual([]);
  });

  it('have codes that can be printed and read', () => {
    for (const { id } of [...SONG.townships, ...villages]) {
      for (const letter of ['v', 's', 'e', 'l'] as const) {
        expect(readScene(`p=${id}&e=${letter}`, SONG)).toMatchObject({ placeId: id, problem: null });
      }
    }
  });
});

describe('who gets a lead', () => {
  it('is the liaison of the township', () => {
    expect(route('水磨村修路').owner).toEqual(EAST_LIAISON);
  });
  it('is the county desk where nobody holds the township’s office, or no place is known', () => {
    expect(route('松树坪村修路').owner).toEqual(DESK);
    expect(route('修路').owner).toEqual(DESK);
  });
  it('is the county desk where the township has gone from the directory', () => {
    expect(ownerOf({ ...route('修路').route, townshipId: 'gone' }, COUNTY)).toEqual(DESK);
  });

  it('sector and committee follow the resident’s own words, which are kept', () => {
    expect(route('水磨村修路，路灯也坏了').route).toMatchObject({
      categoryId: ROADS,
      sectorId: 'g-economy',
      committeeId: 'k-economy',
      rule: 'keywords',
      words: ['修路', '路灯'],
    });
  });
  it('one weak word is left to a person', () => {
    expect(route('一条路').route).toMatchObject({
      categoryId: 'other',
      sectorId: 'none',
      committeeId: null,
      rule: 'countyDesk',
      words: [],
    });
  });

  const real = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '',
        ' ',
        '\n\n',
        '。',
        '👵🏽🛣️💧',
        '\u0000',
        '__proto__',
        'constructor',
        '.*',
        '路'.repeat(10_000),
        '👵'.repeat(5_000),
      ),
      fc
        .array(
          fc.constantFrom(
            ...SONG.categories.flatMap(({ keywords }) => keywords.map(({ phrase }) => phrase)),
            ...SONG.townships.map(({ name }) => name),
            '杨庄村',
            '，',
          ),
          { maxLength: 30 },
        )
        .map((words) => words.join('')),
    ),
    codePlaceId: fc.constantFrom(null, '', 'x', '__proto__', ...SONG.townships.map(({ id }) => id)),
    chosenPlaceId: fc.constantFrom(
      null,
      'x',
      ...SONG.townships.flatMap(({ villages }) => villages.slice(0, 1).map(({ id }) => id)),
    ),
  });

  it('is somebody, whatever the text: every id is the county’s own, and asking twice gives the same', () => {
    fc.assert(
      fc.property(real, (input) => {
        const placed = routeLead(input, SONG, null);
        expect(routeLead(input, SONG, null)).toEqual(placed);
        const { owner, route: found, placeId } = placed;
        const township = SONG.townships.find(({ id }) => id === found.townshipId);
        if (owner.kind === 'liaison')
          expect(township).toMatchObject({ id: owner.townshipId, liaison: { accountId: owner.accountId } });
        else expect(owner).toEqual(DESK);
        expect(SONG.categories.map(({ id }) => id)).toContain(found.categoryId);
        if (found.sectorId !== 'none') expect(SONG.sectors.map(({ id }) => id)).toContain(found.sectorId);
        expect(found.unitIds.every((unitId) => SONG.units.some(({ id }) => id === unitId))).toBe(true);
        expect(findPlace(SONG, placeId)?.township.id ?? null).toBe(found.townshipId);
        expect(found.words.every((word) => input.text.includes(word))).toBe(true);
        expect(found.words.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 1500 },
    );
  });

  it('is somebody even in a county whose table lost everything', () => {
    const bare = { ...COUNTY, townships: [], categories: [], sectors: [], units: [] };
    expect(
      routeLead({ text: '水磨村修路', codePlaceId: 'v-mill', chosenPlaceId: EAST }, bare, null),
    ).toMatchObject({
      owner: DESK,
      placeId: null,
      route: { categoryId: 'other', sectorId: 'none' },
    });
  });
});

describe('a report against an official', () => {
  const placed = route('水磨村支书贪污', { chosenPlaceId: 'v-mill' });
  const lead = stateOf(history([], { routed: placed }));

  it('goes to the county desk, though its place is known', () => {
    expect(placed).toMatchObject({
      owner: DESK,
      placeId: 'v-mill',
      route: { categoryId: DISCIPLINE, townshipId: EAST },
    });
  });
  it('stays one whatever else the text speaks of, in the real county too', () => {
    expect(route('水磨村支书贪污，修路不修路，路灯也没有').route.categoryId).toBe(DISCIPLINE);
    const text = '车村镇的村支书贪污修路的钱，水泥路坑坑洼洼，路灯不亮';
    expect(routeLead({ text, ...nowhere }, SONG, null)).toMatchObject({
      owner: DESK,
      route: { categoryId: DISCIPLINE },
    });
  });
  it.each([
    '村支书李某把低保名额都给了自己亲戚，还收了两千块钱好处费',
    '村主任收了开发商的回扣',
    '我们镇长的小舅子包了所有工程',
    '举报村会计私分集体的钱',
    '乡里王书记让我送钱才给办证',
    '村长把贫困户名额给了自家兄弟',
    '派出所所长收黑钱',
    '民政所办低保要给办事员塞钱',
    '低保要塞钱才行，村干部自己说的',
    '支书侵占集体土地，卖的钱进了自己腰包',
  ])('is heard in plain words: 「%s」', (text) => {
    expect(routeLead({ text, ...nowhere }, SONG, null).route).toMatchObject({ private: true });
  });
  it.each([
    '找过村支书三次，路灯还是不亮',
    '村主任和书记都来看过，说修桥要钱，村里没有',
    '我家亲戚办喜事，门口的路不通车',
    '支书来过。隔壁老板倒卖假化肥',
  ])('is not every word about an official: 「%s」', (text) => {
    expect(routeLead({ text, ...nowhere }, SONG, null).route).toMatchObject({ private: false });
  });
  it('is read out of ten thousand characters in no time', () => {
    const started = performance.now();
    routeLead({ text: '支书村干部'.repeat(2_000), ...nowhere }, SONG, null);
    expect(performance.now() - started).toBeLessThan(250);
  });
  it('stands in nobody’s list but the committee’s', () => {
    expect(lead && isPrivate(lead)).toBe(true);
    expect(lead && scopeKeys(lead)).toEqual([]);
    expect(lead && queueKeysOf(lead).filter((key) => key.includes('in:'))).toEqual([]);
    expect(lead && queueKeysOf(lead)).toContain('all');
  });
  it('is, in the county’s table, exactly the category that the rules keep private', () => {
    for (const county of [SONG, COUNTY]) {
      const kept = county.categories.filter((category) => category.private).map(({ id }) => id);
      expect(kept).toEqual([DISCIPLINE]);
    }
  });
});

describe('matters for another door', () => {
  it('are a hint with a door, never a refusal', () => {
    expect(soundsOutOfScope('我要起诉他', COUNTY)).toMatchObject({ door: 'court' });
    expect(soundsOutOfScope('路灯坏了', COUNTY)).toBeNull();
    expect(route('水磨村修路，我要起诉他').owner).toEqual(EAST_LIAISON);
  });
});

describe('a scanned code', () => {
  it('tells the place and how the resident came in', () => {
    expect(readScene('p=v-mill&e=s', COUNTY)).toEqual({
      code: null,
      placeId: 'v-mill',
      entry: 'stationCode',
      problem: null,
    });
    expect(readScene('p=v-mill', COUNTY)).toMatchObject({
      placeId: 'v-mill',
      entry: 'villageCode',
      problem: null,
    });
  });
  it('is not needed', () => {
    expect(readScene('', COUNTY)).toEqual({ code: null, placeId: null, entry: 'home', problem: null });
  });
  it.each([
    'p=v-mil',
    'p=',
    'v-mill',
    'p%3Dv-mill',
    'e=v',
    'p=v-mill&e=x',
    'p=v-mill&e=',
    'p=v-mill&e=toString',
    'p=v-mill&e=__proto__',
    'p=v-mill&e=constructor',
    'p=__proto__',
    '%',
    '%E0%A4%A',
    '水磨村',
    '🙂',
    `p=v-mill&e=v&${'x'.repeat(32)}`,
  ])('that says 「%s」 explains itself and stops nobody', (scene) => {
    expect(readScene(scene, COUNTY)).toEqual({
      code: null,
      placeId: null,
      entry: 'home',
      problem: expect.stringMatching(/(没有读全|不是嵩县的码).*照样可以反映/) as string,
    });
  });
  it('that says anything at all gives a place of the county or a reason, never both', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.tuple(fc.string(), fc.string()).map(([p, e]) => `p=${p}&e=${e}`),
        ),
        (text) => {
          const { placeId, entry, problem } = readScene(text, COUNTY);
          expect(ENTRIES).toContain(entry);
          expect(placeId === null || problem === null).toBe(true);
          expect(placeId === null || findPlace(COUNTY, placeId) !== null).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
