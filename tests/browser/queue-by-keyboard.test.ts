import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { openPage, signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { PHONE, visit, type Visitor } from './support/visitor';

const LAPTOP = { width: 1280, height: 800 };

let county: DemoCounty;
let clerk: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  clerk = await visit(county.browser, LAPTOP);
  await signIn(clerk.page, county.cloud.url, '政协机关');
});
afterAll(() => county.close());

const countOf = async (group: string): Promise<number> =>
  Number(await clerk.page.locator(`[data-group="${group}"] .day-group__count`).textContent());
const focused = (): Promise<string> => clerk.page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the morning’s triage by keyboard alone', () => {
  it('accepts one lead, then two together, takes one step back, and every figure follows', async () => {
    const { page } = clerk;
    const { keyboard } = page;
    await openPage(page, county.cloud.url, '/leads');
    await keyboard.press('g');
    await keyboard.press('n');
    await page.locator('[data-group="new"][aria-current]').waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    // The rows do not wait for the figures.
    await expect.poll(() => countOf('new')).toBeGreaterThan(3);
    const before = { fresh: await countOf('new'), accepted: await statusCount('已受理') };
    const numbers = await page.locator('[data-row-link]').allTextContents();

    await keyboard.press('j');
    expect(await focused()).toBe(numbers[0]);
    await keyboard.press('a');
    await page.locator('.bulk-bar--held').waitFor();
    await keyboard.press('z');
    await page.locator('.bulk-bar--held').waitFor({ state: 'detached' });

    await keyboard.press('k');
    await keyboard.press('a');
    await page.locator('.toast', { hasText: '1 条已受理' }).waitFor();
    await expect.poll(() => countOf('new')).toBe(before.fresh - 1);
    expect(await focused()).toBe(numbers[1]);

    await keyboard.press('x');
    await keyboard.press('j');
    await keyboard.press('Shift+X');
    await page.locator('.bulk-bar', { hasText: '已选 2 条' }).waitFor();
    await keyboard.press('a');
    await page.locator('.toast', { hasText: '2 条已受理' }).waitFor();
    await expect.poll(() => countOf('new')).toBe(before.fresh - 3);
    await expect.poll(() => statusCount('已受理')).toBe(before.accepted + 3);
    await expect.poll(() => page.locator('.queue-row').count()).toBe(before.fresh - 3);

    const rest = await page.locator('[data-row-link]').allTextContents();
    expect(numbers.slice(0, 3).filter((number) => rest.includes(number))).toEqual([]);
    await expect.poll(async () => rest.includes(await focused())).toBe(true);
    await keyboard.press('Enter');
    await page.locator('.lead').waitFor();
    await keyboard.press('u');
    await page.locator('.queue-row').first().waitFor();
    expect(new URL(page.url()).hash).toBe('#/leads?group=new');
    expect(clerk.faults).toEqual([]);
  });

  async function statusCount(label: string): Promise<number> {
    const entry = clerk.page.locator('.status-entry', { hasText: label }).locator('.status-entry__count');
    return Number(await entry.textContent());
  }
});

describe('a list that is longer than the screen', () => {
  it('shows every deadline whole on a small desk screen', async () => {
    const { page, leave } = await visit(county.browser, { width: 1024, height: 768 });
    await signIn(page, county.cloud.url, '政协机关');
    await openPage(page, county.cloud.url, '/leads');
    const right = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().right);
    expect(await right('.queue-row__due')).toBeLessThanOrEqual(await right('.queue-sheet'));
    expect(await page.getByRole('checkbox', { name: '选中列出的全部' }).isVisible()).toBe(true);
    expect(await stickingOut(page)).toEqual([]);
    await keepPicture(page, 'panel-queue-small-desk');
    await leave();
  });

  it('leads to every page from a phone: the tabs have a row of their own, the one that is open in sight', async () => {
    const { page, leave } = await visit(county.browser, PHONE);
    await signIn(page, county.cloud.url, '政协机关');
    await openPage(page, county.cloud.url, '/leads');
    const tabs = page.locator('.shell-nav');
    await tabs.getByRole('link', { name: '名录', exact: true }).waitFor();
    expect((await tabs.boundingBox())?.width).toBe(PHONE.width);
    await keepPicture(page, 'panel-tabs-phone');
    await tabs.getByRole('link', { name: '名录', exact: true }).click();
    const isWhole = (): Promise<boolean> =>
      tabs.locator('.active').evaluate((tab) => tab.getBoundingClientRect().right <= window.innerWidth - 24);
    await expect.poll(isWhole).toBe(true);
    await leave();
  });

  it.each(['the browser', 'the page'])('is come back to at the row that was left, by %s', async (way) => {
    const { page, leave } = await visit(county.browser, LAPTOP);
    await signIn(page, county.cloud.url, '政协机关');
    await openPage(page, county.cloud.url, '/leads');
    const row = page.locator('[data-row-link]').nth(24);
    const number = await row.textContent();
    await row.click();
    await page.locator('.lead').waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    if (way === 'the browser') await page.goBack();
    else await page.getByRole('link', { name: '← 回到名单' }).click();
    await page.locator('.queue-row').nth(24).waitFor();
    const isInSight = (): Promise<boolean> =>
      page.evaluate(() => {
        const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect(0, -1);
        return top > 64 && bottom < window.innerHeight;
      });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toBe(number);
    await expect.poll(isInSight).toBe(true);
    await leave();
  });
});

describe.each([
  { size: 'desk', viewport: LAPTOP },
  { size: 'phone', viewport: PHONE },
])('the queue at work, $size', ({ size, viewport }) => {
  it('holds an order in sight, with nothing serious, nothing sideways, no fault', async () => {
    const { page, faults, leave } = await visit(county.browser, viewport);
    await signIn(page, county.cloud.url, '政协机关');
    await openPage(page, county.cloud.url, '/leads?group=new');
    await page
      .getByRole('checkbox', { name: /^选中 / })
      .nth(1)
      .click();
    await page.locator('.bulk-bar').waitFor();
    await keepPicture(page, `panel-queue-chosen-${size}`);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await page.locator('.bulk-bar--held').waitFor();
    await keepPicture(page, `panel-queue-held-${size}`);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.locator('.bulk-bar', { hasText: '已选 1 条' }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });
});
