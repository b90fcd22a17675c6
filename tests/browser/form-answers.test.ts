import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { must } from '../support/call';
import { officer, resident } from '../support/county';
import { openCounty, type OpenCounty } from './support/county';
import { openFormIn, USUAL_AND_LARGEST, type Mode } from './support/readable';
import { keepPicture } from './support/screenshots';
import { openPhone } from './support/visitor';

const BIN = '城关镇桥头超市旁边的垃圾箱满了三个星期没人清运，苍蝇到处飞，味道很大。';
const TOLD = '桥头的垃圾箱已经排进清运路线，每天早上清一次；还差两个新箱子，本月运到。';

let county: OpenCounty;
let context: BrowserContext;
beforeAll(async () => {
  county = await openCounty();
});
afterEach(() => context.close());
afterAll(() => county.close());

async function openForm(mode: Mode): Promise<Page> {
  context = await openPhone(county.browser);
  const page = await context.newPage();
  await openFormIn(page, county.cloud.url, mode);
  return page;
}

it.each(USUAL_AND_LARGEST)(
  'what has to be put right is said in words, and the field is on the screen ($name)',
  async (mode) => {
    const page = await openForm(mode);
    await page.locator('#text:visible').fill('门口的路灯坏了半个月，晚上看不见路。');
    if (mode.careSize !== null) await page.getByText('怎么找您，谁能看到您').click();
    await page.locator('#phone:visible').fill('138');
    await page.locator('#send:visible').click();
    await page.getByText('还差一点').waitFor();
    expect(await page.locator('.notice-stop:visible').textContent()).toContain('电话号码好像不对');
    const problem = page.locator('.field-problem:visible');
    await expect
      .poll(() =>
        problem.evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return hit !== null && element.contains(hit);
        }),
      )
      .toBe(true);
    await keepPicture(page, `form-problem-${mode.name}`);
  },
);

it.each(USUAL_AND_LARGEST)(
  'a place that was chosen can be taken back, and the picker says what to type ($name)',
  async (mode) => {
    const page = await openForm(mode);
    await page.locator('#pick-place:visible').click();
    const search = page.locator('#find-place:visible');
    await search.waitFor();
    expect(await page.locator('#no-place').count()).toBe(0);
    const fits = await search.evaluate((found) => {
      const input = (found.matches('input') ? found : found.querySelector('input')) as HTMLInputElement;
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) return null;
      pen.font = font;
      const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return pen.measureText(input.placeholder).width <= room;
    });
    expect(fits).toBe(true);
    await keepPicture(page, `place-picker-${mode.name}`);
    await search.fill('车村');
    await page.locator('.place-hit:visible').first().click();
    await expect.poll(() => page.locator('#pick-place:visible').textContent()).toContain('车村');
    await page.locator('#pick-place:visible').click();
    await page.locator('#no-place:visible').click();
    await expect.poll(() => page.locator('#pick-place:visible').textContent()).toContain('可以不选');
  },
);

it.each(USUAL_AND_LARGEST)(
  'nobody joins in what they have not read: the published words stand before the button ($name)',
  async (mode) => {
    const who = resident(`teller-${mode.name}`);
    const clerk = officer('clerk');
    const { leadId } = await must(county.cloud, who, 'resident.submitLead', { text: BIN });
    await must(county.cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
    await must(county.cloud, clerk, 'staff.adoptLead', { leadId, version: 2 });
    const published = { leadId, version: 3, title: '桥头的垃圾箱', text: TOLD };
    await must(county.cloud, clerk, 'staff.publishLead', published);
    const page = await openForm(mode);
    await page.locator('#text:visible').fill(BIN);
    const join = page.locator(`#cosign-${leadId}:visible`);
    await join.waitFor();
    const card = page.locator('.earlier-lead:visible', { has: join });
    const words = (await card.textContent()) ?? '';
    expect(words.indexOf(TOLD)).toBeGreaterThanOrEqual(0);
    expect(words.indexOf(TOLD)).toBeLessThan(words.indexOf('我也遇到了，附议'));
    await card.scrollIntoViewIfNeeded();
    await keepPicture(page, `earlier-in-full-${mode.name}`);
    await join.click();
    await page.locator(`#withdraw-cosign-${leadId}:visible`).waitFor();
  },
);
