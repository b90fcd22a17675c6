import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { stickingOut } from './support/accessibility';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { expectReadable, setMode, type Mode } from './support/readable';
import { submit } from './support/resident';
import { residentPages } from './support/resident-page-list';
import { keepPicture } from './support/screenshots';
import { PHONE, SMALL_PHONE, SMALLEST_PHONE, visit, type Visitor } from './support/visitor';
import { launchBrowser } from '../support/browser';

/** axe looks at every mode once; it does not depend on the size of the window. */
const MODES: (Mode & { axe: boolean })[] = [
  { name: 'normal-360', careSize: null, dark: false, viewport: SMALL_PHONE, axe: true },
  { name: 'normal-390', careSize: null, dark: false, viewport: PHONE, axe: false },
  { name: 'dark-360', careSize: null, dark: true, viewport: SMALL_PHONE, axe: true },
  { name: 'dark-390', careSize: null, dark: true, viewport: PHONE, axe: false },
  { name: 'care-390', careSize: 22, dark: false, viewport: PHONE, axe: true },
  { name: 'largest-320', careSize: 30, dark: false, viewport: SMALLEST_PHONE, axe: false },
  { name: 'largest-390', careSize: 30, dark: false, viewport: PHONE, axe: false },
  { name: 'largest-dark-360', careSize: 30, dark: true, viewport: SMALL_PHONE, axe: true },
];
/** A desktop window of 1280 pixels at 400 %, as WCAG 1.4.10 asks; a phone of 390 at 200 %. */
const ZOOMED = [
  { name: 'zoomed-320', viewport: { width: 320, height: 256 } },
  { name: 'zoomed-195', viewport: { width: 195, height: 422 } },
];
const pages = await residentPages();
const shortName = (page: string): string => page.replace(/^pages\//, '').replace(/\/index$/, '');

let county: DemoCounty;
let resident: Visitor;
/** The lead a page is opened with: the receipt of one just submitted, everywhere else one that waits for an answer. */
let leads: { submitted: string; resolved: string };
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  county = await openDemoCounty();
  resident = await visit(county.browser, SMALL_PHONE);
  const { page } = resident;
  const resolved = (await county.cloud.documents('leads')).find(
    ({ lead }) => (lead as Lead).status === 'resolved',
  );
  if (!resolved) throw new Error('no lead of the demonstration waits for an answer');
  // Whoever reported it looks at the pages.
  await page.addInitScript(
    (who) => localStorage.setItem('zhitong.demoIdentity', who),
    String(resolved.reporterKey),
  );
  await submit(page, county.cloud.url, '村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。');
  const kept = await page.evaluate(() => localStorage.getItem('zhitong.receipts'));
  const [receipt] = JSON.parse(kept ?? '[]') as { leadId: string }[];
  leads = { submitted: receipt?.leadId ?? '', resolved: resolved._id };
});
afterAll(async () => {
  console.table(table);
  await county.close();
});

async function open(page: Page, path: string, mode: Omit<Mode, 'name'>): Promise<void> {
  await setMode(page, mode);
  const leadId = path.includes('receipt') ? leads.submitted : leads.resolved;
  await page.goto(`${county.cloud.url}/#/${path}?leadId=${leadId}`);
  await page.reload();
  await page.locator('.frame').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[role=status][aria-label="正在打开"]').waitFor({ state: 'detached' });
}

describe.each(pages)('%s', (path) => {
  it.each(MODES)('is readable and can be tapped: $name', async (mode) => {
    const { page } = resident;
    await open(page, path, mode);
    const care = mode.careSize !== null;
    if (mode.viewport === SMALL_PHONE || care)
      await keepPicture(page, `resident-${shortName(path)}-${mode.name}`, { whole: true });
    const measured = await expectReadable(page, mode, mode);
    table.push({
      page: shortName(path),
      mode: mode.name,
      main: measured.mainText,
      smallest: measured.smallestText,
      leading: measured.tightestLines ?? '–',
      target: measured.smallestTarget,
      contrast: measured.lowestContrast,
      edge: measured.lowestEdge ?? '–',
    });
  });

  it.each(ZOOMED)('loses nothing when the browser zooms: $name', async ({ viewport }) => {
    const { page } = resident;
    await open(page, path, { careSize: null, dark: false, viewport });
    expect(await stickingOut(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
});

describe('care mode', () => {
  it('is one tap away on every page, and one tap takes it back', async () => {
    const { page } = resident;
    for (const path of pages) {
      await open(page, path, { careSize: null, dark: false, viewport: SMALL_PHONE });
      await page.getByRole('button', { name: '大字版', exact: true }).click();
      await expect.poll(() => mainText(page)).toBe(22);
      await page.getByRole('button', { name: '普通版', exact: true }).click();
      await expect.poll(() => mainText(page)).toBe(18);
    }
  });

  it('is remembered, and grows in steps to 30 pixels', async () => {
    const { page } = resident;
    await open(page, 'pages/home/index', { careSize: null, dark: false, viewport: SMALL_PHONE });
    await page.getByRole('button', { name: '大字版', exact: true }).click();
    for (const size of [24, 26, 28, 30]) {
      await page.getByRole('button', { name: '字再大一点' }).click();
      await expect.poll(() => mainText(page)).toBe(size);
    }
    expect(await page.getByRole('button', { name: '字再大一点' }).count()).toBe(0);
    await page.reload();
    await expect.poll(() => mainText(page)).toBe(30);
    await page.getByRole('button', { name: '字小一点' }).click();
    await expect.poll(() => mainText(page)).toBe(28);
  });

  it('folds what is secondary away, and a tap unfolds it', async () => {
    const { page } = resident;
    await open(page, 'pages/home/index', { careSize: 22, dark: false, viewport: SMALL_PHONE });
    const results = page.getByRole('button', { name: '大家反映的事' });
    expect(await results.getAttribute('aria-expanded')).toBe('false');
    await results.click();
    expect(await results.getAttribute('aria-expanded')).toBe('true');
    await page.getByText('收到', { exact: true }).first().waitFor();
  });

  it('needs no tap where the browser itself is set to larger text', async () => {
    const browser = await launchBrowser(['--blink-settings=defaultFontSize=24']);
    try {
      const { page } = await visit(browser, SMALL_PHONE);
      await page.goto(`${county.cloud.url}/`);
      await expect.poll(() => mainText(page)).toBe(27);
      expect(await stickingOut(page)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

const mainText = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.querySelector('.frame') ?? document.body).fontSize),
  );
