import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { openMine } from './support/resident';
import { keepPicture } from './support/screenshots';
import { openPhone } from './support/visitor';

/** The signal goes between two taps: what was opened before goes on, and a page that cannot be opened says so. */
let cloud: TestCloud;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  cloud = await startTestCloud();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});
afterEach(() => context.close());

async function phone(): Promise<Page> {
  context = await openPhone(browser);
  return context.newPage();
}
const scripts = (url: URL): boolean => url.pathname.startsWith('/js/');
const notOpened = (page: Page) => page.getByRole('dialog', { name: '没有信号，打不开这一页' });

/** A browser that never has nothing to do: nothing is fetched ahead. */
const neverIdle = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
};

it('the signal goes after home was opened: the form, her own and the search by number still open', async () => {
  const page = await phone();
  let fetched = 0;
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') fetched += 1;
  });
  await page.goto(`${cloud.url}/`);
  await page.locator('#go-submit').waitFor();
  const toBegin = await page.locator('script[defer], link[rel=preload][as=script]').count();
  await expect.poll(() => fetched, { timeout: 15_000 }).toBeGreaterThanOrEqual(toBegin + 5);
  await context.setOffline(true);
  await page.locator('#go-mine').click();
  await page.getByText('用编号查进度').last().waitFor();
  await page.goBack();
  await page.locator('#go-track').click();
  await page.locator('#number:visible').waitFor();
  await page.goBack();
  await page.locator('#go-submit').click();
  await page.locator('#text:visible').fill('路灯坏了，没有信号也能写。');
});

it('a page that cannot be fetched says so where one stands, and opens when it can', async () => {
  const page = await phone();
  await neverIdle(page);
  await page.goto(`${cloud.url}/`);
  await page.locator('#go-submit').waitFor();
  await page.route(scripts, (route) => route.abort());
  await page.locator('#go-submit').click();
  await notOpened(page).waitFor();
  await keepPicture(page, 'home-page-not-opened');
  expect(new URL(page.url()).hash).not.toContain('submit');
  await page.locator('#open-again').click();
  await notOpened(page).waitFor();
  await page.unroute(scripts);
  await page.locator('#open-again').click();
  await page.locator('#text:visible').waitFor();
  expect(await notOpened(page).count()).toBe(0);
});

it('the signal goes right after sending: the number is on the screen, and home still tells of it', async () => {
  const page = await phone();
  await neverIdle(page);
  await page.goto(`${cloud.url}/`);
  await page.locator('#go-submit').click();
  await page.locator('#text:visible').fill('刚发出去就没有信号了，路灯坏了。');
  await page.route(scripts, (route) => route.abort());
  await page.locator('#send:visible').click();
  await notOpened(page).waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  const [lead] = (await cloud.documents('leads')).filter(isLead);
  const words = `编号 ${String(lead?.['number'])}。`;
  await page.getByText(words).filter({ visible: true }).waitFor();
  await keepPicture(page, 'submit-sent-receipt-not-opened');
  await page.goBack();
  await page.getByText(words).filter({ visible: true }).waitFor();
  await page.unroute(scripts);
  await page.getByRole('button', { name: '看回执' }).filter({ visible: true }).click();
  await page.locator('#receipt-number:visible').waitFor();
  await page.getByRole('button', { name: '好了，回首页' }).click();
  await page.locator('#go-submit:visible').waitFor();
  expect(await page.getByText('刚才那件已经发出去了').filter({ visible: true }).count()).toBe(0);
});

it('without a signal her own matters are there with number and code; with one, the receipt can be had again', async () => {
  const page = await phone();
  await page.goto(`${cloud.url}/`);
  await page.locator('#go-submit').click();
  await page.locator('#text:visible').fill('村口的井盖没有了，天黑了怕人掉下去。');
  await page.locator('#send:visible').click();
  const number = (await page.locator('#receipt-number').textContent()) ?? '';
  const code = (await page.locator('#receipt-code').textContent()) ?? '';
  await openMine(page, cloud.url, number);
  await page.locator('.list-row:visible', { hasText: number }).click();
  await page.locator('#see-receipt:visible').click();
  await page.locator('#receipt-code:visible').waitFor();
  expect(await page.locator('#receipt-code:visible').textContent()).toBe(code);

  const noAnswer = (url: URL): boolean => url.pathname === '/web';
  await page.route(noAnswer, (route) => route.abort());
  await page.goto(`${cloud.url}/#/pages/mine/index`);
  await page.reload();
  await page.getByText('这台手机记着的').waitFor();
  await page.locator('.list-row', { hasText: number }).getByText('村口的井盖').waitFor();
  await keepPicture(page, 'mine-no-signal');
  await page.locator('.list-row', { hasText: number }).click();
  await page.locator('#receipt-code:visible').waitFor();
  expect(await page.locator('#receipt-code:visible').textContent()).toBe(code);
  await keepPicture(page, 'receipt-again');
});
