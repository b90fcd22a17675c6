import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMITY_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { must } from '../support/call';
import { officer, resident } from '../support/county';
import { isLead } from '../support/recount';
import { seriousViolations, stickingOut } from './support/accessibility';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { submit } from './support/resident';
import { keepPicture } from './support/screenshots';
import { PHONE, SMALL_PHONE, visit, type Visitor } from './support/visitor';

/** What became of it, in every status, and what others read of it: each page looked at on both sizes of phone. */
let county: DemoCounty;
let small: Visitor;
let large: Visitor;
interface Lead {
  leadId: string;
  reporterKey: string;
  status: LeadStatus;
}
const oneOf = new Map<LeadStatus, Lead>();
beforeAll(async () => {
  county = await openDemoCounty();
  await county.cloud.jobs();
  for (const document of (await county.cloud.documents('leads')).filter(isLead)) {
    const { status } = document['lead'] as { status: LeadStatus };
    const lead = { leadId: document._id, reporterKey: String(document['reporterKey']), status };
    if (!oneOf.has(status)) oneOf.set(status, lead);
  }
  await endUnsolvedAndReopened();
  small = await visit(county.browser, SMALL_PHONE);
  large = await visit(county.browser, PHONE);
});
afterAll(() => county.close());

/** What the demonstration has none of at the moment: a matter that cannot be solved yet, and one that was not fixed. */
async function endUnsolvedAndReopened(): Promise<void> {
  const { cloud } = county;
  const clerk = officer('clerk');
  const text = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
  for (const status of ['unresolvable', 'reopened'] as const) {
    const who = resident(`walks-${status}`);
    const { leadId } = await must(cloud, who, 'resident.submitLead', { text });
    await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
    const seen = { leadId, version: 2 };
    if (status === 'unresolvable') {
      const words = {
        reason: '县里缺这种灯头，要等厂家六月发货。',
        whatWouldChange: '货一到就换，换好告诉您。',
      };
      await must(cloud, clerk, 'staff.markUnresolvable', { ...seen, ...words });
    } else {
      const summary = '3月12日住建局给安康社区门口换了三盏路灯，当晚试亮正常。';
      await must(cloud, clerk, 'staff.resolveLead', { ...seen, summary });
      const said = { leadId, version: 3, fixed: false, stars: 1, reasons: ['cameBack' as const] };
      await must(cloud, who, 'resident.giveFeedback', said);
    }
    oneOf.set(status, { leadId, reporterKey: who.openid ?? '', status });
  }
}

/** On the phone of who reported the accepted lead, with these words in its form for what was forgotten. */
async function writeSupplement(words: string): Promise<Page> {
  const lead = oneOf.get('accepted');
  if (!lead) throw new Error('no accepted lead');
  const { page } = small;
  await become(small, lead.reporterKey);
  await goTo(small, `lead/index?leadId=${lead.leadId}`);
  await page.locator('#add-words').click();
  await page.locator('#supplement').fill(words);
  return page;
}

const goTo = async ({ page }: Visitor, address: string): Promise<void> => {
  await page.goto(`${county.cloud.url}/#/pages/${address}`);
  await page.reload();
  await page.locator('.frame:visible').first().waitFor();
};

/** Becomes the resident who submitted it. */
const become = ({ page }: Visitor, reporterKey: string) =>
  page.evaluate((key) => localStorage.setItem('zhitong.demoIdentity', key), reporterKey);

const isSound = async ({ page, faults }: Visitor, name: string): Promise<void> => {
  await keepPicture(page, name, { whole: true });
  expect(await seriousViolations(page), name).toEqual([]);
  expect(await stickingOut(page), name).toEqual([]);
  expect(faults, name).toEqual([]);
};

describe('the page of a lead', () => {
  it.each(LEAD_STATUSES.filter((status) => status !== 'submitted'))(
    '%s: says what comes next, and by which day where one runs',
    async (status) => {
      const lead = oneOf.get(status);
      if (lead === undefined) throw new Error(`no lead is ${status}`);
      for (const [visitor, size] of [
        [small, 'small'],
        [large, 'large'],
      ] as const) {
        const { page } = visitor;
        await page.goto(`${county.cloud.url}/`);
        await become(visitor, lead.reporterKey);
        await goTo(visitor, `lead/index?leadId=${lead.leadId}`);
        await page.locator('.standing:visible').waitFor();
        await page.getByText('一步一步').waitFor();
        await isSound(visitor, `lead-${status}-${size}`);
      }
      const { page } = small;
      if ((await page.locator('#who-and-when').count()) > 0 && status !== 'adopted') {
        expect(await page.locator('#who-and-when').textContent()).toMatch(/（星期[一二三四五六日]）/);
      }
      expect(await page.locator('body').textContent()).not.toMatch(/负责您这一片/);
    },
  );
});

describe('after submitting', () => {
  it('the receipt can be kept as a picture, and carries no tracking code in its code', async () => {
    const { page } = small;
    await page.evaluate(() => localStorage.removeItem('zhitong.demoIdentity'));
    const { number } = await submit(
      page,
      county.cloud.url,
      '村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。',
    );
    await page.locator('#receipt-picture').click();
    await page.locator('.receipt-picture:visible').waitFor();
    await isSound(small, 'receipt-picture-small');
    const size = await page
      .locator('.receipt-picture')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    expect(size).toEqual([750, 1190]);
    const kept = page.waitForEvent('download');
    await page.locator('#keep-picture').click();
    expect((await kept).suggestedFilename()).toBe(`回执 ${number}.png`);
  });

  it('the way back by the code on it fills in the number, and asks for the tracking code', async () => {
    const number = '991231-000001';
    await goTo(large, `track/index?number=${number}`);
    expect(await large.page.locator('#number').inputValue()).toBe(number);
    expect(await large.page.locator('#tracking-code').inputValue()).toBe('');
  });

  it('the resident hides and it holds from then on', async () => {
    const { page } = small;
    const lead = oneOf.get('accepted');
    if (!lead) throw new Error('no accepted lead');
    await become(small, lead.reporterKey);
    await goTo(small, `lead/index?leadId=${lead.leadId}`);
    await page.locator('#change-anonymity').click();
    await isSound(small, 'anonymity-small');
    await page.locator('#anonymity-committeeOnly').click();
    const confirm = page.locator('#confirm-anonymity');
    if (await confirm.isEnabled()) {
      await confirm.click();
      await page.getByText('您改成了').waitFor();
    }
    expect(await page.locator('#who-sees').textContent()).toContain(ANONYMITY_LABELS.committeeOnly);
  });

  it('chases what is late, once', async () => {
    const { page } = small;
    const late = (await county.cloud.documents('leads')).filter(isLead).find((document) => {
      const { status, overdue } = document['lead'] as { status: LeadStatus; overdue: boolean };
      return status === 'inProgress' && overdue;
    });
    await become(small, String(late?.['reporterKey']));
    await goTo(small, `lead/index?leadId=${late?._id ?? ''}`);
    await page.locator('#chase').click();
    await page.getByText('您催了一次').waitFor();
    expect(await page.locator('#chase').count()).toBe(0);
    await isSound(small, 'lead-chased-small');
  });

  it('adds what was forgotten, asked by nobody', async () => {
    const page = await writeSupplement('是村东头第三盏。');
    await isSound(small, 'lead-adding-small');
    await page.locator('#send-supplement').click();
    await page.getByText('您补充了：是村东头第三盏。').waitFor();
    await page.locator('#add-words').waitFor();
    expect(await page.locator('#supplement').count()).toBe(0);
  });

  it('is not asked to send once more what arrived though its answer was lost', async () => {
    const page = await writeSupplement('还有第四盏也不亮。');
    await page.route('**/*', async (route) => {
      if (!(route.request().postData() ?? '').includes('giveSupplement')) return route.continue();
      await route.fetch();
      return route.fulfill({ body: '' });
    });
    await page.locator('#send-supplement').click();
    await page.locator('.notice-stop:visible').waitFor();
    await page.unroute('**/*');
    await page.reload();
    await page.getByText('您补充了：还有第四盏也不亮。').waitFor();
    await page.locator('#add-words').waitFor();
    expect(await page.locator('#supplement').count()).toBe(0);
  });

  it('says whether it is fixed: a tap for the reason, and thanks', async () => {
    const lead = oneOf.get('resolved');
    if (!lead) throw new Error('no resolved lead');
    const { page } = small;
    await become(small, lead.reporterKey);
    await goTo(small, `feedback/index?leadId=${lead.leadId}`);
    await page.locator('#choice-no').click();
    await page.locator('#star-2').click();
    await page.locator('#reason-halfDone').click();
    await page.locator('#words').fill('灯还是一闪一闪的。');
    await page.reload();
    await page.locator('#words').waitFor();
    expect(await page.locator('#words').inputValue()).toBe('灯还是一闪一闪的。');
    expect(await page.locator('#star-2').getAttribute('aria-checked')).toBe('true');
    await isSound(small, 'feedback-not-fixed-small');
    await page.locator('#choice-yes').click();
    await page.locator('#star-5').click();
    await page.locator('#reason-quick').click();
    await page.locator('#thanks').fill('师傅们辛苦了。');
    await isSound(small, 'feedback-fixed-small');
    await page.locator('#send-feedback').click();
    await page.getByText('收到了，谢谢您').waitFor();
    await isSound(small, 'feedback-thanks-small');
  });
});

describe('what others read', () => {
  it('home: what waits, the three figures, and the way to the board', async () => {
    const lead = oneOf.get('awaitingSupplement');
    if (!lead) throw new Error('no lead that waits');
    for (const [visitor, size] of [
      [small, 'small'],
      [large, 'large'],
    ] as const) {
      await become(visitor, lead.reporterKey);
      await goTo(visitor, 'home/index');
      await visitor.page.locator('#waiting-for-me').waitFor();
      await isSound(visitor, `home-waiting-${size}`);
    }
  });

  it('the board: found by first letters, cut by state and place, and the count is the list', async () => {
    for (const [visitor, size] of [
      [small, 'small'],
      [large, 'large'],
    ] as const) {
      const { page } = visitor;
      await goTo(visitor, 'published/index');
      await page.locator('.public-lead').first().waitFor();
      await isSound(visitor, `board-${size}`);
      const total = Number(/(\d+) 件/.exec((await page.locator('#board-total').textContent()) ?? '')?.[1]);
      expect(await page.locator('.public-lead').count()).toBe(total);
      await page.locator('#board-words').fill('ldl');
      await page.locator('#board-words').press('Enter');
      await page.getByText('带「ldl」的', { exact: false }).waitFor();
      await expect.poll(() => page.locator('.public-lead').count()).toBeLessThan(total);
      await page.locator('.public-head').first().click();
      await isSound(visitor, `board-found-${size}`);
      await page.locator('#state-underway').click();
      await page.getByText('没有找到').waitFor();
      await isSound(visitor, `board-empty-${size}`);
    }
  });

  it('the people and stations of a place', async () => {
    for (const [visitor, size] of [
      [small, 'small'],
      [large, 'large'],
    ] as const) {
      await goTo(visitor, 'place/index?placeId=410325100001');
      await visitor.page.locator('#stations .card').first().waitFor();
      await isSound(visitor, `place-${size}`);
    }
  });

  it('mine: each with what comes next', async () => {
    await become(small, 'demo-resident');
    await goTo(small, 'mine/index');
    await small.page.locator('.list-row').first().waitFor();
    await isSound(small, 'mine-small');
  });
});
