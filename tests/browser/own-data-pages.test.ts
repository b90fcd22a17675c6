import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../support/call';
import { officer, resident } from '../support/county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { keepPicture } from './support/screenshots';
import { visit, type Visitor } from './support/visitor';

const PHONE = { width: 390, height: 844 };
const KEPT_RECEIPT = JSON.stringify([{ leadId: 'l-gone', number: '261101-000001', trackingCode: '123456' }]);
const WORDS = '老人家门口的路灯坏了，晚上出门摔了一跤，请帮忙修一修。';

let county: DemoCounty;
let helper: Visitor;
let elder: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  helper = await visit(county.browser, PHONE);
  elder = await visit(county.browser, PHONE);
});
afterAll(() => county.close());

const isSound = async ({ page, faults }: Visitor, name: string): Promise<void> => {
  await keepPicture(page, name, { whole: true });
  expect(await seriousViolations(page)).toEqual([]);
  expect(await stickingOut(page)).toEqual([]);
  expect(faults).toEqual([]);
};

async function takeAway(page: Page, button: string): Promise<{ name: string; text: string }> {
  const saved = page.waitForEvent('download');
  await page.locator(button).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** The file opened on another phone, with no network: large letters, everything within the window. */
async function readsByItself(text: string): Promise<void> {
  const opened = await visit(county.browser, { width: 320, height: 640 });
  await opened.page.context().setOffline(true);
  await opened.page.setContent(text);
  await opened.page.getByText(WORDS, { exact: true }).waitFor();
  await opened.page.getByText('李秀英，13712345678').waitFor();
  expect(await opened.page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22px');
  await keepPicture(opened.page, 'my-data-taken-along');
  expect(await stickingOut(opened.page)).toEqual([]);
  expect(await seriousViolations(opened.page)).toEqual([]);
  expect(opened.faults).toEqual([]);
  await opened.leave();
}

describe('outside WeChat, in two browsers', () => {
  let number = '';
  let code = '';

  it('a grandson files for an elder', async () => {
    const { page } = helper;
    await page.goto(`${county.cloud.url}/#/pages/submit/index`);
    await page.locator('#text:visible').fill(WORDS);
    await page.locator('#on-behalf-switch:visible').click();
    await page.locator('#person-name:visible').fill('李秀英');
    await page.locator('#news-both:visible').click();
    await page.locator('#send:visible').click();
    await page.getByText('要告诉本人，请留本人的电话').first().waitFor();
    await page.locator('#person-phone:visible').fill('137 1234 5678');
    await isSound(helper, 'on-behalf');
    await page.locator('#send:visible').click();
    number = (await page.locator('#receipt-number').textContent()) ?? '';
    code = (await page.locator('#receipt-code').textContent()) ?? '';
    expect(number).toMatch(/^\d{6}-\d{6}$/);
    const kept = await page.evaluate(() => localStorage.getItem('zhitong.deviceToken'));
    expect(kept).toMatch(/^[\w-]{43}$/);
  });

  it('the elder finds it by number and code, however they are typed, and says that it is theirs', async () => {
    const { page } = elder;
    await page.goto(`${county.cloud.url}/`);
    await page.locator('#go-track:visible').click();
    const wide = (digits: string) =>
      digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    await page.locator('#number:visible').fill(` ${wide(number.replace('-', ' '))} `);
    await page.locator('#tracking-code:visible').fill(code.replace(/0/g, 'o'));
    await isSound(elder, 'track-form');
    await page.locator('#track:visible').click();
    await page.locator('#confirm:visible').waitFor();
    await isSound(elder, 'person-question');
    await page.locator('#confirm:visible').click();
    await page.getByText('本人已经确认').first().waitFor();
  });

  it('the grandson reads what is kept of him, and erases it', async () => {
    const { page } = helper;
    await page.goto(`${county.cloud.url}/#/pages/mine/index`);
    await page.locator('#go-privacy:visible').click();
    await page.locator('#show-mine:visible').waitFor();
    await isSound(helper, 'privacy');
    await page.locator('#show-mine:visible').click();
    await page.locator('#take-along:visible').waitFor();
    const readable = await takeAway(page, '#take-along:visible');
    expect(readable.name).toBe('我的信息.html');
    await isSound(helper, 'my-data');
    const forPrograms = await takeAway(page, '#take-data:visible');
    expect(forPrograms.name).toBe('我的信息.json');
    expect(JSON.parse(forPrograms.text)).toMatchObject({ leads: [{ person: { name: '李秀英' } }] });
    await readsByItself(readable.text);
    await page.getByText('回到上一页').and(page.locator(':visible')).first().click();
    await page.locator('#erase-mine:visible').click();
    await page.locator('#erase-sure:visible').waitFor();
    await isSound(helper, 'erase');
    await page.locator('#erase-sure:visible').click();
    await page.locator('#erase-now:visible').click();
    await page.locator('#erasure-receipt').waitFor();
    await isSound(helper, 'erased');
    await page.goto(`${county.cloud.url}/#/pages/mine/index`);
    await page.reload();
    await page.getByText('您还没有反映过').and(page.locator(':visible')).first().waitFor();
  });

  it('a phone with nothing in the cloud still lets one erase what lies on it: a draft, telephone and all, and receipts', async () => {
    const { page } = helper;
    await page.goto(`${county.cloud.url}/#/pages/submit/index`);
    await page.locator('#text:visible').fill(WORDS);
    await page.evaluate((kept) => localStorage.setItem('zhitong.receipts', kept), KEPT_RECEIPT);
    await page.goto(`${county.cloud.url}/#/pages/privacy/index`);
    await page.locator('#erase-mine:visible').click();
    await page.getByText('用别的手机或别的微信说的').and(page.locator(':visible')).first().waitFor();
    await page
      .getByText('这台手机里还有：没发的草稿、编号和查询码')
      .and(page.locator(':visible'))
      .first()
      .waitFor();
    await page.locator('#forget-here:visible').waitFor();
    await isSound(helper, 'erase-drafts');
    await page.locator('#forget-here:visible').click();
    await page.getByText('这台手机里的也删掉了').and(page.locator(':visible')).first().waitFor();
    await page.goto(`${county.cloud.url}/#/pages/submit/index`);
    await page.reload();
    expect(await page.locator('#text:visible').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.getItem('zhitong.receipts'))).toBeNull();
  });

  it('a place the county does not know lets one pick another', async () => {
    const { page } = elder;
    await page.goto(`${county.cloud.url}/#/pages/place/index?placeId=999999999999`);
    await page.locator('#pick-place:visible').click();
    await page.getByRole('dialog').waitFor();
  });

  it('a no that is looked up by number on another phone leads on to the next door', async () => {
    const { cloud } = county;
    const who = resident('asks-and-is-declined');
    const sent = await must(cloud, who, 'resident.submitLead', { text: WORDS });
    const { leadId, number: of, trackingCode } = sent;
    await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version: 1 });
    const no = { reason: '不在今年计划内。', goTo: '可以找乡镇。' };
    await must(cloud, officer('clerk'), 'staff.declineLead', { leadId, version: 2, ...no });
    const { page } = elder;
    await page.goto(`${county.cloud.url}/#/pages/track/index`);
    await page.reload();
    await page.locator('#number:visible').fill(of);
    await page.locator('#tracking-code:visible').fill(trackingCode);
    await page.locator('#track:visible').click();
    await page.locator('#still-possible:visible').waitFor();
    await page.getByText('拨打 12345').and(page.locator(':visible')).first().waitFor();
  });
});
