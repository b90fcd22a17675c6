import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ANONYMITIES, ENTRIES, LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { brokenAt, seal } from '../../cloudfunctions/core/app/lead/record';
import type { LeadCommand } from '../../cloudfunctions/core/domain/lead/commands';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { evolve, replay } from '../../cloudfunctions/core/domain/lead/evolve';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { isAllowed, isPrivate, TRANSITIONS } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { ownerOf, routeFor } from '../../cloudfunctions/core/domain/routing/route-lead';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import { addCounts, difference, type Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import {
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  hoursLater,
  RESIDENT,
  SECOND_CLERK,
  draw,
  sha256,
  SYSTEM,
  UNIT_CLERK,
} from '../support/builders';
import { contextAt } from '../support/given-when-then';

type Name = keyof typeof TRANSITIONS;
const NAMES = Object.keys(TRANSITIONS) as Name[];
/** What can be asked for only after several others in their order: taken up more often where it can be. */
const SELDOM: readonly Name[] = ['askExtension', 'refuseExtension'];
const UNITS = COUNTY.units.map(({ id }) => id);
const TOWNSHIPS = [null, ...COUNTY.townships.map(({ id }) => id)];

/** One step: time passes, then somebody asks for something, mostly for one of the things that can be asked now. */
interface Step {
  hours: number;
  pick: number;
  blind: boolean;
  flag: boolean;
  by: Actor;
  unitIds: string[];
  category: number;
  township: number;
  days: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.oneof(fc.nat(30), fc.nat(900)),
  pick: fc.nat(),
  blind: fc.boolean(),
  flag: fc.boolean(),
  by: fc.constantFrom<Actor>(CLERK, SECOND_CLERK, RESIDENT, SYSTEM, UNIT_CLERK),
  unitIds: fc.array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 4 }),
  category: fc.nat(COUNTY.categories.length - 1),
  township: fc.nat(TOWNSHIPS.length - 1),
  days: fc.integer({ min: 1, max: 40 }),
});
const life = fc.record({
  entry: fc.constantFrom(...ENTRIES),
  anonymity: fc.constantFrom(...ANONYMITIES),
  begin: step,
  steps: fc.array(step, { minLength: 1, maxLength: 120, size: 'max' }),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;

const LIVES = 200;
// A failing life is shrunk for a while, not until the test's own time is over: seed and path are printed either way.
fc.configureGlobal({ interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true });
vi.setConfig({ testTimeout: 60_000 });
const seen = { steps: 0, statuses: new Set<LeadStatus>(), commands: new Set<string>() };

function placed({ category, township, flag: certain }: Step) {
  const chosen = COUNTY.categories[category];
  if (chosen === undefined) throw new Error('no such category');
  const route = {
    ...FACTS.LeadRouted.route,
    ...routeFor(chosen, TOWNSHIPS[township] ?? null, COUNTY),
    certain,
  };
  return { route, owner: ownerOf(route, COUNTY) };
}

/** The step's command: a blind one may be anything at all, the others come from what the lead allows now. */
function commandOf(lead: Lead, step: Step): LeadCommand & { type: Name } {
  const allowed = NAMES.filter((name) => isAllowed(lead, name));
  const often = [
    ...allowed,
    ...allowed.flatMap((one) => (SELDOM.includes(one) ? Array<Name>(9).fill(one) : [])),
  ];
  const choice = step.blind || allowed.length === 0 ? NAMES : often;
  const name = choice[step.pick % choice.length] ?? 'addNote';
  const [unitId = 'u-water', ...supportingUnitIds] = step.unitIds;
  const other = { leadId: `L-${step.pick % 3}`, number: `n-${step.pick % 3}` };
  switch (name) {
    case 'handOver':
      return { type: name, unitId, supportingUnitIds, workingDays: step.days };
    case 'promiseOutcome':
      return { ...COMMANDS.promiseOutcome, unitId: lead.handOver?.unitId ?? unitId, dueOn: '2099-12-31' };
    case 'askExtension':
    case 'extendDeadline':
      return { ...COMMANDS[name], workingDays: step.days };
    case 'rerouteLead':
      return { ...COMMANDS.rerouteLead, ...placed(step) };
    case 'confirmRoute': {
      const { route, owner } = placed({ ...step, flag: true });
      return { type: name, route, owner };
    }
    case 'giveFeedback':
      return { type: name, fixed: step.flag, stars: 3, words: step.blind ? '' : '还有坑' };
    case 'mergeLead':
      return { ...COMMANDS.mergeLead, into: other };
    case 'absorbLead':
    case 'releaseLead':
      return { type: name, other };
    default:
      return COMMANDS[name];
  }
}

function begin({ entry, anonymity, begin: first }: Life): LeadEvent[] {
  const { type: _, ...submitted } = FACTS.LeadSubmitted;
  const command: LeadCommand = {
    ...submitted,
    type: 'submitLead',
    onBehalf: { relation: 'elder', news: 'both' },
    ...(first.blind ? { awaitsTranscript: true as const } : {}),
    leadId: 'L-1',
    entry,
    anonymity,
    ...placed(first),
  };
  const decided = decide(null, command, contextAt({ at: hoursLater(0), by: RESIDENT }));
  if (!decided.ok) throw new Error('a submission was refused');
  return decided.value;
}

/** Lives one life; `look` sees the lead before and after every step, with the command and what came of it. */
function live(one: Life, look: (walk: Walk) => void): { log: LeadEvent[]; lead: Lead } {
  const log = begin(one);
  let lead = replay(log);
  let hours = 0;
  for (const step of one.steps) {
    hours += step.hours;
    const command = commandOf(lead, step);
    const unitId = step.by === UNIT_CLERK ? step.unitIds[0] : undefined;
    const policy = { ...COUNTY.policy, secondPairOfEyes: step.flag };
    const at = hoursLater(hours);
    const result = decide(lead, command, contextAt({ at, by: step.by, unitId, policy }));
    const events = result.ok ? result.value : [];
    const after = events.reduce<Lead>(evolve, lead);
    look({ before: lead, command, unitId, result, events, after });
    lead = after;
    log.push(...events);
    seen.steps += 1;
    seen.statuses.add(lead.status);
    if (result.ok) seen.commands.add(command.type);
  }
  return { log, lead };
}
interface Walk {
  before: Lead;
  command: LeadCommand & { type: Name };
  /** The office of the unit it is asked from. */
  unitId: string | undefined;
  result: ReturnType<typeof decide>;
  events: LeadEvent[];
  after: Lead;
}

/** Where a taken command may have led: to where the table says, or where a resident's word leads by itself. */
function mayLeadTo({ before, command }: Walk): (LeadStatus | null)[] {
  const { to } = TRANSITIONS[command.type];
  if (to === 'proposed') return [before.proposal?.decision.kind ?? null];
  const target =
    to === 'same' ? before.status : to === 'before' ? (before.statusBefore ?? before.status) : to;
  if (command.type === 'giveFeedback')
    return [before.status, 'closed', 'reopened', before.outcome?.kind ?? null];
  // Where the county wants a second pair of eyes, a decision is a proposal first.
  if (command.type === 'adoptLead' || command.type === 'declineLead') return [target, before.status];
  if (command.type === 'noteDeadline') return [before.status, 'closed', before.statusBefore];
  return [target];
}

/** How a command is refused that the table does not allow: a unit beside the one in charge is not told the state. */
const refusedAs = ({ before, command, unitId }: Walk): string =>
  command.type === 'askExtension' &&
  unitId !== undefined &&
  before.handOver?.supportingUnitIds.includes(unitId) === true
    ? 'FORBIDDEN'
    : 'WRONG_STATE';

const splice = <Item>(list: readonly Item[], at: number, removed: number, ...put: Item[]): Item[] => [
  ...list.slice(0, at),
  ...put,
  ...list.slice(at + removed),
];
/** One lead counted anew. */
const count = (keys: readonly string[]): Counts => difference([], keys);

describe('whatever people ask for, in whatever order', () => {
  it('a lead moves only along the table, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(life, (one) => {
        live(one, (walk) => {
          const { before, command, result, after } = walk;
          if (result.ok) expect(mayLeadTo(walk)).toContain(after.status);
          else expect(after).toBe(before);
          if (!isAllowed(before, command.type))
            expect(result).toMatchObject({ ok: false, refusal: { code: refusedAs(walk) } });
          expect(['undecided', 'adopted', 'declined'].indexOf(after.adoption)).toBeGreaterThanOrEqual(0);
          if (before.adoption === 'adopted') expect(after.adoption).toBe('adopted');
        });
      }),
      { numRuns: LIVES },
    );
  });

  it('a lead is never without somebody who holds it and can see it', () => {
    fc.assert(
      fc.property(life, (one) => {
        live(one, ({ after }) => {
          const { owner } = after;
          if (owner.kind === 'unit')
            expect(after.handOver).toMatchObject({ unitId: owner.unitId, returned: null });
          if (owner.kind === 'unit') expect(queueKeysOf(after)).toContain(`in:u:${owner.unitId}`);
          if (owner.kind === 'liaison') expect(queueKeysOf(after)).toContain(`in:t:${owner.townshipId}`);
          if (isPrivate(after)) expect(owner).toEqual({ kind: 'countyDesk' });
        });
      }),
      { numRuns: LIVES },
    );
  });

  it('the log tells the state, also after it was written down', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { log, lead } = live(one, ({ before, events, after }) => {
          expect(events.reduce<Lead>(evolve, before)).toEqual(after);
        });
        expect(replay(log)).toEqual(lead);
        expect(replay(JSON.parse(JSON.stringify(log)) as LeadEvent[])).toEqual(lead);
      }),
      { numRuns: LIVES },
    );
  });

  it('a lead stands in every list once, and no private one in anybody’s but the committee’s', () => {
    fc.assert(
      fc.property(life, (one) => {
        live(one, ({ after }) => {
          const keys = queueKeysOf(after);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys).toContain('all');
          expect(keys.filter((key) => /^s:\w+$/.test(key))).toEqual([`s:${after.status}`]);
          expect(keys.some((key) => key.includes('in:'))).toBe(!isPrivate(after));
          // Whose turn it is differs from office to office: a pair of the day need not have its fact alone.
          const pairs = keys.filter((key) => key.includes('|') && !key.startsWith('d:'));
          const single = new Set(keys.filter((key) => !key.includes('|')));
          expect(pairs.filter((pair) => !pair.split('|').every((part) => single.has(part)))).toEqual([]);
        });
      }),
      { numRuns: LIVES },
    );
  });

  it('the tally, carried along change by change, is the recount', () => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 1, maxLength: 4 }), (lives) => {
        let tally: Counts = {};
        const ends = lives.map((one) => {
          let counted: string[] = [];
          const { lead } = live(one, ({ after }) => {
            const carried = queueKeysOf(after);
            tally = addCounts(tally, difference(counted, carried));
            counted = carried;
          });
          return lead;
        });
        const recounted = ends.reduce<Counts>((sum, end) => addCounts(sum, count(queueKeysOf(end))), {});
        expect(tally).toEqual(recounted);
      }),
      { numRuns: LIVES / 4 },
    );
  });

  it('a clock runs as long as somebody has something to do by a date, and stands where nobody has', () => {
    const RUNS: LeadStatus[] = [
      'routed',
      'accepted',
      'awaitingSupplement',
      'inProgress',
      'resolved',
      'unresolvable',
      'reopened',
    ];
    const STANDS: LeadStatus[] = ['declined', 'outOfScope', 'closed', 'merged', 'withdrawn'];
    fc.assert(
      fc.property(life, (one) => {
        live(one, ({ after }) => {
          const isOld = after.entry === 'ledger';
          if (RUNS.includes(after.status) && !isOld) expect(after.clock).not.toBeNull();
          if (STANDS.includes(after.status)) expect(after).toMatchObject({ clock: null, overdue: false });
          const waits = after.handOver?.extensionAsked != null;
          if (waits) expect(['inProgress', 'awaitingSupplement']).toContain(after.status);
          if (after.clock) expect(after.clock.workingDays).toBeGreaterThanOrEqual(1);
        });
      }),
      { numRuns: LIVES },
    );
  });

  it('these lives went through every state and every command, in at least twenty thousand steps', () => {
    fc.assert(
      fc.property(life, (one) => void live(one, () => undefined)),
      { numRuns: 2.5 * LIVES },
    );
    expect(seen.steps).toBeGreaterThanOrEqual(20_000);
    expect(
      [...LEAD_STATUSES].filter((status) => status !== 'submitted' && !seen.statuses.has(status)),
    ).toEqual([]);
    expect(NAMES.filter((name) => !seen.commands.has(name))).toEqual([]);
  });
});

describe('the chain of a log', () => {
  const sealed = (log: LeadEvent[]) =>
    seal([], log, { requestId: 'r-1', fingerprint: 'f', digest: sha256, draw });
  const short = life.map((one) => ({ ...one, steps: one.steps.slice(0, 15) }));

  it('is whole as it was written, however many writes it took', () => {
    fc.assert(
      fc.property(short, fc.nat(), (one, cut) => {
        const { log } = live(one, () => undefined);
        const at = cut % log.length;
        const first = sealed(log.slice(0, at));
        const chain = [
          ...first,
          ...seal(first, log.slice(at), { requestId: 'r-1', fingerprint: 'f', digest: sha256, draw }),
        ];
        expect(chain).toEqual(sealed(log));
        expect(brokenAt(chain, sha256)).toBeNull();
        expect(brokenAt(JSON.parse(JSON.stringify(chain)) as typeof chain, sha256)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('shows every single edited, removed, doubled or moved event', () => {
    fc.assert(
      fc.property(short, (one) => {
        const chain = sealed(live(one, () => undefined).log);
        chain.forEach((entry, index) => {
          const edits = [
            { ...entry, event: { ...entry.event, at: hoursLater(-1) } },
            { ...entry, event: { ...entry.event, by: SYSTEM, note: 'x' } as LeadEvent },
            { ...entry, requestId: 'r-2' },
            { ...entry, seq: entry.seq + 1 },
            { ...entry, hash: entry.hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
          ];
          for (const edited of edits) expect(brokenAt(splice(chain, index, 1, edited), sha256)).toBe(index);
          expect(brokenAt(splice(chain, index, 0, entry), sha256)).not.toBeNull();
          if (index < chain.length - 1) expect(brokenAt(splice(chain, index, 1), sha256)).toBe(index);
          const next = chain[index + 1];
          if (next) expect(brokenAt(splice(chain, index, 2, next, entry), sha256)).toBe(index);
        });
      }),
      { numRuns: 60 },
    );
  });
});
