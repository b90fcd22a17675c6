import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  kindOfPeriod,
  momentsOf,
  monthsOf,
  PERIOD_KINDS,
  PERIOD_SHAPE,
  periodBefore,
  periodOf,
  sayPeriod,
} from '@contract/periods';
import type { Statistics } from '@contract/statistics';
import { reportOf } from '@shared/report/report-of';
import { reportBlob } from '@shared/report/report-docx';
import { QUARTER, STATISTICS } from '../admin/support/builders';
import { partOf, rendered } from '../papers/support/office';

vi.setConfig({ testTimeout: 120_000 });

describe('a period', () => {
  it.each([
    ['2026-03', ['2026-03'], '2026-02', '2026年3月'],
    ['2026-01', ['2026-01'], '2025-12', '2026年1月'],
    ['2026-Q1', ['2026-01', '2026-02', '2026-03'], '2025-Q4', '2026年第一季度'],
    ['2026-Q4', ['2026-10', '2026-11', '2026-12'], '2026-Q3', '2026年第四季度'],
    [
      '2026-H2',
      ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
      '2026-H1',
      '2026年下半年',
    ],
    [
      '2026',
      Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`),
      '2025',
      '2026年',
    ],
  ])('%s knows its months, the one before, and its name', (period, months, before, name) => {
    expect(PERIOD_SHAPE.test(period)).toBe(true);
    expect(monthsOf(period)).toEqual(months);
    expect(periodBefore(period)).toBe(before);
    expect(sayPeriod(period)).toBe(name);
    for (const month of months) expect(periodOf(kindOfPeriod(period), month)).toBe(period);
  });

  it('begins where the one before ends, at midnight in China', () => {
    expect(momentsOf('2026-Q1')).toEqual({
      from: '2025-12-31T16:00:00.000Z',
      until: '2026-03-31T16:00:00.000Z',
    });
    for (const kind of PERIOD_KINDS) {
      for (
        let period = periodOf(kind, '2026-02'), step = 0;
        step < 30;
        step += 1, period = periodBefore(period)
      )
        expect(momentsOf(periodBefore(period)).until).toBe(momentsOf(period).from);
    }
  });

  it.each(['2026-13', '2026-Q5', '2026-H3', '26', '2026-3', '2026-', '1999', '2026-Q1 '])(
    'is not %j',
    (text) => expect(PERIOD_SHAPE.test(text)).toBe(false),
  );
});

describe('the report of a quarter', () => {
  const report = reportOf(QUARTER, '嵩县');
  it('says what follows from the figures, and praises nobody', () => {
    expect(report.title).toBe('2026年第一季度群众线索办理情况');
    expect(report.sentences).toEqual([
      '本期收到群众线索 380 条，比上期（300 条）多 80 条；采纳 60 条，占 15.8%；解决 28 条，占 7.4%。',
      '受理了的 350 条，一半用了不超过 1 天，九成不超过 3 天；解决了的 28 条，一半用了不超过 20 天，九成不超过 41 天。',
      '眼下全县有 2 条超过期限，其中 1 条过了单位承诺的日期。',
    ]);
    expect(JSON.stringify(report)).not.toMatch(/显著|大幅|成效|良好|优秀|高度|积极|圆满|第一名/);
  });

  it('prints every share with its denominator and every change with its sign', () => {
    const row = (label: string) => report.rows.find((one) => one.label === label);
    expect(row('采纳')).toMatchObject({
      value: '60 条',
      share: '15.8%（÷ 380）',
      earlier: '50 条',
      change: '+10',
    });
    expect(row('解决')).toMatchObject({ change: '−2' });
    expect(row('群众说解决了')).toMatchObject({ share: '83.3%（÷ 24 条评价）' });
    expect(row('到解决（中位 / 九成）')).toMatchObject({ value: '20 / 41 天', share: '按 28 条算' });
  });

  it('keeps the townships in the county’s own order', () => {
    const { tables } = QUARTER;
    const turned = { ...QUARTER, tables: { ...tables, township: [...tables.township].reverse() } };
    expect(report.townships).toBe('城关镇 210、车村镇 170');
    expect(reportOf(turned, '嵩县').townships).toBe('车村镇 170、城关镇 210');
  });

  it('is of a period, never of everything', () => {
    expect(() => reportOf(STATISTICS, '嵩县')).toThrow();
  });

  it('says so when nothing came in', () => {
    const funnel = { ...QUARTER.funnel, received: 0, adopted: 0, resolved: 0 };
    expect(reportOf({ ...QUARTER, funnel }, '嵩县').sentences[0]).toBe(
      '本期没有收到群众线索，上期收到 300 条。',
    );
  });
});

/** As much as a county can have: long names everywhere, all townships, large numbers. */
const FULL: Statistics = {
  ...QUARTER,
  tables: {
    ...QUARTER.tables,
    township: Array.from({ length: 20 }, (_, index) => ({
      ...(QUARTER.tables.township[0] as Statistics['months'][number]),
      id: `t${index}`,
      name: `五马寺林场${index}`,
    })),
    category: Array.from({ length: 24 }, (_, index) => ({
      ...(QUARTER.tables.category[0] as Statistics['months'][number]),
      id: `c${index}`,
      name: `城乡建设和管理${index}`,
    })),
  },
  issues: Array.from({ length: 5 }, (_, index) => ({
    id: `i${index}`,
    title: '县城到乡镇的班车傍晚收得太早',
    categoryName: '交通运输',
    leads: 120 + index,
    people: 480,
    places: 12,
    townshipNames: ['城关镇'],
    statuses: {},
    days: [],
    heat: 9,
  })),
};

describe('the report as a Word document', () => {
  it.each([
    ['a usual quarter', QUARTER],
    ['a full one', FULL],
  ])('is one page of A4 as LibreOffice lays it out: %s', async (name, statistics) => {
    const report = reportOf(statistics, '嵩县');
    const bytes = Buffer.from(await (await reportBlob(report)).arrayBuffer());
    const { width, height, pages, file } = rendered(bytes);
    expect([Math.round(width), Math.round(height), pages.length]).toEqual([210, 297, 1]);
    const text = pages
      .flatMap((page) => page.map((line) => line.text))
      .join('')
      .replace(/\s/g, '');
    for (const { label, value } of report.rows) {
      expect(text).toContain(label.replace(/\s/g, ''));
      expect(text).toContain(value.replace(/\s/g, ''));
    }
    for (const last of [report.organ, report.date]) expect(text).toContain(last);
    // For a person to look at.
    mkdirSync('.tmp/screenshots', { recursive: true });
    const picture = join('.tmp/screenshots', `report-docx-${name.replace(/ /g, '-')}`);
    execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', file, picture]);
    const words = partOf(bytes, 'word/document.xml');
    for (const font of ['仿宋_GB2312', '黑体', '方正小标宋简体'])
      expect(words).toContain(`w:eastAsia="${font}"`);
  });
});
