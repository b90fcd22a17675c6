import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '@contract/actions';
import { must } from '../support/call';
import { HOUSING_UNIT, officer } from '../support/county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { openMine, submit } from './support/resident';
import { keepPicture } from './support/screenshots';
import { addPhoto, give, openDay, openFrom, visitAsOfficer } from './support/staff-phone';
import { PHONE, SMALL_PHONE, visit, type Visitor } from './support/visitor';

const MATTER = '城关镇北店街小学门口的路灯坏了三盏，晚上接孩子看不清路，已经有半个多月了。';
const SEEN = '傍晚到学校门口看了，三盏路灯都不亮，接孩子的家长打着手电。';
const DONE = '3月12日已把学校门口三盏路灯换成新灯，当晚试亮正常。以后坏了可打路灯班电话报修。';

let county: DemoCounty;
let resident: Visitor;
let liaison: Visitor;
let unit: Visitor;
let photo: Buffer;
beforeAll(async () => {
  county = await openDemoCounty();
  const { browser } = county;
  resident = await visit(browser, PHONE);
  liaison = await visitAsOfficer(browser, PHONE, 'demo-m002');
  unit = await visitAsOfficer(browser, SMALL_PHONE, 'demo-o01');
});
afterAll(() => county.close());

async function isSound({ page, faults }: Visitor, name: string): Promise<void> {
  await keepPicture(page, name);
  expect({ name, found: await seriousViolations(page) }).toEqual({ name, found: [] });
  expect({ name, found: await stickingOut(page) }).toEqual({ name, found: [] });
  expect(faults).toEqual([]);
}

/** What the clerk does meanwhile at the desk. */
async function atTheDesk<C extends 'adoptLead' | 'handOver' | 'resolveLead'>(
  leadId: string,
  command: C,
  words: Omit<InputOf<`staff.${C}`>, 'leadId' | 'version'>,
): Promise<void> {
  const clerk = officer('clerk');
  const { version } = await must(county.cloud, clerk, 'staff.getLead', { leadId });
  await must(county.cloud, clerk, `staff.${command}`, { leadId, version, ...words } as InputOf<`staff.${C}`>);
}

describe('one lead on the phones of those who work on it', () => {
  let number: string;
  let leadId: string;

  it('the liaison finds it in the day, accepts it, claims it and records a visit with a photo', async () => {
    const { url } = county.cloud;
    ({ number } = await submit(resident.page, url, MATTER));
    photo = await resident.page.screenshot();
    const { page } = liaison;
    await openDay(page, url);
    await isSound(liaison, 'phone-liaison-day');
    await openFrom(page, 'new', '北店街小学');
    leadId = new URL(page.url().replace('#/', '')).searchParams.get('leadId') ?? '';
    expect(await page.locator('.next-step-words:visible').textContent()).toMatch(/^请看一看。能办的就受理/);
    await isSound(liaison, 'phone-liaison-lead');
    await give(page, 'acceptLead');
    await page.locator('.mark:visible', { hasText: '已受理' }).first().waitFor();
    await give(page, 'claimLead', () => isSound(liaison, 'phone-liaison-claim'));

    await page.locator('#do-recordVisit:visible').click();
    await page.locator('#text:visible').fill(SEEN);
    await page.reload();
    expect(await page.locator('#text:visible').inputValue()).toBe(SEEN);
    await addPhoto(page, photo);
    await isSound(liaison, 'phone-liaison-visit');
    await page.locator('#run-command:visible').dblclick();
    await page.locator('.next-step:visible').waitFor();
    await page.getByRole('button', { name: '第1张照片，点开看大图' }).waitFor();
    await isSound(liaison, 'phone-liaison-visited');
    const { visits } = await must(county.cloud, officer('liaison'), 'staff.getLead', { leadId });
    expect(visits).toMatchObject([{ text: SEEN, photoUrls: [expect.any(String)] }]);
  });

  it('the unit receives it and replies with a photo; a mere acknowledgement is doubted first', async () => {
    await atTheDesk(leadId, 'adoptLead', {});
    await atTheDesk(leadId, 'handOver', { unitId: HOUSING_UNIT, workingDays: 7 });
    const { page } = unit;
    await openDay(page, county.cloud.url);
    await isSound(unit, 'phone-unit-day');
    await openFrom(page, 'new', '北店街小学');
    expect(await page.locator('.next-step-words:visible').textContent()).toMatch(/^请先接收/);
    expect(await page.getByText(SEEN).count()).toBe(0);
    await isSound(unit, 'phone-unit-lead');
    await give(page, 'acceptHandOver');
    await give(page, 'recordReply', async () => {
      await page.locator('#text:visible').fill('您好，您反映的问题已收悉，我单位高度重视，正在处理。');
      await page.getByText('发之前再看一眼').waitFor();
      await isSound(unit, 'phone-unit-doubted');
      await page.locator('#text:visible').fill(DONE);
      await page.getByText('发之前再看一眼').waitFor({ state: 'detached' });
      await addPhoto(page, photo);
      await isSound(unit, 'phone-unit-reply');
    });
    await page.getByText('答复还没有发给群众', { exact: false }).waitFor();
    await isSound(unit, 'phone-unit-replied');
  });

  it('the resident reads the reply with its photo once it is released, never the visit', async () => {
    await atTheDesk(leadId, 'resolveLead', { summary: DONE });
    const { page } = resident;
    await openMine(page, county.cloud.url, number);
    await page.locator('.list-row:visible', { hasText: number }).last().click();
    await page.getByRole('button', { name: '第1张办理后的照片，点开看大图' }).waitFor();
    expect(await page.getByText(SEEN).count()).toBe(0);
    await isSound(resident, 'phone-resident-answer');
  });
});

describe.each([
  ['member', 'demo-m057'],
  ['clerk', 'demo-s03'],
  ['leader', 'demo-s01'],
])('the day of a %s', (who, openid) => {
  it.each([
    ['large', PHONE],
    ['small', SMALL_PHONE],
  ])('on a %s phone', async (size, viewport) => {
    const visitor = await visitAsOfficer(county.browser, viewport, openid);
    const { page } = visitor;
    await openDay(page, county.cloud.url);
    await isSound(visitor, `phone-${who}-day-${size}`);
    await page.locator('#group-all:visible').click();
    await page.locator('.list-row:visible').first().click();
    await page.locator('.next-step:visible').waitFor();
    await isSound(visitor, `phone-${who}-lead-${size}`);
    await visitor.leave();
  });
});

describe('the clerk on a phone', () => {
  let clerk: Visitor;
  let number: string;
  beforeAll(async () => {
    clerk = await visitAsOfficer(county.browser, PHONE, 'demo-s03');
    ({ number } = await submit(resident.page, county.cloud.url, MATTER, { phone: '13800000026' }));
  });
  afterAll(() => clerk.leave());

  it('finds a lead by its number, and is told when there is none', async () => {
    const { page } = clerk;
    await openDay(page, county.cloud.url);
    await page.locator('#group-all:visible').click();
    await page.locator('#find-number:visible').fill('260101-000000');
    await page.locator('#find:visible').click();
    await page.getByText('没有找到这个编号').waitFor();
    await page.locator('#find-number:visible').fill(` ${number} `);
    await page.locator('#find:visible').click();
    await page.locator('.list-end:visible', { hasText: '一共1件' }).waitFor();
    await isSound(clerk, 'phone-clerk-found');
  });

  it('reads who else has the lead open, and a contact with the own name all over it', async () => {
    const { page } = clerk;
    const { items } = await must(county.cloud, officer('clerk'), 'staff.listQueue', { number });
    const address = `${county.cloud.url}/#/staff/pages/lead/index?leadId=${items[0]?.id ?? ''}`;
    await liaison.page.goto(address);
    await liaison.page.locator('.next-step:visible').waitFor();
    await page.locator('.list-row:visible').first().click();
    await page.locator('.also-reading:visible', { hasText: '也在看' }).waitFor();
    await isSound(clerk, 'phone-clerk-not-alone');
    await page.locator('#do-revealContact:visible').click();
    await page.locator('#reason:visible').fill('打电话问清是哪一盏灯。');
    await page.locator('#run-command:visible').click();
    await page.locator('#contact:visible', { hasText: '13800000026' }).waitFor();
    const marks = new Set(await page.locator('.contact-marks span').allTextContents());
    expect([...marks]).toEqual([expect.stringMatching(/^\S+ 20\d\d年/)]);
    await isSound(clerk, 'phone-clerk-contact');
  });
});

describe('a sheet in a browser', () => {
  it('keeps the focus, closes on Escape and gives the focus back', async () => {
    const visitor = await visitAsOfficer(county.browser, PHONE, 'demo-s03');
    const { page } = visitor;
    await openDay(page, county.cloud.url);
    await page.locator('#group-new:visible').click();
    await page.locator('.list-row:visible').first().click();
    await page.locator('#do-setPlace:visible').click();
    await page.locator('#pick-place:visible').focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '在哪里？' });
    await sheet.waitFor();
    await isSound(visitor, 'phone-sheet');
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('pick-place');
  });
});
