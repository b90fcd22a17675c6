import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, sendAnything, signIn, type Person } from '../support/call';
import { ANKANG_CODE, DISCIPLINE_TEXT, officer, resident } from '../support/county';
import { walkQueue } from '../support/recount';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** Leads about one problem find each other through the timer, and a clerk puts right what the machine got wrong. */
let cloud: TestCloud;
let panel: Person;
const clerk = officer('clerk');
beforeAll(async () => {
  cloud = await startTestCloud();
  panel = await signIn(cloud, clerk);
});
afterAll(() => cloud.stop());

const SMOKE = [
  '安康小区楼下烧烤店油烟扰民，半夜油烟熏得睡不着觉。',
  '安康小区楼下的烧烤店油烟扰民，天天半夜油烟往家里灌。',
  '举报安康小区烧烤店油烟扰民，半夜油烟熏得老人咳嗽。',
];
const submit = (name: string, text: string) =>
  must(cloud, resident(name), 'resident.submitLead', { text, scene: ANKANG_CODE });
const issues = async () => (await must(cloud, panel, 'panel.listIssues', {})).items;
const issueOf = async (leadId: string) =>
  (await must(cloud, panel, 'panel.getLead', { leadId })).issue ?? null;
const change = async (verb: string, leadId: string, words: object): Promise<void> => {
  const { version } = await must(cloud, panel, 'panel.getLead', { leadId });
  const request = {
    action: `panel.${verb}`,
    input: { leadId, version, ...words },
    requestId: `${verb}-${leadId}`,
  };
  expect(await sendAnything(cloud, request, panel)).toMatchObject({ ok: true });
};

test('three neighbours make one issue; its number opens its list; a fourth telling of the same person changes nothing', async () => {
  const leads = [];
  for (const [index, text] of SMOKE.entries()) leads.push(await submit(`smoke-${index}`, text));
  await submit('water', '村里自来水管冻裂了，三天没有水用。');
  await cloud.jobs();
  const [hot, ...others] = await issues();
  expect(others).toEqual([]);
  expect(hot).toMatchObject({ leads: 3, people: 3, places: 1, statuses: { routed: 3 } });
  expect(hot?.title).toMatch(/油烟/);
  const list = await walkQueue(cloud, panel, { issueId: hot?.id ?? '' });
  expect(list.ids.sort()).toEqual(leads.map(({ leadId }) => leadId).sort());

  await submit('smoke-0', SMOKE[0] ?? '');
  await cloud.jobs();
  const [again] = await issues();
  expect(again).toMatchObject({ leads: 4, people: 3 });
  expect(again?.heat).toBeLessThanOrEqual(hot?.heat ?? 0);
  const read = () => must(cloud, panel, 'panel.listIssues', {});
  await read();
  const calls = await countCalls(cloud, read);
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
});

test('a neighbour who joins in, one who withdraws and two that are merged all show in the figures', async () => {
  const [hot] = await issues();
  const { ids } = await walkQueue(cloud, panel, { issueId: hot?.id ?? '' });
  const newest = ids[0] ?? '';
  await must(cloud, resident('joins'), 'resident.cosignLead', { leadId: ids[3] ?? '' });
  await cloud.jobs();
  expect((await issues())[0]).toMatchObject({ leads: 4, people: 4 });
  const { version } = await must(cloud, panel, 'panel.getLead', { leadId: newest });
  const into = await must(cloud, panel, 'panel.getLead', { leadId: ids[1] ?? '' });
  const merge = { leadId: newest, version, intoNumber: into.number, reason: '同一件' };
  await must(cloud, panel, 'panel.mergeLead', merge);
  await cloud.jobs();
  expect((await issues())[0]).toMatchObject({ leads: 3, people: 4, statuses: { routed: 3 } });
  expect((await walkQueue(cloud, panel, { issueId: hot?.id ?? '' })).ids).not.toContain(newest);
});

test('what a clerk takes out stays out, what a clerk puts in stays in, and the log says so', async () => {
  const [hot] = await issues();
  const { ids } = await walkQueue(cloud, panel, { issueId: hot?.id ?? '' });
  const out = ids[0] ?? '';
  const keep = await must(cloud, panel, 'panel.getLead', { leadId: ids[1] ?? '' });
  await change('leaveIssue', out, { reason: '说的是另一家店' });
  await cloud.jobs();
  await cloud.jobs();
  expect(await issueOf(out)).toBeNull();
  expect((await issues())[0]).toMatchObject({ leads: 2 });
  const alien = await submit('alien', '体育馆旁边的公共厕所一直锁着不开门。');
  await cloud.jobs();
  await change('joinIssue', alien.leadId, { withNumber: keep.number, reason: '店里的脏水倒在厕所门口' });
  await cloud.jobs();
  expect(await issueOf(alien.leadId)).toMatchObject({ id: hot?.id, leads: 3 });
  const { history = [] } = await must(cloud, panel, 'panel.getLead', { leadId: alien.leadId });
  expect(history.at(-1)?.text).toContain('归入热点');
});

test('a report against an official is in no issue, and nobody without the figures reads the page', async () => {
  const secrets = [await submit('s-1', DISCIPLINE_TEXT), await submit('s-2', DISCIPLINE_TEXT)];
  await cloud.jobs();
  for (const { leadId } of secrets) expect(await issueOf(leadId)).toBeNull();
  expect(JSON.stringify(await issues())).not.toContain('贪污');
  expect((await refusalOf(cloud, officer('member'), 'staff.listIssues', {})).code).toBe('FORBIDDEN');
});
