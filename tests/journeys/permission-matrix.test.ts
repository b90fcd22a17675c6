import type { OfficerVerb, ResidentActions } from '@contract/actions';
import { OFFICER_COMMANDS, RESIDENT_COMMANDS } from '@contract/commands';
import type { Grant } from '@contract/directory';
import type { Anonymity } from '@contract/lead';
import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../cloudfunctions/core/domain/permissions/permissions';
import { must, sendAnything, signIn, type Person } from '../support/call';
import {
  ANKANG_CODE,
  CITY_MANAGEMENT_UNIT,
  DISCIPLINE_TEXT,
  FENGYANG_VILLAGE,
  HOUSING_UNIT,
  LAMP_TEXT,
  officer,
  resident,
  type OfficerName,
} from '../support/county';
import { COMMAND_WORDS } from '../support/random-life';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/**
 * Everybody × everything that can be asked × every lead, near and far, through the functions as deployed. What is to be
 * expected comes from the table of permissions and from where person and lead belong; the table itself is held against
 * one written by hand in tests/permissions. A command that is permitted is sent with a version nobody has seen, so that
 * it gets as far as VERSION_CONFLICT: the whole walk may change nothing.
 */
const CONTACT = { name: '欧阳标记人', phone: '13987650042' };
const OWNER = resident('matrix-owner');
const UNSEEN = 9_999;

/** Whoever may least comes first: what they leave behind nobody's lawful deed can hide. */
const PEOPLE = [
  'otherMember',
  'transport',
  'otherLiaison',
  'cityManagement',
  'housing',
  'member',
  'convener',
  'liaison',
  'administrator',
  'leader',
  'director',
  'clerk',
] as const satisfies readonly OfficerName[];

/** The leads, by how near they are to the people above; each with a contact. */
const LEADS = {
  near: { text: LAMP_TEXT, scene: ANKANG_CODE, anonymity: 'open' },
  hiddenFromUnit: { text: LAMP_TEXT, scene: ANKANG_CODE, anonymity: 'hiddenFromUnit' },
  committeeOnly: { text: LAMP_TEXT, scene: ANKANG_CODE, anonymity: 'committeeOnly' },
  // Another township, another sector, another unit.
  far: { text: '村卫生室周末没有医生。', placeId: FENGYANG_VILLAGE, anonymity: 'open' },
  nowhere: { text: '想说一件别的事。', anonymity: 'open' },
  private: { text: DISCIPLINE_TEXT, scene: ANKANG_CODE, anonymity: 'open' },
} as const;
type Near = keyof typeof LEADS;
const NEAR = Object.keys(LEADS) as Near[];
const UNITS_OF: Partial<Record<Near, string[]>> = {
  near: [HOUSING_UNIT, CITY_MANAGEMENT_UNIT],
  hiddenFromUnit: [HOUSING_UNIT, CITY_MANAGEMENT_UNIT],
  committeeOnly: [HOUSING_UNIT, CITY_MANAGEMENT_UNIT],
  far: ['transport'],
};

interface Facts {
  receipt: Receipt;
  townshipId: string | null;
  sectorId: string;
  units: string[];
  anonymity: Anonymity;
  private: boolean;
}

let cloud: TestCloud;
const leads = {} as Record<Near, Facts>;
beforeAll(async () => {
  cloud = await startTestCloud();
  for (const near of NEAR) leads[near] = await submitted(near);
});
afterAll(() => cloud.stop());

async function submitted(near: Near): Promise<Facts> {
  const clerk = officer('clerk');
  const receipt = await must(cloud, OWNER, 'resident.submitLead', { ...LEADS[near], contact: CONTACT });
  const { leadId } = receipt;
  const [unitId, ...supportingUnitIds] = UNITS_OF[near] ?? [];
  if (unitId !== undefined) {
    await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
    const words = { unitId, supportingUnitIds, workingDays: 10 };
    await must(cloud, clerk, 'staff.handOver', { leadId, version: 2, ...words });
  }
  const { route, anonymity } = await must(cloud, clerk, 'staff.getLead', { leadId });
  return {
    receipt,
    townshipId: route?.townshipId ?? null,
    sectorId: route?.sectorId ?? '',
    units: UNITS_OF[near] ?? [],
    anonymity: anonymity ?? 'open',
    private: near === 'private',
  };
}

type Question = Exclude<OfficerVerb, (typeof OFFICER_COMMANDS)[number]>;
/** What concerns a lead beside the commands: its words beside the lead's id. */
const ABOUT_A_LEAD = {
  getLead: {},
  getSimilar: {},
  explainRoute: {},
  seeLead: {},
  checkReply: { text: '三盏灯都换好了。' },
  checkPublication: { title: '路灯亮了', text: '已经换好。' },
} as const satisfies Partial<Record<Question, object>>;
/** What concerns none. A new action that stands in neither list does not compile. */
const ABOUT_NONE: Record<Exclude<Question, keyof typeof ABOUT_A_LEAD>, object> = {
  getMe: {},
  getDirectory: {},
  listNotices: {},
  listQueue: {},
  getQueueFigures: {},
  getStatistics: {},
  listIssues: {},
  listViews: {},
  prepareUpload: { contentType: 'image/png', bytes: 1_000 },
  saveView: { id: 'matrix', name: '我的', filter: {} },
  deleteView: { id: 'matrix' },
  bulk: { command: 'acceptLead', items: [{ leadId: 'L-nowhere', version: 1 }], words: {} },
};

/** Whether one of the grants reaches the lead with this verb, by the table and the places alone. */
function mayDo(grants: readonly Grant[], verb: OfficerVerb, lead: Facts | null): boolean {
  return grants.some((grant) => {
    const reach = PERMISSIONS[grant.role][verb];
    if (reach === undefined) return false;
    if (lead === null || reach === 'anywhere') return lead === null && reach === 'anywhere';
    if (lead.private) return grant.role === 'staff';
    if (verb === 'revealContact' && !knowsContact(grant, lead)) return false;
    if (reach === 'township') return grant.townshipId === lead.townshipId;
    if (reach === 'sector') return grant.sectorId === lead.sectorId;
    return reach === 'county' || (grant.unitId !== undefined && lead.units.includes(grant.unitId));
  });
}

const knowsContact = ({ role }: Grant, { anonymity }: Facts): boolean =>
  role === 'staff' ||
  (role === 'liaison' && anonymity !== 'committeeOnly') ||
  (role === 'unitOfficer' && anonymity === 'open');

/** What has to come back. */
function expected(grants: readonly Grant[], verb: OfficerVerb, lead: Facts | null): string {
  if (lead === null) return mayDo(grants, verb, null) ? 'ok' : 'FORBIDDEN';
  if (!mayDo(grants, 'getLead', lead)) return 'NOT_FOUND';
  // Whether the lead may be read decides who is noted as reading it.
  if (verb === 'seeLead') return 'ok';
  if (!mayDo(grants, verb, lead)) return 'FORBIDDEN';
  return verb in ABOUT_A_LEAD ? 'ok' : 'VERSION_CONFLICT';
}

interface Cell {
  verb: OfficerVerb;
  near: Near | null;
  input: object;
}

/** Every cell of the matrix for one person. */
function cells(): Cell[] {
  const none = Object.entries(ABOUT_NONE).map(([verb, input]) => ({ verb, near: null, input }));
  const withLead = NEAR.flatMap((near) => {
    const { leadId } = leads[near].receipt;
    const asked = Object.entries(ABOUT_A_LEAD).map(([verb, words]) => ({
      verb,
      near,
      input: { leadId, ...words },
    }));
    const other = leads[near === 'near' ? 'hiddenFromUnit' : 'near'].receipt.number;
    const commands = OFFICER_COMMANDS.map((verb) => ({
      verb,
      near,
      input: { leadId, version: UNSEEN, ...COMMAND_WORDS[verb], ...withNumber(other)[verb] },
    }));
    return [...asked, ...commands];
  });
  return [...none, ...withLead] as Cell[];
}
const withNumber = (number: string): Partial<Record<OfficerVerb, object>> => ({
  mergeLead: { intoNumber: number },
  joinIssue: { withNumber: number },
});

let asked = 0;
async function answerTo(door: 'staff' | 'panel', as: Person, { verb, input }: Cell): Promise<string> {
  asked += 1;
  const requestId = `matrix-${asked}-${door}`;
  const answer = await sendAnything(cloud, { action: `${door}.${verb}`, input, requestId }, as);
  return answer.ok ? 'ok' : answer.error.code;
}

const leadsAsStored = async () => JSON.stringify(await cloud.documents('leads'));

describe('the matrix of permissions', () => {
  test.each(PEOPLE)('%s: each action on each lead, from the staff pages and from the panel', async (name) => {
    const before = await leadsAsStored();
    const person = officer(name);
    const panel = await signIn(cloud, person);
    const { grants } = await must(cloud, person, 'staff.getMe', {});
    const wrong: object[] = [];
    for (const cell of cells()) {
      const right = expected(grants, cell.verb, cell.near && leads[cell.near]);
      const [staff, web] = await Promise.all([
        answerTo('staff', person, cell),
        answerTo('panel', panel, cell),
      ]);
      if (staff !== right || web !== right)
        wrong.push({ verb: cell.verb, near: cell.near, right, staff, panel: web });
    }
    const faults = cloud
      .logs()
      .split('\n')
      .filter((line) => line.includes('"error"'));
    expect(wrong, faults.slice(-3).join('\n')).toEqual([]);
    expect(await leadsAsStored()).toBe(before);
  });

  test('the leads lie where the matrix needs them: for each kind of reach one inside and one outside', async () => {
    for (const [name, own, foreign] of [
      ['liaison', 'near', 'far'],
      ['otherLiaison', 'far', 'near'],
      ['convener', 'near', 'far'],
      ['member', 'near', 'far'],
      ['housing', 'near', 'far'],
      ['cityManagement', 'near', 'far'],
      ['transport', 'far', 'near'],
    ] as const) {
      const { grants } = await must(cloud, officer(name), 'staff.getMe', {});
      expect([name, mayDo(grants, 'getLead', leads[own])]).toEqual([name, true]);
      expect([name, mayDo(grants, 'getLead', leads[foreign])]).toEqual([name, false]);
    }
  });

  test('a resident without an office, and somebody without a WeChat or a session, get nothing of it', async () => {
    const before = await leadsAsStored();
    for (const cell of cells()) {
      expect([cell.verb, await answerTo('staff', OWNER, cell)]).toEqual([cell.verb, 'FORBIDDEN']);
      expect([cell.verb, await answerTo('staff', {}, cell)]).toEqual([cell.verb, 'UNAUTHENTICATED']);
      expect([cell.verb, await answerTo('panel', {}, cell)]).toEqual([cell.verb, 'UNAUTHENTICATED']);
    }
    expect(await leadsAsStored()).toBe(before);
  });

  test('what residents do to a lead only its writer does; to everybody else, officers too, it is not there', async () => {
    const before = await leadsAsStored();
    const verbs = ['getMyLead', ...RESIDENT_COMMANDS] as const satisfies readonly (keyof {
      [A in keyof ResidentActions as A extends `resident.${infer V}` ? V : never]: true;
    })[];
    const others: Person[] = [resident('matrix-stranger'), ...PEOPLE.map((name) => officer(name))];
    for (const verb of verbs) {
      for (const near of NEAR) {
        const { leadId } = leads[near].receipt;
        const words = verb === 'getMyLead' ? {} : { version: UNSEEN, ...COMMAND_WORDS[verb] };
        const ask = async (as: Person) => {
          asked += 1;
          const request = {
            action: `resident.${verb}`,
            input: { leadId, ...words },
            requestId: `matrix-r-${asked}`,
          };
          const answer = await sendAnything(cloud, request, as);
          return answer.ok ? 'ok' : answer.error.code;
        };
        expect([verb, near, await ask(OWNER)]).toEqual([
          verb,
          near,
          verb === 'getMyLead' ? 'ok' : 'VERSION_CONFLICT',
        ]);
        for (const other of others)
          expect([verb, near, other, await ask(other)]).toEqual([verb, near, other, 'NOT_FOUND']);
        expect([verb, near, await ask({})]).toEqual([verb, near, 'UNAUTHENTICATED']);
      }
    }
    expect(await leadsAsStored()).toBe(before);
  });
});

describe('the contact', () => {
  test('is masked until it is revealed for a reason; each reveal stands in the log and is counted for the resident', async () => {
    const { leadId } = leads.near.receipt;
    const readers = ['clerk', 'liaison', 'housing', 'cityManagement'] as const;
    for (const [index, name] of readers.entries()) {
      const person = officer(name);
      const { version, contactMasked } = await must(cloud, person, 'staff.getLead', { leadId });
      expect(contactMasked).toBe('欧**，139****42');
      const without = {
        action: 'staff.revealContact',
        input: { leadId, version, reason: ' ' },
        requestId: `no-why-${name}`,
      };
      expect(await sendAnything(cloud, without, person)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
      const reason = `约时间，第 ${index + 1} 次`;
      const shown = await must(cloud, person, 'staff.revealContact', { leadId, version, reason });
      expect(shown.contact).toEqual(CONTACT);
      const { name: who } = await must(cloud, person, 'staff.getMe', {});
      const { history = [], contactReveals } = await must(cloud, officer('clerk'), 'staff.getLead', {
        leadId,
      });
      const last = history.filter(({ event }) => event === 'ContactRevealed').at(-1);
      expect(last?.by).toContain(who);
      expect(last?.text).toContain(reason);
      expect(contactReveals).toBe(index + 1);
      expect((await must(cloud, OWNER, 'resident.getMyLead', { leadId })).contactReveals).toBe(index + 1);
    }
    const others = [leads.far, leads.hiddenFromUnit, leads.private];
    for (const { receipt } of others)
      expect((await must(cloud, OWNER, 'resident.getMyLead', receiptId(receipt))).contactReveals).toBe(0);
  });
});

const receiptId = ({ leadId }: Receipt) => ({ leadId });
