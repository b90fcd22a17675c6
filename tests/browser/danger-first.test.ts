import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openCounty, type OpenCounty } from './support/county';
import { openFormIn, USUAL_AND_LARGEST } from './support/readable';
import { keepPicture } from './support/screenshots';
import { openPhone } from './support/visitor';

const FIRE = '邻居家着火了快来人';

let county: OpenCounty;
let context: BrowserContext;
beforeAll(async () => {
  county = await openCounty();
});
afterEach(() => context.close());
afterAll(() => county.close());

/** The whole of it is on the screen, and nothing lies over it. */
const isInSight = (page: Page, which: string): Promise<boolean> =>
  page.locator(`${which}:visible`).evaluate((element) => {
    const { left, top, width, height, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return top >= 0 && bottom <= innerHeight && hit !== null && element.contains(hit);
  });

it.each(USUAL_AND_LARGEST)(
  'who is in danger sees the number to call before anything else ($name)',
  async (mode) => {
    context = await openPhone(county.browser);
    const page = await context.newPage();
    await openFormIn(page, county.cloud.url, mode);
    await page.locator('#text:visible').fill(FIRE);
    await page.locator('#elsewhere:visible').waitFor();
    await expect.poll(() => isInSight(page, '#dial-119')).toBe(true);
    await keepPicture(page, `danger-form-${mode.name}`);
    await page.locator('#send:visible').click();
    await page.locator('#receipt-number:visible').waitFor();
    await expect.poll(() => isInSight(page, '#dial-danger')).toBe(true);
    expect(await page.locator('#dial-danger').textContent()).toBe('先打 119');
    await keepPicture(page, `danger-receipt-${mode.name}`);
  },
);
