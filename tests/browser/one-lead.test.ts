import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURES } from '@contract/statistics';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { findLead, giveCommand, measureList, openPage, readFunnel, signIn } from './support/panel';
import { openMine, submit } from './support/resident';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

const MATTER = '城关镇北店街小学门口的路灯坏了三盏，晚上接孩子看不清路，已经有半个多月了。';

const PHONE_NUMBER = '13800001234';

let county: DemoCounty;
let resident: Visitor;
let clerk: Visitor;
let unit: Visitor;

beforeAll(async () => {
  county = await openDemoCounty();
  resident = await visit(county.browser, PHONE);
  clerk = await visit(county.browser, DESK);
  unit = await visit(county.browser, DESK);
});
afterAll(() => county.close());

describe('one lead, from the phone of a resident to the figures of the county', () => {
  it('is submitted, accepted, adopted, handed over, answered, resolved, confirmed and counted', async () => {
    const { url } = county.cloud;
    await signIn(clerk.page, url, '政协机关');
    const before = await readFunnel(clerk.page, url);

    const { number, code } = await submit(resident.page, url, MATTER, {
      photo: await clerk.page.screenshot(),
      phone: PHONE_NUMBER,
    });
    expect(number).toMatch(/^\d{6}-\d{6}$/);
    expect(code).toMatch(/^\d{6}$/);
    await openMine(resident.page, url, number);

    await clerkDecides(url, number);
    await clerkAsksForTheContact();
    await unitReplies(url, number);
    await clerkResolves(url, number);
    await residentSaysFixed(url, number);

    const after = await readFunnel(clerk.page, url);
    expect(after).toEqual({
      ...before,
      received: before.received + 1,
      adopted: before.adopted + 1,
      resolved: before.resolved + 1,
    });
    expect([...resident.faults, ...clerk.faults, ...unit.faults]).toEqual([]);
  });

  it('every figure of the funnel opens a list of exactly that length', async () => {
    const { url } = county.cloud;
    const funnel = await readFunnel(clerk.page, url);
    for (const measure of MEASURES) {
      await openPage(clerk.page, url, '/statistics');
      await clerk.page.locator(`[data-figure="${measure}"]`).click();
      await clerk.page.waitForURL(new RegExp(`measure=${measure}$`));
      expect({ measure, ...(await measureList(clerk.page)) }).toEqual({
        measure,
        rows: funnel[measure],
        claimed: funnel[measure],
      });
    }
  });
});

async function clerkDecides(url: string, number: string): Promise<void> {
  const { page } = clerk;
  await findLead(page, url, number);
  expect(await page.locator('.lead-head__text').textContent()).toBe(MATTER);
  const photo = page.getByRole('img', { name: '第 1 张照片，点开看大图' });
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await photo.click();
  await page.getByRole('dialog', { name: '照片 1 / 1' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await giveCommand(page, { button: '受理', confirm: '受理', said: /已受理/ });
  await giveCommand(page, { button: '采纳', confirm: '采纳', said: /已采纳/ }, (form) =>
    form.getByLabel('采纳说明').fill('校门口夜间安全要紧，请住建局一周内换灯。'),
  );
  await giveCommand(page, { button: '交办', confirm: '交办', said: /已交办/ }, async (form) => {
    await form.getByLabel('交给哪个单位').selectOption({ label: '县住房和城乡建设局' });
    await form.getByLabel('几个工作日内办完').fill('7');
  });
  expect(await page.locator('.status-badge--large').textContent()).toBe('正在办理');
}

async function clerkAsksForTheContact(): Promise<void> {
  const { page } = clerk;
  expect(await page.getByText(PHONE_NUMBER).count()).toBe(0);
  await page.getByRole('button', { name: '查看联系方式', exact: true }).click();
  await page.getByLabel('为什么要看').fill('约群众到现场指认是哪三盏灯');
  await page.getByRole('button', { name: '查看，并留下记录' }).click();
  await page.getByText(PHONE_NUMBER).waitFor();
  await page.getByRole('button', { name: '看过了，关上' }).click();
  await page.getByText(PHONE_NUMBER).waitFor({ state: 'detached' });
  await page.getByText('已被查看 1 次').waitFor();
}

async function unitReplies(url: string, number: string): Promise<void> {
  const { page } = unit;
  await signIn(page, url, '县住房和城乡建设局');
  expect(await page.getByRole('link', { name: '统计' }).count()).toBe(0);
  await findLead(page, url, number);
  expect(await page.getByText(/1\d{2}\*{4}/).count()).toBe(0);
  await giveCommand(page, { button: '接收交办', confirm: '接收', said: /已接收/ });
  await giveCommand(page, { button: '答复', confirm: '提交答复', said: /答复已交给县政协/ }, (form) =>
    form.getByLabel('答复内容').fill('三盏路灯已全部换成新灯，当晚试亮正常。以后坏了可打路灯班电话报修。'),
  );
}

async function clerkResolves(url: string, number: string): Promise<void> {
  const { page } = clerk;
  await findLead(page, url, number);
  await giveCommand(page, { button: '已解决', confirm: '登记已解决', said: /已登记解决/ });
}

async function residentSaysFixed(url: string, number: string): Promise<void> {
  const { page } = resident;
  await openMine(page, url, number);
  await page.locator('.list-row:visible', { hasText: number }).last().click();
  await page.getByText('看过 1 次，每次都要写原因').waitFor({ state: 'attached' });
  await page.locator('#go-feedback:visible').click();
  await page.getByRole('radio', { name: /^解决了/ }).click();
  await page.getByRole('radio', { name: '很满意', exact: true }).click();
  await page.locator('#send-feedback:visible').click();
  await page.getByText('收到了，谢谢您').first().waitFor();
  await findLead(clerk.page, url, number);
  await clerk.page.getByText('解决了，5 星').waitFor();
}
