import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { showPage, signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

/** The figures as a leader sees them, on a desk, a small laptop and a phone; on paper, and as files. */
const SIZES = [
  { size: 'desk', viewport: DESK },
  { size: 'laptop', viewport: { width: 1024, height: 700 } },
  { size: 'phone', viewport: PHONE },
] as const;
/** A4 in points, as a PDF counts. */
const A4 = { width: 595, height: 842 };

let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
  await county.cloud.jobs();
});
afterAll(() => county.close());

async function openFigures({ page }: Visitor, address: string, shown: string): Promise<void> {
  await showPage(page, county.cloud.url, address, shown);
  await page.waitForLoadState('networkidle');
}

describe.each(SIZES)('the figures, $size', ({ size, viewport }) => {
  let leader: Visitor;
  beforeAll(async () => {
    leader = await visit(county.browser, viewport);
    await signIn(leader.page, county.cloud.url, '领导');
  });
  afterAll(() => leader.leave());

  const isSound = async (name: string): Promise<void> => {
    await keepPicture(leader.page, `figures-${name}-${size}`);
    const whole = await leader.page.screenshot({ fullPage: true });
    writeFileSync(join('.tmp/screenshots', `figures-${name}-${size}-whole.png`), whole);
    for (const [index, pair] of (await leader.page.locator('.statistics__pair').all()).entries())
      writeFileSync(
        join('.tmp/screenshots', `figures-${name}-${size}-${index}.png`),
        await pair.screenshot(),
      );
    expect(await seriousViolations(leader.page)).toEqual([]);
    expect(await stickingOut(leader.page)).toEqual([]);
    expect(leader.faults).toEqual([]);
  };

  it('a leader lands on the overview: one screen of numbers that open their lists', async () => {
    await leader.page.locator('.overview__figures').waitFor();
    expect(leader.page.url()).toContain('#/overview');
    expect(await leader.page.locator('.overview__figures .overview__count').allTextContents()).toEqual([
      '380',
      '60',
      '28',
    ]);
    await leader.page.locator('.hot-list, .quiet').first().waitFor();
    await leader.page.waitForLoadState('networkidle');
    await isSound('overview');
  });

  it('the statistics of everything', async () => {
    await openFigures(leader, '/statistics', '.chart svg');
    await isSound('statistics');
  });

  it('the statistics of a quarter, with the tables behind its charts', async () => {
    const months = await leader.page.locator('#by-month tbody th').allTextContents();
    expect(months.length).toBeGreaterThan(1);
    await leader.page.getByRole('button', { name: '季度', exact: true }).click();
    await leader.page.locator('.funnel__earlier').first().waitFor();
    await leader.page.getByRole('button', { name: '看表格、开名单' }).first().click();
    await leader.page.getByRole('button', { name: '逐天看' }).first().click();
    await isSound('quarter');
  });

  it('the one-page report', async () => {
    await openFigures(leader, '/report', '.report');
    await isSound('report');
  });
});

describe('the report of a quarter', () => {
  let leader: Visitor;
  beforeAll(async () => {
    leader = await visit(county.browser, DESK);
    await signIn(leader.page, county.cloud.url, '领导');
    await openFigures(leader, '/report', '.report');
  });
  afterAll(() => leader.leave());

  it('prints on exactly one sheet of A4, for a month, a quarter, a half-year and a year', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    for (const [kind, title] of [
      ['月', /月群众/],
      ['季度', /季度群众/],
      ['半年', /半年群众/],
      ['年', /\d年群众/],
    ] as const) {
      await leader.page.getByRole('button', { name: kind, exact: true }).click();
      await leader.page.locator('.report h1', { hasText: title }).waitFor();
      const path = join(folder, 'report.pdf');
      writeFileSync(path, await leader.page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const facts = execFileSync('pdfinfo', [path]).toString();
      expect([kind, /Pages:\s+(\d+)/.exec(facts)?.[1]]).toEqual([kind, '1']);
      const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([A4.width, A4.height]);
      // Nothing is cut off: the last line of the sheet, the date, is on it.
      expect(execFileSync('pdftotext', [path, '-']).toString()).toMatch(
        /政协嵩县委员会办公室\s+\d{4}年\d+月\d+日/,
      );
    }
    execFileSync('pdftoppm', [
      '-r',
      '60',
      '-png',
      join(folder, 'report.pdf'),
      '.tmp/screenshots/report-print',
    ]);
  });

  it('is saved as a Word document', async () => {
    const [download] = await Promise.all([
      leader.page.waitForEvent('download'),
      leader.page.getByRole('button', { name: '存成 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/群众线索办理情况\.docx$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a list as a file', () => {
  it('is saved with the rows of the list, after a bar that showed how far it was', async () => {
    const leader = await visit(county.browser, DESK);
    await signIn(leader.page, county.cloud.url, '领导');
    await openFigures(leader, '/leads?measure=adopted', '.queue-row');
    await leader.page.getByRole('button', { name: '导出', exact: true }).click();
    const sheet = leader.page.getByRole('dialog');
    await sheet.getByRole('checkbox', { name: '附议人数' }).uncheck();
    await keepPicture(leader.page, 'export-desk');
    expect(await seriousViolations(leader.page)).toEqual([]);
    const [download] = await Promise.all([
      leader.page.waitForEvent('download'),
      sheet.getByRole('button', { name: '开始导出' }).click(),
    ]);
    await sheet.getByText('好了：60 条').waitFor();
    const rows: unknown[][] = [];
    for await (const { values } of streamXlsxRows(readFileSync(await download.path())))
      rows.push([...values]);
    expect(rows).toHaveLength(62);
    expect(rows[0]).not.toContain('附议人数');
    expect(String(rows.at(-1)?.[0])).toContain('采纳：共 60 条');
    expect(leader.faults).toEqual([]);
    await leader.leave();
  });
});
