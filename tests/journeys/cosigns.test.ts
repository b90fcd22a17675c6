import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, DISCIPLINE_TEXT, LAMP_TEXT, officer, resident } from '../support/county';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** Neighbours who join in: through the real functions, from the board to the news. */
let cloud: TestCloud;
const clerk = officer('clerk');
const [wang, sun, li] = [resident('wang'), resident('sun'), resident('li')];
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const submit = (by: Person, text = LAMP_TEXT) =>
  must(cloud, by, 'resident.submitLead', { text, scene: ANKANG_CODE });

test('a neighbour joins in from the board; the count stands everywhere, and nothing more is received', async () => {
  const { leadId } = await submit(wang);
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.adoptLead', { leadId, version: 2 });
  await must(cloud, clerk, 'staff.publishLead', { leadId, version: 3, title: '路灯', text: '在修。' });
  const before = await must(cloud, clerk, 'staff.getStatistics', {});
  const board = async (as: Person) =>
    (await must(cloud, as, 'resident.listPublished', {})).items.find(({ id }) => id === leadId);
  expect(await board(sun)).toMatchObject({ cosigns: 0, cosign: 'possible' });

  const calls = await countCalls(cloud, () => must(cloud, sun, 'resident.cosignLead', { leadId }));
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
  await must(cloud, li, 'resident.cosignLead', { leadId });
  expect(await board(sun)).toMatchObject({ cosigns: 2, cosign: 'given' });
  expect(await board(wang)).toMatchObject({ cosigns: 2, cosign: 'none' });
  expect((await must(cloud, wang, 'resident.getMyLead', { leadId })).cosigns).toBe(2);
  expect((await must(cloud, clerk, 'staff.listQueue', {})).items[0]).toMatchObject({
    id: leadId,
    cosigns: 2,
  });

  // The clerk looked at the lead before the neighbours came, and may still act on it.
  await must(cloud, clerk, 'staff.resolveLead', { leadId, version: 4, summary: '修好了。' });
  await cloud.jobs();
  const { items } = await must(cloud, sun, 'resident.listNotices', {});
  expect(items.map(({ leadId: of, joined }) => [of, joined])).toEqual([[leadId, true]]);
  expect((await must(cloud, clerk, 'staff.getStatistics', {})).funnel.received).toBe(before.funnel.received);
});

test('the same request again, and two at once, are one co-sign; taken back it is gone', async () => {
  const { leadId } = await submit(wang);
  const join = () => ask(cloud, sun, 'resident.cosignLead', { leadId }, 'one-request-of-sun');
  await Promise.all([join(), join(), must(cloud, li, 'resident.cosignLead', { leadId })]);
  expect(await join()).toMatchObject({ ok: true, data: { cosigns: 2, cosign: 'given' } });
  expect(await must(cloud, sun, 'resident.withdrawCosign', { leadId })).toMatchObject({
    cosigns: 1,
    cosign: 'possible',
  });
});

test('nobody joins in their own lead, in a secret one, or in one that does not exist', async () => {
  const [own, secret] = [await submit(wang), await submit(wang, DISCIPLINE_TEXT)];
  const refused = (by: Person, leadId: string) => refusalOf(cloud, by, 'resident.cosignLead', { leadId });
  expect((await refused(wang, own.leadId)).code).toBe('WRONG_STATE');
  expect((await refused(sun, secret.leadId)).code).toBe('NOT_FOUND');
  expect((await refused(sun, 'L-nowhere')).code).toBe('NOT_FOUND');
});

test('who joined in is in no log and no document by their openid', async () => {
  const everything = [await cloud.snapshot(), cloud.logs()].join('\n');
  expect(everything).toContain('CosignAdded');
  expect(everything).not.toContain(sun.openid);
});
