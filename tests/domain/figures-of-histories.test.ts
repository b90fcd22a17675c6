import { expect, test, vi } from 'vitest';
import { PERIOD_KINDS, periodOf } from '@contract/periods';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { evolve, replay } from '../../cloudfunctions/core/domain/lead/evolve';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { isAllowed, TRANSITIONS } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { ownerOf, routeFor } from '../../cloudfunctions/core/domain/routing/route-lead';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import { codeFiguresOf, statisticsOf } from '../../cloudfunctions/core/domain/statistics/statistics-of';
import { addInto, difference, type Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import {
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  hoursLater,
  RESIDENT,
  SYSTEM,
  UNIT_CLERK,
} from '../support/builders';
import { withCodes } from '../support/figures';
import { contextAt } from '../support/given-when-then';
import { seededRandom } from '../support/random-life';
import { recountOf, shapeOf, type CountedLead } from '../support/recount';

/** Ten thousand leads with random histories over two years, counted change by change and whenever it happens to be. */
const HISTORIES = 10_000;
const MOST_STEPS = 14;
const SEED = 20_260_601;
const HOURS = 24 * 365 * 2;
vi.setConfig({ testTimeout: 120_000 });

type Name = keyof typeof TRANSITIONS;
const NAMES = Object.keys(TRANSITIONS) as Name[];
const PEOPLE: readonly Actor[] = [CLERK, CLERK, UNIT_CLERK, RESIDENT, SYSTEM];
const random = seededRandom(SEED);
const draw = (sides: number): number => Math.floor(random() * sides);
const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;

function submitted(index: number, at: string): LeadEvent[] {
  const route = {
    ...FACTS.LeadRouted.route,
    ...routeFor(pick(COUNTY.categories), pick([null, ...COUNTY.townships])?.id ?? null, COUNTY),
  };
  const split = draw(12) === 0 ? { splitFrom: { leadId: 'L-0', number: 'n-0' } } : {};
  return [
    { ...FACTS.LeadSubmitted, leadId: `L-${index}`, ...split, at, by: RESIDENT },
    { ...FACTS.LeadRouted, route, owner: ownerOf(route, COUNTY), at, by: SYSTEM },
  ];
}

function commandFor(lead: Lead, heldOn: string) {
  const allowed = NAMES.filter((name) => isAllowed(lead, name));
  const name = pick(allowed);
  if (name === 'holdConsultation')
    return { ...COMMANDS.holdConsultation, heldOn, place: pick(['会议室', '村部']) };
  if (name === 'promiseOutcome') {
    return { ...COMMANDS.promiseOutcome, unitId: lead.handOver?.unitId ?? '', dueOn: '2099-12-31' };
  }
  if (name === 'giveFeedback') {
    return { ...COMMANDS.giveFeedback, fixed: draw(2) === 0, stars: 1 + draw(5), words: '看过了。' };
  }
  return COMMANDS[name];
}

test('the figures of ten thousand random histories equal a recount, of everything and of every period', () => {
  const counts: Counts = {};
  const leads: CountedLead[] = [];
  for (let index = 0; index < HISTORIES; index += 1) {
    let hours = draw(HOURS);
    const log = submitted(index, hoursLater(hours));
    let lead = replay(log);
    let counted: string[] = [];
    for (let steps = draw(MOST_STEPS); steps > 0; steps -= 1) {
      hours += draw(24 * 12);
      const at = hoursLater(hours);
      const decided = decide(lead, commandFor(lead, at.slice(0, 10)), contextAt({ at, by: pick(PEOPLE) }));
      if (!decided.ok) continue;
      log.push(...decided.value);
      lead = decided.value.reduce<Lead>(evolve, lead);
      // The timer counts now and then, not after every change.
      if (draw(3) === 0) counted = countAnew(counts, counted, lead);
    }
    countAnew(counts, counted, lead);
    leads.push({ ...lead, events: log } as unknown as CountedLead);
  }
  const now = hoursLater(2 * HOURS);
  const figuresOf = (period: string | null) =>
    withCodes(statisticsOf(counts, COUNTY, now, period), codeFiguresOf(counts, COUNTY, now, period));
  const all = figuresOf(null);
  expect(shapeOf(all)).toEqual(recountOf(leads, COUNTY.sectors, null));
  const months = all.months.map(({ id }) => id);
  const periods = PERIOD_KINDS.flatMap((kind) => [...new Set(months.map((month) => periodOf(kind, month)))]);
  expect(periods.length).toBeGreaterThan(35);
  for (const period of periods) {
    expect([period, shapeOf(figuresOf(period))]).toEqual([period, recountOf(leads, COUNTY.sectors, period)]);
  }
  // Chance has been everywhere a figure is.
  for (const [trait, count] of Object.entries(all.traits)) expect([trait, count > 0]).toEqual([trait, true]);
  for (const [pace, { count }] of Object.entries(all.paces)) expect([pace, count > 0]).toEqual([pace, true]);
  for (const [pace, { days, count, median, ninetieth }] of Object.entries(all.paces)) {
    const sorted = days.flatMap((one) => Array<number>(one.count).fill(one.days));
    expect([pace, median, ninetieth]).toEqual([
      pace,
      sorted[Math.ceil(count * 0.5) - 1],
      sorted[Math.ceil(count * 0.9) - 1],
    ]);
  }
});

function countAnew(counts: Counts, counted: readonly string[], lead: Lead): string[] {
  const carried = queueKeysOf(lead);
  addInto(counts, difference(counted, carried));
  return carried;
}
