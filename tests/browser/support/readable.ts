import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousViolations, stickingOut } from './accessibility';
import { measurePage, type Measured } from './measure-page';
import { SMALL_PHONE } from './visitor';

/** How somebody has set the app and the phone, and how large that phone is. */
export interface Mode {
  name: string;
  /** Main text in care mode; null: the usual size. */
  careSize: number | null;
  dark: boolean;
  viewport: { width: number; height: number };
}

const USUAL_TEXT = 18;

/** The two furthest apart on a phone many have: text of the usual size, and the largest. */
export const USUAL_AND_LARGEST: Mode[] = [
  { name: 'usual', careSize: null, dark: false, viewport: SMALL_PHONE },
  { name: 'largest', careSize: 30, dark: false, viewport: SMALL_PHONE },
];

/** Sets phone and app; it counts from the next time a page is opened. */
export async function setMode(page: Page, { careSize, dark, viewport }: Omit<Mode, 'name'>): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.evaluate((size) => {
    if (size === null) localStorage.removeItem('zhitong.careSize');
    else localStorage.setItem('zhitong.careSize', String(size));
  }, careSize);
}

/** Opens the form of somebody who has set phone and app like this. */
export async function openFormIn(page: Page, url: string, mode: Mode): Promise<void> {
  await page.goto(`${url}/#/pages/privacy/index`);
  await setMode(page, mode);
  await page.goto(`${url}/#/pages/submit/index`);
  await page.reload();
  await page.locator('#text:visible').waitFor();
}

/** Holds what is shown to the numbers that everybody can read and tap by; what was measured. */
export async function expectReadable(
  page: Page,
  { careSize }: Pick<Mode, 'careSize'>,
  { axe }: { axe: boolean },
): Promise<Measured> {
  const care = careSize !== null;
  const measured = await measurePage(page, care ? 60 : 44);
  if (axe) expect(await seriousViolations(page)).toEqual([]);
  expect(await stickingOut(page)).toEqual([]);
  expect(measured.overflow).toBeLessThanOrEqual(0);
  expect(measured.mainText).toBeCloseTo(careSize ?? USUAL_TEXT, 1);
  expect(measured.smallestText).toBeGreaterThanOrEqual((careSize ?? USUAL_TEXT) - 2.01);
  expect(measured.tightestLines ?? 1.3).toBeGreaterThanOrEqual(1.3);
  expect(measured.smallTargets).toEqual([]);
  expect(measured.faintTexts).toEqual([]);
  expect(measured.lowestEdge ?? 3).toBeGreaterThanOrEqual(3);
  expect(measured.brokenNumbers).toEqual([]);
  expect(care ? measured.cutOff : []).toEqual([]);
  return measured;
}
