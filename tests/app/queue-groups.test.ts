import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@contract/directory';
import type { BroadcastGroup, OutOfScopeSuspicion } from '@contract/lead';
import { QUEUE_GROUPS, type QueueFilter, type QueueGroup } from '@contract/statistics';
import type { LeadWrite, Ports, QueueQuery, QueueRow } from '../../cloudfunctions/core/app/ports';
import type { County } from '../../cloudfunctions/core/domain/county';
import { getQueueFigures } from '../../cloudfunctions/core/app/queue/get-queue-figures';
import { listQueue } from '../../cloudfunctions/core/app/queue/list-queue';
import { deadlineOf } from '../../cloudfunctions/core/domain/deadlines/deadline-of';
import { chinaDate } from '../../cloudfunctions/core/domain/deadlines/working-days';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import { mayBeEmergency } from '../../cloudfunctions/core/domain/lead/emergency';
import { evolve } from '../../cloudfunctions/core/domain/lead/evolve';
import { isHeldByNobody } from '../../cloudfunctions/core/domain/lead/holder';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { isAllowed, isPrivate, TRANSITIONS } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { turnOf } from '../../cloudfunctions/core/domain/lead/turn';
import { audienceFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import { ownerOf, routeFor } from '../../cloudfunctions/core/domain/routing/route-lead';
import {
  CALENDAR,
  CLERK,
  COMMANDS,
  COUNTY,
  EAST,
  FACTS,
  history,
  hoursLater,
  indexOfRecord,
  PRIVATE_MATTER,
  recordOf,
  RESIDENT,
  WEST,
  type Step,
} from '../support/builders';
import { READING_PORTS } from '../support/reading-ports';
import { contextAt, stateOf } from '../support/given-when-then';
import { PEOPLE } from '../support/people';

const NAMES = Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[];
const LOOKERS: Record<string, readonly Grant[]> = {
  clerk: PEOPLE.clerk,
  liaison: PEOPLE.liaison,
  member: PEOPLE.member,
  unit: PEOPLE.leadUnitOfficer,
  supportingUnit: PEOPLE.supportingUnitOfficer,
  leader: PEOPLE.leader,
};

const story = fc.record({
  category: fc.nat(COUNTY.categories.length - 1),
  townshipId: fc.constantFrom(null, ...COUNTY.townships.map(({ id }) => id)),
  unitId: fc.constantFrom('u-transport', 'u-water'),
  isEmergency: fc.boolean(),
  steps: fc.array(fc.record({ pick: fc.nat(), hours: fc.integer({ min: 1, max: 240 }) }), { maxLength: 14 }),
});
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;
type StoryWritten = Omit<Story, 'isEmergency'> & Partial<Story>;

const EMERGENCY: OutOfScopeSuspicion = { kind: 'emergency', door: 'police', words: ['拿刀'], note: '' };

/** A lead lived by the rules: each step is one of the things that can be done to it just then. */
function live(
  { category, townshipId, unitId, isEmergency = false, steps }: StoryWritten,
  name: number,
): LeadWrite {
  const chosen = COUNTY.categories[category] ?? COUNTY.categories[0];
  if (!chosen) throw new Error('a county without categories');
  const outOfScope = isEmergency ? EMERGENCY : null;
  const route = { ...FACTS.LeadRouted.route, ...routeFor(chosen, townshipId, COUNTY), outOfScope };
  const leadId = `L${String(name).padStart(9, '0')}`;
  const events = history([], { submitted: { leadId }, routed: { route, owner: ownerOf(route, COUNTY) } });
  let lead = stateOf(events);
  let hours = 0;
  for (const step of steps) {
    hours += step.hours;
    const now = lead;
    if (now === null) break;
    const allowed = NAMES.filter((one) => isAllowed(now, one));
    const command = allowed[step.pick % allowed.length];
    if (command === undefined) break;
    const asked = {
      ...COMMANDS[command],
      ...(command === 'handOver' ? { unitId, supportingUnitIds: ['u-housing'] } : {}),
    };
    const by = command === 'giveFeedback' || command === 'giveSupplement' ? RESIDENT : CLERK;
    const decided = decide(now, asked, contextAt({ at: hoursLater(hours), by }));
    if (!decided.ok) continue;
    events.push(...decided.value);
    lead = decided.value.reduce<Lead | null>(evolve, now);
  }
  const record = recordOf(events);
  return { record, index: indexOfRecord(record) };
}

/** The queue's query as the database answers it, over a few leads in memory. */
function answer(leads: readonly LeadWrite[], { keys, anyOf, by, due, after, limit }: QueueQuery): QueueRow[] {
  const [first, ...others] = keys;
  const rows = leads
    .filter(({ index }) =>
      by === 'newest'
        ? keys.every((key) => index.queueKeys.includes(key))
        : index.dueKeys.includes(first) && others.every((key) => index.queueKeys.includes(key)),
    )
    .filter(({ index }) => anyOf === undefined || anyOf.some((key) => index.queueKeys.includes(key)))
    .filter(({ index }) => !due || (index.dueOrder > `${due.from}$` && index.dueOrder < `${due.to}$`))
    .map(({ record, index }) => ({
      id: record.lead.id,
      version: record.version,
      order: by === 'newest' ? index.order : `${index.pressing ? '!' : ''}${index.dueOrder}`,
      summary: index.summary,
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  if (by === 'newest') rows.reverse();
  return rows
    .filter(({ order }) => after === null || (by === 'newest' ? order < after : order > after))
    .slice(0, limit);
}

const portsOver = (leads: readonly LeadWrite[], now: string): Ports =>
  ({
    ...READING_PORTS,
    clock: { now: () => now },
    leads: { listQueue: (query: QueueQuery) => Promise.resolve(answer(leads, query)) },
    tally: {
      read: () =>
        Promise.resolve({
          parts: [],
          uncounted: leads.map(({ record, index }) => ({
            id: record.lead.id,
            version: 1,
            counted: [],
            carried: index.queueKeys,
          })),
        }),
    },
  }) as unknown as Ports;

/** The county after the liaison of these townships went. */
const without = (...townshipIds: string[]): County => ({
  ...COUNTY,
  townships: COUNTY.townships.map((township) =>
    townshipIds.includes(township.id) ? { ...township, liaison: null } : township,
  ),
});

/** The whole list and every count somebody with these grants gets, page by page. */
async function walk(
  leads: readonly LeadWrite[],
  grants: readonly Grant[],
  now: string,
  filter: QueueFilter,
  county: County = COUNTY,
) {
  const account = { id: 'a', name: '某人', grants: [...grants] };
  const call = {
    caller: { kind: 'officer', account },
    ports: { ...portsOver(leads, now), county: () => Promise.resolve(county) },
    requestId: '',
    fingerprint: '',
  };
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listQueue({ ...filter, limit: 3, ...(cursor ? { cursor } : {}) }, call as never);
    if (!page.ok) throw new Error(page.refusal.code);
    ids.push(...page.value.items.map(({ id }) => id));
    if (page.value.nextCursor === null) break;
    cursor = page.value.nextCursor;
  }
  const figures = await getQueueFigures(filter, call as never);
  if (!figures.ok) throw new Error(figures.refusal.code);
  return { ids, ...figures.value };
}

const OVER = ['outOfScope', 'declined', 'closed', 'merged', 'withdrawn'];
const isOpen = ({ status }: Lead): boolean => !OVER.includes(status);
/** The day on which an office has to act, by the clock alone. */
const officeDue = (lead: Lead): string | null => {
  const deadline = isOpen(lead) ? deadlineOf(lead, CALENDAR) : null;
  return deadline && !['supplement', 'feedback'].includes(deadline.kind) ? deadline.dueAt : null;
};

const anyDay = fc.array(story, { minLength: 1, maxLength: 12 });
const anyHour = fc.integer({ min: 0, max: 24 * 120 });

describe('the day in groups', () => {
  it('counts in each group exactly the leads that it lists, for whoever looks and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDay,
        anyHour,
        fc.constantFrom(...Object.keys(LOOKERS)),
        async (stories, hour, who) => {
          const leads = stories.map(live);
          const grants = LOOKERS[who] ?? [];
          for (const group of QUEUE_GROUPS) {
            const { ids, groupCounts } = await walk(leads, grants, hoursLater(hour), { group });
            expect([who, group, ids.length]).toEqual([who, group, groupCounts[group]]);
            expect(new Set(ids).size).toBe(ids.length);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('leaves no open lead out: each is either ours or somebody else’s, and never both', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDay,
        anyHour,
        fc.constantFrom(...Object.keys(LOOKERS)),
        async (stories, hour, who) => {
          const leads = stories.map(live);
          const grants = LOOKERS[who] ?? [];
          const idsOf = async (group: QueueGroup) =>
            (await walk(leads, grants, hoursLater(hour), { group })).ids;
          const [mine, waiting] = [await idsOf('mine'), await idsOf('waiting')];
          const seen = leads.map(({ record }) => record.lead).filter((lead) => isOpen(lead));
          // Leaders have private matters in their figures, without their words.
          const own = seen.filter((lead) => who === 'leader' || audienceFor(grants, lead) !== null);
          expect([...mine, ...waiting].sort()).toEqual(own.map(({ id }) => id).sort());
          for (const fresh of await idsOf('new')) expect([...mine, ...waiting]).toContain(fresh);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('knows what is late and what is due today by the clock, whether or not the timer ever ran', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, anyHour, async (stories, hour) => {
        const leads = stories.map(live);
        const now = hoursLater(hour);
        const due = leads.flatMap(({ record: { lead } }) => {
          const dueAt = officeDue(lead);
          return dueAt === null ? [] : [{ id: lead.id, dueAt }];
        });
        const late = due.filter(({ dueAt }) => dueAt <= now);
        const today = due.filter(({ dueAt }) => dueAt > now && chinaDate(dueAt) === chinaDate(now));
        const listed = async (group: QueueGroup) => (await walk(leads, PEOPLE.clerk, now, { group })).ids;
        const pressing = new Set(
          leads.flatMap(({ record: { lead } }) => (mayBeEmergency(lead) ? lead.id : [])),
        );
        const place = ({ id, dueAt }: { id: string; dueAt: string }) =>
          `${pressing.has(id) ? 'first' : 'then'} ${dueAt} ${id}`;
        const inOrder = [...late].sort((a, b) => (place(a) < place(b) ? -1 : 1));
        expect(await listed('late')).toEqual(inOrder.map(({ id }) => id));
        expect((await listed('today')).sort()).toEqual(today.map(({ id }) => id).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('puts what may be an emergency first in every list by urgency, whatever is due when, until somebody decides', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, anyHour, async (stories, hour) => {
        const leads = stories.map(live);
        const pressing = new Set(
          leads.flatMap(({ record: { lead } }) => (mayBeEmergency(lead) ? lead.id : [])),
        );
        for (const group of QUEUE_GROUPS) {
          const { ids } = await walk(leads, PEOPLE.clerk, hoursLater(hour), { group });
          const ranks = ids.map((id) => (pressing.has(id) ? 0 : 1));
          expect([group, ranks]).toEqual([group, [...ranks].sort((a, b) => a - b)]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the next move to the one who holds the lead', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { lead } = live(one, 1).record;
        const turn = turnOf(lead);
        expect(turn === null).toBe(!isOpen(lead));
        if (turn === 'township') expect(['liaison', 'convener']).toContain(lead.owner.kind);
        if (turn === 'unit') expect(lead.owner.kind).toBe('unit');
        if (isPrivate(lead)) expect(['desk', 'outside', null]).toContain(turn);
      }),
      { numRuns: 300 },
    );
  });

  it('lists a group newest first where that is asked for', async () => {
    const leads = [3, 1, 2].map((name) =>
      live({ category: 0, townshipId: EAST, unitId: 'u-water', steps: [] }, name),
    );
    const newest = await walk(leads, PEOPLE.clerk, hoursLater(1), { group: 'new', sort: 'newest' });
    expect(newest.ids).toEqual(['L000000003', 'L000000002', 'L000000001']);
  });
});

describe('what waits in an office that nobody holds any more', () => {
  it('is listed for the desk, which alone can act on it: all of it, nothing else, and its figure is its length', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, anyHour, fc.subarray([EAST, WEST]), async (stories, hour, vacated) => {
        const leads = stories.map(live);
        const county = without(...vacated);
        const waiting = leads
          .map(({ record }) => record.lead)
          .filter((lead) => turnOf(lead) === 'township' && isHeldByNobody(lead, county));
        const asked = [leads, PEOPLE.clerk, hoursLater(hour), { mark: 'unmanned' }, county] as const;
        const { ids, total, markCounts, groupCounts } = await walk(...asked);
        expect([...ids].sort()).toEqual(waiting.map(({ id }) => id).sort());
        expect([total, markCounts.unmanned ?? 0]).toEqual([waiting.length, waiting.length]);
        // Beside what is the desk's own, and never twice.
        const mine = await walk(leads, PEOPLE.clerk, hoursLater(hour), { group: 'mine' }, county);
        expect(mine.ids.filter((id) => ids.includes(id))).toEqual([]);
        expect(groupCounts.mine).toBe(mine.ids.length);
      }),
      { numRuns: 120 },
    );
  });

  it('is nobody’s list but the desk’s, and is not cut by groups', async () => {
    const county = without(EAST);
    const asked = (grants: readonly Grant[], filter: QueueFilter) =>
      walk([], grants, hoursLater(1), filter, county);
    for (const grants of [PEOPLE.liaison, PEOPLE.member, PEOPLE.leader, PEOPLE.leadUnitOfficer])
      await expect(asked(grants, { mark: 'unmanned' })).rejects.toThrow('FORBIDDEN');
    await expect(asked(PEOPLE.clerk, { mark: 'unmanned', group: 'mine' })).rejects.toThrow('INVALID_INPUT');
    expect((await asked(PEOPLE.leader, {})).markCounts).not.toHaveProperty('unmanned');
    expect((await walk([], PEOPLE.clerk, hoursLater(1), {})).markCounts.unmanned ?? 0).toBe(0);
  });
});

describe('the list of what calls somebody', () => {
  const CALLED: Grant[] = [{ role: 'member', sectorId: 'g-health', townshipId: WEST }];
  const groups: BroadcastGroup[] = [
    { kind: 'township', townshipId: WEST },
    { kind: 'township', townshipId: EAST },
    { kind: 'sector', sectorId: 'g-health' },
  ];
  const aCall = fc.record({
    group: fc.constantFrom(...groups),
    claim: fc.constantFrom(null, 'a', 'somebody else'),
    isPrivate: fc.boolean(),
    isOver: fc.boolean(),
  });
  type ACall = typeof aCall extends fc.Arbitrary<infer Value> ? Value : never;

  function calling({ group, claim, isPrivate: hidden, isOver }: ACall, name: number): LeadWrite {
    const leadId = `L${String(name).padStart(9, '0')}`;
    const first = hidden ? PRIVATE_MATTER : {};
    const steps: Step[] = [
      'LeadAccepted',
      { ...FACTS.LeadBroadcast, group },
      ...(claim === null ? [] : [{ ...FACTS.LeadClaimed, accountId: claim }]),
      ...(isOver ? ['LeadDeclined' as const] : []),
    ];
    const record = recordOf(history(steps, { ...first, submitted: { leadId } }));
    return { record, index: indexOfRecord(record) };
  }

  it('has the open calls to their township and sector and what they came for, never anybody else’s or a private one; and its figure is its length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCall, { minLength: 1, maxLength: 12 }), async (calls) => {
        const leads = calls.map(calling);
        const mine = calls.flatMap(({ group, claim, isPrivate: hidden, isOver }, index) => {
          const reachesMe = group.kind === 'sector' || group.townshipId === WEST;
          const isListed = !hidden && !isOver && (claim === null ? reachesMe : claim === 'a');
          return isListed ? [`L${String(index).padStart(9, '0')}`] : [];
        });
        const { ids, total, markCounts } = await walk(leads, CALLED, hoursLater(9), { mark: 'called' });
        expect([...ids].sort()).toEqual(mine);
        expect([total, markCounts.called]).toEqual([mine.length, mine.length]);
        for (const { index } of leads)
          expect(index.queueKeys.filter((key) => key.startsWith('y:')).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('is nobody’s who is never called, and is not cut by groups', async () => {
    for (const grants of [PEOPLE.clerk, PEOPLE.leader, PEOPLE.leadUnitOfficer])
      await expect(walk([], grants, hoursLater(1), { mark: 'called' })).rejects.toThrow('FORBIDDEN');
    const grouped = walk([], CALLED, hoursLater(1), { mark: 'called', group: 'mine' });
    await expect(grouped).rejects.toThrow('INVALID_INPUT');
    expect((await walk([], PEOPLE.clerk, hoursLater(1), {})).markCounts).not.toHaveProperty('called');
  });
});

describe('a list that is cut several ways', () => {
  it('is whole, and tells its length by its end alone', async () => {
    const leads = [1, 2, 3, 4, 5].map((name) =>
      live({ category: 0, townshipId: EAST, unitId: 'u-water', steps: [] }, name),
    );
    const filter: QueueFilter = { group: 'new', dimension: 'township', dimensionId: EAST };
    expect((await walk(leads, PEOPLE.clerk, hoursLater(1), filter)).ids).toHaveLength(5);
    const call = { caller: { kind: 'officer', account: { id: 'a', name: '', grants: PEOPLE.clerk } } };
    const figures = await getQueueFigures(filter, {
      ...call,
      ports: portsOver(leads, hoursLater(1)),
    } as never);
    expect(figures).toMatchObject({ value: { total: null } });
  });
});

describe('somebody with several offices', () => {
  const grants: Grant[] = [...PEOPLE.liaison, ...PEOPLE.leadUnitOfficer];
  const leads = [
    live({ category: 0, townshipId: EAST, unitId: 'u-water', steps: [] }, 1),
    live({ category: 0, townshipId: null, unitId: 'u-transport', steps: [] }, 2),
  ];
  const seenAs = async (as?: string) =>
    (await walk(leads, grants, hoursLater(1), as === undefined ? {} : { as })).ids;

  it('looks from one of them at a time', async () => {
    expect(await seenAs()).toEqual(['L000000001']);
    expect(await seenAs(`liaison:${EAST}`)).toEqual(['L000000001']);
    expect(await seenAs('unitOfficer:u-transport')).toEqual([]);
  });
  it('is refused an office that is not theirs', async () => {
    await expect(seenAs('staff')).rejects.toThrow('FORBIDDEN');
  });
});
