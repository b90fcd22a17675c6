import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryEdit, DirectoryPerson } from '@contract/directory-desk';
import type { County } from '../../cloudfunctions/core/domain/county';
import { applyEdits, type EditContext } from '../../cloudfunctions/core/domain/directory/apply-edits';
import { problemsOf } from '../../cloudfunctions/core/domain/directory/check-county';
import { unstored } from '../../cloudfunctions/core/app/codes/list-codes';
import { numberOfMade, numberOfPlace } from '../../cloudfunctions/core/domain/codes/code';
import type { StoredCode } from '../../cloudfunctions/core/domain/codes/explain-code';
import { coverageOf } from '../../cloudfunctions/core/domain/directory/coverage';
import { entriesOf } from '../../cloudfunctions/core/domain/directory/sections';
import { countyOn, grantsOn, withoutHolder } from '../../cloudfunctions/core/domain/directory/terms';
import { officesAbove } from '../../cloudfunctions/core/domain/deadlines/offices-above';
import { ownerOf } from '../../cloudfunctions/core/domain/routing/route-lead';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { EAST, history, ROUTE } from '../support/builders';
import { stateOf } from '../support/given-when-then';

const TODAY = '2026-11-22';
const content = countyOfContent();
const context: EditContext = { today: TODAY, standing: new Set() };
const CHENGGUAN = '410325100';

const refusal = (
  edits: DirectoryEdit[],
  more: Partial<EditContext> = {},
  county: County = content,
): string => {
  const applied = applyEdits(county, edits, { ...context, ...more });
  return applied.ok ? 'saved' : (applied.refusal.message ?? applied.refusal.code);
};
const saved = (edits: DirectoryEdit[], county: County = content): County => {
  const applied = applyEdits(county, edits, context);
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.value.county;
};
const sector = (id: string) => {
  const found = content.sectors.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the directory as it is delivered', () => {
  it('has no fault', () => {
    expect(problemsOf(content)).toEqual([]);
    expect(problemsOf(countyOfContent('410305'))).toEqual([]);
  });
});

describe('an edit of the directory', () => {
  it('cannot leave a sector without a committee', () => {
    const edit = { ...sector('agriculture'), committeeId: 'nowhere' };
    expect(refusal([{ section: 'sectors', id: edit.id, entry: edit }])).toBe(
      '界别「农业界」没有对应的专委会，请先选一个。',
    );
  });

  it('cannot retire a committee whose sectors have nowhere to go, and can once they moved in the same save', () => {
    const committee = content.committees.find(({ id }) => id === 'culture-history');
    const retire: DirectoryEdit = {
      section: 'committees',
      id: 'culture-history',
      entry: { id: 'culture-history', name: committee?.name ?? '', retired: true },
    };
    expect(refusal([retire])).toContain('没有对应的专委会');
    const moves = content.sectors
      .filter(({ committeeId }) => committeeId === 'culture-history')
      .map((one): DirectoryEdit => ({
        section: 'sectors',
        id: one.id,
        entry: { ...one, committeeId: 'proposals' },
      }));
    const reroutes = content.categories
      .filter(({ committeeId }) => committeeId === 'culture-history')
      .map((one): DirectoryEdit => ({
        section: 'categories',
        id: one.id,
        entry: { ...one, committeeId: 'proposals' },
      }));
    expect(refusal([...moves, ...reroutes, retire])).toBe('saved');
  });

  it('cannot take away what is in use, but can retire it once nothing refers to it', () => {
    expect(refusal([{ section: 'units', id: 'housing-construction', entry: null }])).toContain('可以停用');
    const unused = saved([{ section: 'units', id: 'new-unit', entry: { id: 'new-unit', name: '县气象局' } }]);
    const gone: DirectoryEdit = { section: 'units', id: 'new-unit', entry: null };
    expect(refusal([gone], {}, unused)).toBe('saved');
    expect(refusal([gone], { standing: new Set(['units:new-unit']) }, unused)).toContain('已经有线索');
    const entry = { id: 'new-unit', name: '县气象局', retired: true };
    expect(refusal([{ section: 'units', id: 'new-unit', entry }], {}, unused)).toBe('saved');
  });

  it('cannot retire a sector with members in it', () => {
    const entry = { ...sector('agriculture'), retired: true };
    const members = new Map([['agriculture', 3]]);
    expect(refusal([{ section: 'sectors', id: entry.id, entry }], { members })).toContain('3 名委员');
  });

  it('keeps ids, and never gives one twice', () => {
    const entry = { ...sector('agriculture'), id: 'farming' };
    expect(refusal([{ section: 'sectors', id: 'agriculture', entry }])).toBe('编号定了就不能改。');
    const village = { id: CHENGGUAN, townshipId: CHENGGUAN, name: '新村' };
    expect(refusal([{ section: 'villages', id: CHENGGUAN, entry: village }])).toContain('有两个');
  });

  it('does nothing of several edits when one of them cannot be', () => {
    const good: DirectoryEdit = {
      section: 'units',
      id: 'weather',
      entry: { id: 'weather', name: '县气象局' },
    };
    const bad: DirectoryEdit = { section: 'policy', id: 'policy', entry: null };
    expect(refusal([good, bad])).toBe('这一项只能改，不能增减。');
  });

  it('keeps what printed codes need, and an empty text means that nothing was said', () => {
    const entry = { id: 'codes', h5Address: 'https://zhitong.example/', deskPhone: '', wechat: false };
    const county = saved([{ section: 'codes', id: 'codes', entry }]);
    expect(county.codes).toEqual({ h5Address: entry.h5Address, deskPhone: null, wechat: false });
    expect(entriesOf(county, 'codes')).toEqual([entry]);
    expect(refusal([{ section: 'codes', id: 'codes', entry: null }])).toBe('这一项只能改，不能增减。');
  });

  it('tells what was and what is, and nothing where nothing changed', () => {
    const was = sector('agriculture');
    const is = { ...was, name: '农业和农村界' };
    const applied = applyEdits(content, [{ section: 'sectors', id: was.id, entry: is }], context);
    expect(applied.ok && applied.value.changes).toEqual([{ section: 'sectors', id: was.id, was, is }]);
    const again = applyEdits(content, [{ section: 'sectors', id: was.id, entry: { ...was } }], context);
    expect(again.ok && again.value.changes).toEqual([]);
  });

  it('refuses a working weekend that is no weekend, and a day of another year', () => {
    const year = (workingWeekends: string[]): DirectoryEdit => ({
      section: 'calendars',
      id: '2028',
      entry: { id: '2028', holidays: ['2028-01-01'], workingWeekends },
    });
    expect(refusal([year(['2028-01-05'])])).toContain('不是周末');
    expect(refusal([year(['2029-01-06'])])).toContain('这一年');
    expect(entriesOf(saved([year(['2028-01-08'])]), 'calendars').at(-1)?.workingWeekends).toEqual([
      '2028-01-08',
    ]);
  });

  it('leaves a whole directory behind after any sequence of edits', () => {
    const id = fc.constantFrom(...content.sectors.slice(0, 4).map((one) => one.id), 'fresh');
    const committeeId = fc.constantFrom(...content.committees.slice(0, 3).map((one) => one.id), 'nowhere');
    const name = fc.constantFrom('甲', '乙', '农业界', ' ');
    const retired = fc.boolean();
    const date = fc.constantFrom('2026-01-01', '2026-06-30', '2026-12-31', '2026-02-30');
    const unit = fc.constantFrom(...content.units.slice(0, 3).map((one) => one.id), 'fresh');
    const edit: fc.Arbitrary<DirectoryEdit> = fc.oneof(
      fc
        .record({ id, committeeId, name, retired })
        .map((entry): DirectoryEdit => ({ section: 'sectors', id: entry.id, entry })),
      fc
        .record({ id: unit, name, retired })
        .map((entry): DirectoryEdit => ({ section: 'units', id: entry.id, entry })),
      id.map((one): DirectoryEdit => ({ section: 'sectors', id: one, entry: null })),
      committeeId.map((one): DirectoryEdit => ({ section: 'committees', id: one, entry: null })),
      committeeId.map((one): DirectoryEdit => ({
        section: 'committees',
        id: one,
        entry: { id: one, name: one, retired: true },
      })),
      fc
        .record({ id: fc.constantFrom('t1', 't2'), from: date, to: fc.option(date), name })
        .map((term): DirectoryEdit => ({
          section: 'terms',
          id: term.id,
          entry: { ...term, office: 'liaison', townshipId: CHENGGUAN, accountId: 'm001' },
        })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 15 }), (saves) => {
        let county = content;
        for (const edits of saves) {
          const applied = applyEdits(county, edits, context);
          if (applied.ok) county = applied.value.county;
        }
        expect(problemsOf(county)).toEqual([]);
        const committees = new Set(county.committees.filter((one) => !one.retired).map((one) => one.id));
        const active = county.sectors.filter((one) => !one.retired);
        expect(active.every((one) => committees.has(one.committeeId))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a term of office', () => {
  const term = {
    id: 't1',
    office: 'liaison' as const,
    townshipId: CHENGGUAN,
    accountId: 'm900',
    name: '新联络员',
  };
  const withTerms = (terms: County['terms']): County => ({ ...content, terms });

  it('ends by itself: the day after its last day the township falls to the county desk', () => {
    const county = withTerms([{ ...term, from: '2026-01-01', to: '2026-11-22' }]);
    const route = { ...ROUTE, townshipId: CHENGGUAN, private: false };
    expect(ownerOf(route, countyOn(county, '2026-11-22'))).toMatchObject({
      kind: 'liaison',
      accountId: 'm900',
    });
    expect(ownerOf(route, countyOn(county, '2026-11-23'))).toEqual({ kind: 'countyDesk' });
    expect(ownerOf(route, countyOn(county, '2025-12-31'))).toEqual({ kind: 'countyDesk' });
  });

  it('takes the liaison out of the offices a late lead goes up to', () => {
    const lead = stateOf(history([]));
    if (lead === null) throw new Error('no lead');
    const county = withTerms([{ ...term, from: '2026-01-01', to: '2026-11-22' }]);
    const late = { ...lead, route: lead.route && { ...lead.route, townshipId: CHENGGUAN } };
    expect(officesAbove(late, countyOn(county, '2026-11-22'))).toContain('liaison');
    expect(officesAbove(late, countyOn(county, '2026-11-23'))).not.toContain('liaison');
  });

  it('grants the office while it runs, whatever the account says, and only then', () => {
    const county = withTerms([{ ...term, from: '2026-01-01', to: '2026-11-22' }]);
    const account = {
      id: 'm900',
      grants: [{ role: 'liaison' as const, townshipId: EAST }, { role: 'staff' as const }],
    };
    expect(grantsOn(account, county, '2026-11-22')).toEqual([
      { role: 'liaison', townshipId: CHENGGUAN },
      { role: 'staff' },
    ]);
    expect(grantsOn(account, county, '2026-11-23')).toEqual([{ role: 'staff' }]);
    expect(grantsOn(account, { ...county, terms: undefined }, '2026-11-23')).toEqual(account.grants);
  });

  it('cannot overlap another of the same office, cannot end before it begins, cannot be unmade once begun', () => {
    const county = withTerms([{ ...term, from: '2026-01-01', to: null }]);
    const second = { ...term, id: 't2', name: '另一个', from: '2026-12-01', to: null };
    expect(refusal([{ section: 'terms', id: 't2', entry: second }], {}, county)).toContain('重叠');
    const backwards = { ...term, from: '2026-12-01', to: '2026-11-01' };
    expect(refusal([{ section: 'terms', id: 't1', entry: backwards }], {}, county)).toContain('早于');
    expect(refusal([{ section: 'terms', id: 't1', entry: null }], {}, county)).toContain('已经开始');
    const handedOver: DirectoryEdit[] = [
      { section: 'terms', id: 't1', entry: { ...term, from: '2026-01-01', to: '2026-11-30' } },
      { section: 'terms', id: 't2', entry: second },
    ];
    expect(refusal(handedOver, {}, county)).toBe('saved');
  });

  it('is ended for somebody who leaves: today nobody holds it, and what was to come does not begin', () => {
    const past = { ...term, from: '2025-01-01', to: '2025-12-31' };
    const terms = [
      { ...term, id: 't2', from: '2026-01-01', to: null },
      { ...term, id: 't3', from: '2027-01-01', to: null },
    ];
    expect(withoutHolder([past, ...terms], 'm900', TODAY)).toEqual([
      past,
      { ...term, id: 't2', from: '2026-01-01', to: '2026-11-21' },
    ]);
  });
});

describe('coverage', () => {
  const person = (id: string, grants: DirectoryPerson['grants']): DirectoryPerson => ({
    id,
    version: 1,
    name: id,
    post: '',
    grid: '',
    grants,
    active: true,
    binding: 'bound',
  });
  const everybody = [
    ...content.sectors.map(({ id }) => person(`m-${id}`, [{ role: 'member', sectorId: id }])),
    ...content.units.map(({ id }) => person(`o-${id}`, [{ role: 'unitOfficer', unitId: id }])),
    person('s01', [{ role: 'leader' }]),
    person('s06', [{ role: 'leader' }]),
    person('a1', [{ role: 'administrator' }]),
    person('a2', [{ role: 'administrator' }]),
  ];
  const full: County = {
    ...content,
    terms: content.townships.flatMap(({ id }) =>
      (['liaison', 'convener'] as const).map((office) => ({
        id: `${office}-${id}`,
        office,
        townshipId: id,
        accountId: `x-${id}`,
        name: '某人',
        from: '2022-01-01',
        to: null,
      })),
    ),
  };
  const lines = (county: County, people = everybody, day = TODAY) =>
    coverageOf(countyOn(county, day), people, day);

  it('has nothing to say of a whole county', () => {
    expect(lines(full)).toEqual([]);
  });

  it('says 30 days ahead that a term ends and nobody follows, and on the day after that the township is vacant', () => {
    const ends = (to: string): County => ({
      ...full,
      terms: full.terms?.map((one) => (one.id === `liaison-${CHENGGUAN}` ? { ...one, to } : one)),
    });
    expect(lines(ends('2026-12-23'))).toEqual([]);
    expect(lines(ends('2026-12-22'))).toMatchObject([
      { kind: 'termEnds', urgency: 'soon', section: 'terms' },
    ]);
    expect(lines(ends('2026-11-21'))).toMatchObject([
      { kind: 'noLiaison', urgency: 'now', section: 'terms' },
    ]);
  });

  it('names the sector without a member and the unit without an account', () => {
    const people = everybody.filter(({ id }) => id !== 'm-agriculture' && id !== 'o-housing-construction');
    expect(lines(full, people).map(({ kind }) => kind)).toEqual([
      'sectorWithoutMember',
      'unitWithoutAccount',
    ]);
  });

  it('names a place whose code is out of use without another, and one that can have none', () => {
    const [village] = content.townships[0]?.villages ?? [];
    if (!village) throw new Error('no village');
    const own = unstored(
      { id: numberOfPlace(village.id) ?? '', kind: 'village', placeId: village.id },
      content.id,
    );
    const retired = { ...own, retired: { at: '', reason: '', replacedBy: null } };
    const codeLines = (codes: StoredCode[], county = full) =>
      coverageOf(countyOn(county, TODAY), everybody, TODAY, codes);
    expect(codeLines([retired])).toMatchObject([
      { kind: 'placeWithoutCode', section: 'printedCodes', entryId: own.id },
    ]);
    const board: StoredCode = { ...own, id: numberOfMade(village.id, 'board', 7) ?? '', kind: 'board' };
    expect(codeLines([retired, board])).toEqual([]);
    expect(codeLines([retired, { ...board, retired: retired.retired }])).toHaveLength(1);
    const event: StoredCode = { ...board, kind: 'event', validUntil: '2026-12-31' };
    expect(codeLines([retired, event])).toHaveLength(1);
    const added: DirectoryEdit = {
      section: 'villages',
      id: 'new-place',
      entry: { id: 'new-place', townshipId: CHENGGUAN, name: '新村' },
    };
    expect(codeLines([], saved([added], full))).toMatchObject([
      { kind: 'placeWithoutCode', section: 'villages', entryId: 'new-place' },
    ]);
  });

  it('says that codes lead nowhere while the county has neither an address nor a mini-program', () => {
    const codes = { h5Address: null, deskPhone: null, wechat: false };
    expect(lines({ ...full, codes })).toMatchObject([{ kind: 'noCodeAddress', section: 'codes' }]);
    expect(lines({ ...full, codes: { ...codes, h5Address: 'https://zhitong.example/' } })).toEqual([]);
  });

  it('asks for next year’s calendar from November on', () => {
    const only2026 = { ...full, holidays: full.holidays.filter((day) => day.startsWith('2026')) };
    expect(lines(only2026, everybody, '2026-10-31')).toEqual([]);
    expect(lines(only2026)).toMatchObject([{ kind: 'noCalendar', urgency: 'soon' }]);
    expect(lines(only2026, everybody, '2027-01-01')).toMatchObject([{ kind: 'noCalendar', urgency: 'now' }]);
  });
});
