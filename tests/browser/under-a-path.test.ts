import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { isKept, keptFiles } from './support/kept-pages';
import { openPhone } from './support/visitor';

/** The county's server: the resident pages stand under a path of their own, the functions where they always are. */
const UNDER = '/zhitong/';
const OURS = /^\/(web|demo|_files)\b/;

let cloud: TestCloud;
let server: Server;
let browser: Browser;
let address: string;
/** What was asked of the server, in the order in which the answers went out. */
const answered: string[] = [];
beforeAll(async () => {
  cloud = await startTestCloud();
  server = createServer((request, response) => {
    const url = request.url ?? '/';
    const isPage = url.startsWith(UNDER);
    if (!isPage && !OURS.test(url)) return void response.writeHead(404).end();
    const host = `127.0.0.1:${cloud.port}`;
    const path = isPage ? url.slice(UNDER.length - 1) : url;
    const headers = { ...request.headers, host, origin: `http://${host}` };
    const onward = ask(`http://${host}${path}`, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).on('finish', () => answered.push(url));
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await cloud.stop();
});

it('under a path of their own the pages are kept after everything a first visit needs, fetched once, and open without a server', async () => {
  const phone = await openPhone(browser, { serviceWorkers: 'allow' });
  const page = await phone.newPage();
  await page.goto(`${address}${UNDER}`);
  await page.locator('#go-submit').waitFor();
  await isKept(page);
  const kept = await keptFiles(page);
  expect(kept.every(({ path }) => path.startsWith(UNDER))).toBe(true);
  const begun = answered.indexOf(`${UNDER}sw.js`);
  const first = answered.slice(0, begun);
  expect(first.filter((url) => url.startsWith('/web')).length).toBeGreaterThan(0);
  // What the page fetched already lies in the browser: metered bytes are spent once.
  const scripts = answered.filter((url) => url.endsWith('.js') && !url.endsWith('sw.js'));
  expect(new Set(scripts).size).toBe(scripts.length);
  const later = answered.slice(begun).filter((url) => /\.(js|css|html)$/.test(url));
  process.stdout.write(`fetched to be kept: ${later.join(' ')}\n`);
  expect(later.length).toBeLessThan(5);

  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const again = await phone.newPage();
  await again.goto(`${address}${UNDER}?scene=p%3D410325100001%26e%3Dv`);
  await again.locator('#go-submit').click();
  await again.locator('#text:visible').fill('没有信号也打得开。');
  const other = await phone.newPage();
  await expect(other.goto(`${address}/zhitong-other/`)).rejects.toThrow();
  await phone.close();
});
