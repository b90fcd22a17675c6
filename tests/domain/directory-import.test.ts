import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../cloudfunctions/core/domain/directory/check-county';
import { after, content, outcomes, planOf, staffed, START, table } from '../support/directory-tables';

describe('members from a table', () => {
  const rows = table(
    { name: '赵新一', sector: '农业', township: '城关', post: '种粮大户' },
    { name: '钱 新二', sector: '农业界', township: '' },
    { name: '孙新三', sector: '渔业界' },
    { name: '', sector: '农业界' },
    { name: '李新四', sector: '农业界', township: '不知道镇' },
  );

  it('are new, or rejected with a sentence', () => {
    expect(outcomes('members', rows)).toEqual([
      'new',
      'new',
      'rejected 没有「渔业界」这个界别，先在界别里加，或改成已有的写法。',
      'rejected 缺「姓名」。',
      'rejected 没有「不知道镇」这个乡镇。',
    ]);
    const added = after('members', rows).people.slice(staffed.length);
    expect(added).toMatchObject([
      {
        name: '赵新一',
        post: '种粮大户',
        grants: [{ role: 'member', sectorId: 'agriculture', townshipId: '410325100' }],
      },
      { name: '钱新二', grants: [{ role: 'member', sectorId: 'agriculture' }] },
    ]);
  });

  it('are not taken with a post or a grid cut short: what is too long is said', () => {
    const long = (field: string) => table({ name: '赵新一', sector: '农业', [field]: '长'.repeat(61) });
    expect(outcomes('members', long('post'))).toEqual(['rejected 「单位及职务」太长，最多 60 个字。']);
    expect(outcomes('members', long('grid'))).toEqual(['rejected 「网格」太长，最多 60 个字。']);
    const full = table({ name: '赵新一', sector: '农业', post: '长'.repeat(60) });
    expect(after('members', full).people.at(-1)?.post).toHaveLength(60);
  });

  it('are the same when the table comes a second time', () => {
    expect(planOf('members', rows, after('members', rows)).counts).toMatchObject({
      new: 0,
      changed: 0,
      same: 2,
    });
  });

  it('of the same name are asked about, not guessed', () => {
    const known = after('members', rows);
    const other = table({ name: '赵新一', sector: '教育界', post: '教师' });
    expect(outcomes('members', other, known)).toEqual(['asked 名录里已经有叫赵新一的，是同一个人吗？']);
    const [asked] = planOf('members', other, known).rows;
    expect(asked?.candidates).toHaveLength(1);
    const asNew = after('members', other, known, [{ row: 2, personId: null }]);
    expect(asNew.people.filter(({ name }) => name === '赵新一')).toHaveLength(2);
    expect(planOf('members', other, asNew).counts.same).toBe(1);
    const id = asked?.candidates?.[0]?.id ?? '';
    const asSame = after('members', other, known, [{ row: 2, personId: id }]);
    expect(asSame.people.filter(({ name }) => name === '赵新一')).toHaveLength(1);
  });

  it('twice on the same table are asked about', () => {
    const twins = table(
      { name: '周双', sector: '农业界', post: '教师' },
      { name: '周双', sector: '农业界', post: '教师' },
    );
    expect(outcomes('members', twins)).toEqual(['new', 'asked 和第 2 行同名同单位，是两个人吗？']);
    const both = after('members', twins, START, [{ row: 3, personId: null }]);
    expect(both.people.filter(({ name }) => name === '周双')).toHaveLength(2);
    expect(planOf('members', twins, both).counts).toMatchObject({ same: 2, new: 0, asked: 0 });
  });

  it('leave nobody without a sector, and add nothing the second time, whatever the table', () => {
    const cell = fc.constantFrom('农业界', '教育', '没有的', '');
    const row = fc.record({
      name: fc.constantFrom('甲一', '乙二', '郭爱云', ''),
      sector: cell,
      township: fc.constantFrom('城关镇', '', '田湖'),
      post: fc.constantFrom('', '教师'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (values) => {
        const rows = table(...values);
        const answers = planOf('members', rows).rows.map(({ row: at }) => ({ row: at, personId: null }));
        const once = after('members', rows, START, answers);
        const members = once.people.flatMap(({ grants }) => grants.filter(({ role }) => role === 'member'));
        const sectors = new Set(once.county.sectors.map(({ id }) => id));
        expect(members.every(({ sectorId }) => sectors.has(sectorId ?? ''))).toBe(true);
        expect(problemsOf(once.county)).toEqual([]);
        const again = planOf('members', rows, once);
        expect(again.counts.new + again.counts.changed + again.counts.asked).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('terms from a table', () => {
  const [holder] = content.terms ?? [];
  const person = staffed.find(({ id }) => id === 'm040');
  if (!holder || !person) throw new Error('content');
  const rows = table({ township: '城关镇', office: '联络员', name: person.name, from: '2026-12-01', to: '' });

  it('follow whoever held the office without an end, the day before', () => {
    const before = content.terms?.find(({ id }) => id === 'liaison-410325100');
    expect(outcomes('terms', rows)).toEqual([`new 接替${before?.name ?? ''}，他的任期到 2026-11-30`]);
    const { county } = after('terms', rows);
    const here = county.terms?.filter((term) => term.office === 'liaison' && term.townshipId === '410325100');
    expect(here?.map(({ from, to }) => [from, to])).toEqual([
      ['2022-04-01', '2026-11-30'],
      ['2026-12-01', null],
    ]);
    expect(planOf('terms', rows, after('terms', rows)).counts).toMatchObject({ same: 1, new: 0 });
  });

  it('need somebody who is known, a date and an office', () => {
    expect(
      outcomes(
        'terms',
        table(
          { township: '城关镇', office: '联络员', name: '没有此人', from: '2026-12-01' },
          { township: '城关镇', office: '镇长', name: person.name, from: '2026-12-01' },
          { township: '城关镇', office: '召集人', name: person.name, from: '12月1日' },
        ),
      ).map((one) => one.split(' ')[0]),
    ).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

describe('units and villages from a table', () => {
  it('are new once, the same the second time, and known by their short names', () => {
    const rows = table({ name: '县气象局' }, { name: '县气象局' }, { name: '住房和城乡建设局' });
    expect(outcomes('units', rows)).toEqual([
      'new',
      'rejected 和第 2 行重复。',
      'same 就是「县住房和城乡建设局」',
    ]);
    expect(planOf('units', rows, after('units', rows)).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  it('a village keeps its township and its code; its name may change', () => {
    const known = content.townships[0]?.villages[0];
    const rows = table(
      { township: '城关镇', name: '新民社区', id: '410325100999', sound: 'xin min she qu' },
      { township: '城关镇', name: '改名社区', id: known?.id ?? '' },
      { township: '田湖镇', name: '别处社区', id: known?.id ?? '' },
      { township: '田湖镇', name: '无码村', id: '没有' },
    );
    expect(planOf('villages', rows).counts).toMatchObject({ new: 1, changed: 1, rejected: 2 });
    const { county } = after('villages', rows.slice(0, 2));
    expect(county.townships[0]?.villages.at(-1)).toEqual({
      id: '410325100999',
      name: '新民社区',
      sound: 'xin min she qu',
    });
    expect(planOf('villages', rows.slice(0, 2), { ...START, county }).counts.same).toBe(2);
  });
});
