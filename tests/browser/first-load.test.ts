import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { SMALL_PHONE, visit } from './support/visitor';

/** A phone for the first time on the page, far from a mast: how much it loads, and when the page answers a tap. */
let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
});
afterAll(() => county.close());

/** Script and styles of a first load, compressed. */
const MOST = 250 * 1024;
/** As the developer tools of browsers have it: 400 kbit/s, two seconds there and back. */
const SLOW_3G = { offline: false, latency: 2_000, downloadThroughput: 51_200, uploadThroughput: 51_200 };
const CPU_TIMES_SLOWER = 4;

const PAGES = [
  { name: 'home', address: '/', answers: (page: Page) => page.locator('#go-submit') },
  {
    name: 'submit',
    address: '/?scene=4103251000016#/pages/submit/index',
    answers: (page: Page) => page.locator('#text:visible'),
  },
] as const;

it.each(PAGES)('$name: the first load stays within its size', async ({ name, address, answers }) => {
  const { page, leave } = await visit(county.browser, SMALL_PHONE);
  page.setDefaultTimeout(120_000);
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.emulateNetworkConditions', SLOW_3G);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
  const loading: Promise<number>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet' || kind === 'document')
      loading.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  const started = performance.now();
  await page.goto(county.cloud.url + address, { waitUntil: 'commit' });
  const shown = answers(page);
  // A click waits until what it hits is there, stands still and takes it.
  await shown.click();
  const interactive = performance.now() - started;
  const bytes = (await Promise.all(loading)).reduce((sum, each) => sum + each, 0);
  process.stdout.write(
    `first load of ${name}: ${Math.round(bytes / 1024)} KB gz, answers a tap after ${Math.round(interactive)} ms ` +
      `(slow 3G, CPU ${CPU_TIMES_SLOWER}x slower)\n`,
  );
  expect(bytes).toBeGreaterThan(20 * 1024);
  expect(bytes).toBeLessThan(MOST);
  await leave();
});
