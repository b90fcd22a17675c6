import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { noticeRepository } from '../../cloudfunctions/core/adapters/notice-repository';
import type { TestCloud } from '../support/test-cloud';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { openPage, signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { DESK, PHONE, visit, type Visitor } from './support/visitor';

const LARGEST_PICTURE = 200 * 1024;
const SIZES = [
  { size: 'desk', viewport: DESK },
  { size: 'phone', viewport: PHONE },
] as const;

let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
});
afterAll(() => county.close());

/** What the desk finds on a working morning; told by hand, for the test may run on a Sunday. */
async function tellTheDesk(cloud: TestCloud): Promise<void> {
  const { deliver } = noticeRepository(new DocumentStore(cloud.sdk().database()));
  const [lead] = (await cloud.documents('leads')) as unknown as { lead: { id: string; number: string } }[];
  const desk = { recipientKey: 'group:staff', at: new Date().toISOString() };
  await deliver({
    ...desk,
    id: 'digest-of-test',
    leadId: '',
    number: '',
    text: '今天的线索：新来的 14 件，今天到期 2 件，已经超期 9 件。',
  });
  await deliver({
    ...desk,
    id: 'claimed-of-test',
    leadId: lead?.lead.id ?? '',
    number: lead?.lead.number ?? '',
    text: '紧急线索有人认领了：城关镇北店街社区，道路交通，高志强，用了 8 分钟。',
  });
}

describe.each(SIZES)('the pages of the panel, $size', ({ size, viewport }) => {
  let clerk: Visitor;
  beforeAll(async () => {
    clerk = await visit(county.browser, viewport);
  });
  afterAll(() => clerk.leave());

  /** Looked at by a person afterwards; held here to what a machine can hold: nothing serious, nothing sideways, no fault. */
  const isSound = async (name: string, readme = false): Promise<void> => {
    const picture = await keepPicture(
      clerk.page,
      readme && size === 'desk' ? `panel-${name}` : `panel-${name}-${size}`,
      {
        readme: readme && size === 'desk',
      },
    );
    expect(picture.length).toBeLessThan(LARGEST_PICTURE);
    expect(await seriousViolations(clerk.page)).toEqual([]);
    expect(await stickingOut(clerk.page)).toEqual([]);
    expect(clerk.faults).toEqual([]);
  };

  it('sign-in', async () => {
    await clerk.page.goto(`${county.cloud.url}/admin/`);
    await clerk.page.locator('.demo-people__one').first().waitFor();
    await clerk.page.locator('.qr-code').waitFor();
    await isSound('sign-in');
  });

  it('queue', async () => {
    await signIn(clerk.page, county.cloud.url, '政协机关');
    await openPage(clerk.page, county.cloud.url, '/leads');
    await isSound('queue', true);
  });

  it('queue with nothing in it', async () => {
    await openPage(clerk.page, county.cloud.url, '/leads?number=000000-000000');
    await isSound('queue-empty');
  });

  it('lead', async () => {
    await openPage(clerk.page, county.cloud.url, '/leads?status=adopted');
    await clerk.page.locator('[data-row-link]').first().click();
    await clerk.page.locator('.lead').waitFor();
    await isSound('lead', true);
  });

  it('a command being filled in', async () => {
    await openPage(clerk.page, county.cloud.url, '/leads?status=accepted');
    await clerk.page.locator('[data-row-link]').first().click();
    await clerk.page.getByRole('button', { name: '不采纳', exact: true }).click();
    const sheet = clerk.page.getByRole('dialog');
    await sheet.getByLabel('为什么没有采纳').fill('这条路已经列入今年的修路计划，交通运输局九月开工。');
    await sheet.getByRole('figure').waitFor();
    await clerk.page.waitForTimeout(400);
    await isSound('command');
    await clerk.page.keyboard.press('Escape');
  });

  it('messages', async () => {
    await tellTheDesk(county.cloud);
    await openPage(clerk.page, county.cloud.url, '/leads?mark=toConfirm');
    await clerk.page.getByRole('button', { name: /^消息/ }).click();
    await clerk.page.getByRole('dialog', { name: '消息' }).getByRole('listitem').first().waitFor();
    await clerk.page.waitForTimeout(400);
    await isSound('messages');
    await clerk.page.keyboard.press('Escape');
  });

  it('hot issues', async () => {
    await openPage(clerk.page, county.cloud.url, '/issues');
    await isSound('issues', true);
    const first = clerk.page.locator('[data-issue-leads]').first();
    const said = Number.parseInt((await first.textContent()) ?? '', 10);
    await first.click();
    await clerk.page.locator('.queue-row').first().waitFor();
    expect(await clerk.page.locator('.queue-row').count()).toBe(said);
  });

  it('statistics', async () => {
    await openPage(clerk.page, county.cloud.url, '/statistics');
    await isSound('statistics', true);
  });
});
