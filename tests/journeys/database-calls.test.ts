import type { StaffActions } from '@contract/actions';
import type { OfficerCommand } from '@contract/commands';
import { QUEUE_GROUPS } from '@contract/statistics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, sendAnything, signIn, type Person } from '../support/call';
import {
  ANKANG_CODE,
  CHENGGUAN,
  HOUSING_UNIT,
  LAMP_TEXT,
  officer,
  resident,
  type OfficerName,
} from '../support/county';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** How often each action calls the database: that is what the cloud bills and what the person waits for. */
let cloud: TestCloud;
let panel: Person;
const wang = resident('wang');
beforeAll(async () => {
  cloud = await startTestCloud({ env: { FUNCTION_INSTANCES: '1' } });
  panel = await signIn(cloud, officer('clerk'));
  // Warm: the directory and the callers are known to the running functions.
  await submit();
  await must(cloud, panel, 'panel.listQueue', {});
  for (const name of ['clerk', 'liaison', 'housing'] as const)
    await must(cloud, officer(name), 'staff.listQueue', {});
});
afterAll(() => cloud.stop());

let people = 0;
const somebodyNew = (): Person => resident(`person-${(people += 1)}`);
const contact = { phone: '13812345678' };
const submit = () =>
  must(cloud, somebodyNew(), 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE, contact });

/** Calls to the database that the work took. */
async function callsOf(work: () => Promise<unknown>): Promise<number> {
  const calls = await countCalls(cloud, work);
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** The same for reading: twice, because what a function remembers of the caller may just have run out. */
async function callsOfReading(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await callsOf(work), await callsOf(work));
}

test('submitting takes one call, two by a scanned code, and at most three for somebody who submits often', async () => {
  const unscanned = () => must(cloud, somebodyNew(), 'resident.submitLead', { text: LAMP_TEXT, contact });
  expect(await callsOf(unscanned)).toBe(1);
  expect(await callsOf(submit)).toBe(2);
  const often = () => must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT });
  for (let time = 0; time < 6; time += 1) expect(await callsOf(often)).toBeLessThanOrEqual(3);
});

test('the rows of a queue take one call and its figures another, whatever the filter', async () => {
  const filters = [
    {},
    { status: 'routed' },
    { measure: 'adopted' as const },
    { dimension: 'township' as const, dimensionId: '410325100' },
    ...QUEUE_GROUPS.map((group) => ({ group })),
    { group: 'mine' as const, sort: 'newest' as const },
    { group: 'late' as const, status: 'routed', dimension: 'category' as const, dimensionId: 'transport' },
    {
      status: 'routed',
      measure: 'adopted' as const,
      dimension: 'township' as const,
      dimensionId: '410325100',
    },
  ];
  for (const filter of filters) {
    expect(await callsOfReading(() => must(cloud, panel, 'panel.listQueue', filter))).toBe(1);
    expect(await callsOfReading(() => must(cloud, panel, 'panel.getQueueFigures', filter))).toBe(1);
    const own = officer('liaison');
    expect(await callsOfReading(() => must(cloud, own, 'staff.listQueue', filter))).toBe(1);
    expect(await callsOfReading(() => must(cloud, own, 'staff.getQueueFigures', filter))).toBe(1);
  }
});

test('the statistics page takes two calls, and so does any period; its codes take one more, and so does a page of rows for a file', async () => {
  for (const input of [{}, { period: '2026-03' }, { period: '2026' }])
    expect(await callsOfReading(() => must(cloud, panel, 'panel.getStatistics', input))).toBe(2);
  for (const input of [{}, { period: '2026' }])
    expect(await callsOfReading(() => must(cloud, panel, 'panel.getCodeFigures', input))).toBe(1);
  for (const input of [{}, { measure: 'adopted' as const, period: '2026-Q1' }])
    expect(await callsOfReading(() => must(cloud, panel, 'panel.readRows', input))).toBe(1);
});

test('reading takes at most two calls, whatever is read', async () => {
  const { leadId, number, trackingCode } = await submit();
  const reads: [Person, string, object][] = [
    [wang, 'resident.getHome', {}],
    [wang, 'resident.getIntake', { scene: ANKANG_CODE }],
    [wang, 'resident.getRetention', {}],
    [wang, 'resident.listMyLeads', {}],
    [wang, 'resident.listPublished', {}],
    [wang, 'resident.listPublished', { words: '路灯', state: 'solved' }],
    [wang, 'resident.getNeighbourhood', { placeId: CHENGGUAN }],
    [wang, 'resident.listNotices', {}],
    [panel, 'panel.getLead', { leadId }],
    [panel, 'panel.getMe', {}],
    [panel, 'panel.getDirectory', {}],
  ];
  for (const [person, action, input] of reads) {
    const calls = await callsOfReading(async () =>
      expect((await sendAnything(cloud, { action, input }, person)).ok).toBe(true),
    );
    expect([action, calls <= 2]).toEqual([action, true]);
  }
  const track = () => must(cloud, wang, 'resident.trackLead', { number, trackingCode });
  expect(await callsOfReading(track)).toBeLessThanOrEqual(2);
});

describe('every command of staff takes at most three calls', () => {
  type Step = [by: OfficerName, command: OfficerCommand, words: object];
  const walks: Record<string, Step[]> = {
    'accepted to closed': [
      ['liaison', 'acceptLead', {}],
      ['clerk', 'rerouteLead', { categoryId: 'transport', reason: '归交通' }],
      ['clerk', 'revealContact', { reason: '核实' }],
      ['clerk', 'adoptLead', {}],
      [
        'clerk',
        'holdConsultation',
        { heldOn: '2026-01-31', place: '会议室', participants: '各方', conclusion: '尽快修' },
      ],
      ['clerk', 'handOver', { unitId: HOUSING_UNIT, workingDays: 10 }],
      ['housing', 'returnHandOver', { reason: '不归我们' }],
      ['clerk', 'handOver', { unitId: HOUSING_UNIT, workingDays: 10 }],
      ['housing', 'acceptHandOver', {}],
      ['housing', 'askExtension', { workingDays: 5, reason: '等配件' }],
      ['clerk', 'refuseExtension', { reason: '先修一盏' }],
      ['housing', 'askExtension', { workingDays: 5, reason: '下雨' }],
      ['clerk', 'extendDeadline', { workingDays: 5, reason: '下雨' }],
      ['housing', 'recordReply', { text: '已经修好' }],
      ['clerk', 'resolveLead', { summary: '修好了' }],
      ['clerk', 'publishLead', { title: '路灯亮了', text: '修好了' }],
      ['clerk', 'reopenLead', { reason: '又坏了' }],
      [
        'clerk',
        'markUnresolvable',
        { reason: '缺一个变压器备件', whatWouldChange: '厂家六月发货，货到就换' },
      ],
      ['clerk', 'closeLead', { reason: '办结' }],
      ['clerk', 'addNote', { text: '备注' }],
    ],
    'claimed to declined': [
      ['liaison', 'claimLead', {}],
      ['liaison', 'recordVisit', { text: '去看了' }],
      ['liaison', 'acceptLead', {}],
      ['clerk', 'declineLead', { reason: '已有安排', goTo: '看公告' }],
    ],
    'asked back': [['clerk', 'askForSupplement', { question: '在哪里' }]],
    'out of scope': [['clerk', 'markOutOfScope', { door: 'court', note: '归法院' }]],
  };

  test.each(Object.entries(walks))('%s', async (_name, steps) => {
    const { leadId } = await submit();
    for (const [index, [by, command, words]] of steps.entries()) {
      const action: keyof StaffActions = `staff.${command}`;
      const request = {
        action,
        input: { leadId, version: index + 1, ...words },
        requestId: `calls-${leadId}-${index}`,
      };
      const calls = await callsOf(async () =>
        expect(await sendAnything(cloud, request, officer(by))).toMatchObject({ ok: true }),
      );
      expect([command, calls <= 3]).toEqual([command, true]);
    }
  });

  test('merging is a transaction over two leads and takes as many calls as it needs', async () => {
    const [main, other] = [await submit(), await submit()];
    const input = { leadId: other.leadId, version: 1, intoNumber: main.number, reason: '同一件事' };
    const merge = () => must(cloud, officer('clerk'), 'staff.mergeLead', input);
    const calls = await countCalls(cloud, merge);
    process.stdout.write(`mergeLead: ${JSON.stringify(calls)}\n`);
    expect(calls).toMatchObject({ 'database.commitTransaction': 1 });
  });
});
