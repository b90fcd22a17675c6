import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A pattern over the words, not words: WCAG 1.4.3 leaves decoration out. */
const DECORATION = '.contact-marks';

/** What axe-core finds serious or critical on the page, one line each, with the element. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(async (decoration) => {
    const { axe } = window as unknown as { axe: { run: (where: object) => Promise<AxeResults> } };
    return axe.run({ exclude: [[decoration]] });
  }, DECORATION);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** What reaches over the right edge of the window and cannot be scrolled to within a box of its own, one line each. */
export async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate((decoration) => {
    const isScrolledTo = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
          return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, left, width, height } = element.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && left < window.innerWidth && element.checkVisibility();
        const isOut = isSeen && right > window.innerWidth + 1 && !element.closest(decoration);
        return isOut && !isScrolledTo(element);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  }, DECORATION);
}
