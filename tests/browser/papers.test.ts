import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { expectSound, showPage, signIn } from './support/panel';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

let county: DemoCounty;
let clerk: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  clerk = await visit(county.browser, DESK);
  await signIn(clerk.page, county.cloud.url, '政协机关');
});
afterAll(async () => {
  await clerk.leave();
  await county.close();
});

const show = (page: Page, address: string, shown: string): Promise<void> =>
  showPage(page, county.cloud.url, address, shown);
const isSound = (page: Page, name: string): Promise<void> => expectSound(page, `panel-${name}`);
const openPaper = async (page: Page, words: string): Promise<void> => {
  await show(page, '/papers', '.paper-row');
  await page.locator('.paper-row', { hasText: words }).first().getByRole('link').click();
  await page.locator('.a4').waitFor();
};

describe('the papers in the panel', () => {
  it('are listed, and each figure of the year opens a list of that length', async () => {
    const { page } = clerk;
    await show(page, '/papers', '.paper-row');
    await isSound(page, 'papers');
    const issued = page.getByRole('button', { name: /^印发 \d+ 份，打开名单$/ });
    const said = Number.parseInt((await issued.textContent()) ?? '', 10);
    await issued.click();
    await page.waitForURL(/state=issued/);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    await page.locator('.papers__total', { hasText: `${said} 份` }).waitFor();
    expect(await page.locator('.paper-row').count()).toBe(said);
  });

  it('begin on a lead, are saved while they are written, stop at too many characters and at a name, and get the next number', async () => {
    const { page } = clerk;
    await show(page, '/leads?status=adopted', '[data-row-link]');
    await page.locator('[data-row-link]').first().click();
    await page.getByRole('button', { name: '写成文稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '写成草稿' }).click();
    await page.locator('.paper__writing').waitFor();
    const body = page.getByLabel('正文');
    expect((await body.inputValue()).length).toBeGreaterThan(30);
    await body.fill(`一、情况\n${'长'.repeat(1_600)}`);
    await page.locator('.counter--over').waitFor();
    await page.getByRole('button', { name: '印发并编号' }).click();
    await page.getByRole('alert').filter({ hasText: '最多 1500 字' }).waitFor();
    await body.fill('一、群众反映的情况\n村民王建国说路灯坏了，晚上看不见路。');
    await page.getByText('姓名「王建国」不是个人信息').waitFor();
    await body.fill('一、群众反映的情况\n有群众说路灯坏了，晚上看不见路。');
    await page.getByText('没有发现像个人信息的地方').waitFor();
    await page.locator('.paper__saving', { hasText: '已存好' }).waitFor();
    await isSound(page, 'paper-writing');
    await page.getByRole('button', { name: '印发并编号' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '印发并编号' }).click();
    await page.locator('.toast', { hasText: '已印发，编号 嵩政协〔' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 Word' }).click();
    const file = readFileSync(await (await download).path());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(clerk.faults).toEqual([]);
  });

  it('are followed up: an instruction that is late is closed with what came of it', async () => {
    const { page } = clerk;
    await openPaper(page, '落实超期');
    await page.locator('.instruction--late').waitFor();
    await isSound(page, 'paper-late');
    await page.getByRole('button', { name: '登记落实情况' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('落实情况').fill('划出了单独的进院车道，高峰有人疏导。');
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.instruction--closed').waitFor();
  });

  it('keep both texts when two write at once', async () => {
    const { page } = clerk;
    const colleague = await visit(county.browser, DESK);
    await signIn(colleague.page, county.cloud.url, '政协机关');
    await openPaper(page, '草稿');
    await openPaper(colleague.page, '草稿');
    await colleague.page.getByLabel('标题').fill('同事改的标题');
    await colleague.page.locator('.paper__saving', { hasText: '已存好' }).waitFor();
    await page.getByLabel('标题').fill('我改的标题');
    const conflict = page.getByRole('alert').filter({ hasText: '同事也改了' });
    await conflict.getByText('同事改的标题').waitFor();
    await conflict.getByText('我改的标题').waitFor();
    await isSound(page, 'paper-conflict');
    await page.getByRole('button', { name: '用我写的' }).click();
    await page.locator('.paper__saving', { hasText: '已存好' }).waitFor();
    await colleague.leave();
  });

  it('are read by a leader, who writes an instruction on the paper and reads no draft', async () => {
    const leader = await visit(county.browser, PHONE);
    await signIn(leader.page, county.cloud.url, '领导');
    await openPaper(leader.page, '加装电梯');
    await leader.page.getByRole('button', { name: '写批示' }).click();
    const sheet = leader.page.getByRole('dialog');
    await sheet.getByLabel('批示原文').fill('请住建局研究补助办法。');
    await sheet.getByRole('button', { name: '写下批示' }).click();
    await leader.page.locator('.instruction', { hasText: '请住建局研究补助办法。' }).waitFor();
    await isSound(leader.page, 'paper-leader-phone');
    await leader.page.getByRole('button', { name: /^更正/ }).click();
    expect(await sheet.getByLabel('批示原文').inputValue()).toBe('请住建局研究补助办法。');
    await sheet.getByLabel('批示原文').fill('请住建局一个月内拿出补助办法。');
    await sheet.getByLabel('为什么更正').fill('漏写了期限');
    await isSound(leader.page, 'paper-correcting-phone');
    await sheet.getByRole('button', { name: '更正', exact: true }).click();
    await leader.page.locator('.instruction', { hasText: '一个月内拿出补助办法' }).waitFor();
    const line = leader.page.locator('.paper-history li', { hasText: '“请住建局研究补助办法。”' });
    await line.getByText('更正的原因：漏写了期限').waitFor();
    await isSound(leader.page, 'paper-corrected-phone');
    await show(leader.page, '/papers', '.paper-row');
    expect(await leader.page.locator('.paper-row--draft').count()).toBe(0);
    await isSound(leader.page, 'papers-phone');
    expect(leader.faults).toEqual([]);
    await leader.leave();
  });

  it('that are withdrawn keep what a leader wrote on them: it is listed, and closed where it stands', async () => {
    const { page } = clerk;
    await openPaper(page, '加装电梯');
    await page.locator('.instruction--open').waitFor();
    await page.getByRole('button', { name: '作废', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('还有 1 次批示没有落实').waitFor();
    await isSound(page, 'paper-withdrawing');
    await sheet.getByLabel('为什么作废').fill('户数写错了。');
    await sheet.getByRole('button', { name: '作废', exact: true }).click();
    await page.locator('.toast', { hasText: '批示还要落实' }).waitFor();
    await show(page, '/papers', '.paper-row');
    await page.getByRole('button', { name: /^批示待落实 \d+ 件，打开名单$/ }).click();
    await page.waitForURL(/followUp=open/);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const row = page.locator('.paper-row--withdrawn', { hasText: '加装电梯' });
    await row.getByText('待落实', { exact: true }).waitFor();
    await isSound(page, 'papers-open');
    await row.getByRole('link').click();
    await page.getByRole('button', { name: '登记落实情况' }).click();
    await sheet.getByLabel('落实情况').fill('补助办法已经印发。');
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.instruction--closed', { hasText: '补助办法已经印发。' }).waitFor();
    await isSound(page, 'paper-withdrawn-closed');
  });

  it('that are withdrawn are written again in their own words, as a new draft', async () => {
    const { page } = clerk;
    await openPaper(page, '野猪损毁庄稼');
    await isSound(page, 'paper-issued');
    await page.getByRole('button', { name: '作废', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('为什么作废').fill('补偿标准写错了，改好另报。');
    await sheet.getByRole('button', { name: '作废', exact: true }).click();
    await page.getByRole('button', { name: '照这一份重写' }).click();
    await isSound(page, 'paper-again');
    await sheet.getByRole('button', { name: '写成草稿' }).click();
    await page.locator('.paper__writing').waitFor();
    expect(await page.getByLabel('标题').inputValue()).toContain('野猪损毁庄稼');
    expect(clerk.faults).toEqual([]);
  });

  it('stand in a dossier beside the leads, in order, and are exported with it', async () => {
    const { page } = clerk;
    await show(page, '/dossiers', '[data-dossier]');
    await page.locator('[data-dossier]').first().getByRole('link').click();
    await page.locator('.dossier-line__entry').first().waitFor();
    await isSound(page, 'dossier');
    const days = await page
      .locator('.dossier-line__entry time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort());
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 Word' }).click();
    expect((await download).suggestedFilename()).toContain('卷宗');
    expect(clerk.faults).toEqual([]);
  });
});
