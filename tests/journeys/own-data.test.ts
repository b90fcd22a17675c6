import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenAt } from '../../cloudfunctions/core/app/lead/record';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { ownPaper } from '../../src/miniprogram/pages/privacy/own-paper';
import { asPage } from '../../src/miniprogram/pages/privacy/write-paper';
import { must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { sha256 } from '../support/builders';
import { isLead } from '../support/recount';
import { startTestCloud, type Document, type TestCloud } from '../support/test-cloud';
import { browser } from '../support/web';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const NAME = '赵玉梅';
const PHONE = '13812345670';
const ELDER = { name: '孙桂英', phone: '13712345671' };
const clerk = officer('clerk');

const submit = (by: Person, text: string, more: object = {}) =>
  must(cloud, by, 'resident.submitLead', {
    text,
    scene: ANKANG_CODE,
    contact: { name: NAME, phone: PHONE },
    ...more,
  });
async function does(
  verb: 'acceptLead' | 'askForSupplement' | 'revealContact' | 'resolveLead' | 'adoptLead' | 'declineLead',
  { leadId }: Receipt,
  words: object = {},
) {
  const { version } = await must(cloud, clerk, 'staff.getLead', { leadId });
  await must(cloud, clerk, `staff.${verb}`, { leadId, version, ...words } as never);
}
const ownVersion = async (by: Person, { leadId }: Receipt) =>
  (await must(cloud, by, 'resident.getMyLead', { leadId })).version;
const leads = async () => (await cloud.documents('leads')).filter(isLead);
const figuresNow = async () => {
  const { funnel, tables } = await must(cloud, clerk, 'staff.getStatistics', {});
  return JSON.stringify({ funnel, tables });
};
const brokenLogs = (documents: readonly Document[]) =>
  documents
    .filter((document) => brokenAt(document['events'] as SealedEvent[], sha256) !== null)
    .map(({ _id }) => _id);

/** A life of a person in the county: one matter closed, one under way, one filed for an elder, one joined in. */
async function live(person: Person) {
  const closed = await submit(person, `${LAMP_TEXT}第一件`);
  await does('acceptLead', closed);
  await does('askForSupplement', closed, { question: '哪一盏？' });
  const version = await ownVersion(person, closed);
  await must(cloud, person, 'resident.giveSupplement', {
    leadId: closed.leadId,
    version,
    text: '我家门口那盏，门牌 18 号',
  });
  await does('revealContact', closed, { reason: '打电话核实位置' });
  await does('resolveLead', closed, { summary: '灯已换好，昨晚亮了。', overruleNote: '已到现场看过。' });
  await must(cloud, person, 'resident.giveFeedback', {
    leadId: closed.leadId,
    version: await ownVersion(person, closed),
    fixed: true,
    stars: 5,
    words: '谢谢，我妈能出门了',
  });
  const open = await submit(person, `${LAMP_TEXT}第二件`);
  await does('acceptLead', open);
  const elders = await submit(person, `${LAMP_TEXT}第三件`, {
    onBehalf: { relation: 'elder', news: 'helper', ...ELDER },
  });
  const others = await submit(resident('neighbour'), `${LAMP_TEXT}邻居的`);
  await must(cloud, person, 'resident.cosignLead', { leadId: others.leadId });
  await cloud.jobs();
  return { closed, open, elders, others };
}

describe('what is kept about me', () => {
  test('is exactly mine: every lead, contact, reading of it, co-sign and message, and nobody else’s', async () => {
    const me = browser();
    const { closed, open, elders, others } = await live(me);
    await live(resident('somebody-else'));
    await must(cloud, resident('neighbour'), 'resident.cosignLead', { leadId: open.leadId });
    const data = await must(cloud, me, 'resident.getMyData', {});
    expect(data.leads.map(({ lead }) => lead.number).sort()).toEqual(
      [closed, open, elders].map(({ number }) => number).sort(),
    );
    expect(data.leads.every(({ contact }) => contact?.phone === PHONE && contact.name === NAME)).toBe(true);
    expect(data.leads.flatMap(({ person }) => (person ? [person] : []))).toEqual([ELDER]);
    const readings = data.leads.flatMap(({ lead }) => lead.contactReadings);
    expect(JSON.stringify(readings)).toContain('打电话核实位置');
    expect(data.cosigns.map(({ number }) => number)).toEqual([others.number]);
    expect(data.notices.map(({ number }) => number)).toContain(closed.number);
    const mine = (await leads()).filter(({ reporterKey }) => String(reporterKey).startsWith('web:'));
    expect(data.leads).toHaveLength(mine.length);
    const terms = await must(cloud, me, 'resident.getRetention', {});
    const taken = JSON.stringify(data) + asPage(ownPaper(data, terms, data.leads[0]?.lead.submittedAt ?? ''));
    const neighbours = await must(cloud, resident('neighbour'), 'resident.getMyData', {});
    for (const foreign of [
      ...neighbours.leads.flatMap(({ lead }) => [lead.trackingCode, lead.text]),
      'neighbour',
      clerk.openid ?? '',
      (await must(cloud, clerk, 'staff.getMe', {})).name,
      '已到现场看过。',
      'personKey',
      'reporterKey',
      'cloud://',
    ])
      expect(taken, foreign).not.toContain(foreign);
    const stranger = await must(cloud, browser(), 'resident.getMyData', {});
    expect(stranger).toEqual({
      leads: [],
      nextCursor: null,
      cosigns: [],
      notices: [],
      wechatMessagesLeft: 0,
    });
  });
});

describe('erasing what is mine', () => {
  test('changes nothing when only asked about, and says what would go', async () => {
    const me = browser();
    const { open, elders } = await live(me);
    const before = await cloud.snapshot();
    const plan = await must(cloud, me, 'resident.checkErasure', {});
    expect(await cloud.snapshot()).toBe(before);
    expect(plan).toMatchObject({ leads: 3, contacts: 3, persons: 1, cosigns: 1 });
    expect(plan.underWay.map(({ number }) => number).sort()).toEqual(
      [open, elders].map(({ number }) => number).sort(),
    );
  });

  test('leaves no trace of me, every figure as it was, and every log whole', async () => {
    const me = resident('leaving');
    const { closed, open, others } = await live(me);
    const [before, others0] = [
      await figuresNow(),
      await must(cloud, clerk, 'staff.getLead', { leadId: others.leadId }),
    ];
    const receipt = await must(cloud, me, 'resident.eraseMyData', { underWay: 'keep' }, 'my-erasure');
    expect(receipt).toMatchObject({
      leads: 3,
      contacts: 3,
      persons: 1,
      cosigns: 1,
      textsKept: 2,
      isDone: true,
    });
    expect(await must(cloud, me, 'resident.eraseMyData', { underWay: 'keep' }, 'my-erasure')).toEqual(
      receipt,
    );
    await cloud.jobs();
    expect(await figuresNow()).toBe(before);

    const mine = (await leads()).filter(({ number }) =>
      [closed.number, open.number].includes(String(number)),
    );
    const text = JSON.stringify(mine);
    for (const trace of [NAME, PHONE, '门牌 18 号', '我妈能出门了', `${LAMP_TEXT}第一件`, me.openid ?? ''])
      expect(text, trace).not.toContain(trace);
    expect(text).toContain(`${LAMP_TEXT}第二件`);
    expect(brokenLogs(await leads())).toEqual([]);

    expect((await must(cloud, me, 'resident.listMyLeads', {})).items).toEqual([]);
    expect((await must(cloud, me, 'resident.listNotices', {})).items).toEqual([]);
    expect((await refusalOf(cloud, me, 'resident.getMyLead', { leadId: open.leadId })).code).toBe(
      'NOT_FOUND',
    );
    const still = await must(cloud, clerk, 'staff.getLead', { leadId: others.leadId });
    expect(still.cosigns).toBe(others0.cosigns);
    expect((await cloud.snapshot()).includes(me.openid ?? 'nobody')).toBe(false);
  });

  test('takes back what can be taken back, where that was chosen', async () => {
    const me = resident('taking-back');
    const { open } = await live(me);
    const adopted = await submit(me, `${LAMP_TEXT}第四件`);
    await does('acceptLead', adopted);
    await does('adoptLead', adopted);
    const receipt = await must(cloud, me, 'resident.eraseMyData', { underWay: 'withdraw' });
    expect(receipt).toMatchObject({ textsKept: 1, isDone: true });
    const status = async ({ leadId }: Receipt) =>
      (await must(cloud, clerk, 'staff.getLead', { leadId })).status;
    expect([await status(open), await status(adopted)]).toEqual(['withdrawn', 'adopted']);
    expect(JSON.stringify(await must(cloud, clerk, 'staff.getLead', { leadId: open.leadId }))).not.toContain(
      '第二件',
    );
  });

  test('goes on after a power cut, with the same request, and is done once', async () => {
    const me = resident('cut-off');
    for (let index = 0; index < 12; index += 1) await submit(me, `${LAMP_TEXT}第 ${index} 盏`);
    const before = await figuresNow();
    const asked = must(cloud, me, 'resident.eraseMyData', { underWay: 'keep' }, 'cut-erasure').catch(
      () => null,
    );
    await new Promise((resolve) => setTimeout(resolve, 40));
    cloud = await cloud.killAndRestart();
    await asked;
    const receipt = await must(cloud, me, 'resident.eraseMyData', { underWay: 'keep' }, 'cut-erasure');
    expect(receipt).toMatchObject({ leads: 12, contacts: 12, isDone: true });
    expect(await cloud.snapshot()).not.toContain(me.openid);
    await cloud.jobs();
    expect(await figuresNow()).toBe(before);
    expect(brokenLogs(await leads())).toEqual([]);
  });
});
