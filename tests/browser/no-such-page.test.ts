import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openCounty, type OpenCounty } from './support/county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { keepPicture } from './support/screenshots';
import { SMALL_PHONE, visit, type Visitor } from './support/visitor';

/** A slip in typing, an old link: a page that says so, and the way home, instead of an empty screen. */
let county: OpenCounty;
let visitor: Visitor;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());
beforeEach(async () => {
  visitor = await visit(county.browser, SMALL_PHONE);
});
afterEach(() => visitor.leave());

it.each(['/#/pages/nothing', '/?scene=4103251000016#/pages/submit', '/#/etc/index', '/pages/lead?id=1'])(
  '%s: it says that there is no such page, what is still there, and leads home',
  async (address) => {
    const { page, faults } = visitor;
    await page.goto(county.cloud.url + address);
    await page.getByRole('heading', { name: '没有这个页面' }).last().waitFor();
    await keepPicture(page, 'no-such-page');
    expect(await seriousViolations(page)).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    await page.locator('#go-home').click();
    await page.locator('#go-submit:visible').waitFor();
    expect(faults).toEqual([]);
  },
);

it('mistyped while a page is open: it says so, and what was being written is kept', async () => {
  const { page } = visitor;
  await page.goto(`${county.cloud.url}/#/pages/submit/index`);
  await page.locator('#text:visible').fill('写到一半');
  await page.goto(`${county.cloud.url}/#/pages/nothing`);
  await page.locator('#go-home:visible').click();
  await page.getByText('接着写').filter({ visible: true }).click();
  expect(await page.locator('#text:visible').inputValue()).toBe('写到一半');
});
