import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { MEASURES, type Measure } from '@contract/statistics';
import { seriousViolations, stickingOut } from './accessibility';
import { keepPicture } from './screenshots';

/** Signs in to the panel as somebody of the demonstration, by the part of the note that says what they are. */
export async function signIn(page: Page, url: string, who: string): Promise<void> {
  await page.goto(`${url}/admin/`);
  await page.locator('.demo-people__one', { hasText: who }).click();
  await page.locator('.shell-person').waitFor();
}

/** Opens an address of the panel behind the hash and waits for the page to have something to show. */
export async function openPage(page: Page, url: string, address: string): Promise<void> {
  const shown = address.startsWith('/leads/')
    ? '.lead'
    : address.startsWith('/leads')
      ? '.queue-row, .state'
      : '.funnel, .issue';
  await showPage(page, url, address, shown);
}

/** Gives a command on the lead that is open: opens its form, lets it be filled, sends it, waits for the sentence. */
export async function giveCommand(
  page: Page,
  command: { button: string; confirm: string; said: RegExp },
  fill: (form: ReturnType<Page['locator']>) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.locator('[data-commands]').getByRole('button', { name: command.button, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await fill(sheet);
  await sheet.getByRole('button', { name: command.confirm, exact: true }).click();
  await page.locator('.toast', { hasText: command.said }).waitFor();
  await sheet.waitFor({ state: 'detached' });
}

/** Finds a lead by its number, the way a clerk does, and opens it. */
export async function findLead(page: Page, url: string, number: string): Promise<void> {
  await openPage(page, url, '/leads');
  await page.getByPlaceholder('输入编号查找').fill(number);
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.locator('.queue-row').nth(1).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('heading', { name: number }).waitFor();
}

/** The figures of the funnel as they stand on the statistics page. */
export async function readFunnel(page: Page, url: string): Promise<Record<Measure, number>> {
  await openPage(page, url, '/statistics');
  await page.locator('[data-figure]').first().waitFor();
  const entries = await Promise.all(
    MEASURES.map(async (measure) => [
      measure,
      Number(await page.locator(`[data-figure="${measure}"]`).textContent()),
    ]),
  );
  return Object.fromEntries(entries) as Record<Measure, number>;
}

/** How many rows a list has once all of it is loaded, and the length it claims. */
export async function measureList(page: Page): Promise<{ rows: number; claimed: number }> {
  await page.locator('.queue-row, .state').first().waitFor();
  const more = page.getByRole('button', { name: '加载更多' });
  const rows = page.locator('.queue-row');
  while ((await more.count()) > 0) {
    const before = await rows.count();
    await more.click();
    await rows.nth(before).waitFor();
  }
  const claimed = Number(await page.locator('.filter-bar__total strong').textContent());
  return { rows: await rows.count(), claimed };
}

/**
 * Opens an address of the panel and waits until this is shown and nothing is being fetched. It starts from an empty
 * document: a change behind the hash leaves the page before it standing for a moment, and its rows would be read.
 */
export async function showPage(page: Page, url: string, address: string, shown: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/admin/#${address}`);
  await page.locator(shown).first().waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

/** Keeps a picture of the page, which everybody can read, and of which nothing sticks out. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await keepPicture(page, name, { readme: false });
  expect([name, await seriousViolations(page)]).toEqual([name, []]);
  expect([name, await stickingOut(page)]).toEqual([name, []]);
}
