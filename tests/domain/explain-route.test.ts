import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOORS } from '@contract/envelope';
import type { County } from '../../cloudfunctions/core/domain/county';
import { accountOf, explainRoute } from '../../cloudfunctions/core/domain/routing/explain-route';
import { ownerOf, routeLead } from '../../cloudfunctions/core/domain/routing/route-lead';
import { completeRoute } from '../../cloudfunctions/core/domain/routing/stored-route';
import type { CategoryReader } from '../../cloudfunctions/core/domain/routing/which-category';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { COUNTY, DESK, ROUTE } from '../support/builders';

const SONG = countyOfContent();
const nowhere = { codePlaceId: null, chosenPlaceId: null };
const CLASSES = ['城乡建设', '环境保护', '交通运输', '卫生计生', '没有的类'];

/** A classifier that says anything at all, the same for the same text. */
const reader = (shares: number[], outOfScope: number, modelVersion: string): CategoryReader => {
  const all = shares.reduce((a, b) => a + b, 0);
  const ranked = shares
    .map((share, index) => ({ name: CLASSES[index] ?? '', probability: share / all }))
    .sort((a, b) => b.probability - a.probability);
  return (text) => ({ ranked, outOfScope, words: [text.slice(0, 2)], modelVersion });
};
const anyReader = fc.option(
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('aaaaaaaa', 'bbbbbbbb'),
    )
    .map(([shares, outside, version]) => reader(shares, outside / 100, version)),
);

/** The county's table as somebody left it: categories renamed, thinned out, given to others, made private, or lost. */
const anyCounty: fc.Arbitrary<County> = fc
  .tuple(fc.constantFrom(SONG, COUNTY), fc.array(fc.nat(5), { minLength: 40, maxLength: 40 }), fc.boolean())
  .map(([county, deeds, withoutPlaces]) => ({
    ...county,
    townships: withoutPlaces ? [] : county.townships,
    categories: county.categories.flatMap((category, index) => {
      switch (deeds[index]) {
        case 0:
          return [];
        case 1:
          return [{ ...category, name: `新${category.name}` }];
        case 2:
          return [{ ...category, keywords: category.keywords.slice(0, 2) }];
        case 3:
          return [{ ...category, sectorIds: ['g-gone'], unitIds: ['u-gone'], committeeId: null }];
        case 4:
          return [{ ...category, private: !category.private }];
        default:
          return [category];
      }
    }),
  }));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        ...SONG.categories.flatMap(({ keywords }) => keywords.map(({ phrase }) => phrase)),
        ...SONG.outOfScope.flatMap(({ phrases }) => phrases),
        '车村镇',
        '水磨村',
        '，',
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join('')),
);
const anyPlace = fc.constantFrom(null, 'v-mill', 'nowhere', ...SONG.townships.map(({ id }) => id));

describe('a routing decision', () => {
  it('always has an owner, a category, and candidates that are the county’s own, whatever the text and the table', () => {
    fc.assert(
      fc.property(anyText, anyCounty, anyReader, anyPlace, (text, county, read, chosenPlaceId) => {
        const { route, owner } = routeLead({ text, codePlaceId: null, chosenPlaceId }, county, read);
        expect(owner).toEqual(ownerOf(route, county));
        if (owner.kind !== 'liaison') expect(owner).toEqual(DESK);
        if (route.private) expect(owner).toEqual(DESK);
        const own = new Set(county.categories.map(({ id }) => id));
        expect(own.has(route.categoryId) || route.categoryId === 'other').toBe(true);
        expect(route.candidates.every(({ categoryId }) => own.has(categoryId))).toBe(true);
        const ids = route.candidates.map(({ categoryId }) => categoryId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(3);
        const shares = route.candidates.map(({ probability }) => probability);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.002);
        if (route.certain || route.rule === 'keywords') expect(ids[0]).toBe(route.categoryId);
        const spoken = [...route.words, ...(route.outOfScope?.words ?? [])];
        expect(spoken.filter((word) => !text.includes(word))).toEqual([]);
        if (route.outOfScope) expect(DOORS).toContain(route.outOfScope.door);
      }),
      { numRuns: 500 },
    );
  });

  it('differs in nothing when it is made again by the same table and model, and says so', () => {
    fc.assert(
      fc.property(anyText, anyCounty, anyReader, anyPlace, (text, county, read, codePlaceId) => {
        const input = { text, codePlaceId, chosenPlaceId: null };
        const first = routeLead(input, county, read).route;
        const again = routeLead(input, county, read).route;
        const explained = explainRoute(first, first, again);
        expect(explained).toMatchObject({
          differs: false,
          since: null,
          differences: ['词表和模型都没有变，按现在的分工还是分到同一处。'],
        });
        expect(explained.then).toEqual(explained.today);
      }),
      { numRuns: 300 },
    );
  });

  it('is told the same after any change of table and model: only what would be today changes', () => {
    fc.assert(
      fc.property(anyText, anyCounty, anyCounty, anyReader, anyReader, (text, was, is, before, after) => {
        const first = routeLead({ text, ...nowhere }, was, before).route;
        const today = routeLead({ text, ...nowhere }, is, after).route;
        const stored = completeRoute(JSON.parse(JSON.stringify(first)) as typeof first);
        const told = explainRoute(stored, stored, today);
        expect(told.then).toEqual(explainRoute(first, first, first).then);
        expect(explainRoute(stored, stored, today)).toEqual(told);
        expect(told.differences.length).toBeGreaterThan(0);
        const isSame =
          first.categoryId === today.categoryId &&
          first.sectorId === today.sectorId &&
          first.committeeId === today.committeeId &&
          first.unitIds.join() === today.unitIds.join() &&
          first.townshipId === today.townshipId &&
          first.private === today.private;
        expect(told.differs).toBe(!isSame);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an explanation', () => {
  const today = (county: County) => routeLead({ text: '水磨村修路', ...nowhere }, county, null).route;

  it('keeps the names of then, and says what the table of today would change', () => {
    const renamed = COUNTY.categories.map((category) =>
      category.id === 'roads' ? { ...category, name: '交通', unitIds: ['u-water'] } : category,
    );
    const told = explainRoute(ROUTE, ROUTE, today({ ...COUNTY, categories: renamed }));
    expect(told.then.names.category).toBe('道路交通');
    expect(told.today.names.category).toBe('交通');
    expect(told.differences).toEqual(['通常承办的单位会从「县交通运输局」变为「县水利局」。']);
  });
  it('says who was asked to confirm, and what staff made of it', () => {
    expect(accountOf({ ...ROUTE, certain: false }).reasons.join('')).toMatch(/把握不大（最可能的约 70%）/);
    const moved = {
      ...ROUTE,
      rule: 'staff' as const,
      categoryId: 'clinic',
      names: { ...ROUTE.names, category: '医疗卫生' },
    };
    expect(explainRoute(ROUTE, moved, ROUTE).since).toBe('工作人员改为「医疗卫生」。');
    expect(explainRoute(ROUTE, { ...ROUTE, rule: 'staff' }, ROUTE).since).toBe(
      '工作人员看过，仍归「道路交通」。',
    );
  });
  it('says which places were found where one name has several, and nothing was found only where nothing was', () => {
    const asked = routeLead({ text: '杨庄村修路', ...nowhere }, COUNTY, null).route;
    const told = accountOf(asked).reasons.join('');
    expect(told).toMatch(/文中的「杨庄村」有同名的地方，要先问清是哪一个：东河镇杨庄村、西岭乡杨庄村。/);
    expect(told).not.toMatch(/没有认出地点/);
    const silent = routeLead({ text: '修路', ...nowhere }, COUNTY, null).route;
    expect(accountOf(silent).reasons.join('')).toMatch(/没有认出地点/);
  });
  it('of a route stored before the reasons were kept says that they are not known', () => {
    const {
      candidates: _c,
      certain: _s,
      names: _n,
      tableVersion: _t,
      modelVersion: _m,
      outOfScope: _o,
      private: _p,
      ...old
    } = ROUTE;
    const told = accountOf(completeRoute({ ...old, categoryId: 'discipline' }));
    expect(told.reasons.join('')).toMatch(/那时还没有存下词表和模型的版本/);
    expect(completeRoute({ ...old, categoryId: 'discipline' }).private).toBe(true);
    expect(completeRoute(old).private).toBe(false);
  });
});
