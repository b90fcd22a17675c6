import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchPhone } from '../support/browser';
import { ANKANG_CODE } from '../support/county';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { deploy } from './support/h5-versions';
import { isKept, keptFiles } from './support/kept-pages';
import { keepPicture } from './support/screenshots';
import { PHONE_HERE } from './support/visitor';

/** The code on the wall is scanned again where there is no signal, with a browser that was closed since. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

let served: string;
let cloud: TestCloud;
let folder: string;
let phone: BrowserContext;
beforeAll(async () => {
  served = mkdtempSync(join(tmpdir(), 'served-'));
  deploy(served);
  // It comes back under the same address.
  cloud = await startTestCloud({ env: { PORT: String(await freePort()), STATIC_DIR: served } });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(served, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phone-'));
  phone = await startPhone();
});
afterEach(async () => {
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

async function startPhone(): Promise<BrowserContext> {
  const started = await launchPhone(folder, PHONE_HERE);
  started.setDefaultTimeout(15_000);
  return started;
}
const CODE = `/?scene=${encodeURIComponent(ANKANG_CODE)}`;
const MATTER = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
const leadsWith = async (text: string) =>
  (await cloud.documents('leads'))
    .filter(isLead)
    .filter(({ content }) => (content as { text: string }).text === text);

async function scan(): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(cloud.url + CODE);
  await page.locator('#go-submit').waitFor();
  return page;
}

it('opened once, then no server and the browser started anew: page, place, draft and receipts are there; what is sent waits, and goes once', async () => {
  const page = await scan();
  await page.locator('#go-submit').click();
  await page.getByText('扫码带来的').waitFor();
  await page.locator('#text:visible').fill('先前的一件，井盖没有了。');
  await page.locator('#send:visible').click();
  const number = (await page.locator('#receipt-number').textContent()) ?? '';
  await page.getByRole('button', { name: '好了，回首页' }).click();
  await page.locator('#go-submit:visible').click();
  await page.locator('#text:visible').fill('安康社区门口的路灯');
  await isKept(page);
  await phone.close();
  await cloud.kill9();

  phone = await startPhone();
  const again = await scan();
  await phone.setOffline(true);
  await again.getByText('现在没有网络').first().waitFor();
  await again.getByText('城关镇安康社区').waitFor();
  await keepPicture(again, 'home-opened-without-signal');
  await again.locator('#go-mine').click();
  await again.getByText(number).first().waitFor();
  await again.goBack();
  await again.locator('#go-submit:visible').click();
  await again.getByText('扫码带来的').waitFor();
  expect(await again.locator('#text:visible').inputValue()).toBe('安康社区门口的路灯');
  await again.locator('#text:visible').fill(MATTER);
  await keepPicture(again, 'submit-opened-without-signal');
  await again.locator('#send:visible').click();
  await again.locator('#waiting:visible').waitFor();
  await keepPicture(again, 'waiting-opened-without-signal');
  expect(await leadsWhenBack(MATTER)).toHaveLength(1);
  const [lead] = await leadsWith(MATTER);
  expect(JSON.stringify(lead)).toContain('城关镇安康社区');

  async function leadsWhenBack(text: string) {
    cloud = await cloud.killAndRestart();
    expect(await leadsWith(text)).toHaveLength(0);
    await phone.setOffline(false);
    await again.locator('#receipt-number').waitFor({ timeout: 60_000 });
    return leadsWith(text);
  }
});

it('the phone keeps the files of the first pages and nothing else: no answer, no photo, no staff page', async () => {
  const page = await scan();
  await page.getByText('看看大家的').waitFor();
  await isKept(page);
  await page.goto(`${cloud.url}/admin/`);
  await page.locator('#root > *').first().waitFor();
  await page.goto(`${cloud.url}/#/staff/pages/queue/index`);
  await page.reload();
  await page.locator('.frame').first().waitFor();
  const kept = await keptFiles(page);
  expect(kept.filter(({ path }) => !/^\/(index\.html|(js|css)\/[\w.]+\.(js|css))$/.test(path))).toEqual([]);
  expect(kept.length).toBeLessThan(15);
  const bytes = kept.reduce((sum, { compressed }) => sum + compressed, 0);
  process.stdout.write(`kept for no signal: ${kept.length} files, ${Math.round(bytes / 1024)} KB gz\n`);
  expect(bytes).toBeLessThan(210 * 1024);
});

it('without a signal a page that was not kept leads home, where it says so', async () => {
  await isKept(await scan());
  await phone.close();
  phone = await startPhone();
  await phone.setOffline(true);
  const page = await phone.newPage();
  await page.goto(`${cloud.url}/#/pages/published/index`);
  await page.getByRole('dialog', { name: '没有信号，打不开这一页' }).waitFor();
  await keepPicture(page, 'home-first-page-not-opened');
  await phone.setOffline(false);
  await page.locator('#open-again').click();
  await page.waitForURL(/published/);
});
