import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Statistics } from '@contract/statistics';
import { queueAddress } from '../../src/admin/platform/queue-address';
import { figuresOf, withCodes } from '../support/figures';
import { CODE_FIGURES, LEADER, QUARTER, STATISTICS } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

/** Where a list of leads is opened by a number, and what the number says. */
function linkedNumbers(): [string, number][] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/leads?"]')].flatMap((link) => {
    const [number] = /^\d+/.exec(link.textContent?.trim() ?? '') ?? [];
    return number === undefined ? [] : [[link.getAttribute('href') ?? '', Number(number)]];
  });
}

/** Codes have their figures fetched, where the page has them at all. */
async function openCodes(): Promise<void> {
  const button = screen.queryByRole('button', { name: '看每个码各收到多少' });
  if (button === null) return;
  fireEvent.click(button);
  await screen.findByRole('link', { name: '城关镇安康社区，采纳 40 条' });
}

/** The numbers of the page that the walk over all figures does not open, or opens as another number. */
async function notWalked(address: string, statistics: Statistics, least: number): Promise<unknown[]> {
  const panel = fakePanel([], { 'panel.getStatistics': () => statistics, 'panel.getMe': () => LEADER });
  openPanel(panel, address);
  await waitFor(() => expect(linkedNumbers().length).toBeGreaterThan(least));
  await openCodes();
  for (const name of ['逐天看', '看表格、开名单', /^全部 \d+ 行$/])
    for (const button of screen.queryAllByRole('button', { name })) fireEvent.click(button);
  const walked = new Map(
    figuresOf(withCodes(statistics, CODE_FIGURES)).map(({ filter, count }) => [
      `#${queueAddress(filter)}`,
      count,
    ]),
  );
  const shown = linkedNumbers();
  expect(shown.length).toBeGreaterThan(least);
  // A number without a measure, and all of what was received, are the same list.
  const isWalked = (href: string, count: number): boolean =>
    walked.get(href) === count ||
    walked.get(href.replace('?dimension', '?measure=received&dimension')) === count;
  return shown.filter(([href, count]) => !isWalked(href, count));
}

it('every number of the statistics, the overview and the report is one the walk over all figures opens', async () => {
  expect(await notWalked('/statistics', STATISTICS, 50)).toEqual([]);
  cleanup();
  expect(await notWalked('/statistics?period=2026-Q1', QUARTER, 50)).toEqual([]);
  cleanup();
  expect(await notWalked('/', STATISTICS, 6)).toEqual([]);
  cleanup();
  expect(await notWalked('/report?period=2026-Q1', QUARTER, 6)).toEqual([]);
});
