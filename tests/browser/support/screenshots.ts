import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { smallPng } from './small-png';

const root = resolve(import.meta.dirname, '../../..');
const LOOKED_AT = join(root, '.tmp/screenshots');
const SHOWN_IN_README = join(root, 'docs/screenshots');

/**
 * Keeps a picture of the window, or of the whole page, for a person to look at; those for the README also go there
 * when they are to be renewed.
 */
export async function keepPicture(
  page: Page,
  name: string,
  { readme = false, whole = false } = {},
): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  const picture = smallPng(whole ? await wholePage(page) : await page.screenshot());
  save(LOOKED_AT, name, picture);
  if (readme && process.env['UPDATE_SCREENSHOTS'] === '1') save(SHOWN_IN_README, name, picture);
  return picture;
}

/** The window is made as high as the page for a moment: pages of the resident app scroll inside a box of their own. */
async function wholePage(page: Page): Promise<Buffer> {
  const size = page.viewportSize();
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.frame')].map(({ scrollHeight }) => scrollHeight)),
  );
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  const picture = await page.screenshot();
  if (size) await page.setViewportSize(size);
  return picture;
}

function save(folder: string, name: string, picture: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), picture);
}
