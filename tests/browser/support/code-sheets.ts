import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Downloaded {
  file: string;
  name: string;
  /** From the tap to the file. */
  ms: number;
}

/** Opens the codes in the panel. */
export async function openCodes(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin/#/codes`);
  await page.locator('.codes-township').first().waitFor();
}

/** Presses what starts a download and gives the file, kept in the folder. */
export async function download(page: Page, folder: string, press: () => Promise<void>): Promise<Downloaded> {
  const started = performance.now();
  const waiting = page.waitForEvent('download', { timeout: 150_000 });
  await press();
  const arrived = await waiting;
  const name = arrived.suggestedFilename();
  const file = join(folder, name);
  await arrived.saveAs(file);
  return { file, name, ms: Math.round(performance.now() - started) };
}

/** The sheet of one place, as staff download it to print it. */
export async function downloadSheet(
  page: Page,
  url: string,
  place: string,
  folder: string,
): Promise<Downloaded> {
  await openCodes(page, url);
  await page.getByRole('searchbox').fill(place);
  return download(page, folder, () =>
    page.getByRole('button', { name: new RegExp(`^下载，.*${place}$`) }).click(),
  );
}
