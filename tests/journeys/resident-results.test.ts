import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, HOUSING_UNIT, LAMP_TEXT, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** What a resident can do once a matter is under way: chase it, change who sees them, say what became of it. */
let cloud: TestCloud;
const clerk = officer('clerk');
const CONTACT = { name: '欧阳标记', phone: '13900000042' };
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const submit = (who: Person, more: object = {}): Promise<Receipt> =>
  must(cloud, who, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE, contact: CONTACT, ...more });

/** Makes the date of a lead pass, as if it had been accepted long ago, and lets the timer see it. */
async function letDatePass(leadId: string): Promise<void> {
  const store = new DocumentStore(cloud.sdk().database());
  const document = await store.get('leads', leadId);
  const lead = document?.['lead'] as { clock: { startedAt: string } };
  lead.clock.startedAt = '2026-01-05T02:00:00.000Z';
  await store.change('leads', { _id: leadId }, { lead, nextDueAt: '2026-01-07T10:00:00.000Z' });
  await cloud.jobs();
}

test('a resident chases once a date has passed, once for each date, and both the owner and the desk are told', async () => {
  const wang = resident('wang-chases');
  const { leadId, number } = await submit(wang);
  const early = await must(cloud, wang, 'resident.getMyLead', { leadId });
  expect(early.allowed).not.toContain('chaseLead');
  const tooEarly = { leadId, version: early.version };
  expect(await refusalOf(cloud, wang, 'resident.chaseLead', tooEarly)).toMatchObject({ code: 'WRONG_STATE' });

  await letDatePass(leadId);
  const late = await must(cloud, wang, 'resident.getMyLead', { leadId });
  expect(late.allowed).toContain('chaseLead');
  expect(late.next).toMatch(/本来该在.*（星期.）.*是我们晚了.*城关镇的联络员/);
  expect(await refusalOf(cloud, resident('somebody'), 'resident.chaseLead', tooEarly)).toMatchObject({
    code: 'NOT_FOUND',
  });
  const chase = { leadId, version: late.version };
  const [once, again] = await Promise.all(
    [1, 2].map(() => must(cloud, wang, 'resident.chaseLead', chase, 'the-same-chase')),
  );
  expect(again?.version).toBe(once?.version);
  expect(once?.allowed).not.toContain('chaseLead');
  expect(once?.timeline.filter(({ event }) => event === 'LeadChased')).toHaveLength(1);
  expect(
    await refusalOf(cloud, wang, 'resident.chaseLead', { leadId, version: once?.version ?? 0 }),
  ).toMatchObject({ code: 'WRONG_STATE' });

  await cloud.jobs();
  for (const person of [officer('liaison'), clerk]) {
    const { items } = await must(cloud, person, 'staff.listNotices', {});
    const told = items.filter((notice) => notice.number === number && notice.text.startsWith('群众在催'));
    expect(told).toHaveLength(1);
  }
  const queue = await must(cloud, clerk, 'staff.listQueue', { mark: 'chased' });
  expect(queue.items.map(({ id, chased }) => [id, chased])).toEqual([[leadId, true]]);
  // Whoever was about to accept it need not look again; the new date is not chased yet.
  const accepted = await must(cloud, clerk, 'staff.acceptLead', { leadId, version: late.version });
  expect(accepted.status).toBe('accepted');
  expect((await must(cloud, clerk, 'staff.listQueue', { mark: 'chased' })).items).toEqual([]);
});

test('who sees the resident changes at every reader from then on, both ways, and past readers are told honestly', async () => {
  const li = resident('li-hides');
  const { leadId } = await submit(li, { anonymity: 'open' });
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.handOver', { leadId, version: 2, unitId: HOUSING_UNIT, workingDays: 10 });
  const housing = officer('housing');
  const reveal = { leadId, version: 3, reason: '上门看现场前打个电话' };
  expect((await must(cloud, housing, 'staff.revealContact', reveal)).contact).toEqual(CONTACT);

  const before = await must(cloud, li, 'resident.getMyLead', { leadId });
  expect(before.contactReadings).toMatchObject([{ reason: '上门看现场前打个电话' }]);
  expect(before.contactReadings[0]?.office).toMatch(/^部门（.*住房/);
  expect(JSON.stringify(before.contactReadings)).not.toContain('o01');
  const hide = { leadId, version: before.version, anonymity: 'committeeOnly' } as const;
  const hidden = await must(cloud, li, 'resident.changeAnonymity', hide);
  expect(hidden.anonymity).toBe('committeeOnly');
  expect(hidden.contactReadings).toEqual(before.contactReadings);

  for (const person of [housing, officer('liaison')]) {
    const seen = await must(cloud, person, 'staff.getLead', { leadId });
    expect([seen.contactMasked, seen.allowed.includes('revealContact')]).toEqual(['', false]);
    const refused = await refusalOf(cloud, person, 'staff.revealContact', {
      ...reveal,
      version: seen.version,
    });
    expect(refused.code).toBe('FORBIDDEN');
  }
  const again = { ...hide, version: hidden.version };
  expect((await refusalOf(cloud, li, 'resident.changeAnonymity', again)).code).toBe('INVALID_INPUT');
  const open = { ...again, anonymity: 'open' } as const;
  await must(cloud, li, 'resident.changeAnonymity', open);
  expect((await must(cloud, housing, 'staff.getLead', { leadId })).contactMasked).not.toBe('');
  // Somebody else's is nobody's to change.
  expect((await refusalOf(cloud, resident('thief'), 'resident.changeAnonymity', open)).code).toBe(
    'NOT_FOUND',
  );
});

test('what became of it is said with reasons and thanks: the unit and the committee read the thanks, others do not', async () => {
  const zhao = resident('zhao-thanks');
  const { leadId } = await submit(zhao);
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.handOver', { leadId, version: 2, unitId: HOUSING_UNIT, workingDays: 10 });
  const summary = '3月12日住建局给安康社区门口换了三盏路灯，当晚试亮正常。';
  await must(cloud, clerk, 'staff.resolveLead', { leadId, version: 3, summary });
  const waits = async () =>
    (await must(cloud, zhao, 'resident.listMyLeads', {})).items
      .filter(({ needsMe }) => needsMe)
      .map(({ id }) => id);
  expect(await waits()).toEqual([leadId]);
  const said = { fixed: true, stars: 5, reasons: ['quick', 'soundWork'] as const, thanks: '师傅们辛苦了' };
  const mine = await must(cloud, zhao, 'resident.giveFeedback', {
    leadId,
    version: 4,
    ...said,
    reasons: [...said.reasons],
  });
  expect(mine.feedback).toMatchObject([said]);
  expect(await waits()).toEqual([]);
  for (const person of [officer('housing'), clerk]) {
    expect(JSON.stringify(await must(cloud, person, 'staff.getLead', { leadId }))).toContain('师傅们辛苦了');
  }
  for (const person of [officer('liaison'), officer('leader')]) {
    expect(JSON.stringify(await must(cloud, person, 'staff.getLead', { leadId }))).not.toContain(
      '师傅们辛苦了',
    );
  }
});

test('"not fixed" needs one reason, a tap is enough, and it opens the matter again with that reason', async () => {
  const sun = resident('sun-again');
  const { leadId } = await submit(sun);
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  const summary = '3月12日住建局给安康社区门口换了三盏路灯，当晚试亮正常。';
  await must(cloud, clerk, 'staff.resolveLead', { leadId, version: 2, summary });
  const bare = { leadId, version: 3, fixed: false, stars: 1 };
  expect(await refusalOf(cloud, sun, 'resident.giveFeedback', bare)).toMatchObject({ field: 'words' });
  const tapped = { ...bare, reasons: ['cameBack' as const] };
  const reopened = await must(cloud, sun, 'resident.giveFeedback', tapped);
  expect(reopened.status).toBe('reopened');
  expect(reopened.timeline.at(-1)?.text).toMatch(/按您说的，重新办，最晚.*（星期.）给您回音。好了又坏了/);
  const stolen = { ...tapped, version: reopened.version, evidence: ['cloud://local/evidence/abc/x.jpg'] };
  expect(await refusalOf(cloud, sun, 'resident.giveFeedback', stolen)).toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('who was merged reads which number goes on and how it stands; the other’s words stay the other’s', async () => {
  const [first, second] = [resident('main-voice'), resident('second-voice')];
  const main = await submit(first, { text: `${LAMP_TEXT}只有我这样写。` });
  const double = await submit(second);
  const merge = { leadId: double.leadId, version: 1, intoNumber: main.number, reason: '同一件事' };
  await must(cloud, clerk, 'staff.mergeLead', merge);
  const main2 = await must(cloud, clerk, 'staff.getLead', { leadId: main.leadId });
  await must(cloud, clerk, 'staff.acceptLead', { leadId: main.leadId, version: main2.version });
  const seen = await must(cloud, second, 'resident.getMyLead', { leadId: double.leadId });
  expect(seen.goesOn).toMatchObject({ number: main.number, status: 'accepted' });
  expect(seen.goesOn?.next).toMatch(/最晚.*（星期.）/);
  expect(JSON.stringify(seen)).not.toContain('只有我这样写');
});
