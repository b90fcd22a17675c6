import type { Browser, Page } from 'playwright-core';
import { visit, type Visitor } from './visitor';

/** An officer of the demonstration with a phone, on the staff pages. */
export async function visitAsOfficer(
  browser: Browser,
  viewport: { width: number; height: number },
  openid: string,
): Promise<Visitor> {
  const visitor = await visit(browser, viewport);
  await visitor.page.addInitScript((who) => localStorage.setItem('zhitong.demoIdentity', who), openid);
  return visitor;
}

/** Opens the day's queue and waits until it is there. */
export async function openDay(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/staff/pages/queue/index`);
  await page.locator('.day-groups:visible').waitFor();
}

/** Opens a lead from the group of the day in which it has to be. */
export async function openFrom(page: Page, group: string, words: string): Promise<void> {
  await page.locator(`#group-${group}:visible`).click();
  await page.locator('.list-row:visible', { hasText: words }).first().click();
  await page.locator('.next-step:visible').waitFor();
}

/** Opens a command of the lead that is open, lets its form be filled, and gives it. */
export async function give(
  page: Page,
  command: string,
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.locator(`#do-${command}:visible`).click();
  await page.locator('#run-command:visible').waitFor();
  await fill();
  await page.locator('#run-command:visible').click();
  await page.locator('.next-step:visible').waitFor();
}

/** Adds one photo to the form that is open. */
export async function addPhoto(page: Page, photo: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.photo-add:visible').click();
  await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo });
  await page.locator('.photo-image:visible').first().waitFor();
}
