import { mkdtempSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { deploy, deployNext } from './support/h5-versions';
import { isKept, keptFiles } from './support/kept-pages';
import { openPhone } from './support/visitor';

/** The county puts a new version on its server while pages of the old one are open, and kept on phones. */
let served: string;
let cloud: TestCloud;
let browser: Browser;
let phone: BrowserContext;
beforeAll(async () => {
  served = mkdtempSync(join(tmpdir(), 'served-'));
  cloud = await startTestCloud({ env: { STATIC_DIR: served } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
  rmSync(served, { recursive: true, force: true });
});
beforeEach(async () => {
  rmSync(served, { recursive: true, force: true });
  deploy(served);
  phone = await openPhone(browser, { serviceWorkers: 'allow' });
});
afterEach(() => phone.close());

const OLD = '直通';
const NEW = '直通（新）';
/** The page of the server names its version in its source; a page's own title changes with what it shows. */
const versionOf = (page: Page): Promise<string> =>
  page
    .evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>('script[src*="js/app."]')?.src ?? '';
      const shell = await (await fetch('/index.html')).text();
      return shell.includes(script.slice(script.lastIndexOf('/'))) ? shell : '';
    })
    .then((shell) => /<title>(.*?)<\/title>/.exec(shell)?.[1] ?? 'another than the worker keeps');

async function openHome(): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(`${cloud.url}/`);
  await page.locator('#go-submit').waitFor();
  return page;
}
/** The phone has heard of the new version and fetched all of it. */
const hasNext = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });

it('a page that is open stays as it is, letter for letter, and sends; the next one opened is the new version, and the old is thrown away', async () => {
  const page = await openHome();
  await isKept(page);
  await page.reload();
  await page.locator('#go-submit').click();
  await page.locator('#text:visible').fill('写到一半，县里换了新版本。');
  deployNext(served);
  await hasNext(page);
  expect(await versionOf(page)).toBe(OLD);

  const next = await openHome();
  await expect.poll(() => versionOf(next).catch(() => '')).toBe(NEW);
  await next.locator('#go-submit').waitFor();
  const kept = await keptFiles(next);
  expect(kept.filter(({ path }) => path.startsWith('/js/app.'))).toHaveLength(1);

  expect(await page.locator('#text:visible').inputValue()).toBe('写到一半，县里换了新版本。');
  await page.locator('#send:visible').click();
  await page.locator('#receipt-number').waitFor();
  const sent = (await cloud.documents('leads')).filter(isLead);
  expect(sent.map(({ content }) => (content as { text: string }).text)).toEqual([
    '写到一半，县里换了新版本。',
  ]);
});

it.each(['with its pages kept', 'with nothing kept'])(
  'a page of the old version whose next page is gone from the server opens it in the new one, draft and all: %s',
  async (how) => {
    const page = await openHome();
    await isKept(page);
    if (how === 'with nothing kept')
      await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).unregister()));
    await page.reload();
    await page.locator('#go-submit').click();
    await page.locator('#text:visible').fill('点开别的一页，写的字还在。');
    await page.goBack();
    deployNext(served);
    await page.getByRole('button', { name: '看看大家的、找一找' }).click();
    await page.waitForURL(/published/);
    await page.locator('#words:visible, input:visible').first().waitFor();
    expect(await versionOf(page)).toBe(NEW);
    await page.goto(`${cloud.url}/#/pages/submit/index`);
    expect(await page.locator('#text:visible').inputValue()).toBe('点开别的一页，写的字还在。');
  },
);

it('a link to a page that was never kept opens in the new version, though the old one is what the phone keeps', async () => {
  await isKept(await openHome());
  deployNext(served);
  const page = await phone.newPage();
  await page.goto(`${cloud.url}/#/pages/published/index`);
  await page.locator('input:visible').first().waitFor();
  expect(await versionOf(page)).toBe(NEW);
});

it.each(['withdrawn', 'removed'])(
  'the worker is %s by the county: phones keep nothing any more',
  async (how) => {
    const page = await openHome();
    await isKept(page);
    if (how === 'withdrawn') copyFileSync(join(served, 'h5/sw-withdraw.js'), join(served, 'h5/sw.js'));
    else rmSync(join(served, 'h5/sw.js'));
    await page.reload();
    await page.locator('#go-submit').waitFor();
    await expect.poll(() => keptFiles(page), { timeout: 15_000 }).toEqual([]);
    await page.reload();
    await page.locator('#go-submit').waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  },
);
