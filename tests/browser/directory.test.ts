import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '@shared/spreadsheet/read-sheet';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { expectSound, showPage, signIn } from './support/panel';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

/** The directory as administrators keep it, and the tables it comes from. */
let county: DemoCounty;
let administrator: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  administrator = await visit(county.browser, DESK);
  await signIn(administrator.page, county.cloud.url, '管理员');
});
afterAll(async () => {
  await administrator.leave();
  await county.close();
});

const show = (page: Page, address: string, shown: string): Promise<void> =>
  showPage(page, county.cloud.url, address, shown);
const isSound = (page: Page, name: string): Promise<void> => expectSound(page, `panel-directory-${name}`);
const PARTS = [
  'people',
  'terms',
  'leadership',
  'townships',
  'villages',
  'stations',
  'categories',
  'sectors',
  'committees',
  'units',
  'policy',
  'calendars',
  'templates',
  'codes',
];

const HEADINGS = ['名称', '类型', '所在乡镇', '村', '地址', '开放时间', '联系电话'];
const STATIONS = [
  ['安康社区委员工作室', '委员联络站', '城关镇', '安康社区', '社区服务大厅', '每月 15 日上午', ''],
  ['田湖镇河东委员之家', '委员之家', '田湖镇', '', '河东街 3 号', '周一到周五', '0379-66310001'],
  ['没有地方的站', '委员之家', '不知道镇', '', '某处', '每天', ''],
  ['没有时间的站', '委员之家', '田湖镇', '', '某处', '', ''],
];

async function chooseTable(page: Page, rows: string[][]): Promise<void> {
  const bytes = await writeXlsx({ sheets: [{ name: '联络站', rows: [HEADINGS, ...rows] }] });
  await page.locator('input[type="file"]').setInputFiles({
    name: '联络站.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await page.getByRole('button', { name: '看看每一行会怎样' }).click();
  await page.locator('.import__counts').waitFor();
}
const countsShown = async (page: Page): Promise<string[]> =>
  (await page.locator('.import__count').allTextContents()).map((words) => words.replace(/\s+/g, ' ').trim());

describe('the directory in the panel', () => {
  it('says who and what is missing, and every line opens the place where it is put right', async () => {
    const { page } = administrator;
    await show(page, '/directory', '.coverage__line');
    await isSound(page, 'coverage');
    const lines = await page
      .locator('.coverage__line a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(lines.length).toBeGreaterThan(0);
    for (const address of new Set(lines)) expect(address).toMatch(/^#\/(?:directory\/|codes\?find=)/);
  });

  it('shows each of its parts on a desk', async () => {
    const { page } = administrator;
    for (const part of PARTS) {
      await show(page, `/directory/${part}`, '.directory__table td');
      await isSound(page, part);
    }
    expect(administrator.faults).toEqual([]);
  });

  it('shows each of its parts on a phone', async () => {
    const phone = await visit(county.browser, PHONE);
    await signIn(phone.page, county.cloud.url, '管理员');
    for (const part of ['', ...PARTS.map((one) => `/${one}`)]) {
      await show(phone.page, `/directory${part}`, '.directory__table td, .coverage__line');
      await isSound(phone.page, `phone${part.replace('/', '-')}`);
    }
    await show(phone.page, '/directory/import', '.import__kinds');
    await isSound(phone.page, 'phone-import');
    expect(phone.faults).toEqual([]);
    await phone.leave();
  });

  it('keeps what is printed on codes, with why, and names it in the history', async () => {
    const { page } = administrator;
    await show(page, '/directory/codes?entry=codes', '.entry__fields');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('居民页面的网址').fill('https://zhitong.example');
    await sheet.getByLabel('县政协办公室的电话').fill('0379-66310000');
    await sheet.getByLabel('为什么改').fill('域名批下来了');
    await isSound(page, 'codes-sheet');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.locator('.directory__table', { hasText: 'https://zhitong.example/' }).waitFor();
    await show(page, '/directory/history', '.change');
    await page.locator('.change', { hasText: '域名批下来了' }).first().waitFor();
  });
});

describe('a table in the panel', () => {
  it('is looked at before it is saved: rows that cannot come in are named and can be taken away', async () => {
    const { page } = administrator;
    await show(page, '/directory/import', '.import__kinds');
    await page.getByRole('button', { name: '联络站', exact: true }).click();
    await chooseTable(page, STATIONS);
    expect(await countsShown(page)).toEqual(['2 新增', '0 修改', '0 没有变', '0 要回答', '2 不能导入']);
    await isSound(page, 'import-preview');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载没有导入的行' }).click();
    const rejects = await readSheet(new Uint8Array(readFileSync(await (await download).path())), 'a.xlsx');
    if (!rejects.ok) throw new Error(rejects.message);
    expect(rejects.value.headers.slice(0, 3)).toEqual(['行号', '原因', '名称']);
    expect(rejects.value.rows.map((row) => row.slice(0, 3))).toEqual([
      [4, expect.stringContaining('不知道镇'), '没有地方的站'],
      [5, '缺「开门时间」。', '没有时间的站'],
    ]);
    await page.getByRole('button', { name: '存进名录：新增 2 行，修改 0 行' }).click();
    await page.locator('.toast', { hasText: '已经存进名录：新增 2 行' }).waitFor();
  });

  it('a second time adds nothing, and the station stands in its village with its hours', async () => {
    const { page } = administrator;
    await chooseTable(page, STATIONS.slice(0, 2));
    expect(await countsShown(page)).toEqual(['0 新增', '0 修改', '2 没有变', '0 要回答', '0 不能导入']);
    await page.getByText('没有要存的：能导的都已经在名录里了。').waitFor();
    await show(page, '/directory/stations', '.directory__table td');
    const row = page.locator('tr', { hasText: '安康社区委员工作室' });
    expect(await row.textContent()).toContain('每月 15 日上午');
    await row.getByRole('button').first().click();
    const sheet = page.getByRole('dialog');
    const village = sheet.getByLabel('在哪里：村（社区）');
    await village.locator('option:checked', { hasText: '安康社区' }).waitFor({ state: 'attached' });
    await isSound(page, 'station-sheet');
  });

  it('of 50,000 rows is refused in words, with the row from which on to cut it, and nothing of it is saved', async () => {
    const { page } = administrator;
    const line = (index: number): string => `第${index}站,委员之家,城关镇,,某处,每天,`;
    const rows = Array.from({ length: 50_000 }, (_, index) => line(index));
    await show(page, '/directory/import', '.import__kinds');
    await page.getByRole('button', { name: '联络站', exact: true }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: '很长.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([HEADINGS.join(','), ...rows].join('\n')),
    });
    await page.getByRole('button', { name: '看看每一行会怎样' }).click();
    const refused = page.getByRole('alert').filter({ hasText: '这张表有 50000 行' });
    await refused.filter({ hasText: '请从第 5002 行起另存一份。现在一行也没有存。' }).waitFor();
    expect(administrator.faults).toEqual([]);
  });
});

describe('an old ledger in the panel', () => {
  it('is mapped, looked at, brought in with its progress, and a second time adds nothing', async () => {
    const clerk = await visit(county.browser, DESK);
    const { page } = clerk;
    await signIn(page, county.cloud.url, '政协机关');
    await show(page, '/directory/ledger', 'input[type="file"]');
    const rows = [
      ['序号', '反映日期', '乡镇', '反映内容', '办理结果'],
      ['1', '2024年3月5日', '城关镇', '安康社区门口的路灯坏了半个月。', '已经修好'],
      ['2', '2024.4.1', '田湖镇', '村口的桥面坑坑洼洼，下雨积水。', ''],
      ['3', '不知道哪天', '田湖镇', '垃圾没有人清。', ''],
    ];
    for (const outcome of [
      ['2 新线索', '0 已经导入过', '1 不能导入'],
      ['0 新线索', '2 已经导入过', '1 不能导入'],
    ]) {
      await page.locator('input[type="file"]').setInputFiles({
        name: '信访台账.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
      });
      await page.getByRole('button', { name: '先看一遍' }).click();
      await page.locator('.import__counts', { hasText: outcome[0]?.slice(2) ?? '' }).waitFor();
      await page.getByRole('button', { name: '先看一遍' }).waitFor();
      expect(await countsShown(page)).toEqual(outcome);
      if (outcome[0] === '2 新线索') {
        await isSound(page, 'ledger-preview');
        await page.getByRole('button', { name: '导入 2 条' }).click();
        await page.locator('.import__counts', { hasText: '2 条已经导入' }).waitFor();
        const fresh = page.locator('tr', { has: page.locator('.import__outcome--new') });
        expect(await fresh.allTextContents()).toEqual([
          expect.stringMatching(/已导入现在是「/) as string,
          expect.stringMatching(/已导入现在是「/) as string,
        ]);
      }
    }
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});
