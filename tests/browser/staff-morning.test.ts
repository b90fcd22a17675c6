import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUEUE_GROUPS } from '@contract/statistics';
import { must, signIn as signInByCode, type Person } from '../support/call';
import { officer } from '../support/county';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { findLead, giveCommand, openPage, readFunnel, signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { DESK, visit, type Visitor } from './support/visitor';

/**
 * A slice of the committee's morning as it is worked in the browser: the keyboard, the bulk bar, the templates, the
 * hand-over. tests/journeys/staff-day.test.ts plays the whole of it through the functions. Each step goes on where the
 * one before ended; at the end what stands on the pages is what the functions say.
 */
let county: DemoCounty;
let clerk: Visitor;
let asked: Person;
let page: Page;
let url: string;
beforeAll(async () => {
  county = await openDemoCounty();
  url = county.cloud.url;
  clerk = await visit(county.browser, DESK);
  page = clerk.page;
  asked = await signInByCode(county.cloud, officer('clerk'));
  await signIn(page, url, '政协机关');
});
afterAll(() => county.close());

const queueOf = (filter: object) => must(county.cloud, asked, 'panel.listQueue', filter);
const figuresNow = () => must(county.cloud, asked, 'panel.getQueueFigures', {});
const leadWith = async (number: string) => {
  const [row] = (await queueOf({ number })).items;
  return must(county.cloud, asked, 'panel.getLead', { leadId: row?.id ?? '' });
};
const anAcceptedOne = async () => (await queueOf({ status: 'accepted', limit: 1 })).items[0]?.number ?? '';
const numbers = (): Promise<string[]> => page.locator('[data-row-link]').allTextContents();
const saysSo = (words: string | RegExp) => page.locator('.toast', { hasText: words }).first().waitFor();

describe('a morning at the panel', () => {
  it('three leads the machine was unsure about are confirmed by keyboard alone, each with one key', async () => {
    const before = (await figuresNow()).markCounts.toConfirm ?? 0;
    await openPage(page, url, '/leads?mark=toConfirm');
    const [first = '', second = '', third = ''] = await numbers();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    for (const number of [first, second, third]) {
      await page.getByRole('heading', { name: number }).waitFor();
      await page.getByRole('list', { name: '可能的类别' }).waitFor();
      await page.keyboard.press('1');
      await saysSo(number);
      await page.keyboard.press('j');
    }
    for (const number of [first, second, third]) {
      const { history = [] } = await leadWith(number);
      expect(history.at(-1)?.event).toBe('RouteConfirmed');
    }
    expect((await figuresNow()).markCounts.toConfirm ?? 0).toBe(before - 3);
  });

  it('what is new is chosen with x, accepted with a, and could still have been taken back', async () => {
    await openPage(page, url, '/leads');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.waitForURL(/group=new/);
    await page.locator('.queue-row').first().waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const before = (await figuresNow()).groupCounts.new;
    const chosen = (await numbers()).slice(0, 3);
    for (let row = 0; row < 3; row += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    }
    await page.keyboard.press('a');
    await page.getByRole('region', { name: '正要发出' }).waitFor();
    await keepPicture(page, 'panel-bulk-held-desk');
    await page.keyboard.press('z');
    await page.getByRole('region', { name: '正要发出' }).waitFor({ state: 'detached' });
    expect((await figuresNow()).groupCounts.new).toBe(before);

    // What was taken back is still chosen.
    for (const number of chosen)
      expect(await page.getByRole('checkbox', { name: `选中 ${number}` }).isChecked()).toBe(true);
    await page
      .getByRole('region', { name: '选中的线索' })
      .getByRole('button', { name: '受理', exact: true })
      .click();
    await page.getByRole('button', { name: '现在就发' }).click();
    await saysSo('3 条已受理');
    for (const number of chosen) expect((await leadWith(number)).status).toBe('accepted');
    expect((await figuresNow()).groupCounts.new).toBe(before - 3);
  });

  it('one is declined with a ready-made reason and a place to go, which the resident reads', async () => {
    const number = await anAcceptedOne();
    await findLead(page, url, number);
    await giveCommand(
      page,
      { button: '不采纳', confirm: '不采纳，发给群众', said: /已答复群众/ },
      async (form) => {
        await form.getByRole('button', { name: '＋ 一家一户的事' }).click();
        await form.getByRole('button', { name: '＋ 12345' }).click();
      },
    );
    const { status, decision } = await leadWith(number);
    expect(status).toBe('declined');
    expect(decision).toMatchObject({
      kind: 'declined',
      reason: expect.stringContaining('一家一户') as string,
    });
    expect(JSON.stringify(decision)).toContain(number);
  });

  it('one is adopted and handed to a unit, which finds it in its own queue', async () => {
    const number = await anAcceptedOne();
    await findLead(page, url, number);
    await giveCommand(page, { button: '采纳', confirm: '采纳', said: /已采纳/ });
    await giveCommand(page, { button: '交办', confirm: '交办', said: /已交办/ }, async (form) => {
      await form.getByLabel('交给哪个单位').selectOption({ label: '县住房和城乡建设局' });
      await form.getByLabel('几个工作日内办完').fill('5');
    });
    const unit = await signInByCode(county.cloud, officer('housing'));
    const { items } = await must(county.cloud, unit, 'panel.listQueue', { group: 'new', limit: 100 });
    expect(items.map((item) => item.number)).toContain(number);
  });

  it('the numbers on the queue and on the statistics page are those of the functions', async () => {
    await openPage(page, url, '/statistics');
    await openPage(page, url, '/leads');
    await page.reload();
    await page.locator('.queue-row').first().waitFor();
    const { groupCounts, statusCounts, total } = await figuresNow();
    for (const group of QUEUE_GROUPS) {
      const shown = page.locator(`[data-group="${group}"] .day-group__count`);
      expect([group, Number(await shown.textContent())]).toEqual([group, groupCounts[group]]);
    }
    expect(Number(await page.locator('.filter-bar__total strong').textContent())).toBe(total);
    const sum = Object.values(statusCounts).reduce((whole, count) => whole + count, 0);
    expect(sum).toBe(total);
    const { funnel } = await must(county.cloud, asked, 'panel.getStatistics', {});
    expect(await readFunnel(page, url)).toEqual(funnel);
    expect(clerk.faults).toEqual([]);
  });

  it('who looks at a number stands across it', async () => {
    const withContact = async (): Promise<string> => {
      for (const { id } of (await queueOf({ status: 'accepted', limit: 100 })).items) {
        const lead = await must(county.cloud, asked, 'panel.getLead', { leadId: id });
        if (lead.hasContact) return lead.number;
      }
      throw new Error('no accepted lead of the demonstration has a contact');
    };
    await findLead(page, url, await withContact());
    await page.getByRole('button', { name: '查看联系方式', exact: true }).click();
    await page.getByLabel('为什么要看').fill('约群众到现场看看');
    await page.getByRole('button', { name: '查看，并留下记录' }).click();
    await page.locator('[data-watermark]').waitFor();
    const { name } = await must(county.cloud, asked, 'panel.getMe', {});
    expect(await page.locator('.contact-shown__by').textContent()).toContain(name);
    await page.waitForTimeout(400);
    await keepPicture(page, 'panel-contact-desk');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    await keepPicture(page, 'panel-contact-phone');
    await page.setViewportSize(DESK);
  });
});
