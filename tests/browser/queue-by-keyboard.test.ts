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
