import { createServer } from 'node:net';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ANKANG_CODE, officer } from '../support/county';
import { must } from '../support/call';
import { isLead } from '../support/recount';
import { openCounty, PLAYED_MICROPHONE, type OpenCounty } from './support/county';
import { photoFromPhone, pick, tellsPlace } from './support/camera';
import { keepPicture } from './support/screenshots';
import { openPhone } from './support/visitor';

const MATTER = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

let county: OpenCounty;
let context: BrowserContext;
let photo: Buffer;
beforeAll(async () => {
  // It comes back under the same address.
  county = await openCounty({ env: { PORT: String(await freePort()) }, flags: PLAYED_MICROPHONE });
  photo = await photoFromPhone(county.browser, 1200, 900);
});
afterAll(() => county.close());
afterEach(() => context.close());

/** Somebody's phone: what it remembers outlives its pages. */
async function phone(): Promise<Page> {
  context = await openPhone(county.browser, {
    permissions: ['microphone', 'geolocation'],
    geolocation: { latitude: 34.134567, longitude: 112.083456 },
  });
  return context.newPage();
}
const jpeg = (name = 'photo.jpg', buffer = photo) => ({ name, mimeType: 'image/jpeg', buffer });
const openForm = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`${county.cloud.url}/${query}#/pages/submit/index`);
  await page.locator('#text:visible').waitFor();
};
const numberOn = async (page: Page): Promise<string> =>
  (await page.locator('#receipt-number').textContent()) ?? '';
const leadsWith = async (text: string) =>
  (await county.cloud.documents('leads'))
    .filter(isLead)
    .filter(({ content }) => (content as { text: string }).text === text);
/** Calls of the functions by what they ask; uploads go elsewhere. */
const asks = (action: string) => (url: URL) => url.pathname === '/web' && action !== '';
const isAsking = (route: Route, action: string): boolean =>
  (route.request().postData() ?? '').includes(`"resident.${action}"`);

async function record(page: Page): Promise<void> {
  await page.locator('#record:visible').click();
  await page.getByText('正在录').waitFor();
  await page.waitForTimeout(2_200);
  await page.locator('#stop-recording').click();
  await page.locator('#voice').waitFor();
}

it('from the scan to the receipt: two taps and the text, the place is there already', async () => {
  const page = await phone();
  await page.addInitScript(() => {
    addEventListener(
      'click',
      () => localStorage.setItem('taps', String(Number(localStorage.getItem('taps') ?? 0) + 1)),
      true,
    );
  });
  await page.goto(`${county.cloud.url}/?scene=${encodeURIComponent(ANKANG_CODE)}`);
  await page.locator('#go-submit').click();
  await page.getByText('扫码带来的').waitFor();
  await page.locator('#text:visible').focus();
  await page.keyboard.insertText(MATTER);
  await page.locator('#send:visible').click();
  const number = await numberOn(page);
  expect(Number(await page.evaluate(() => localStorage.getItem('taps')))).toBeLessThanOrEqual(3);
  const [lead] = (await must(county.cloud, officer('clerk'), 'staff.listQueue', { number })).items;
  expect(lead?.placeName).toBe('城关镇安康社区');
});

it('the question of the place is on the screen of the smallest phone while one writes', async () => {
  const page = await phone();
  await openForm(page);
  await page.locator('#text:visible').fill('杨庄村没有水');
  const question = page.locator('.place-question:visible');
  await question.waitFor();
  const box = await question.boundingBox();
  const dock = await page.locator('.dock:visible').boundingBox();
  await keepPicture(page, 'submit-place-question-small');
  expect(box?.y).toBeGreaterThan(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
});

it('the app is closed in the middle: text, photo, voice and spot are there again, and arrive without place or model in them', async () => {
  const page = await phone();
  await openForm(page, `?scene=${encodeURIComponent(ANKANG_CODE)}`);
  expect(tellsPlace(photo)).toBe(true);
  await page.locator('#text:visible').fill(MATTER);
  await pick(page, '.photo-add:visible', [jpeg()]);
  await page.locator('.photo-image:visible').waitFor();
  await record(page);
  await page.locator('#transcript').fill('灯杆编号十二。');
  await page.locator('#locate').click();
  await page.locator('#point').waitFor();
  await keepPicture(page, 'submit-full', { whole: true });
  await page.close();

  const again = await context.newPage();
  await openForm(again);
  expect(await again.locator('#text:visible').inputValue()).toBe(MATTER);
  expect(await again.locator('.photo-image:visible').count()).toBe(1);
  expect(await again.locator('#transcript').inputValue()).toBe('灯杆编号十二。');
  await again.getByRole('button', { name: /听一听：录音/ }).waitFor();
  const loaded = () => again.locator('#voice audio').evaluate((audio: HTMLAudioElement) => audio.readyState);
  await expect.poll(loaded).toBeGreaterThan(0);
  await again.locator('#send:visible').click();
  const number = await numberOn(again);

  const clerk = officer('clerk');
  const [row] = (await must(county.cloud, clerk, 'staff.listQueue', { number })).items;
  const lead = await must(county.cloud, clerk, 'staff.getLead', { leadId: row?.id ?? '' });
  const sent = Buffer.from(await (await fetch(lead.photoUrls?.[0] ?? '')).arrayBuffer());
  expect(sent.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(tellsPlace(sent)).toBe(false);
  expect(lead.voice).toMatchObject({ transcript: { text: '灯杆编号十二。', by: { kind: 'resident' } } });
  expect((await fetch(lead.voice?.url ?? '')).headers.get('content-type')).toMatch(/^audio\//);
  expect(lead.point?.latitude).toBeCloseTo(34.133, 2);
  expect(await again.evaluate(() => localStorage.getItem('zhitong.draft'))).toBeNull();
});

it('the signal is cut at every step: it waits, says so, and one lead arrives with everything, one receipt', async () => {
  const page = await phone();
  const text = `${MATTER}第一次断。`;
  const cut = { prepareUpload: 1, upload: 1, submitLead: 1, answer: 1 };
  await page.route(asks('any'), async (route) => {
    if (isAsking(route, 'prepareUpload') && cut.prepareUpload-- > 0) return route.abort();
    if (isAsking(route, 'submitLead')) {
      if (cut.submitLead-- > 0) return route.abort();
      if (cut.answer-- > 0) {
        await route.fetch();
        return route.abort();
      }
    }
    return route.continue();
  });
  await page.route(
    (url) => url.pathname.startsWith('/_'),
    (route) => (route.request().method() !== 'GET' && cut.upload-- > 0 ? route.abort() : route.continue()),
  );
  await openForm(page);
  await page.locator('#text:visible').fill(text);
  await pick(page, '.photo-add:visible', [jpeg('a.jpg'), jpeg('b.jpg')]);
  await page.locator('.photo-image:visible').nth(1).waitFor();
  await page.locator('#send:visible').click();
  await page.getByText('还没有发出去').waitFor();
  await keepPicture(page, 'submit-waiting');
  for (let tries = 0; tries < 6 && (await page.locator('#receipt-number').count()) === 0; tries += 1) {
    await page
      .locator('#send-now:visible')
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await page.waitForTimeout(800);
  }
  const number = await numberOn(page);
  expect(Object.values(cut).every((left) => left <= 0)).toBe(true);
  const leads = await leadsWith(text);
  expect(leads.map((lead) => lead['number'])).toEqual([number]);
  expect((leads[0]?.['content'] as { evidence: unknown[] }).evidence).toHaveLength(2);
});

it('closed while it waits: the card is on the home page, and it goes by itself when the signal is back', async () => {
  const page = await phone();
  const text = `${MATTER}第二次断。`;
  await openForm(page);
  await page.locator('#text:visible').fill(text);
  await context.setOffline(true);
  await page.locator('#send:visible').click();
  await page.getByText('现在没有网络').first().waitFor();
  await page.close();

  const again = await context.newPage();
  await again.route(asks('any'), (route) =>
    isAsking(route, 'submitLead') ? route.abort() : route.continue(),
  );
  await context.setOffline(false);
  await again.goto(`${county.cloud.url}/`);
  await again.locator('#waiting').waitFor();
  await again.getByText('还没有发出去').waitFor();
  await keepPicture(again, 'home-waiting');
  await again.unroute(asks('any')).catch(() => undefined);
  await again.unrouteAll();
  await again.getByText('刚才那件已经发出去了').waitFor({ timeout: 20_000 });
  await keepPicture(again, 'home-sent');
  expect(await leadsWith(text)).toHaveLength(1);
});

it('two matters without a signal, closed: both are on the home page, and both go when it is back', async () => {
  const page = await phone();
  const [first, second] = [`${MATTER}第一件。`, `${MATTER}第二件。`];
  await openForm(page);
  await page.locator('#text:visible').fill(first);
  await pick(page, '.photo-add:visible', [jpeg()]);
  await page.locator('.photo-image:visible').waitFor();
  await context.setOffline(true);
  await page.locator('#send:visible').click();
  await page.locator('#another:visible').click();
  await page.locator('#still-waiting:visible').waitFor();
  expect(await page.locator('#text:visible').inputValue()).toBe('');
  await keepPicture(page, 'submit-second-while-first-waits', { whole: true });
  await page.locator('#text:visible').fill(second);
  await page.locator('#send:visible').click();
  await page.locator('#waiting-2:visible').waitFor();
  await keepPicture(page, 'submit-two-waiting', { whole: true });
  await page.close();

  const again = await context.newPage();
  await again.route(asks('any'), (route) => (isAsking(route, 'getHome') ? route.continue() : route.abort()));
  await context.setOffline(false);
  await again.goto(`${county.cloud.url}/`);
  await again.locator('#waiting-2').waitFor();
  await keepPicture(again, 'home-two-waiting', { whole: true });
  await again.unrouteAll();
  await expect.poll(() => again.getByText('刚才那件已经发出去了').count(), { timeout: 20_000 }).toBe(2);
  await keepPicture(again, 'home-two-sent', { whole: true });
  for (const text of [first, second]) expect(await leadsWith(text)).toHaveLength(1);
  expect(await again.evaluate(() => localStorage.getItem('zhitong.draft'))).toBeNull();
});

it('taken back while it waits, changed, sent: the words of the change', async () => {
  const page = await phone();
  await openForm(page);
  await page.locator('#text:visible').fill('先写的。');
  await context.setOffline(true);
  await page.locator('#send:visible').click();
  await page.locator('#take-back:visible').click();
  await page.locator('#text:visible').fill('改过的话，路灯坏了。');
  await page.locator('#send:visible').click();
  await page.locator('#waiting').waitFor();
  await context.setOffline(false);
  await page.locator('#receipt-number').waitFor();
  expect(
    [await leadsWith('先写的。'), await leadsWith('改过的话，路灯坏了。')].map(({ length }) => length),
  ).toEqual([0, 1]);
});

it('two pages open at once: one lead', async () => {
  const page = await phone();
  const text = `${MATTER}两个页面。`;
  await openForm(page);
  await page.locator('#text:visible').fill(text);
  const other = await context.newPage();
  await openForm(other);
  expect(await other.locator('#text:visible').inputValue()).toBe(text);
  const tap = (): void => document.querySelector<HTMLElement>('#send')?.click();
  await Promise.all([page.evaluate(tap), other.evaluate(tap)]);
  await Promise.all([page, other].map((each) => each.locator('#receipt-number').waitFor()));
  expect(await leadsWith(text)).toHaveLength(1);
});

it('what is no photo is told in a sentence, and the rest is taken', async () => {
  const page = await phone();
  await openForm(page);
  const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(200)]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await pick(page, '.photo-add:visible', [
    jpeg(),
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic },
    { name: 'x.svg', mimeType: 'image/svg+xml', buffer: svg },
    jpeg('broken.jpg', photo.subarray(0, 400)),
  ]);
  const said = page.locator('.field-problem:visible');
  await said.waitFor();
  expect(await said.textContent()).toMatch(/HEIC.*截个图.*不是照片.*坏了/);
  expect(await page.locator('.photo-image:visible').count()).toBe(1);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#add-video').click();
  await (await chooser).setFiles({ name: 'a.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film') });
  await page.getByText('这个录像打不开').waitFor();
  await keepPicture(page, 'submit-refused-files', { whole: true });
});

it('a phone that keeps nothing says so and still sends', async () => {
  const page = await phone();
  const text = `${MATTER}存满了。`;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
  });
  await openForm(page);
  await page.locator('#text:visible').fill(text);
  await page.getByText('这台手机存不住草稿').waitFor();
  await pick(page, '.photo-add:visible', [jpeg()]);
  await page.locator('.photo-image:visible').waitFor();
  await keepPicture(page, 'submit-keeps-nothing');
  await page.locator('#send:visible').click();
  await page.waitForURL(/receipt/);
  expect(await leadsWith(text)).toHaveLength(1);
});

it('the cloud dies between the photo and the words, and comes back: one lead with its photo', async () => {
  const page = await phone();
  const text = `${MATTER}云断了。`;
  await openForm(page);
  await page.locator('#text:visible').fill(text);
  await pick(page, '.photo-add:visible', [jpeg()]);
  await page.locator('.photo-image:visible').waitFor();
  await page.route(asks('any'), (route) =>
    isAsking(route, 'submitLead') ? route.abort() : route.continue(),
  );
  await page.locator('#send:visible').click();
  await page.getByText('传好了').waitFor();
  county.cloud = await county.cloud.killAndRestart();
  await page.unrouteAll();
  await page
    .locator('#send-now:visible')
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await page.locator('#receipt-number').waitFor({ timeout: 20_000 });
  const leads = await leadsWith(text);
  expect(leads).toHaveLength(1);
  expect((leads[0]?.['content'] as { evidence: unknown[] }).evidence).toHaveLength(1);
});

it('a photo of twelve megapixels goes as a few hundred kilobytes', async () => {
  const large = await photoFromPhone(county.browser, 4000, 3000);
  const page = await phone();
  await openForm(page);
  await pick(page, '.photo-add:visible', [jpeg('large.jpg', large)]);
  await page.locator('.photo-image:visible').waitFor();
  const bytes = await page.evaluate(() => {
    const draft = JSON.parse(localStorage.getItem('zhitong.draft') ?? '{}') as {
      photos?: { bytes: number }[];
    };
    return draft.photos?.[0]?.bytes ?? 0;
  });
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(1_000_000);
});
