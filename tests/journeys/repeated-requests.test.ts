import type { SubmitLeadInput } from '@contract/commands';
import type { Receipt } from '@contract/lead-views';
import { newRequestId } from '@shared/request-id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, must, readEnvelope, refusalOf, send, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const SUBMISSION: SubmitLeadInput = {
  text: LAMP_TEXT,
  scene: ANKANG_CODE,
  contact: { name: '王小明', phone: '13812345678' },
};
const sendSubmission = (as: Person, requestId: string, input: SubmitLeadInput = SUBMISSION) =>
  send(cloud, 'resident', JSON.stringify({ action: 'resident.submitLead', input, requestId }), as);
const leadsOf = async (person: Person) => (await must(cloud, person, 'resident.listMyLeads', {})).items;

describe('the same submission sent again', () => {
  test('one after the other is one lead and the same bytes', async () => {
    const wang = resident('again');
    const requestId = newRequestId();
    const first = await sendSubmission(wang, requestId);
    const second = await sendSubmission(wang, requestId);
    expect(second.text).toBe(first.text);
    expect(await leadsOf(wang)).toHaveLength(1);
  });

  test('sixteen times at once is one lead and sixteen times the same bytes', async () => {
    const wang = resident('at-once');
    const requestId = newRequestId();
    const answers = await Promise.all(Array.from({ length: 16 }, () => sendSubmission(wang, requestId)));
    const [one] = answers;
    expect(readEnvelope(one?.text ?? '').ok).toBe(true);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await leadsOf(wang)).toHaveLength(1);
  });

  test('with its fields in another order is still the same', async () => {
    const wang = resident('order');
    const requestId = newRequestId();
    const first = await sendSubmission(wang, requestId);
    const reversed = Object.fromEntries(Object.entries(SUBMISSION).reverse()) as unknown as SubmitLeadInput;
    expect((await sendSubmission(wang, requestId, reversed)).text).toBe(first.text);
  });

  test('after staff went on with the lead still gives the first receipt', async () => {
    const wang = resident('later');
    const requestId = newRequestId();
    const first = await sendSubmission(wang, requestId);
    const { leadId } = (readEnvelope(first.text) as { data: Receipt }).data;
    await must(cloud, officer('liaison'), 'staff.acceptLead', { leadId, version: 1 });
    expect((await sendSubmission(wang, requestId)).text).toBe(first.text);
    expect(await must(cloud, wang, 'resident.getMyLead', { leadId })).toMatchObject({ status: 'accepted' });
  });

  test('with other words is refused and changes nothing', async () => {
    const wang = resident('changed');
    const requestId = newRequestId();
    await sendSubmission(wang, requestId);
    const before = await cloud.snapshot();
    const changes: Partial<SubmitLeadInput>[] = [
      { text: `${LAMP_TEXT}。` },
      { placeNote: '东门' },
      { anonymity: 'open' },
      { contact: { name: '王小明', phone: '13812345679' } },
      { scene: undefined },
    ];
    for (const change of changes) {
      const refusal = await refusalOf(
        cloud,
        wang,
        'resident.submitLead',
        { ...SUBMISSION, ...change },
        requestId,
      );
      expect(refusal.code).toBe('REQUEST_ID_REUSED');
    }
    expect(await cloud.snapshot()).toBe(before);
  });

  test('by somebody else is another lead', async () => {
    const requestId = newRequestId();
    const mine = await must(cloud, resident('one'), 'resident.submitLead', SUBMISSION, requestId);
    const theirs = await must(cloud, resident('two'), 'resident.submitLead', SUBMISSION, requestId);
    expect(theirs.leadId).not.toBe(mine.leadId);
    expect(theirs.number).not.toBe(mine.number);
  });
});

describe('the same command sent again', () => {
  test('by staff changes nothing and answers with the lead as it stands', async () => {
    const { leadId } = await must(cloud, resident('command'), 'resident.submitLead', SUBMISSION);
    const requestId = newRequestId();
    const accepted = await must(
      cloud,
      officer('clerk'),
      'staff.acceptLead',
      { leadId, version: 1 },
      requestId,
    );
    const before = await cloud.snapshot();
    const again = await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version: 1 }, requestId);
    expect(again).toEqual(accepted);
    expect(await cloud.snapshot()).toBe(before);
  });

  test('eight times at once happens once, and nobody is told of a conflict', async () => {
    const { leadId } = await must(cloud, resident('command-at-once'), 'resident.submitLead', SUBMISSION);
    const requestId = newRequestId();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version: 1 }, requestId),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const after = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    expect(after).toMatchObject({ version: 2, status: 'accepted' });
    expect(after.history?.filter(({ event }) => event === 'LeadAccepted')).toHaveLength(1);
  });

  test('by the resident changes nothing', async () => {
    const chen = resident('withdraws');
    const { leadId } = await must(cloud, chen, 'resident.submitLead', SUBMISSION);
    const requestId = newRequestId();
    const withdrawn = await must(cloud, chen, 'resident.withdrawLead', { leadId, version: 1 }, requestId);
    expect(await must(cloud, chen, 'resident.withdrawLead', { leadId, version: 1 }, requestId)).toEqual(
      withdrawn,
    );
  });

  test('to merge two leads changes neither of them', async () => {
    const clerk = officer('clerk');
    const main = await must(cloud, resident('merge-one'), 'resident.submitLead', SUBMISSION);
    const other = await must(cloud, resident('merge-two'), 'resident.submitLead', SUBMISSION);
    const requestId = newRequestId();
    const merge = { leadId: other.leadId, version: 1, intoNumber: main.number, reason: '同一盏灯' };
    await must(cloud, clerk, 'staff.mergeLead', merge, requestId);
    const before = await cloud.snapshot();
    expect(await must(cloud, clerk, 'staff.mergeLead', merge, requestId)).toMatchObject({ status: 'merged' });
    expect(await cloud.snapshot()).toBe(before);
  });

  test('with anything else under its id is refused: an old deed is no licence for another', async () => {
    const wang = resident('licence');
    const { leadId } = await must(cloud, wang, 'resident.submitLead', SUBMISSION);
    const requestId = newRequestId();
    await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version: 1 }, requestId);
    const reveal = { leadId, version: 2, reason: '想看看' };
    const refused = await ask(cloud, officer('clerk'), 'staff.revealContact', reveal, requestId);
    expect(refused).toMatchObject({ ok: false, error: { code: 'REQUEST_ID_REUSED' } });
    const lead = await must(cloud, wang, 'resident.getMyLead', { leadId });
    expect(lead).toMatchObject({ version: 2, contactReveals: 0 });
  });
});

describe('several people at once', () => {
  test('of eight staff who adopt one lead, one wins, one event is written and seven are told why not', async () => {
    const { leadId } = await must(cloud, resident('race'), 'resident.submitLead', SUBMISSION);
    const staff = [officer('clerk'), officer('secondClerk'), officer('director')];
    await must(cloud, officer('liaison'), 'staff.acceptLead', { leadId, version: 1 });

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        ask(cloud, staff[index % staff.length] ?? {}, 'staff.adoptLead', {
          leadId,
          version: 2,
          note: `第${index}位`,
        }),
      ),
    );

    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(refusals).toHaveLength(7);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['VERSION_CONFLICT']));
    expect(refusals[0]?.message).toContain('刚才有人更新了');
    const [document] = (await cloud.documents('leads')).filter(({ _id }) => _id === leadId);
    const events = document?.['events'] as { event: { type: string } }[];
    expect(events.map(({ event }) => event.type)).toEqual([
      'LeadSubmitted',
      'LeadRouted',
      'LeadAccepted',
      'LeadAdopted',
    ]);
    expect(document?.['version']).toBe(3);
  });

  test('of a resident who withdraws and staff who adopt, one is refused', async () => {
    const liu = resident('race-withdraw');
    const { leadId } = await must(cloud, liu, 'resident.submitLead', SUBMISSION);
    await must(cloud, officer('liaison'), 'staff.acceptLead', { leadId, version: 1 });
    const [withdrawn, adopted] = await Promise.all([
      ask(cloud, liu, 'resident.withdrawLead', { leadId, version: 2 }),
      ask(cloud, officer('clerk'), 'staff.adoptLead', { leadId, version: 2 }),
    ]);
    expect([withdrawn.ok, adopted.ok].filter(Boolean)).toHaveLength(1);
    const { status } = await must(cloud, liu, 'resident.getMyLead', { leadId });
    expect(status).toBe(withdrawn.ok ? 'withdrawn' : 'adopted');
  });

  test('two leads that are merged into each other at once end with one main lead', async () => {
    const clerk = officer('clerk');
    const one = await must(cloud, resident('cross-one'), 'resident.submitLead', SUBMISSION);
    const two = await must(cloud, resident('cross-two'), 'resident.submitLead', SUBMISSION);
    const merge = (from: Receipt, into: Receipt) =>
      ask(cloud, clerk, 'staff.mergeLead', {
        leadId: from.leadId,
        version: 1,
        intoNumber: into.number,
        reason: '同一件事',
      });
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const statuses = [];
    for (const { leadId } of [one, two])
      statuses.push((await must(cloud, clerk, 'staff.getLead', { leadId })).status);
    expect(statuses.sort()).toEqual(['merged', 'routed']);
  });
});
