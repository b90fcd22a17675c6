import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { setMode, type Mode } from './support/readable';
import { keepPicture } from './support/screenshots';
import { openPhone, SMALL_PHONE } from './support/visitor';

const FIRE = '邻居家着火了快来人';
const MODES: Mode[] = [
  { name: 'usual', careSize: null, dark: false, viewport: SMALL_PHONE },
  { name: 'largest', careSize: 30, dark: false, viewport: SMALL_PHONE },
];

let cloud: TestCloud;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  cloud = await startTestCloud();
  browser = await launchBrowser();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

/** The whole of it is on the screen, and nothing lies over it. */
const isInSight = (page: Page, which: string): Promise<boolean> =>
  page.locator(`${which}:visible`).evaluate((element) => {
    const { left, top, width, height, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return top >= 0 && bottom <= innerHeight && hit !== null && element.contains(hit);
  });

it.each(MODES)('who is in danger sees the number to call before anything else ($name)', async (mode) => {
  context = await openPhone(browser);
  const page = await context.newPage();
  await page.goto(`${cloud.url}/#/pages/privacy/index`);
  await setMode(page, mode);
  await page.goto(`${cloud.url}/#/pages/submit/index`);
  await page.reload();
  await page.locator('#text:visible').fill(FIRE);
  await page.locator('#elsewhere:visible').waitFor();
  await expect.poll(() => isInSight(page, '#dial-119')).toBe(true);
  await keepPicture(page, `danger-form-${mode.name}`);
  await page.locator('#send:visible').click();
  await page.locator('#receipt-number:visible').waitFor();
  await expect.poll(() => isInSight(page, '#dial-danger')).toBe(true);
  expect(await page.locator('#dial-danger').textContent()).toBe('先打 119');
  await keepPicture(page, `danger-receipt-${mode.name}`);
});
