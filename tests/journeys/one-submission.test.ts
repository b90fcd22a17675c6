import type { ActionName, InputOf, OfficerVerb, OutputOf, StaffActions } from '@contract/actions';
import type { OfficerLeadView, Receipt, ResidentLeadView } from '@contract/lead-views';
import { MEASURES, type Statistics } from '@contract/statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, signIn, type Person } from '../support/call';
import { ANKANG_CODE, HOUSING_UNIT, LAMP_TEXT, officer, resident } from '../support/county';
import { reportUp } from '../support/papers';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/**
 * The walk of one submission through the real functions: what a resident, a liaison, the committee's staff and a
 * handling unit do, and what each of them sees. Read this first.
 */
let cloud: TestCloud;
const wang = resident('wang');
const liaison = officer('liaison');
const clerk = officer('clerk');
const housing = officer('housing');

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('a lamp is reported, adopted, handed over, repaired, published and confirmed by the one who reported it', async () => {
  const receipt = await submit(wang);
  expect(receipt.number).toMatch(/^\d{6}-\d{6}$/);
  expect(receipt.trackingCode).toMatch(/^\d{6}$/);
  expect(receipt.next).toContain('城关镇的联络员');

  expect(await firstOfMine(wang)).toMatchObject({ number: receipt.number, status: 'routed', needsMe: false });

  await does(liaison, 'acceptLead', receipt, {});
  await does(clerk, 'adoptLead', receipt, { note: '路灯关系出行安全。' });
  const paper = await reportUp(cloud, await signIn(cloud, clerk), [receipt.leadId]);
  expect(paper).toMatchObject({ state: 'issued', number: 1, sources: [{ leadId: receipt.leadId }] });
  await does(clerk, 'handOver', receipt, { unitId: HOUSING_UNIT, workingDays: 15 });
  await does(housing, 'acceptHandOver', receipt, {});
  await does(housing, 'recordReply', receipt, { text: '已更换灯头 3 个，当晚亮灯。' });

  expect((await asSeenBy(wang, receipt)).releasedReply).toBeNull();
  await does(clerk, 'resolveLead', receipt, { summary: '路灯已经修好。' });
  const answered = await asSeenBy(wang, receipt);
  expect(answered).toMatchObject({
    status: 'resolved',
    releasedReply: { text: '已更换灯头 3 个，当晚亮灯。' },
  });
  expect(answered.allowed).toContain('giveFeedback');

  await does(clerk, 'publishLead', receipt, { title: '安康社区的路灯亮了', text: '住建局更换了灯头。' });
  await says(wang, receipt, { fixed: true, stars: 5, words: '亮了，谢谢。' });

  const end = await asSeenBy(wang, receipt);
  expect(end).toMatchObject({ status: 'closed', adoption: 'adopted', resolution: 'resolved' });
  expect(end.timeline.map(({ event }) => event)).toEqual([
    'LeadSubmitted',
    'LeadRouted',
    'LeadAccepted',
    'LeadAdopted',
    'LeadReportedUp',
    'LeadHandedOver',
    'HandOverAccepted',
    'LeadResolved',
    'LeadPublished',
    'FeedbackGiven',
    'LeadClosed',
  ]);
  const { published, figures } = await must(cloud, resident('neighbour'), 'resident.getHome', {});
  expect(published).toMatchObject([
    { title: '安康社区的路灯亮了', placeName: '城关镇', resolution: 'resolved' },
  ]);
  expect(figures).toEqual({ received: 1, adopted: 1, resolved: 1 });
});

test('a lead that is not fixed reopens by itself once, and the second time waits for a person to look', async () => {
  const li = resident('li');
  const receipt = await submit(li);
  await does(liaison, 'acceptLead', receipt, {});
  await does(clerk, 'resolveLead', receipt, { summary: '物业说已经修好。' });

  await says(li, receipt, { fixed: false, stars: 1, words: '还是黑的。' });
  expect(await asSeenBy(li, receipt)).toMatchObject({ status: 'reopened', resolution: 'open' });

  await does(liaison, 'acceptLead', receipt, {});
  await does(clerk, 'resolveLead', receipt, { summary: '换了新灯。' });
  await says(li, receipt, { fixed: false, stars: 2, words: '只亮了一晚。' });
  expect(await asSeenBy(li, receipt)).toMatchObject({ status: 'resolved' });

  await does(clerk, 'reopenLead', receipt, { reason: '群众说只亮了一晚，再去看。' });
  expect((await asSeenBy(clerk, receipt)).allowed).toContain('adoptLead');
});

test('news reaches the resident once, however often the timer runs', async () => {
  const zhao = resident('zhao');
  const receipt = await submit(zhao);
  await does(liaison, 'acceptLead', receipt, {});
  await does(clerk, 'declineLead', receipt, { reason: '属于小区内部事务。', goTo: '请找物业公司。' });

  await cloud.jobs();
  const notices = await noticesOf(zhao);
  await Promise.all([cloud.jobs(), cloud.jobs()]);

  expect(notices.map(({ text }) => text.slice(0, text.indexOf('」') + 1))).toEqual([
    '「没有采纳」',
    '「已收下」',
  ]);
  expect(notices.every(({ number, leadId }) => number === receipt.number && leadId === receipt.leadId)).toBe(
    true,
  );
  expect(await noticesOf(zhao)).toEqual(notices);
});

test('the funnel follows every step, and each of its numbers opens a list of exactly that length', async () => {
  const panel = await signIn(cloud, clerk);
  const before = await funnelOf(panel);
  const receipt = await submit(resident('sun'));
  expect(changes(before, await funnelOf(panel))).toEqual({ received: 1 });
  await does(liaison, 'acceptLead', receipt, {});
  await does(clerk, 'adoptLead', receipt, {});
  expect(changes(before, await funnelOf(panel))).toEqual({ received: 1, adopted: 1 });
  await cloud.jobs();
  await does(clerk, 'resolveLead', receipt, { summary: '修好了。' });
  const after = await funnelOf(panel);
  expect(changes(before, after)).toEqual({ received: 1, adopted: 1, resolved: 1 });

  for (const measure of MEASURES) {
    const { items } = await must(cloud, panel, 'panel.listQueue', { measure, limit: 100 });
    const { total } = await must(cloud, panel, 'panel.getQueueFigures', { measure });
    expect([measure, total, items.length]).toEqual([measure, after[measure], after[measure]]);
  }
});

test('a resident answers a question and takes a lead back before it is decided', async () => {
  const zhou = resident('zhou');
  const receipt = await submit(zhou);
  await does(liaison, 'askForSupplement', receipt, { question: '是哪一盏灯？' });
  expect(await firstOfMine(zhou)).toMatchObject({ status: 'awaitingSupplement', needsMe: true });

  const { version } = await asSeenBy(zhou, receipt);
  await must(cloud, zhou, 'resident.giveSupplement', {
    leadId: receipt.leadId,
    version,
    text: '东门口第二盏。',
  });
  expect(await asSeenBy(liaison, receipt)).toMatchObject({
    status: 'routed',
    supplements: [{ answer: '东门口第二盏。' }],
  });

  await must(cloud, zhou, 'resident.withdrawLead', { leadId: receipt.leadId, version: version + 1 });
  expect(await asSeenBy(zhou, receipt)).toMatchObject({ status: 'withdrawn', allowed: ['changeAnonymity'] });
});

const submit = (by: Person): Promise<Receipt> =>
  must(cloud, by, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });

async function firstOfMine(by: Person) {
  return (await must(cloud, by, 'resident.listMyLeads', {})).items[0];
}

function asSeenBy(
  person: typeof liaison | typeof wang,
  receipt: Receipt,
): Promise<OfficerLeadView & ResidentLeadView> {
  const isResident = person.openid?.startsWith('resident-');
  const action: ActionName = isResident ? 'resident.getMyLead' : 'staff.getLead';
  return must(cloud, person, action, { leadId: receipt.leadId }) as Promise<
    OfficerLeadView & ResidentLeadView
  >;
}

type Deed = Exclude<
  OfficerVerb,
  'getMe' | 'getDirectory' | 'listQueue' | 'getLead' | 'getStatistics' | 'checkReply'
>;
type Words<Verb extends Deed> = Omit<InputOf<`staff.${Verb}`>, 'leadId' | 'version'>;

/** An officer opens the lead, sees that the deed is allowed, and does it. */
async function does<Verb extends Deed>(
  by: Person,
  verb: Verb,
  { leadId }: Receipt,
  words: Words<Verb>,
): Promise<void> {
  const seen = await must(cloud, by, 'staff.getLead', { leadId });
  expect(seen.allowed).toContain(verb);
  const action: keyof StaffActions = `staff.${verb}`;
  const input = { leadId, version: seen.version, ...words } as unknown as InputOf<typeof action>;
  await (must(cloud, by, action, input) as Promise<OutputOf<typeof action>>);
}

async function says(
  by: Person,
  { leadId }: Receipt,
  words: { fixed: boolean; stars: number; words: string },
): Promise<void> {
  const { version } = await must(cloud, by, 'resident.getMyLead', { leadId });
  await must(cloud, by, 'resident.giveFeedback', { leadId, version, ...words });
}

async function noticesOf(person: Person) {
  return (await must(cloud, person, 'resident.listNotices', {})).items;
}

async function funnelOf(panel: Person): Promise<Statistics['funnel']> {
  return (await must(cloud, panel, 'panel.getStatistics', {})).funnel;
}

function changes(before: Statistics['funnel'], after: Statistics['funnel']): Partial<Statistics['funnel']> {
  const pairs = MEASURES.map((measure) => [measure, after[measure] - before[measure]] as const);
  return Object.fromEntries(pairs.filter(([, by]) => by !== 0));
}
