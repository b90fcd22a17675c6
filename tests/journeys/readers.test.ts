import type { OfficerVerb } from '@contract/actions';
import { AUDIENCE_FIELDS, type Audience, type Receipt } from '@contract/lead-views';
import type { Anonymity } from '@contract/lead';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, send, sendAnything, signIn, type Person } from '../support/call';
import {
  ANKANG_CODE,
  CITY_MANAGEMENT_UNIT,
  DISCIPLINE_TEXT,
  HOUSING_UNIT,
  LAMP_TEXT,
  officer,
  resident,
  type OfficerName,
} from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** What each kind of person gets to see, searched byte by byte in the answers as they come over the wire. */
const NAME = '欧阳标记人';
const PHONE = '13987650042';
const NOTE = '内部备注标记';
const REVEAL = '核实标记';
const REPORTER = resident('secret-reporter');
const OPEN_LEAD_WORDS = '灯杆编号标记';

let cloud: TestCloud;
const leads = {} as Record<Anonymity, Receipt>;
let discipline: Receipt;

beforeAll(async () => {
  cloud = await startTestCloud();
  for (const anonymity of ['open', 'hiddenFromUnit', 'committeeOnly'] as const)
    leads[anonymity] = await handedOverLead(anonymity);
  const secret = {
    text: `${DISCIPLINE_TEXT}${OPEN_LEAD_WORDS}`,
    scene: ANKANG_CODE,
    contact: { name: NAME, phone: PHONE },
  };
  discipline = await must(cloud, REPORTER, 'resident.submitLead', secret);
});
afterAll(() => cloud.stop());

async function handedOverLead(anonymity: Anonymity): Promise<Receipt> {
  const text = `${LAMP_TEXT}${OPEN_LEAD_WORDS}`;
  const receipt = await must(cloud, REPORTER, 'resident.submitLead', {
    text,
    scene: ANKANG_CODE,
    anonymity,
    contact: { name: NAME, phone: PHONE },
  });
  const { leadId } = receipt;
  const clerk = officer('clerk');
  const units = { unitId: HOUSING_UNIT, supportingUnitIds: [CITY_MANAGEMENT_UNIT], workingDays: 15 };
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.handOver', { leadId, version: 2, ...units });
  await must(cloud, clerk, 'staff.addNote', { leadId, version: 3, text: NOTE });
  await must(cloud, clerk, 'staff.revealContact', { leadId, version: 4, reason: REVEAL });
  return receipt;
}

const OFFICERS: OfficerName[] = [
  'clerk',
  'director',
  'leader',
  'administrator',
  'liaison',
  'otherLiaison',
  'convener',
  'member',
  'otherMember',
  'housing',
  'cityManagement',
  'transport',
];
const SECRETS = () => [
  NAME,
  PHONE,
  REPORTER.openid ?? '',
  ...Object.values(leads).map(({ trackingCode }) => trackingCode),
];

/** The bytes of everything an officer can read, from the staff pages and from the panel. */
async function everythingReadBy(person: Person): Promise<string> {
  const panel = await signIn(cloud, person);
  const reads: [verb: OfficerVerb, input: object][] = [
    ['getMe', {}],
    ['getDirectory', {}],
    ['getStatistics', {}],
    ['listQueue', {}],
    ['listQueue', { limit: 100, measure: 'received' }],
    ...[...Object.values(leads), discipline].flatMap(({ leadId, number }): [OfficerVerb, object][] => [
      ['getLead', { leadId }],
      ['listQueue', { number }],
    ]),
  ];
  const answers: string[] = [];
  for (const [verb, input] of reads) {
    for (const [name, as] of [
      ['staff', person],
      ['panel', panel],
    ] as const) {
      answers.push((await send(cloud, name, JSON.stringify({ action: `${name}.${verb}`, input }), as)).text);
    }
  }
  return answers.join('\n');
}

describe('what an officer reads', () => {
  test.each(OFFICERS)(
    '%s reads no name, no phone, no openid and no tracking code of a resident anywhere',
    async (name) => {
      const read = await everythingReadBy(officer(name));
      expect(read).toContain('"ok":true');
      for (const secret of SECRETS()) expect([secret, read.includes(secret)]).toEqual([secret, false]);
    },
  );

  const SEES: Record<OfficerName, Audience | 'NOT_FOUND'> = {
    clerk: 'committee',
    secondClerk: 'committee',
    director: 'committee',
    leader: 'leader',
    administrator: 'leader',
    liaison: 'liaison',
    convener: 'member',
    member: 'member',
    housing: 'unit',
    cityManagement: 'unit',
    transport: 'NOT_FOUND',
    otherLiaison: 'NOT_FOUND',
    otherMember: 'NOT_FOUND',
  };
  test.each(Object.entries(SEES))('%s sees exactly the fields of: %s', async (name, audience) => {
    const answer = await sendAnything(
      cloud,
      { action: 'staff.getLead', input: { leadId: leads.open.leadId } },
      officer(name as OfficerName),
    );
    if (audience === 'NOT_FOUND')
      return expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const { audience: told, allowed, ...fields } = (answer as { data: Record<string, unknown> }).data;
    expect(told).toBe(audience);
    expect(Array.isArray(allowed)).toBe(true);
    expect(Object.keys(fields).sort()).toEqual([...AUDIENCE_FIELDS[audience]].sort());
  });

  test('a masked contact reaches only whom the resident allowed', async () => {
    const masked = '欧**，139****42';
    const readers = [
      'clerk',
      'liaison',
      'convener',
      'member',
      'housing',
      'cityManagement',
      'leader',
    ] as const;
    const seen: Record<string, string[]> = {};
    for (const [anonymity, { leadId }] of Object.entries(leads)) {
      for (const name of readers) {
        const { contactMasked } = await must(cloud, officer(name), 'staff.getLead', { leadId });
        if (contactMasked) expect(contactMasked).toBe(masked);
        if (contactMasked) seen[anonymity] = [...(seen[anonymity] ?? []), name];
      }
    }
    expect(seen).toEqual({
      open: ['clerk', 'liaison', 'housing', 'cityManagement'],
      hiddenFromUnit: ['clerk', 'liaison'],
      committeeOnly: ['clerk'],
    });
  });

  test('the contact itself is given for a reason, to whom the resident allowed, and the resident can count it', async () => {
    const { leadId } = leads.hiddenFromUnit;
    const { version } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    const shown = await must(cloud, officer('liaison'), 'staff.revealContact', {
      leadId,
      version,
      reason: '约时间去看。',
    });
    expect(shown.contact).toEqual({ name: NAME, phone: PHONE });
    for (const name of ['housing', 'convener', 'member', 'leader', 'administrator'] as const) {
      const input = { leadId, version: version + 1, reason: '想看看。' };
      const answer = await sendAnything(
        cloud,
        { action: 'staff.revealContact', input, requestId: `reveal-${name}` },
        officer(name),
      );
      expect([name, answer.ok ? 'shown' : answer.error.code]).toEqual([name, 'FORBIDDEN']);
    }
    expect(await must(cloud, REPORTER, 'resident.getMyLead', { leadId })).toMatchObject({
      contactReveals: 2,
    });
  });

  test('notes and the reasons of reveals are read by the committee only', async () => {
    for (const name of OFFICERS) {
      const read = await everythingReadBy(officer(name));
      const isCommittee = name === 'clerk' || name === 'director';
      expect([name, read.includes(NOTE), read.includes(REVEAL)]).toEqual([name, isCommittee, isCommittee]);
    }
  });

  test('a report about an official is read by the committee only', async () => {
    for (const name of OFFICERS) {
      const { leadId } = discipline;
      const answer = await sendAnything(cloud, { action: 'staff.getLead', input: { leadId } }, officer(name));
      const isCommittee = name === 'clerk' || name === 'director';
      expect([name, answer.ok]).toEqual([name, isCommittee]);
      const read = await everythingReadBy(officer(name));
      expect([name, read.includes('贪污')]).toEqual([name, isCommittee]);
    }
  });

  test('the queue of each person holds the leads of their own place, sector or unit', async () => {
    const lengths: Record<string, number> = {};
    for (const name of OFFICERS)
      lengths[name] = (await must(cloud, officer(name), 'staff.listQueue', {})).items.length;
    expect(lengths).toEqual({
      clerk: 4,
      director: 4,
      leader: 4,
      administrator: 4,
      liaison: 3,
      convener: 3,
      member: 3,
      housing: 3,
      cityManagement: 3,
      otherLiaison: 0,
      otherMember: 0,
      transport: 0,
    });
  });

  test('statistics are for the committee, leaders and administrators', async () => {
    for (const name of OFFICERS) {
      const answer = await sendAnything(cloud, { action: 'staff.getStatistics', input: {} }, officer(name));
      expect([name, answer.ok]).toEqual([
        name,
        ['clerk', 'director', 'leader', 'administrator'].includes(name),
      ]);
    }
  });
});

describe('what a resident reads', () => {
  test('the owner reads the own code, why the contact was looked at, and never the contact in clear', async () => {
    const { text } = await send(
      cloud,
      'resident',
      JSON.stringify({ action: 'resident.getMyLead', input: { leadId: leads.open.leadId } }),
      REPORTER,
    );
    expect(text).toContain(leads.open.trackingCode);
    expect(text).toContain(REVEAL);
    for (const secret of [NAME, PHONE, REPORTER.openid, NOTE, '裴瑞芳', '程俊峰'])
      expect([secret, text.includes(secret ?? '')]).toEqual([secret, false]);
  });

  test('somebody else reads nothing of it in any list', async () => {
    const stranger = resident('curious');
    const reads: [string, object][] = [
      ['getHome', {}],
      ['getIntake', { scene: ANKANG_CODE }],
      ['listPlaces', {}],
      ['readDraft', { text: '城关镇' }],
      ['listMyLeads', {}],
      ['listPublished', {}],
      ['listNotices', {}],
      ['getMyLead', { leadId: leads.open.leadId }],
    ];
    for (const [verb, input] of reads) {
      const { text } = await send(
        cloud,
        'resident',
        JSON.stringify({ action: `resident.${verb}`, input }),
        stranger,
      );
      for (const secret of [...SECRETS(), OPEN_LEAD_WORDS, leads.open.number])
        expect([verb, text.includes(secret)]).toEqual([verb, false]);
    }
  });

  test('whoever holds number and code reads the course, and neither contact, photos nor code', async () => {
    const { number, trackingCode } = leads.open;
    const body = JSON.stringify({ action: 'resident.trackLead', input: { number, trackingCode } });
    const { text } = await send(cloud, 'resident', body, resident('family'));
    const { data } = JSON.parse(text) as { data: object };
    expect(Object.keys(data).sort()).toEqual([...AUDIENCE_FIELDS.tracker, 'allowed'].sort());
    for (const secret of [...SECRETS(), '139****', NOTE, REVEAL])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  test("what is published shows the committee's words and the township, never the resident's", async () => {
    const { leadId } = leads.open;
    const { version } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    await must(cloud, officer('clerk'), 'staff.resolveLead', { leadId, version, summary: '修好了。' });
    await must(cloud, officer('clerk'), 'staff.publishLead', {
      leadId,
      version: version + 1,
      title: '路灯亮了',
      text: '已经修好。',
    });
    const { text } = await send(
      cloud,
      'resident',
      JSON.stringify({ action: 'resident.listPublished', input: {} }),
      resident('curious'),
    );
    expect(text).toContain('路灯亮了');
    for (const secret of [...SECRETS(), OPEN_LEAD_WORDS, '安康社区门口', leads.open.number, '139****']) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
  });
});
