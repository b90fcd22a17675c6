import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusalOf, type Person } from '../support/call';
import {
  ANKANG_CODE,
  CITY_MANAGEMENT_UNIT,
  HOUSING_UNIT,
  LAMP_TEXT,
  officer,
  resident,
} from '../support/county';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** A reply is looked at before it is sent, by the unit that writes it and by the staff who release it. */
let cloud: TestCloud;
const [clerk, liaison, housing] = [officer('clerk'), officer('liaison'), officer('housing')];
const POND_TEXT = '田湖村口的水塘护栏断了三根，孩子们天天在塘边玩，太危险。';
const POND_REPLY = '田湖村口水塘的护栏断了三根，已经焊好并加高，塘边立了警示牌。';
const LAMP_REPLY = '安康社区门口的路灯已换灯头三个，当晚亮灯。';
const STOCK = '您反映的问题已转有关部门处理，请耐心等待。';

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

let people = 0;
/** A lead handed to a unit; its id and the version to go on with. */
async function handed(
  text: string,
  unitId: string = HOUSING_UNIT,
): Promise<{ leadId: string; version: number; number: string }> {
  const by = resident(`reply-${(people += 1)}`);
  const { leadId, number } = await must(cloud, by, 'resident.submitLead', { text, scene: ANKANG_CODE });
  await must(cloud, liaison, 'staff.acceptLead', { leadId, version: 1 });
  const lead = await must(cloud, clerk, 'staff.handOver', { leadId, version: 2, unitId, workingDays: 10 });
  return { leadId, number, version: lead.version };
}

const kindsOf = (doubts: { kind: string }[] | undefined) => doubts?.map(({ kind }) => kind);
const checked = async (by: Person, leadId: string, text: string) =>
  (await must(cloud, by, 'staff.checkReply', { leadId, text })).doubts;

test('a reply that tells what was done goes through, and nobody hears of a check', async () => {
  const { leadId, version } = await handed(LAMP_TEXT);
  expect(await checked(housing, leadId, LAMP_REPLY)).toEqual([]);
  const lead = await must(cloud, housing, 'staff.recordReply', { leadId, version, text: LAMP_REPLY });
  expect(lead.reply).toMatchObject({ text: LAMP_REPLY });
  expect(lead.reply).not.toHaveProperty('overruleNote');
});

describe('a reply that only acknowledges', () => {
  test('is refused with the doubt in words, again and again under one request id, and changes nothing', async () => {
    const { leadId, version } = await handed(LAMP_TEXT);
    const before = await cloud.snapshot();
    const input = { leadId, version, text: STOCK };
    const refusal = await refusalOf(cloud, housing, 'staff.recordReply', input, 'reply-request-1');
    expect(refusal.code).toBe('REPLY_DOUBTFUL');
    expect(kindsOf(refusal.doubts)).toEqual(['explainsNothing']);
    expect(await refusalOf(cloud, housing, 'staff.recordReply', input, 'reply-request-1')).toEqual(refusal);
    expect(await checked(housing, leadId, STOCK)).toEqual(refusal.doubts);
    expect(await cloud.snapshot()).toBe(before);
  });

  test('goes through with a reason, which staff read before they release it and residents never', async () => {
    const { leadId, version } = await handed(LAMP_TEXT);
    const overruleNote = '配件路上，先回一声。';
    const input = { leadId, version, text: STOCK, overruleNote };
    const first = await must(cloud, housing, 'staff.recordReply', input, 'reply-request-2');
    expect(await must(cloud, housing, 'staff.recordReply', input, 'reply-request-2')).toEqual(first);

    const toStaff = await must(cloud, clerk, 'staff.getLead', { leadId });
    expect(toStaff.reply).toMatchObject({ text: STOCK, overruleNote });
    expect(JSON.stringify(toStaff.history)).toContain(overruleNote);

    const release = { leadId, version: first.version, summary: STOCK };
    expect((await refusalOf(cloud, clerk, 'staff.resolveLead', release)).code).toBe('REPLY_DOUBTFUL');
    await must(cloud, clerk, 'staff.resolveLead', { ...release, overruleNote: '已电话说明。' });
    const documents = await cloud.documents('leads');
    const document = documents.find(({ _id }) => _id === leadId);
    const by = { openid: String(document?.['reporterKey']) };
    const toResident = JSON.stringify(await must(cloud, by, 'resident.getMyLead', { leadId }));
    expect(toResident).toContain(STOCK);
    expect(toResident).not.toContain(overruleNote);
    expect(toResident).not.toContain('已电话说明');
    const toLeader = JSON.stringify(await must(cloud, officer('leader'), 'staff.getLead', { leadId }));
    expect(toLeader).not.toContain(overruleNote);
  });

  test('is refused when a matter is resolved or found unresolvable, too', async () => {
    const { leadId, version } = await handed(LAMP_TEXT);
    const resolve = { leadId, version, summary: '已转办。' };
    expect((await refusalOf(cloud, clerk, 'staff.resolveLead', resolve)).code).toBe('REPLY_DOUBTFUL');
    const giveUp = { leadId, version, reason: '正在研究。', whatWouldChange: '等上级通知。' };
    expect((await refusalOf(cloud, clerk, 'staff.markUnresolvable', giveUp)).code).toBe('REPLY_DOUBTFUL');
    const honest = {
      leadId,
      version,
      reason: '这段路没有电源，接一根线要四万元，今年的预算已经用完。',
      whatWouldChange: '已报明年预算，三月批下来就装。',
    };
    await must(cloud, clerk, 'staff.markUnresolvable', honest);
  });
});

test('a reply pasted from another lead of the same unit is told by that lead’s number', async () => {
  const pond = await handed(POND_TEXT);
  const lamp = await handed(LAMP_TEXT);
  const refusal = await refusalOf(cloud, housing, 'staff.recordReply', { ...on(lamp), text: POND_REPLY });
  expect(kindsOf(refusal.doubts)).toEqual(['fitsAnother']);
  expect(refusal.doubts?.[0]?.sentence).toContain(pond.number);
  expect(kindsOf(await checked(housing, pond.leadId, POND_REPLY))).toEqual([]);
});

test('a sentence already said elsewhere is told as such, without the number of a lead of another unit', async () => {
  const sentence = '施工队已经进场，铺设新管线，计划六月二十日完工。';
  const elsewhere = await handed('学校门口的校车总是超载。', CITY_MANAGEMENT_UNIT);
  await must(cloud, officer('cityManagement'), 'staff.recordReply', { ...on(elsewhere), text: sentence });
  const lamp = await handed(LAMP_TEXT);
  const [toUnit] = await checked(housing, lamp.leadId, `您好！${sentence}`);
  expect(toUnit?.kind).toBe('repeatsStock');
  expect(toUnit?.sentence).not.toContain(elsewhere.number);
  const [toStaff] = await checked(clerk, lamp.leadId, sentence);
  expect(toStaff?.sentence).toContain(elsewhere.number);
});

test('only those who may answer a lead may have a reply to it checked', async () => {
  const { leadId } = await handed(LAMP_TEXT);
  const ask = { leadId, text: LAMP_REPLY };
  expect((await refusalOf(cloud, officer('transport'), 'staff.checkReply', ask)).code).toBe('NOT_FOUND');
  expect((await refusalOf(cloud, liaison, 'staff.checkReply', ask)).code).toBe('FORBIDDEN');
  expect((await refusalOf(cloud, resident('x'), 'staff.checkReply', ask)).code).toBe('FORBIDDEN');
});

test('answering takes three calls to the database, and checking two', async () => {
  const { leadId, version } = await handed(LAMP_TEXT);
  const calls = async (work: () => Promise<unknown>) =>
    Object.values(await countCalls(cloud, work)).reduce((sum, count) => sum + count, 0);
  await checked(housing, leadId, LAMP_REPLY);
  expect(await calls(() => checked(housing, leadId, LAMP_REPLY))).toBeLessThanOrEqual(2);
  const reply = () => must(cloud, housing, 'staff.recordReply', { leadId, version, text: LAMP_REPLY });
  expect(await calls(reply)).toBeLessThanOrEqual(3);
});

const on = ({ leadId, version }: { leadId: string; version: number }) => ({ leadId, version });
