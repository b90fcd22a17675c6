import type { CommandInputs, OfficerCommand } from '@contract/commands';
import type { EnvelopeError } from '@contract/envelope';
import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, signIn, type Person } from '../support/call';
import {
  ANKANG_CODE,
  CITY_MANAGEMENT_UNIT,
  HOUSING_UNIT,
  LAMP_TEXT,
  officer,
  resident,
} from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/**
 * Somebody acts on what they saw, and the lead has moved on. Each time: a sentence that says what happened and what to
 * do, and nothing half done. Five hundred rows of which three have moved on are in queue-work.test.ts.
 */
let cloud: TestCloud;
let clerk: Person;
let secondClerk: Person;
let housing: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await signIn(cloud, officer('clerk'));
  secondClerk = await signIn(cloud, officer('secondClerk'));
  housing = await signIn(cloud, officer('housing'));
});
afterAll(() => cloud.stop());

let people = 0;
const submit = (): Promise<Receipt> => {
  people += 1;
  const input = { text: `${LAMP_TEXT}这是第 ${people} 盏。`, scene: ANKANG_CODE };
  return must(cloud, resident(`late-${people}`), 'resident.submitLead', input);
};
const writerOf = (): Person => resident(`late-${people}`);

async function does<C extends OfficerCommand>(
  who: Person,
  command: C,
  leadId: string,
  words: CommandInputs[C],
) {
  const { version } = await must(cloud, clerk, 'panel.getLead', { leadId });
  await must(cloud, who, `panel.${command}` as never, { leadId, version, ...words } as never);
}

/** The refusal of a command, which must have changed no lead at all. */
async function refused<C extends OfficerCommand>(
  who: Person,
  command: C,
  on: { leadId: string; version?: number },
  words: CommandInputs[C],
): Promise<EnvelopeError> {
  const before = JSON.stringify(await cloud.documents('leads'));
  const { leadId } = on;
  const version = on.version ?? (await must(cloud, clerk, 'panel.getLead', { leadId })).version;
  const refusal = await refusalOf(
    cloud,
    who,
    `panel.${command}` as never,
    { leadId, version, ...words } as never,
  );
  expect(JSON.stringify(await cloud.documents('leads'))).toBe(before);
  return refusal;
}

test('a stale save is told that somebody was faster, and that what was written is still there', async () => {
  const { leadId } = await submit();
  await does(secondClerk, 'acceptLead', leadId, {});
  const words = { reason: '已经有安排。', goTo: '请看公告。' };
  await does(secondClerk, 'addNote', leadId, { text: '先问问村里。' });
  expect(await refused(clerk, 'declineLead', { leadId, version: 2 }, words)).toMatchObject({
    code: 'VERSION_CONFLICT',
    message: expect.stringMatching(/刚才有人更新.*请刷新后再办.*您写的内容还在/),
  });
  await does(clerk, 'declineLead', leadId, words);
});

test('a hand-over that was returned is answered by nobody until it is handed over anew', async () => {
  const { leadId } = await submit();
  await does(clerk, 'acceptLead', leadId, {});
  await does(clerk, 'handOver', leadId, { unitId: HOUSING_UNIT, workingDays: 10 });
  await does(housing, 'returnHandOver', leadId, { reason: '背街路灯归城管局。' });
  const isReturned = { code: 'WRONG_STATE', message: expect.stringMatching(/已经退回.*重新交办/) as string };
  const reply = { text: '三盏路灯都换了新灯头，当晚试亮正常。' };
  expect(await refused(housing, 'acceptHandOver', { leadId }, {})).toMatchObject(isReturned);
  expect(await refused(housing, 'recordReply', { leadId }, reply)).toMatchObject(isReturned);
  expect(await refused(housing, 'returnHandOver', { leadId }, { reason: '再退一次。' })).toMatchObject(
    isReturned,
  );
  expect(
    await refused(clerk, 'extendDeadline', { leadId }, { workingDays: 5, reason: '下雨。' }),
  ).toMatchObject(isReturned);
  await does(clerk, 'handOver', leadId, { unitId: CITY_MANAGEMENT_UNIT, workingDays: 10 });
  // It is somebody else's now: the first unit does not even find it.
  expect(await refused(housing, 'recordReply', { leadId }, reply)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a reply to a lead that was merged is sent to the one it was merged into, the writer is told it goes on there', async () => {
  const into = await submit();
  const merged = await submit();
  await does(clerk, 'mergeLead', merged.leadId, { intoNumber: into.number, reason: '同一件事。' });
  const points = {
    code: 'WRONG_STATE',
    message: expect.stringMatching(`已经并入 ${into.number}，请到那一条上办`) as string,
  };
  expect(await refused(clerk, 'resolveLead', merged, { summary: '三盏灯都亮了。' })).toMatchObject(points);
  expect(await refused(clerk, 'recordReply', merged, { text: '三盏灯都亮了。' })).toMatchObject(points);
  const { version } = await must(cloud, writerOf(), 'resident.getMyLead', { leadId: merged.leadId });
  const says = { leadId: merged.leadId, version, text: '在东门口。' };
  expect(await refusalOf(cloud, writerOf(), 'resident.giveSupplement', says)).toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringMatching(`和 ${into.number} 合在一起办，进展会一样告诉您`) as string,
  });
});

test('a decision on a lead its writer took back is told so, and that nothing is left to do', async () => {
  const { leadId } = await submit();
  await does(clerk, 'acceptLead', leadId, {});
  await must(cloud, writerOf(), 'resident.withdrawLead', { leadId, version: 2 });
  const isGone = { code: 'WRONG_STATE', message: expect.stringMatching(/群众已经撤回.*不用再办/) as string };
  expect(await refused(clerk, 'adoptLead', { leadId }, {})).toMatchObject(isGone);
  expect(
    await refused(clerk, 'declineLead', { leadId }, { reason: '有安排。', goTo: '看公告。' }),
  ).toMatchObject(isGone);
  // Whoever still has the page open from before hears first that it changed.
  expect(await refused(clerk, 'adoptLead', { leadId, version: 2 }, {})).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
});

test('joining a lead to an issue that it cannot join leaves the other lead as it was', async () => {
  const [first, second] = [await submit(), await submit()];
  await does(clerk, 'addNote', first.leadId, { text: '记一笔。' });
  const words = { withNumber: second.number, reason: '同一个问题。' };
  expect(await refused(clerk, 'joinIssue', { leadId: first.leadId, version: 1 }, words)).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  expect(await refused(housing, 'joinIssue', { leadId: first.leadId, version: 2 }, words)).toMatchObject({
    code: 'NOT_FOUND',
  });
});
