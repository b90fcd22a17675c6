import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from '@contract/directory-import';
import { problemsOf } from '../../cloudfunctions/core/domain/directory/check-county';
import { after, content, outcomes, planOf, START, table } from '../support/directory-tables';

type Values = Record<string, string>;
/** Of each kind a row that is new to the county. */
const FRESH: Record<ImportKind, Values> = {
  members: { name: '甲新一', sector: '农业界', township: '城关镇', post: '教师' },
  officers: { unit: '县住房和城乡建设局', name: '乙新二', post: '科长' },
  staff: { name: '丙新三', role: '机关', post: '县政协办公室' },
  terms: { township: '城关镇', office: '联络员', name: content.terms?.[2]?.name ?? '', from: '2027-01-01' },
  townships: { name: '新设镇', id: '410325199', sound: 'xin she zhen' },
  villages: { township: '城关镇', name: '新设社区', id: '410325100999' },
  stations: {
    name: '新设委员之家',
    kind: '委员之家',
    township: '城关镇',
    village: content.townships[0]?.villages[0]?.name ?? '',
    address: '街口',
    hours: '每天上午',
    duty: '周三有委员在',
  },
  committees: { name: '新设委员会' },
  sectors: { name: '新设界', committee: content.committees[0]?.name ?? '' },
  units: { name: '县新设局' },
  categories: {
    name: '新设类别',
    sectors: '农业界、教育',
    units: '县住房和城乡建设局',
    keywords: '新词 3、旧词',
    private: '否',
  },
  calendars: { from: '2028-01-01', to: '2028-01-03', what: '放假' },
  templates: { use: '该去哪里', title: '新设答复', text: '请到那里去。' },
};

describe.each(IMPORT_KINDS)('a table of %s', (kind) => {
  const rows = table(FRESH[kind]);

  it('is new once, and adds nothing the second time', () => {
    expect(planOf(kind, rows).counts).toMatchObject({ new: 1, rejected: 0, asked: 0 });
    const once = after(kind, rows);
    expect(problemsOf(once.county)).toEqual([]);
    expect(planOf(kind, rows, once).counts).toMatchObject({ same: 1, new: 0, changed: 0 });
  });

  it('names the row where something is missing or too long, and changes nothing', () => {
    const broken = IMPORT_COLUMNS[kind].flatMap(({ field, required, max }) => [
      ...(required ? [{ ...FRESH[kind], [field]: '' }] : []),
      { ...FRESH[kind], [field]: '长'.repeat(max + 1) },
    ]);
    for (const values of broken) {
      const plan = planOf(kind, table(values));
      expect([values, plan.rows[0]?.outcome]).toEqual([values, 'rejected']);
      expect(plan.rows[0]?.sentence).toMatch(/^(?:缺「|「.+太长)/);
      expect([plan.edits, plan.people]).toEqual([[], []]);
    }
  });
});

describe('a row of a table', () => {
  it('changes what it says otherwise, and leaves what it leaves blank', () => {
    const [station] = content.stations ?? [];
    const township = content.townships.find(({ id }) => id === station?.placeId)?.name ?? '';
    const values = { name: station?.name ?? '', kind: '会客厅', township, address: '新址', hours: '每天' };
    expect(outcomes('stations', table(values))).toEqual(['changed 改地址、开门时间']);
    const [changed] = after('stations', table(values)).county.stations ?? [];
    expect(changed).toEqual({ ...station, address: '新址', hours: '每天' });
  });

  it('gives a category its words with their weights, a sector each once', () => {
    const { county } = after('categories', table(FRESH.categories));
    expect(county.categories.at(-1)).toMatchObject({
      sectorIds: ['agriculture', 'education'],
      committeeId: null,
      unitIds: ['housing-construction'],
      keywords: [
        { phrase: '新词', weight: 3 },
        { phrase: '旧词', weight: 2 },
      ],
    });
  });

  it('moves a sector to one committee: a second row of the same sector is refused', () => {
    const [one, other] = content.committees;
    const rows = table(
      { name: '农业', committee: one?.name ?? '' },
      { name: '农业界', committee: other?.name ?? '' },
    );
    expect(outcomes('sectors', rows).at(-1)).toBe('rejected 和第 2 行重复。');
    const { county } = after('sectors', rows);
    expect(county.sectors.find(({ id }) => id === 'agriculture')?.committeeId).toBe(one?.id);
  });

  it('brings back what was taken out of use', () => {
    const committees = [...content.committees, { id: 'old', name: '旧委员会', retired: true }];
    const state = { ...START, county: { ...content, committees } };
    expect(outcomes('committees', table({ name: '旧委员会' }), state)).toEqual(['changed 恢复在用']);
    expect(after('committees', table({ name: '旧委员会' }), state).county.committees).toHaveLength(
      committees.length,
    );
  });

  it('gives days to a year, a row after the other, and takes a day from the other list', () => {
    const [saturday] = content.workingWeekends;
    if (saturday === undefined) throw new Error('no working weekend');
    const rows = table(
      { from: '2027-12-31', to: '2028-01-02', what: '放假' },
      { from: '2028-01-08', what: '调休上班' },
      { from: saturday, what: '放假' },
      { from: '2028-01-10', what: '上班' },
      { from: '2028-01-01', what: '放假' },
    );
    expect(outcomes('calendars', rows)).toEqual([
      'new 3 天放假',
      'new 1 天上班',
      'new 1 天放假',
      'rejected 2028-01-10 不是周末，本来就上班，不用写。',
      'rejected 和第 2 行重复。',
    ]);
    const { county } = after('calendars', rows);
    expect(county.holidays).toEqual(
      expect.arrayContaining(['2027-12-31', '2028-01-01', '2028-01-02', saturday]),
    );
    expect(county.workingWeekends).toContain('2028-01-08');
    expect(county.workingWeekends).not.toContain(saturday);
    expect(county.holidays).toEqual(expect.arrayContaining(content.holidays));
  });

  it('that would leave the directory with a fault is refused alone, and says which', () => {
    const rows = table(
      { name: '新设镇', id: '410325199' },
      { name: '新设镇', id: '410325198' },
      { name: '又设镇', id: '410325197' },
    );
    expect(outcomes('townships', rows)).toEqual(['new', 'rejected 乡镇「新设镇」有两个。', 'new']);
    expect(after('townships', rows).county.townships).toHaveLength(content.townships.length + 2);
  });

  it('gives an office its role, and never one that it does not name', () => {
    const rows = table(
      { name: '丁主任', role: '机关工作人员' },
      { name: '戊主席', role: '领导' },
      { name: '己管理', role: '系统管理员' },
      { name: '庚某人', role: '群众' },
    );
    expect(outcomes('staff', rows).map((one) => one.split(' ')[0])).toEqual([
      'new',
      'new',
      'new',
      'rejected',
    ]);
    const roles = planOf('staff', rows).people.map(({ is }) => is.grants.map(({ role }) => role));
    expect(roles).toEqual([['staff'], ['leader'], ['administrator']]);
  });
});

describe('whatever table comes', () => {
  it('leaves a directory without a fault, and the second time adds nothing', () => {
    const word = fc.constantFrom(
      '城关镇',
      '农业界',
      '农业和农村委员会',
      '新一',
      '410325177',
      '2028-05-01',
      '放假',
      '',
    );
    const rowOf = (kind: ImportKind) =>
      fc.record(
        Object.fromEntries(
          IMPORT_COLUMNS[kind].map(({ field }) => [
            field,
            fc.oneof(fc.constant(FRESH[kind][field] ?? ''), word),
          ]),
        ),
      );
    const tables = fc
      .constantFrom(...IMPORT_KINDS)
      .chain((kind) => fc.tuple(fc.constant(kind), fc.array(rowOf(kind), { maxLength: 6 })));
    fc.assert(
      fc.property(tables, ([kind, values]) => {
        const rows = table(...values);
        const answers = planOf(kind, rows).rows.map(({ row }) => ({ row, personId: null }));
        const once = after(kind, rows, START, answers);
        expect(problemsOf(once.county)).toEqual([]);
        const { counts } = planOf(kind, rows, once, kind === 'terms' ? answers : []);
        expect([kind, values, counts.new, counts.changed]).toEqual([kind, values, 0, 0]);
      }),
      { numRuns: 150 },
    );
  });
});
