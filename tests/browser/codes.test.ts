import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANKANG_VILLAGE } from '../support/county';
import { scanned } from '../support/printed-code';
import { seriousViolations, stickingOut } from './support/accessibility';
import { download, downloadSheet, openCodes } from './support/code-sheets';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { measureList, signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

let county: DemoCounty;
let clerk: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  clerk = await visit(county.browser, DESK);
  await signIn(clerk.page, county.cloud.url, '机关工作人员');
});
afterAll(() => county.close());

const isSound = async ({ page, faults }: Visitor, name: string): Promise<void> => {
  await keepPicture(page, name);
  expect(await seriousViolations(page)).toEqual([]);
  expect(await stickingOut(page)).toEqual([]);
  expect(faults).toEqual([]);
};
const pagesOf = (file: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** The address on the sheet of a village, read out of the printed page as a camera would. */
let printed = '';

describe('the codes of the panel', () => {
  it('are listed by township, found by first letters, and each number opens its list', async () => {
    const { page } = clerk;
    await openCodes(page, county.cloud.url);
    expect(await page.locator('.codes-township').count()).toBe(19);
    await isSound(clerk, 'panel-codes');
    await page.getByRole('searchbox').fill('aksq');
    await page.locator('.code-row', { hasText: '城关镇安康社区' }).waitFor();
    expect(await page.locator('.code-row').count()).toBeLessThan(4);
    await isSound(clerk, 'panel-codes-found');
    const number = page.locator('.code-row', { hasText: '城关镇安康社区' }).locator('.code-row__received a');
    const said = Number.parseInt((await number.textContent()) ?? '', 10);
    expect(said).toBeGreaterThan(0);
    await number.click();
    expect(await measureList(page)).toEqual({ rows: said, claimed: said });
  });

  it('one sheet, a township’s and all 379 in use are a PDF each', async () => {
    const { page } = clerk;
    const folder = county.cloud.dataDir;
    const one = await downloadSheet(page, county.cloud.url, '安康社区', folder);
    expect([pagesOf(one.file), one.name]).toEqual([1, '二维码-城关镇安康社区.pdf']);
    printed = scanned(one.file).text;
    expect(printed).toMatch(new RegExp(`^${county.cloud.url}/\\?scene=${ANKANG_VILLAGE}\\d$`));
    await page.getByRole('searchbox').fill('');
    const some = await download(page, folder, () =>
      page.getByRole('button', { name: /^下载 \d+ 张，大章镇/ }).click(),
    );
    const all = await download(page, folder, () => page.locator('[data-download-all]').click());
    expect(pagesOf(all.file)).toBe(359 + 19 + 1);
    process.stdout.write(
      `sheets: 1 page ${one.ms} ms, ${pagesOf(some.file)} pages ${some.ms} ms, ${pagesOf(all.file)} pages ${all.ms} ms, ` +
        `${Math.round(statSync(all.file).size / 1024)} KB\n`,
    );
    expect(readFileSync(all.file).length).toBeLessThan(6 * 1024 * 1024);
    for (const { file } of [one, some, all]) rmSync(file);
  });

  it('making them can be called off', async () => {
    const { page } = clerk;
    await openCodes(page, county.cloud.url);
    await page.locator('[data-download-all]').click();
    await page.getByRole('button', { name: '不要了' }).click();
    await page.locator('[data-download-all]').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
  });

  it('a station is made, and a village’s code is retired and replaced', async () => {
    const { page } = clerk;
    await openCodes(page, county.cloud.url);
    await page.getByRole('button', { name: /^新建/ }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('乡镇', { exact: true }).selectOption({ label: '城关镇' });
    await form.getByLabel('名称').fill('城关镇老城委员联络站');
    await form.getByLabel('贴在哪里').fill('老城街十八号');
    await isSound(clerk, 'panel-codes-new');
    await form.getByRole('button', { name: '建好' }).click();
    await page.locator('.toast', { hasText: '新码建好了' }).waitFor();
    await page.getByRole('searchbox').fill('联络站');
    await page.locator('.code-row', { hasText: '老城街十八号' }).waitFor();
    await page.getByRole('searchbox').fill('凤阳');
    await page
      .getByRole('button', { name: /^停用、换新，.*凤阳/ })
      .first()
      .click();
    await form.getByLabel('为什么停用').fill('被人涂了');
    await form.getByLabel('新码贴在哪里').fill('卫生室门口');
    await isSound(clerk, 'panel-codes-retire');
    await form.getByRole('button', { name: '停用旧码，换上新码' }).click();
    await page.locator('.toast', { hasText: '旧码停用了' }).waitFor();
    await page.locator('.code-row', { hasText: '被人涂了，已换新码' }).waitFor();
    await isSound(clerk, 'panel-codes-retired');
  });

  it('are a liaison’s own township’s, without anything to change, also on a phone', async () => {
    const liaison = await visit(county.browser, PHONE);
    await signIn(liaison.page, county.cloud.url, '联络员');
    await openCodes(liaison.page, county.cloud.url);
    expect(await liaison.page.locator('.codes-township').count()).toBe(1);
    expect(await liaison.page.getByRole('button', { name: /新建|停用/ }).count()).toBe(0);
    await isSound(liaison, 'panel-codes-phone');
    await liaison.leave();
  });
});

describe('somebody scans a sheet without WeChat', () => {
  it('and sees the place of the code, at home and where it is written', async () => {
    const resident = await visit(county.browser, PHONE);
    await resident.page.goto(printed);
    await resident.page.getByText('您扫的是').waitFor();
    await resident.page.getByText('城关镇安康社区').first().waitFor();
    await isSound(resident, 'scanned-home');
    await resident.page.locator('#go-submit').click();
    await resident.page.getByText('城关镇安康社区').last().waitFor();
    await isSound(resident, 'scanned-submit');
    await resident.leave();
  });

  it('and is told in one sentence when the code is damaged, and may go on', async () => {
    const resident = await visit(county.browser, PHONE);
    const last = Number(printed.at(-1));
    await resident.page.goto(`${printed.slice(0, -1)}${(last + 1) % 10}`);
    await resident.page.getByText('这张码没有读全').waitFor();
    await isSound(resident, 'damaged-home');
    await resident.page.locator('#go-submit').click();
    await resident.page.getByText('这张码没有读全').last().waitFor();
    await keepPicture(resident.page, 'damaged-submit');
    await resident.page.locator('#text:visible').fill('村口的路灯坏了半个月，晚上看不见路。');
    await resident.page.locator('#send:visible').click();
    expect(await resident.page.locator('#receipt-number').textContent()).toMatch(/^\d{6}-\d{6}$/);
    expect(resident.faults).toEqual([]);
    await resident.leave();
  });
});
