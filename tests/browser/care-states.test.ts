import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { isLead } from '../support/recount';
import { openCounty, PLAYED_MICROPHONE, type OpenCounty } from './support/county';
import { photoFromPhone, pick } from './support/camera';
import { expectReadable, setMode, type Mode } from './support/readable';
import { SAID_BEFORE, submit } from './support/resident';
import { keepPicture } from './support/screenshots';
import { openPhone, PHONE, SMALLEST_PHONE } from './support/visitor';

/** What a page looks like once somebody has done something on it: read and tapped in every mode like the page itself. */
const MODES: Mode[] = [
  { name: 'dark-320', careSize: null, dark: true, viewport: SMALLEST_PHONE },
  { name: 'care-390', careSize: 22, dark: false, viewport: PHONE },
  { name: 'largest-320', careSize: 30, dark: false, viewport: SMALLEST_PHONE },
  { name: 'largest-dark-390', careSize: 30, dark: true, viewport: PHONE },
];
const MATTER = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
const HEARD = '我家门口那条路，下雨就积水，走不成路。';

let county: OpenCounty;
let context: BrowserContext;
let page: Page;
let photo: Buffer;
let known: { number: string; code: string };
interface Told {
  leadId: string;
  reporterKey: string;
}
const oneOf = new Map<LeadStatus, Told>();
let late: Told;
/** Passed through in a moment, or not met in the demonstration: resident-results.test.ts makes those. */
const NOT_IN_THE_DEMONSTRATION: readonly LeadStatus[] = ['submitted', 'unresolvable', 'reopened'];

beforeAll(async () => {
  county = await openCounty({ content: 'demo', flags: PLAYED_MICROPHONE });
  for (const document of (await county.cloud.documents('leads')).filter(isLead)) {
    const { status, overdue } = document['lead'] as { status: LeadStatus; overdue: boolean };
    const lead = { leadId: document._id, reporterKey: String(document['reporterKey']) };
    if (status === 'inProgress' && overdue) late = lead;
    if (!oneOf.has(status)) oneOf.set(status, lead);
  }
  photo = await photoFromPhone(county.browser, 640, 480);
  await newPhone();
  known = await submit(page, county.cloud.url, MATTER);
  await context.close();
});
beforeEach(newPhone);
afterEach(() => context.close());
afterAll(() => county.close());

/** A phone that remembers nothing. */
async function newPhone(): Promise<void> {
  context = await openPhone(county.browser, { permissions: ['microphone'] });
  page = await context.newPage();
}

async function open(mode: Mode, address: string, who: string | null = null): Promise<void> {
  await page.goto(`${county.cloud.url}/#/pages/privacy/index`);
  if (who !== null)
    await page.evaluate((openid) => localStorage.setItem('zhitong.demoIdentity', openid), who);
  await setMode(page, mode);
  await page.goto(`${county.cloud.url}/#/pages/${address}`);
  await page.reload();
  await page.locator('.frame:visible').first().waitFor();
}

async function openLead(mode: Mode, status: LeadStatus, which = 'lead'): Promise<void> {
  const lead = oneOf.get(status);
  if (lead === undefined) throw new Error(`no lead is ${status}`);
  await open(mode, `${which}/index?leadId=${lead.leadId}`, lead.reporterKey);
}

async function write(mode: Mode, text = MATTER): Promise<void> {
  await open(mode, 'submit/index');
  await page.locator('#text:visible').fill(text);
}

const sent = () => page.locator('#send:visible').click();
const asking = (action: string) => (url: URL) => url.pathname === '/web' && action !== '';

/** The cloud refuses this action in these words. */
const refuse = (action: string, error: object) =>
  page.route(asking(action), (route) =>
    (route.request().postData() ?? '').includes(`"${action}"`)
      ? route.fulfill({ json: { ok: false, error } })
      : route.continue(),
  );

async function record(): Promise<void> {
  await page.locator('#record:visible').click();
  await page.getByText('正在录').waitFor();
}

async function addPhoto(): Promise<void> {
  const file = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo };
  await pick(page, '.photo-add:visible', [file, { ...file, name: 'b.jpg' }]);
  await page.locator('.photo-image:visible').nth(1).waitFor();
  await page.getByText('人脸、车牌、门牌、电话，我们遮不了').waitFor();
}

const STATES: Record<string, (mode: Mode) => Promise<void>> = {
  'submit-not-enough': async (mode) => {
    await open(mode, 'submit/index');
    await sent();
    await page.getByText('还差一点').waitFor();
  },
  'submit-recording': async (mode) => {
    await write(mode, '');
    await record();
  },
  'submit-recorded': async (mode) => {
    await write(mode, '');
    await record();
    await page.getByText('还能说58秒').waitFor();
    await page.locator('#stop-recording').click();
    await page.locator('#transcript').waitFor();
    await page.getByText('录音听得出是谁').waitFor();
    await page.evaluate((words) => {
      const draft = JSON.parse(localStorage.getItem('zhitong.draft') ?? '{}') as { voice: object };
      Object.assign(draft.voice, { transcript: words, unconfirmed: true });
      localStorage.setItem('zhitong.draft', JSON.stringify(draft));
    }, HEARD);
    await page.reload();
    await page.locator('#words-are-right').waitFor();
  },
  'submit-uploading': async (mode) => {
    await write(mode);
    await addPhoto();
    // Never answered as long as it is looked at.
    await page.route(asking('any'), (route) =>
      (route.request().postData() ?? '').includes('prepareUpload') ? undefined : route.continue(),
    );
    await sent();
    await page.getByText('正在传照片').waitFor();
  },
  'submit-upload-failed': async (mode) => {
    await write(mode);
    await addPhoto();
    await page.route(
      (url) => url.pathname.startsWith('/_'),
      (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()),
    );
    await sent();
    await page.getByText('个文件没传上去').waitFor();
  },
  'submit-offline-twice': async (mode) => {
    await write(mode);
    await context.setOffline(true);
    await sent();
    await page.locator('#another:visible').click();
    await page.locator('#still-waiting').waitFor();
    await page.locator('#text:visible').fill(HEARD);
    await sent();
    await page.locator('#waiting-2:visible').waitFor();
  },
  'submit-second': async (mode) => {
    await write(mode);
    await context.setOffline(true);
    await sent();
    await page.locator('#another:visible').click();
    await page.locator('#still-waiting').waitFor();
  },
  'submit-too-many': async (mode) => {
    await write(mode);
    await refuse('resident.submitLead', {
      code: 'RATE_LIMITED',
      message: '一天最多提交 30 件，请明天再来。',
      retryAfter: 3600,
    });
    await sent();
    await page.getByText('没有提交成功').waitFor();
  },
  'submit-danger': async (mode) => {
    await write(mode, '邻居家着火了快来人');
    await page.locator('#elsewhere:visible').waitFor();
  },
  'submit-neighbours': async (mode) => {
    await page.route(asking('any'), (route) =>
      (route.request().postData() ?? '').includes('"resident.findSimilar"')
        ? route.fulfill({ json: { ok: true, data: { items: [SAID_BEFORE] } } })
        : route.continue(),
    );
    await write(mode);
    await page.locator('#earlier:visible').waitFor();
  },
  'home-damaged-code': async (mode) => {
    await open(mode, 'home/index?scene=4103251000010');
    await page.getByText('这张码没有读全').waitFor();
  },
  'home-waiting': async (mode) => {
    const waits = oneOf.get('awaitingSupplement');
    await open(mode, 'home/index', waits?.reporterKey);
    await page.locator('#waiting-for-me').waitFor();
  },
  ...Object.fromEntries(
    LEAD_STATUSES.filter((status) => !NOT_IN_THE_DEMONSTRATION.includes(status)).map((status) => [
      `lead-${status}`,
      async (mode: Mode) => {
        await openLead(mode, status);
        await page.getByText('一步一步').waitFor();
      },
    ]),
  ),
  'lead-late': async (mode) => {
    await open(mode, `lead/index?leadId=${late.leadId}`, late.reporterKey);
    await page.locator('#chase').waitFor();
    // What is late is chased before anything is added.
    expect(await page.locator('#chase, #add-words').first().getAttribute('id')).toBe('chase');
  },
  'lead-unfolded': async (mode) => {
    await openLead(mode, 'closed');
    await page.getByText('一步一步').waitFor();
    for (const fold of await page.locator('.fold-head:visible').all()) await fold.click();
    await page.locator('#see-receipt').waitFor();
  },
  'track-unknown': async (mode) => {
    await open(mode, 'track/index?number=991231-000001');
    await page.locator('#tracking-code').fill('000000');
    await page.locator('#track:visible').click();
    await page.locator('.notice-stop:visible').waitFor();
  },
  'board-nothing': async (mode) => {
    await open(mode, 'published/index');
    await page.locator('#board-words').fill('海底隧道');
    await page.locator('#board-words').press('Enter');
    await page.getByText('没有找到').waitFor();
  },
  'place-picker': async (mode) => {
    await open(mode, 'place/index');
    await page.locator('#pick-place:visible').click();
    await page.getByRole('dialog').waitFor();
  },
  'feedback-not-fixed': async (mode) => {
    await openLead(mode, 'resolved', 'feedback');
    await page.locator('#choice-no').click();
    await page.locator('#star-2').click();
    await page.locator('#reason-halfDone').click();
  },
  'track-found': async (mode) => {
    await open(mode, `track/index?number=${known.number}`);
    await page.locator('#tracking-code').fill(known.code);
    await page.locator('#track:visible').click();
    await page.locator('.standing:visible').waitFor();
  },
  mine: async (mode) => {
    await open(mode, 'mine/index', 'demo-resident');
    await page.locator('.list-row').first().waitFor();
  },
  'board-open': async (mode) => {
    await open(mode, 'published/index');
    await page.locator('.public-head').first().click();
  },
  'place-chosen': async (mode) => {
    await open(mode, 'place/index?placeId=410325100001');
    await page.locator('#stations .card').first().waitFor();
  },
  'privacy-mine': async (mode) => {
    await open(mode, 'privacy/index', 'demo-resident');
    await page.locator('#show-mine').click();
    await page.locator('#take-along').click();
    await page.getByText('存好了').waitFor();
  },
  'privacy-erase': async (mode) => {
    await open(mode, 'privacy/index', 'demo-resident');
    await page.locator('#erase-mine').click();
    await page.locator('#erase-sure').waitFor();
  },
};

describe.each(Object.keys(STATES))('%s', (state) => {
  it.each(MODES)('is readable and can be tapped: $name', async (mode) => {
    await STATES[state]?.(mode);
    await keepPicture(page, `state-${state}-${mode.name}`, { whole: true });
    await expectReadable(page, mode, { axe: mode.name === 'largest-dark-390' || mode.name === 'dark-320' });
  });
});
