import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORT_COLUMNS, type ImportKind, type ImportRow } from '@contract/directory-import';
import type { PaperFilter, PaperView } from '@contract/papers';
import { periodOf } from '@contract/periods';
import { mapColumns } from '@shared/spreadsheet/map-columns';
import { readSheet } from '@shared/spreadsheet/read-sheet';
import { tableRows } from '@shared/spreadsheet/table-rows';
import { reportBlob } from '@shared/report/report-docx';
import { reportOf } from '@shared/report/report-of';
import { must } from '../support/call';
import { figuresOf, readStatistics } from '../support/figures';
import { ledgerCounts, ledgerFile, ledgerPieces } from '../support/ledger';
import { figuresThatOpenOtherwise } from '../support/opened-figures';
import { reportUp } from '../support/papers';
import { Day } from '../support/staff-day/day';

/**
 * A county's first Monday with the system: the directory comes in from the office's tables, the old ledger from Excel,
 * the first papers go up, two leaders write on them, and at the end of the quarter every figure of the report is opened
 * and counted.
 */
const MONDAY = '2026-03-02';
const LEDGER_ROWS = 380;
let day: Day;
beforeAll(async () => {
  day = await Day.begin(MONDAY);
  day.itIs('08:30');
});
afterAll(() => day.end());

type Table = [string[], ...(string | number | Date)[][]];
/** A table as the office has it, saved by a spreadsheet and read by the panel. */
async function rowsOf(kind: ImportKind, table: Table): Promise<ImportRow[]> {
  const bytes = await writeXlsx({ sheets: [{ name: '名册', rows: table }] });
  const reading = await readSheet(bytes, '名册.xlsx');
  if (!reading.ok) throw new Error(reading.message);
  const map = mapColumns(reading.value.headers, IMPORT_COLUMNS[kind]);
  return tableRows(reading.value, map, new Set(['from', 'to']));
}
async function bringIn(kind: ImportKind, table: Table) {
  const administrator = await day.at('administrator');
  const asked = { kind, rows: await rowsOf(kind, table), answers: [] };
  const { version, rows, counts } = await must(day.cloud, administrator, 'panel.checkImport', asked);
  expect(rows.filter(({ outcome }) => outcome === 'rejected' || outcome === 'asked')).toEqual([]);
  const why = '第一次导入名册';
  if (counts.new + counts.changed > 0)
    await must(day.cloud, administrator, 'panel.commitImport', { ...asked, version, why });
  return counts;
}

const MEMBERS: Table = [
  ['委员姓名', '所属界别', '所在乡镇', '工作单位及职务'],
  ['田一禾', '农业界', '田湖镇', '种植合作社理事长'],
  ['闻道远', '教育界', '城关镇', '第二中学教师'],
  ['杜若兰', '医药卫生界', '车村镇', '卫生院医师'],
];
const UNITS: Table = [['单位名称'], ['县地震监测站'], ['县公共资源交易中心']];
/** Everything else the directory is made of, in the order in which one stands on the other. */
const THE_REST: [ImportKind, Table][] = [
  [
    'townships',
    [
      ['乡镇名称', '区划代码', '简称'],
      ['伏牛山管委会', 410325120, '伏牛山'],
    ],
  ],
  [
    'villages',
    [
      ['所在乡镇', '行政村', '统计用区划代码'],
      ['伏牛山管委会', '龙池曼村', '410325120201'],
    ],
  ],
  ['committees', [['专委会名称'], ['科技创新委员会']]],
  [
    'sectors',
    [
      ['界别名称', '所属专委会'],
      ['环保界', '科技创新委员会'],
    ],
  ],
  [
    'categories',
    [
      ['类别名称', '对应界别', '对应专委会', '通常承办单位', '关键词'],
      ['地震防灾', '环保界、教育界', '科技创新委员会', '县地震监测站', '地震 3、避难场所 2'],
    ],
  ],
  [
    'officers',
    [
      ['单位名称', '经办人', '岗位'],
      ['县地震监测站', '卢致远', '办公室主任'],
    ],
  ],
  [
    'staff',
    [
      ['工作人员', '角色', '单位及职务'],
      ['邵文清', '机关', '县政协办公室科员'],
    ],
  ],
  [
    'terms',
    [
      ['所属乡镇', '担任', '联络员', '任职时间'],
      ['伏牛山管委会', '联络员', '田一禾', '2026.3.2'],
    ],
  ],
  [
    'stations',
    [
      ['站名', '类型', '所在乡镇', '所在村', '详细地址', '接待时间', '值班安排'],
      ['龙池曼委员之家', '委员之家', '伏牛山管委会', '龙池曼村', '村部一楼', '每月15日', '田一禾'],
    ],
  ],
  [
    'calendars',
    [
      ['日期', '结束日期', '性质'],
      ['2028年1月1日', '2028-01-03', '放假'],
      ['2028/1/8', '', '上班'],
    ],
  ],
  [
    'templates',
    [
      ['用途', '标题', '正文'],
      ['请群众补充', '请说清地点', '请写明是哪个村、哪条路。'],
    ],
  ],
];

describe('08:30 the office’s tables', () => {
  test('members and units come in whole, and a second time add nothing', async () => {
    expect(await bringIn('units', UNITS)).toMatchObject({ new: 2, same: 0 });
    expect(await bringIn('members', MEMBERS)).toMatchObject({ new: 3, same: 0 });
    expect(await bringIn('units', UNITS)).toMatchObject({ new: 0, same: 2 });
    expect(await bringIn('members', MEMBERS)).toMatchObject({ new: 0, same: 3 });
  });

  test('so does every other part of the directory, and what was brought in is in use at once', async () => {
    for (const [kind, table] of THE_REST) {
      expect([kind, await bringIn(kind, table)]).toMatchObject([kind, { new: table.length - 1, same: 0 }]);
      expect([kind, await bringIn(kind, table)]).toMatchObject([kind, { new: 0, changed: 0 }]);
    }
    const clerk = await day.at('clerk');
    const { townships, categories, units } = await must(day.cloud, clerk, 'panel.getDirectory', {});
    expect(townships.find(({ name }) => name === '伏牛山管委会')).toMatchObject({
      liaisonName: '田一禾',
      villages: [{ name: '龙池曼村' }],
    });
    expect(categories.at(-1)?.name).toBe('地震防灾');
    expect(units.some(({ name }) => name === '县地震监测站')).toBe(true);
    const { lines } = await must(day.cloud, clerk, 'panel.getCoverage', {});
    const missing = lines.map(({ sentence }) => sentence);
    expect(missing).toContainEqual(expect.stringMatching(/^伏牛山管委会没有召集人/));
    expect(missing).not.toContainEqual(
      expect.stringMatching(/^伏牛山管委会没有联络员|县地震监测站没有经办人/),
    );
  });

  test('who changed the directory, and why, can be read afterwards', async () => {
    const asked = must(day.cloud, await day.at('clerk'), 'panel.listDirectoryChanges', {});
    expect((await asked).items.some(({ why }) => why === '第一次导入名册')).toBe(true);
  });
});

describe('10:00 the old ledger', () => {
  test('380 rows come in with their own dates, tell nobody, and a second time add nothing', async () => {
    const clerk = await day.at('clerk');
    const counts = { new: 0, same: 0, rejected: 0 };
    for (const round of [1, 2]) {
      for (const rows of await ledgerPieces(await ledgerFile(LEDGER_ROWS))) {
        const asked = { ledger: '老台账', rows, keepContact: true };
        const { outcomes } = await must(day.cloud, clerk, 'panel.importLedgerRows', asked);
        for (const { outcome } of outcomes) counts[outcome] += 1;
      }
      expect([round, counts]).toEqual([
        round,
        { new: LEDGER_ROWS, same: (round - 1) * LEDGER_ROWS, rejected: 0 },
      ]);
    }
    const { funnel } = await must(day.cloud, clerk, 'panel.getStatistics', {});
    expect(funnel).toMatchObject(ledgerCounts(LEDGER_ROWS));
    await day.timerRuns();
    expect(await day.cloud.documents('notices')).not.toContainEqual(
      expect.objectContaining({ leadId: expect.stringMatching(/./) as string }),
    );
  }, 300_000);
});

describe('the papers', () => {
  const papers: PaperView[] = [];
  const MATTERS = {
    lamps: '安康社区门口的路灯坏了半个月，晚上黑得看不见路。',
    clinic: '村卫生室周末没有医生，老人发烧只能走到镇上。',
    bridge: '上学路上的小桥护栏断了三根，孩子天天从这里走。',
  };

  test('11:00 three adopted leads become three papers, numbered one after another', async () => {
    const clerk = await day.at('clerk');
    for (const [key, text] of Object.entries(MATTERS)) {
      day.itIs('11:00');
      await day.submits({ key, text });
      await day.does('clerk', 'acceptLead', key, {});
      await day.does('clerk', 'adoptLead', key, {});
      papers.push(await reportUp(day.cloud, clerk, [day.receipt(key).leadId]));
    }
    expect(papers.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(papers.map(({ sign }) => sign)).size).toBe(3);
    for (const key of Object.keys(MATTERS)) expect((await day.seenBy('clerk', key)).reports).toHaveLength(1);
  });

  test('15:00 leaders write on two of them; half a month later one has its effect and the other stands in red', async () => {
    day.itIs('15:00');
    for (const { id: paperId, version } of papers.slice(0, 2)) {
      const words = { office: '县政府', givenOn: MONDAY, text: '请尽快办好，结果告诉群众。' };
      await must(day.cloud, await day.at('leader'), 'panel.recordInstruction', {
        paperId,
        version,
        ...words,
      });
    }
    day.itIs('10:00', '2026-03-12');
    const clerk = await day.at('clerk');
    const done = await must(day.cloud, clerk, 'panel.getPaper', { paperId: papers[0]?.id ?? '' });
    const [instruction] = done.instructionList;
    const closing = { paperId: done.id, version: done.version, instructionId: instruction?.id ?? '' };
    await must(day.cloud, clerk, 'panel.closeFollowUp', { ...closing, effect: '四十盏路灯全部换好。' });

    day.itIs('09:00', '2026-03-30');
    await day.timerRuns();
    await day.timerRuns();
    const desk = await day.at('clerk');
    const { figures, items } = await must(day.cloud, desk, 'panel.listPapers', { followUp: 'late' });
    expect(figures).toMatchObject({
      issued: 3,
      instructed: 2,
      followedUp: 1,
      late: 1,
      instructions: 2,
      openFollowUps: 1,
      lateFollowUps: 1,
    });
    expect(items.map(({ id }) => id)).toEqual([papers[1]?.id]);
    const told = (await must(day.cloud, desk, 'panel.listNotices', {})).items.map(({ text }) => text);
    expect(told).toContainEqual(expect.stringContaining('批示落实超期了'));
    expect(told).toContainEqual(expect.stringContaining('批示落实：今天到期 0 件次，已经超期 1 件次。'));
  });

  test('every figure of the year’s papers is the length of the list it opens', async () => {
    const desk = await day.at('clerk');
    const list = (filter: PaperFilter) => must(day.cloud, desk, 'panel.listPapers', filter);
    const { figures } = await list({});
    const lengths = await Promise.all(
      (['draft', 'issued', 'withdrawn'] as const).map(async (state) => (await list({ state })).total),
    );
    expect(lengths).toEqual([figures.drafts, figures.issued, figures.withdrawn]);
    const [instructed, open, late, suggesting] = await Promise.all([
      list({ followUp: 'any' }),
      list({ followUp: 'open' }),
      list({ followUp: 'late' }),
      list({ state: 'issued', suggesting: true }),
    ]);
    expect([instructed.total, open.total, late.total, suggesting.total]).toEqual([
      figures.instructed,
      figures.followedUp,
      figures.late,
      figures.suggesting,
    ]);
    const sum = (of: number[]): number => of.reduce((all, one) => all + one, 0);
    expect(sum(open.items.map(({ openFollowUps }) => openFollowUps))).toBe(figures.openFollowUps);
    expect(sum(late.items.map(({ lateFollowUps }) => lateFollowUps))).toBe(figures.lateFollowUps);
  });
});

describe('the quarter', () => {
  test('is reported on one page whose every figure opens a list, and a file, of that length', async () => {
    day.itIs('09:00', '2026-04-01');
    const clerk = await day.at('clerk');
    const period = periodOf('quarter', '2026-03');
    const quarter = await readStatistics(day.cloud, clerk, period);
    const report = reportOf(quarter, '嵩县');
    expect(report.title).toContain('2026年第一季度');
    expect((await reportBlob(report)).size).toBeGreaterThan(5_000);
    for (const { filter, count } of [...report.late, ...report.issues, ...report.categories])
      expect([
        filter,
        (await figuresThatOpenOtherwise(day.cloud, clerk, [{ filter, count }])).length,
      ]).toEqual([filter, 0]);
    expect(await figuresThatOpenOtherwise(day.cloud, clerk, figuresOf(quarter))).toEqual([]);
  });

  test('and so does every figure of all the years', async () => {
    const clerk = await day.at('clerk');
    const whole = await readStatistics(day.cloud, clerk);
    expect(whole.funnel.received).toBe(LEDGER_ROWS + 3);
    expect(await figuresThatOpenOtherwise(day.cloud, clerk, figuresOf(whole))).toEqual([]);
  });
});
