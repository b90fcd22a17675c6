import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';
import type { CDPSession, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { signIn } from './support/panel';
import { DESK, visit } from './support/visitor';

/**
 * A long list saved in a real browser: the rows come page by page from here, everything else is the panel's own.
 * `LONG_EXPORT_ROWS=100000` measures the length that a county reaches in years.
 */
const ROWS = Number(process.env['LONG_EXPORT_ROWS'] ?? 10_000);
const MEGABYTE = 1_048_576;
const MOST_MEGABYTES = 300;
let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
});
afterAll(() => county.close());

interface Asked {
  action?: string;
  input?: { cursor?: string; limit?: number };
}
type Answer = { data: { rows: { id: string; number: string }[]; total?: number; asOf: string } };

/** Answers for a list of ROWS leads, each like one of the demonstration's. */
async function answerLong(page: Page): Promise<void> {
  let samples: Answer['data'] | null = null;
  await page.route('**/panel', async (route: Route) => {
    const asked = (route.request().postDataJSON() ?? {}) as Asked;
    if (asked.action === 'panel.getQueueFigures') {
      const response = await route.fetch();
      const answer = (await response.json()) as Answer;
      return route.fulfill({ response, json: { ...answer, data: { ...answer.data, total: ROWS } } });
    }
    if (asked.action !== 'panel.readRows') return route.continue();
    const { cursor, limit = 500 } = asked.input ?? {};
    samples ??= ((await (await route.fetch()).json()) as Answer).data;
    const { rows: some, asOf } = samples;
    const from = Number(cursor ?? 0);
    const rows = Array.from({ length: Math.min(limit, ROWS - from) }, (_, at) => {
      const serial = from + at;
      return { ...some[serial % some.length], id: `L-${serial}`, number: `260301-${serial}` };
    });
    const next = from + rows.length;
    const data = { rows, asOf, nextCursor: next < ROWS ? String(next) : null };
    return route.fulfill({ json: { ok: true, data } });
  });
}

/** The most memory of the page's script while the work goes on, in megabytes. */
async function mostMemory(cdp: CDPSession, work: Promise<unknown>): Promise<number> {
  let [most, isDone] = [0, false];
  const finished = work.finally(() => (isDone = true));
  while (!isDone) {
    const { metrics } = await cdp.send('Performance.getMetrics');
    most = Math.max(most, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  await finished;
  return most / MEGABYTE;
}

it(`a list of ${ROWS} rows is saved whole, with a bar that moves, in less than ${MOST_MEGABYTES} MB`, async () => {
  const leader = await visit(county.browser, DESK);
  const { page } = leader;
  page.setDefaultTimeout(120_000);
  await signIn(page, county.cloud.url, '领导');
  await answerLong(page);
  await page.goto(`${county.cloud.url}/admin/#/leads`);
  await page.locator('.queue-row').first().waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(`${ROWS} 条`).first().waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const begun = Date.now();
  const saved = page.waitForEvent('download');
  await sheet.getByRole('button', { name: '开始导出' }).click();
  await sheet.getByRole('progressbar', { name: '导出进度' }).waitFor();
  const most = await mostMemory(cdp, saved);
  const seconds = (Date.now() - begun) / 1_000;
  await sheet.getByText(`好了：${ROWS} 条`).waitFor();
  const path = await (await saved).path();
  let read = 0;
  for await (const _row of streamXlsxRows(readFileSync(path))) read += 1;
  console.info(`浏览器里导出 ${ROWS} 行：脚本内存最多 ${most.toFixed(0)} MB，用了 ${seconds.toFixed(0)} 秒`);
  expect(read).toBe(ROWS + 2);
  expect(most).toBeLessThan(MOST_MEGABYTES);
  expect(leader.faults).toEqual([]);
  await leader.leave();
}, 400_000);
