import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRequestId } from '@shared/request-id';
import { ask, must, refusalOf, signIn, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident, type OfficerName } from '../support/county';
import { readStatistics } from '../support/figures';
import { recount, shapeOf } from '../support/recount';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

const TEXT = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。另外学校门口的校车总是超载。';
const PART = { text: '另外学校门口的校车总是超载。', categoryId: 'transport', reason: '说了两件事。' };

let cloud: TestCloud;
let clerk: Person;
const wang = resident('wang-two');
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await signIn(cloud, officer('clerk'));
});
afterAll(() => cloud.stop());

const submit = () => must(cloud, wang, 'resident.submitLead', { text: TEXT, scene: ANKANG_CODE });
const mine = async () => (await must(cloud, wang, 'resident.listMyLeads', {})).items;

test('a lead that names two problems becomes two: both numbers, both kinds of news, received once', async () => {
  const receipt = await submit();
  const split = { leadId: receipt.leadId, version: 1, ...PART };
  const view = await must(cloud, clerk, 'panel.splitLead', split);
  const [partNumber = ''] = view.partNumbers ?? [];
  expect((await mine()).map(({ number }) => number).sort()).toEqual([receipt.number, partNumber].sort());

  const row = (await must(cloud, clerk, 'panel.listQueue', { number: partNumber })).items[0];
  const part = await must(cloud, clerk, 'panel.getLead', { leadId: row?.id ?? '' });
  expect(part).toMatchObject({ text: PART.text, splitFromNumber: receipt.number, status: 'routed' });
  await must(cloud, clerk, 'panel.acceptLead', { leadId: part.id, version: 1 });

  await cloud.jobs();
  const news = (await must(cloud, wang, 'resident.listNotices', {})).items;
  expect(news.map(({ number }) => number).sort()).toEqual([receipt.number, partNumber].sort());
  const figures = await readStatistics(cloud, clerk);
  expect(figures.funnel.received).toBe(1);
  expect((await must(cloud, clerk, 'panel.getQueueFigures', {})).total).toBe(1);
  expect((await must(cloud, clerk, 'panel.listQueue', { mark: 'part' })).items).toHaveLength(1);
  expect(shapeOf(figures)).toEqual(await recount(cloud));
});

test('a retry, sent ten times at once, splits once', async () => {
  const receipt = await submit();
  const split = { leadId: receipt.leadId, version: 1, ...PART };
  const requestId = newRequestId();
  const before = (await mine()).length;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => ask(cloud, clerk, 'panel.splitLead', split, requestId)),
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect((await mine()).length).toBe(before + 1);
});

test('two people who split the same lead at once: one is told that somebody was faster, and nothing is half done', async () => {
  const receipt = await submit();
  const split = { leadId: receipt.leadId, version: 1, ...PART };
  const before = (await mine()).length;
  const answers = await Promise.all([
    ask(cloud, clerk, 'panel.splitLead', split),
    ask(cloud, officer('secondClerk'), 'staff.splitLead', split),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await mine()).length).toBe(before + 1);
});

test('words the resident did not write are refused, with the field they stand in', async () => {
  const receipt = await submit();
  const split = { leadId: receipt.leadId, version: 1, ...PART, text: '校车超载很危险。' };
  const refusal = await refusalOf(cloud, clerk, 'panel.splitLead', split);
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'text' });
});

test('an urgent call reaches the members of the group; the first to claim has it, and the desk hears how long it took', async () => {
  const receipt = await submit();
  const { leadId } = receipt;
  const call = { leadId, version: 1, groupId: 'education', reason: '今晚要有人到场。' };
  const sectors = (await must(cloud, clerk, 'panel.getDirectory', {})).sectors.map(({ id }) => id);
  const me = await must(cloud, officer('otherMember'), 'staff.getMe', {});
  const groupId = me.grants.find(({ role }) => role === 'member')?.sectorId ?? '';
  expect(sectors).toContain(groupId);
  await must(cloud, clerk, 'panel.broadcastLead', { ...call, groupId });
  await cloud.jobs();

  const notice = (await must(cloud, officer('otherMember'), 'staff.listNotices', {})).items[0];
  expect(notice).toMatchObject({ leadId, text: expect.stringContaining('今晚要有人到场') as string });
  const urgent = await must(cloud, clerk, 'panel.listQueue', { mark: 'urgent' });
  expect(urgent.items.map(({ id, broadcast }) => [id, broadcast?.claimedAfterMinutes])).toEqual([
    [leadId, null],
  ]);

  const claims = await Promise.all([
    ask(cloud, officer('otherMember'), 'staff.claimLead', { leadId, version: 2 }),
    ask(cloud, officer('liaison'), 'staff.claimLead', { leadId, version: 2 }),
  ]);
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  await cloud.jobs();
  const desk = (await must(cloud, clerk, 'panel.listNotices', {})).items;
  expect(desk.some(({ text }) => text.includes('有人认领了'))).toBe(true);
  expect((await must(cloud, clerk, 'panel.listQueue', { mark: 'urgent' })).items).toEqual([]);
});

test('what an urgent call says of somebody is looked at before it goes out; the submitter’s own never does', async () => {
  const contact = { name: '张桂兰', phone: '13900000001' };
  const input = { text: LAMP_TEXT, scene: ANKANG_CODE, contact };
  const { leadId } = await must(cloud, wang, 'resident.submitLead', input);
  const reason = '今晚到三组12号村民高明家看看，或打13900000001。';
  const { flags } = await must(cloud, clerk, 'staff.checkPublication', { leadId, title: '', text: reason });
  expect(flags.map(({ kind, words }) => `${kind} ${words}`).sort()).toEqual([
    'houseNumber 12号',
    'name 高明',
    'submitter 13900000001',
  ]);
  const call = { leadId, version: 1, groupId: '410325101', reason };
  const refusal = await refusalOf(cloud, clerk, 'staff.broadcastLead', call);
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'confirmed' });
  const confirmed = flags.map(({ words }) => words);
  const still = await refusalOf(cloud, clerk, 'staff.broadcastLead', { ...call, confirmed });
  expect(still.message).toMatch(/13900000001/);
  expect(still.message).not.toMatch(/高明/);

  const edited = { ...call, reason: '今晚到村民高明家门前的桥头看看。', confirmed: ['高明'] };
  const called = await must(cloud, clerk, 'staff.broadcastLead', edited);
  expect(called.broadcast?.reason).toBe(edited.reason);
});

test('a member called through a township finds the lead in a list of its own until somebody comes, and keeps what they came for', async () => {
  const { leadId } = await must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });
  const asked = { mark: 'called' as const };
  const listed = async (who: OfficerName) => {
    const { items } = await must(cloud, officer(who), 'staff.listQueue', asked);
    const { total, markCounts } = await must(cloud, officer(who), 'staff.getQueueFigures', asked);
    expect([who, total, markCounts.called]).toEqual([who, items.length, items.length]);
    return items.some(({ id }) => id === leadId);
  };
  const me = await must(cloud, officer('otherMember'), 'staff.getMe', {});
  const townshipId = me.grants.find(({ role }) => role === 'member')?.townshipId ?? '';
  const own = await must(cloud, officer('otherMember'), 'staff.listQueue', {});
  expect(own.items.some(({ id }) => id === leadId)).toBe(false);
  const call = { leadId, version: 1, groupId: townshipId, reason: '今晚要有人到场。' };
  await must(cloud, clerk, 'panel.broadcastLead', call);
  expect(await listed('otherMember')).toBe(true);

  await must(cloud, officer('otherMember'), 'staff.claimLead', { leadId, version: 2 });
  expect(await listed('otherMember')).toBe(true);
  for (const who of ['member', 'liaison'] as const) expect([who, await listed(who)]).toEqual([who, false]);
  await cloud.jobs();
  expect(await listed('otherMember')).toBe(true);
});

test('splitting and calling cost at most three trips to the database, a transaction counted as one', async () => {
  const receipt = await submit();
  const calls = await countCalls(cloud, () =>
    must(cloud, clerk, 'panel.broadcastLead', {
      leadId: receipt.leadId,
      version: 1,
      groupId: '410325101',
      reason: '今晚要有人到场。',
    }),
  );
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
});
