import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { LeadStatus } from '@contract/lead';
import type { LeadCommand } from '../../cloudfunctions/core/domain/lead/commands';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { evolve, replay } from '../../cloudfunctions/core/domain/lead/evolve';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { isAllowed, isPrivate, TRANSITIONS } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { officesAbove } from '../../cloudfunctions/core/domain/deadlines/offices-above';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import {
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  hoursLater,
  RESIDENT,
  SECOND_CLERK,
  SYSTEM,
  UNIT_CLERK,
} from '../support/builders';
import { contextAt } from '../support/given-when-then';

/** Lives lived together: 500 times 200 steps. A failing one is printed with its seed and path, and replays from them. */
const LIVES = 500;
const STEPS = 200;
vi.setConfig({ testTimeout: 120_000 });
fc.configureGlobal({ interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true });

type Name = keyof typeof TRANSITIONS;
const PAIRED: readonly Name[] = ['absorbLead', 'releaseLead'];
const NAMES = (Object.keys(TRANSITIONS) as Name[]).filter((name) => !PAIRED.includes(name));
/** What can be asked for only after several others in their order: taken up more often where it can be. */
const SELDOM: readonly Name[] = ['acceptHandOver', 'askExtension', 'refuseExtension'];
const PEOPLE: readonly Actor[] = [CLERK, SECOND_CLERK, UNIT_CLERK, RESIDENT, SYSTEM, CLERK];
const POLICY = { ...COUNTY.policy, remindBefore: 1 };

interface Stored {
  lead: Lead;
  version: number;
  log: LeadEvent[];
}

/** A small county in memory that keeps the rules of the store: one write a version, two leads together or none. */
class Life {
  readonly leads: Stored[] = [];
  private hours = 0;
  submitted = 0;
  readonly done = new Set<Name>();
  stale = 0;

  step(dice: number): void {
    const draw = (sides: number): number => {
      const face = dice % sides;
      dice = Math.floor(dice / sides) + face * 7_919;
      return face;
    };
    this.hours += draw(3) === 0 ? draw(200) : draw(20);
    if (this.leads.length < 3 || (this.leads.length < 9 && draw(25) === 0)) return this.submit(null);
    const index = draw(this.leads.length);
    const stored = this.leads[index];
    if (!stored) return;
    const allowed = NAMES.filter((name) => isAllowed(stored.lead, name));
    const seldom = SELDOM.find((name) => allowed.includes(name));
    const usual = seldom !== undefined && draw(2) === 0 ? [seldom] : allowed;
    const choice = draw(6) === 0 || allowed.length === 0 ? NAMES : usual;
    const name = choice[draw(choice.length)] ?? 'addNote';
    const by = PEOPLE[draw(PEOPLE.length)] ?? CLERK;
    const other = this.leads[draw(this.leads.length)];
    this.ask(stored, this.commandFor(name, stored, other, draw), by, draw(8) === 0);
  }

  private submit(parent: Lead | null): void {
    const { type: _, ...facts } = FACTS.LeadSubmitted;
    const id = `L-${this.leads.length}`;
    const { owner } = FACTS.LeadRouted;
    const route = { ...FACTS.LeadRouted.route, certain: this.leads.length % 2 === 0 };
    const splitFrom = parent ? { splitFrom: { leadId: parent.id, number: parent.number } } : {};
    const command: LeadCommand = {
      ...facts,
      ...splitFrom,
      ...(parent === null && this.leads.length % 3 === 0
        ? { onBehalf: { relation: 'elder' as const, news: 'both' as const }, awaitsTranscript: true as const }
        : {}),
      type: 'submitLead',
      leadId: id,
      number: id,
      route,
      owner,
    };
    const decided = decide(null, command, this.context(parent ? CLERK : RESIDENT));
    if (!decided.ok) throw new Error('a submission was refused');
    this.leads.push({ lead: replay(decided.value), version: 1, log: [...decided.value] });
    if (parent === null) this.submitted += 1;
  }

  private context(by: Actor, flag = false) {
    const unitId = by === UNIT_CLERK ? 'u-transport' : undefined;
    return contextAt({
      at: hoursLater(this.hours),
      by,
      unitId,
      policy: { ...POLICY, secondPairOfEyes: flag },
    });
  }

  private commandFor(
    name: Name,
    { lead }: Stored,
    other: Stored | undefined,
    draw: (sides: number) => number,
  ): LeadCommand & { type: Name } {
    const target = other?.lead ?? lead;
    switch (name) {
      case 'mergeLead':
        return { type: name, into: { leadId: target.id, number: target.number }, reason: '同一件' };
      case 'splitLead':
        return {
          type: name,
          part: { leadId: `L-${this.leads.length}`, number: `L-${this.leads.length}` },
          reason: '两件',
        };
      case 'giveFeedback':
        return { type: name, fixed: draw(3) === 0, stars: 2, words: '还有坑' };
      case 'promiseOutcome':
        return {
          ...COMMANDS.promiseOutcome,
          unitId: lead.handOver?.unitId ?? 'u-water',
          dueOn: '2099-12-31',
        };
      case 'noteDeadline':
        return { type: name, offices: officesAbove(lead, COUNTY) };
      default:
        return COMMANDS[name];
    }
  }

  /** As the use cases do it: who looked at an older version is refused; what belongs together is written together. */
  private ask(stored: Stored, command: LeadCommand & { type: Name }, by: Actor, isStale: boolean): void {
    if (isStale && stored.version > 1) return void (this.stale += 1);
    const before = stored.lead;
    const result = decide(before, command, this.context(by, this.hours % 2 === 0));
    if (!isAllowed(before, command.type))
      expect(result).toMatchObject({ ok: false, refusal: { code: 'WRONG_STATE' } });
    if (!result.ok) return;
    const pair = this.partnerOf(command, before, by);
    if (pair === 'refused') return;
    this.write(stored, result.value);
    if (pair) this.write(pair.stored, pair.events);
    if (command.type === 'splitLead') this.submit(before);
    this.done.add(command.type);
    this.check(before, command.type, stored.lead);
  }

  private partnerOf(
    command: LeadCommand,
    lead: Lead,
    by: Actor,
  ): { stored: Stored; events: LeadEvent[] } | 'refused' | null {
    const into =
      command.type === 'mergeLead' ? command.into : command.type === 'unmergeLead' ? lead.mergedInto : null;
    if (into === null) return null;
    const stored = this.leads.find((candidate) => candidate.lead.id === into.leadId);
    if (!stored) return 'refused';
    const other = { leadId: lead.id, number: lead.number };
    const type = command.type === 'mergeLead' ? ('absorbLead' as const) : ('releaseLead' as const);
    const result = decide(stored.lead, { type, other }, this.context(by));
    return result.ok ? { stored, events: result.value } : 'refused';
  }

  private write(stored: Stored, events: LeadEvent[]): void {
    stored.lead = events.reduce<Lead>(evolve, stored.lead);
    stored.log.push(...events);
    stored.version += 1;
  }

  /** Nobody's lead, an unlawful way, a rating that somebody touched: none of these, ever. */
  private check(before: Lead, command: Name, after: Lead): void {
    expect(lawful(before, command)).toContain(after.status);
    const { owner } = after;
    if (owner.kind === 'unit') {
      expect(after.handOver).toMatchObject({ unitId: owner.unitId, returned: null });
      expect(queueKeysOf(after)).toContain(`in:u:${owner.unitId}`);
    }
    if (isPrivate(after)) expect(owner.kind).toBe('countyDesk');
    if (command !== 'giveFeedback') expect(after.feedback).toBe(before.feedback);
    if (after.proposal !== null)
      expect(['accepted', 'reopened', 'awaitingSupplement', 'merged']).toContain(after.status);
    if (after.awaitsReview) expect([after.clock?.kind, after.stoppedClock?.kind]).toContain('review');
    if (after.promise !== null && after.status === 'inProgress') expect(after.handOver?.returned).toBeNull();
    if (after.bounces >= 3) expect(owner.kind).not.toBe('liaison');
  }
}

/** The state the table of transitions promises after the command. */
function promised(before: Lead, command: Name): LeadStatus {
  const { to } = TRANSITIONS[command];
  if (to === 'same') return before.status;
  if (to === 'before') return before.statusBefore ?? before.status;
  if (to === 'proposed') return before.proposal?.decision.kind ?? before.status;
  return to;
}

function lawful(before: Lead, command: Name): (LeadStatus | null)[] {
  if (command === 'giveFeedback') return [before.status, 'closed', 'reopened', before.outcome?.kind ?? null];
  if (command === 'noteDeadline') return [before.status, 'closed', before.statusBefore];
  // A decision may be a proposal first.
  if (command === 'adoptLead' || command === 'declineLead') return [promised(before, command), before.status];
  return [promised(before, command)];
}

const links = (leads: readonly Stored[]) => ({
  merged: leads
    .flatMap(({ lead }) => (lead.mergedInto ? [`${lead.id} in ${lead.mergedInto.leadId}`] : []))
    .sort(),
  absorbed: leads.flatMap(({ lead }) => lead.absorbed.map(({ leadId }) => `${leadId} in ${lead.id}`)).sort(),
  parts: leads.flatMap(({ lead }) => lead.parts.map(({ leadId }) => `${leadId} of ${lead.id}`)).sort(),
  splitFrom: leads
    .flatMap(({ lead }) => (lead.splitFrom ? [`${lead.id} of ${lead.splitFrom.leadId}`] : []))
    .sort(),
});

describe('a county in which people work at once', () => {
  it('loses no lead and goes no unlawful way in a hundred thousand steps of merging, splitting, returning and reopening', () => {
    const done = new Set<Name>();
    let steps = 0;
    let stale = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: STEPS, maxLength: STEPS }), (dice) => {
        const life = new Life();
        for (const one of dice) life.step(one);
        const { merged, absorbed, parts, splitFrom } = links(life.leads);
        expect(absorbed).toEqual(merged);
        expect(splitFrom).toEqual(parts);
        for (const { lead, log } of life.leads) {
          expect(replay(log)).toEqual(lead);
          // What stands in another lead holds none itself: there is no circle.
          if (lead.mergedInto) expect(lead.absorbed).toEqual([]);
        }
        const received = life.leads.filter(({ lead }) => queueKeysOf(lead).includes('all'));
        expect(received).toHaveLength(life.submitted);
        for (const name of life.done) done.add(name);
        steps += dice.length;
        stale += life.stale;
      }),
      { numRuns: LIVES, endOnFailure: true },
    );
    expect(steps).toBeGreaterThanOrEqual(100_000);
    expect(stale).toBeGreaterThan(1_000);
    expect(NAMES.filter((name) => !done.has(name))).toEqual([]);
  });
});
