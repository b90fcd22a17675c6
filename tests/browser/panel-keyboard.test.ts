import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { openPage, signIn } from './support/panel';
import { DESK, visit } from './support/visitor';

let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
});
afterAll(() => county.close());

describe('the panel by keyboard alone', () => {
  it('goes from the queue into a lead, gives a command, and back to the same list', async () => {
    const { url } = county.cloud;
    const { page, faults } = await visit(county.browser, DESK);
    await signIn(page, url, '政协机关');
    await openPage(page, url, '/leads?status=accepted');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    const numbers = await page.locator('[data-row-link]').allTextContents();

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe(numbers[1]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: numbers[1] ?? '' }).waitFor();

    await page.keyboard.press('a');
    const label = await focused();
    expect(await page.locator('[data-commands] button').first().textContent()).toBe(label);
    await page.getByRole('button', { name: '备注', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('备注').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('已电话问过村委会，情况属实。');
    for (let step = 0; step < 10 && (await focused()) !== '记下备注'; step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '备注已记下' }).waitFor();
    await page.locator('.history__entry').first().filter({ hasText: '已电话问过村委会' }).waitFor();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: numbers[2] ?? '' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.queue-row').first().waitFor();
    expect(new URL(page.url()).hash).toBe('#/leads?status=accepted');
    expect(faults).toEqual([]);
  });

  it('keeps the focus inside an open form and gives it back on Escape', async () => {
    const { url } = county.cloud;
    const { page } = await visit(county.browser, DESK);
    await signIn(page, url, '政协机关');
    await openPage(page, url, '/leads?status=accepted');
    await page.locator('[data-row-link]').first().click();
    const opener = page.getByRole('button', { name: '不采纳', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const isInside = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    await expect.poll(isInside).toBe(true);
    for (let step = 0; step < 15; step += 1) {
      await page.keyboard.press('Tab');
      expect(await isInside()).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
