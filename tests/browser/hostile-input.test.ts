import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PHOTO_BYTES_MAX, PHOTOS_MAX, TEXT_MAX } from '@contract/limits';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../support/call';
import { officer } from '../support/county';
import { openCounty, type OpenCounty } from './support/county';
import { photoFromPhone } from './support/camera';
import { DESK, SMALL_PHONE, visit } from './support/visitor';
import { signIn } from './support/panel';
import { keepPicture } from './support/screenshots';

/**
 * What only a browser shows of hostile input: what it does to the page of who sends it and of who reads it. The rest of
 * the list is in tests/journeys/hostile-input.test.ts, files that are no photos in nothing-lost.test.ts.
 */
const LARGE = 20 * 1024 * 1024;
const SCRIPT = '<script>document.title="taken over"</script>';

let county: OpenCounty;
let photo: Buffer;
beforeAll(async () => {
  county = await openCounty({ content: 'demo' });
  photo = await photoFromPhone(county.browser, 1200, 900);
});
afterAll(() => county.close());

async function form(query = '') {
  const visitor = await visit(county.browser, SMALL_PHONE);
  await visitor.page.goto(`${county.cloud.url}/${query}#/pages/submit/index`);
  await visitor.page.locator('#text:visible').waitFor();
  return visitor;
}
async function choose(page: Page, paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.photo-add:visible').click();
  await (await chooser).setFiles(paths);
}
async function sent(page: Page) {
  await page.locator('#send:visible').click();
  const number = (await page.locator('#receipt-number').textContent()) ?? '';
  const [row] = (await must(county.cloud, officer('clerk'), 'staff.listQueue', { number })).items;
  return must(county.cloud, officer('clerk'), 'staff.getLead', { leadId: row?.id ?? '' });
}

it('nine photos of 20 MB are nine small ones before they leave the phone, and a tenth is told of', async () => {
  const { page, leave } = await form();
  const paths = Array.from({ length: PHOTOS_MAX + 1 }, (_, at) =>
    join(county.cloud.dataDir, `large-${at}.jpg`),
  );
  for (const path of paths) writeFileSync(path, Buffer.concat([photo, Buffer.alloc(LARGE - photo.length)]));
  await choose(page, paths);
  await page
    .locator('.photo-image:visible')
    .nth(PHOTOS_MAX - 1)
    .waitFor({ timeout: 60_000 });
  await page.getByText('多出来的没有加').waitFor();
  await page.locator('#text:visible').fill('九张照片，请看。');
  const { photoUrls = [] } = await sent(page);
  expect(photoUrls).toHaveLength(PHOTOS_MAX);
  for (const url of photoUrls)
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBeLessThan(PHOTO_BYTES_MAX / 10);
  await leave();
});

it('a photo that is also a page leaves the phone as a photo and nothing else', async () => {
  const { page, leave } = await form();
  const path = join(county.cloud.dataDir, 'polyglot.jpg');
  writeFileSync(path, Buffer.concat([photo, Buffer.from(`<html>${SCRIPT}</html>`)]));
  await choose(page, [path]);
  await page.locator('.photo-image:visible').waitFor();
  await page.locator('#text:visible').fill('一张照片，请看。');
  const { photoUrls = [] } = await sent(page);
  const arrived = Buffer.from(await (await fetch(photoUrls[0] ?? '')).arrayBuffer());
  expect(arrived.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(arrived.includes('taken over')).toBe(false);
  await leave();
});

it('ten thousand characters: the field takes what it may and says that it is full', async () => {
  const { page, leave } = await form();
  await page.locator('#text:visible').focus();
  await page.keyboard.insertText('灯'.repeat(10_000));
  await page.getByText('写满了，再多写不进去').waitFor();
  expect((await page.locator('#text:visible').inputValue()).length).toBe(TEXT_MAX);
  await keepPicture(page, 'submit-full-text-small');
  await leave();
});

it('markup, emoji and letters of no width are words, for the resident and in the panel; what turns words around is gone', async () => {
  const { page, faults, leave } = await form();
  const text = `路灯坏了${SCRIPT}<img src=x onerror="document.title='taken over'">\u200b\u202e灯\u202c${'😡'.repeat(300)}`;
  await page.locator('#text:visible').fill(text);
  const { number } = await sent(page);
  await page.getByText('看看办到哪一步').click();
  await page.getByText('一步一步').waitFor();
  expect([await page.title(), faults]).toEqual([expect.not.stringContaining('taken over'), []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await leave();

  const clerk = await visit(county.browser, DESK);
  await signIn(clerk.page, county.cloud.url, '机关工作人员');
  await clerk.page.goto(`${county.cloud.url}/admin/#/leads?number=${number}`);
  await clerk.page.getByText('路灯坏了').first().waitFor();
  await clerk.page.getByRole('link', { name: number }).first().click();
  await clerk.page.locator('.lead-head__text').waitFor();
  expect(await clerk.page.locator('.lead-head__text').textContent()).toBe(
    text.replace(/[\u202c\u202e]/g, ''),
  );
  expect(await clerk.page.title()).not.toContain('taken over');
  expect(await clerk.page.locator('.lead-head__text img, .lead-head__text script').count()).toBe(0);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});

it.each(['/', '/admin/'])(
  '%s runs no script but its own, even where the host of its files says nothing of it',
  async (address) => {
    const { page, leave } = await visit(county.browser, DESK);
    await page.route(county.cloud.url + address, async (route) => {
      const answer = await route.fetch();
      const { 'content-security-policy': _policy, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers });
    });
    const served = await page.goto(county.cloud.url + address);
    expect(served?.headers()).not.toHaveProperty('content-security-policy');
    await page.locator('h1:visible').first().waitFor();
    const title = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      return document.title;
    });
    expect(title).toContain('直通');
    await leave();
  },
);

it('a forged scene is told in a sentence, and runs nowhere', async () => {
  const { page, faults, leave } = await form(`?scene=${encodeURIComponent(SCRIPT)}`);
  await page.getByText('照样可以反映').first().waitFor();
  await page.locator('#text:visible').fill('村口的路灯坏了，请看看。');
  expect((await sent(page)).text).toBe('村口的路灯坏了，请看看。');
  expect([await page.title(), faults]).toEqual([expect.not.stringContaining('taken over'), []]);
  await leave();
});
