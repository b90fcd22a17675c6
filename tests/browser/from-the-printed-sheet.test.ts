import { execFileSync } from 'node:child_process';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../support/call';
import { HOUSING_UNIT, officer } from '../support/county';
import { scanned } from '../support/printed-code';
import { seriousViolations, stickingOut } from './support/accessibility';
import { photoFromPhone } from './support/camera';
import { downloadSheet } from './support/code-sheets';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { signIn } from './support/panel';
import { keepPicture } from './support/screenshots';
import { DESK, SMALL_PHONE, visit, type Visitor } from './support/visitor';

/**
 * The product as its users meet it: a sheet on the notice board, and nothing else. Who scans it has never seen the app
 * and finds everything by the words on the screen; who comes back does so on another phone, with the two numbers noted
 * down from the receipt. What goes on at the committee in between happens beside it.
 */
let county: DemoCounty;
let photo: Buffer;
beforeAll(async () => {
  county = await openDemoCounty();
  photo = await photoFromPhone(county.browser, 1200, 900);
});
afterAll(() => county.close());

const PLACE = '城关镇安康社区';
/** What the unit did, in the first story and in the second: no answer serves for two. */
const LAMPS = '三盏路灯都换了新灯，当晚试亮正常。以后坏了可以打路灯班电话报修。';
const COVER = '破了的井盖换成了新的球墨铸铁井盖，四周的路面也补平了，3月12日完工。';

/** What stands on the sheet: the address in its code, and the words around it. */
let sheet: { address: string; words: string };
interface Receipt {
  number: string;
  code: string;
}

describe('from the printed sheet alone', () => {
  it('the committee prints the sheet of a village, and it tells a stranger what to do', async () => {
    const clerk = await visit(county.browser, DESK);
    await signIn(clerk.page, county.cloud.url, '机关工作人员');
    const { file } = await downloadSheet(clerk.page, county.cloud.url, '安康社区', county.cloud.dataDir);
    sheet = { address: scanned(file).text, words: wordsOn(file) };
    for (const words of [
      PLACE,
      '打开微信扫一扫，或者手机相机，对准上面的码',
      '不用注册',
      '记下编号和查询码，用谁的手机都能看办到哪一步',
      '真好了没有，由您来说',
      '不会扫？请家里人、村干部帮您，或者打县政协电话',
      '报警110',
    ])
      expect(sheet.words).toContain(words);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('a woman of seventy scans it, says it, follows it on other phones, and says that it is fixed', async () => {
    const receipt = await saysIt('安康社区门口的路灯坏了半个月，晚上黑得看不见路。');
    const work = await workOf(receipt, LAMPS);
    await readsOn(receipt, '说了这件事，我们收到了', /最晚.*（星期.）/);
    await work.accept();
    await readsOn(receipt, '收下了，县政协开始研究', /（星期.）/);
    await work.adopt();
    await readsOn(receipt, '县政协采纳了。天黑看不见路，先办。', /（星期.）/);
    await work.handOver();
    await readsOn(receipt, '交给县住房和城乡建设局去办，最晚', /（星期.）/);
    await work.reply();
    await work.resolve();

    const { page, ...phone } = await comesBack(receipt);
    await page.getByText('请您去看看是不是真的好了').first().waitFor();
    await isSound({ page, ...phone }, 'track-resolved-small');
    await answers(page, { fixed: '解决了', stars: '很满意' });
    await isSound({ page, ...phone }, 'track-thanks-small');
    await button(page, '看看进度').click();
    await page.getByText('您说已经好了，选了「很满意」。').waitFor();
    await isSound({ page, ...phone }, 'track-closed-small');
    await phone.leave();
    expect(await work.status()).toBe('closed');
  });

  it('another one says that it is not, with a reason and a photo, and it is worked on again', async () => {
    const receipt = await saysIt('安康社区北边的井盖破了一个洞，孩子上学从旁边过，很危险。');
    const work = await workOf(receipt, COVER);
    await work.accept();
    await work.adopt();
    await work.handOver();
    await work.reply();
    await work.resolve();

    const { page, ...phone } = await comesBack(receipt);
    await answers(page, { fixed: '还没有解决', stars: '不满意', why: '只弄了一半', withPhoto: true });
    await page.getByText('我们会重新办，进展还在这里告诉您').waitFor();
    await button(page, '看看进度').click();
    await page.getByText('按您说的，重新办').waitFor();
    await isSound({ page, ...phone }, 'track-reopened-small');
    await phone.leave();

    const seen = await work.lead();
    expect(seen.status).toBe('reopened');
    expect(seen.feedback).toMatchObject([{ fixed: false, stars: 2, reasons: ['halfDone'] }]);
    const [address = ''] = seen.feedback?.[0]?.photoUrls ?? [];
    expect((await fetch(address)).headers.get('content-type')).toBe('image/jpeg');
  });
});

/** The sheet's words without the blanks between them, as one reads them. */
const wordsOn = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const isSound = async ({ page, faults }: Omit<Visitor, 'leave'>, name: string): Promise<void> => {
  await keepPicture(page, name, { whole: true });
  expect(await seriousViolations(page), name).toEqual([]);
  expect(await stickingOut(page), name).toEqual([]);
  expect(faults, name).toEqual([]);
};

/** Scans, says it with a photo, and notes down the two numbers; the phone is given back to whose it is. */
async function saysIt(text: string): Promise<Receipt> {
  const { page, ...phone } = await visit(county.browser, SMALL_PHONE);
  await page.goto(sheet.address);
  await page.getByText('您扫的是').waitFor();
  await page.getByText(PLACE).first().waitFor();
  await button(page, /说说您遇到的问题/).click();
  await page.getByText('扫码带来的').waitFor();
  await page.getByRole('textbox', { name: '遇到了什么问题？' }).fill(text);
  await takesPhoto(page);
  await button(page, '提交').click();
  await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
  await page.getByText('记下这两个号').waitFor();
  const number = (await page.locator('#receipt-number').textContent()) ?? '';
  const code = (await page.locator('#receipt-code').textContent()) ?? '';
  await isSound({ page, ...phone }, 'sheet-receipt-small');
  await phone.leave();
  expect([number, code]).toEqual([expect.stringMatching(/^\d{6}-\d{6}$/), expect.stringMatching(/^\d{6}$/)]);
  return { number, code };
}

async function takesPhoto(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, '加照片').click();
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('img', { name: '第1张照片' }).waitFor();
}

/** Somebody else's phone, the same sheet: the two numbers, typed as they were noted down. */
async function comesBack({ number, code }: Receipt): Promise<Visitor> {
  const visitor = await visit(county.browser, SMALL_PHONE);
  const { page } = visitor;
  await page.goto(sheet.address);
  await button(page, '用编号查进度').click();
  await page.getByRole('textbox', { name: '编号', exact: true }).fill(number.replace('-', ' '));
  await page.getByRole('textbox', { name: '查询码', exact: true }).fill(code);
  await button(page, '查进度').click();
  await page.getByText('一步一步').waitFor();
  return visitor;
}

/** Comes back, reads what happened last and by which day something comes next, and finds no picture and no name. */
async function readsOn(receipt: Receipt, happened: string, byWhen: RegExp): Promise<void> {
  const { page, faults, leave } = await comesBack(receipt);
  await page.getByText(happened).first().waitFor();
  expect(await page.locator('body').innerText()).toMatch(byWhen);
  expect(await page.getByRole('img', { name: /照片/ }).count()).toBe(0);
  expect(faults).toEqual([]);
  await leave();
}

interface Answer {
  fixed: string;
  stars: string;
  why?: string;
  withPhoto?: boolean;
}

async function answers(page: Page, { fixed, stars, why, withPhoto }: Answer): Promise<void> {
  await button(page, '说说解决了没有').click();
  await page.getByRole('radio', { name: new RegExp(`^${fixed}`) }).click();
  await page.getByRole('radio', { name: stars, exact: true }).click();
  if (why) await page.getByRole('checkbox', { name: why }).click();
  if (withPhoto) {
    await page.getByText('拍一张现在的样子').click();
    await takesPhoto(page);
    await losesThePhotoOnce(page);
  }
  // What is sent after that is the photo once more, not the place where it should have been.
  const photoAgain = withPhoto
    ? page.waitForRequest((request) => asks(request, 'resident.prepareUpload'))
    : null;
  await button(page, '提交').click();
  await photoAgain;
  await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
}

/** The cloud says once that the photo never came. */
async function losesThePhotoOnce(page: Page): Promise<void> {
  const error = { code: 'INVALID_INPUT', message: '有照片没有传到。', field: 'evidence', retryAfter: 1 };
  await page.route('**/web', (route) =>
    asks(route.request(), 'resident.giveFeedbackByCode')
      ? route.fulfill({ json: { ok: false, error } })
      : route.continue(),
  );
  await button(page, '提交').click();
  await page.getByText('有照片没有传到。').waitFor();
  await page.unroute('**/web');
}

const asks = (request: Request, action: string): boolean =>
  (request.postData() ?? '').includes(`"${action}"`);

/** What liaison, staff and unit do about it, each in turn; `done` is what came of it. */
async function workOf({ number }: Receipt, done: string) {
  const { cloud } = county;
  const clerk = officer('clerk');
  const [row] = (await must(cloud, clerk, 'staff.listQueue', { number })).items;
  const leadId = row?.id ?? '';
  const lead = () => must(cloud, clerk, 'staff.getLead', { leadId });
  const seen = async () => ({ leadId, version: (await lead()).version });
  return {
    lead,
    status: async () => (await lead()).status,
    accept: async () => must(cloud, officer('liaison'), 'staff.acceptLead', await seen()),
    adopt: async () =>
      must(cloud, clerk, 'staff.adoptLead', { ...(await seen()), note: '天黑看不见路，先办。' }),
    handOver: async () => {
      const given = { ...(await seen()), unitId: HOUSING_UNIT, workingDays: 7 };
      return must(cloud, clerk, 'staff.handOver', given);
    },
    reply: async () =>
      must(cloud, officer('housing'), 'staff.recordReply', { ...(await seen()), text: done }),
    resolve: async () => must(cloud, clerk, 'staff.resolveLead', { ...(await seen()), summary: done }),
  };
}
