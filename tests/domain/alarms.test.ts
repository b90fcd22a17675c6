import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteDeadlines } from '../../cloudfunctions/core/app/jobs/run-jobs';
import { DOUBT_MS, LONGEST_SLEEP_MS, steadyNow } from '../../cloudfunctions/core/app/jobs/steady-clock';
import { indexOf } from '../../cloudfunctions/core/app/lead/record';
import type { LeadRecord, Ports } from '../../cloudfunctions/core/app/ports';
import type { County } from '../../cloudfunctions/core/domain/county';
import { officesAbove } from '../../cloudfunctions/core/domain/deadlines/offices-above';
import {
  CALENDAR,
  COUNTY,
  history,
  hoursLater,
  NORTH,
  PRIVATE_MATTER,
  recordOf,
  ROUTE,
  draw,
  sha256,
  SUBMITTED_AT,
  type Step,
} from '../support/builders';
import { stateOf } from '../support/given-when-then';

const HOUR = 3_600_000;
const TEN_YEARS_IN_HOURS = 87_660;
const county: County = { ...COUNTY, policy: { ...COUNTY.policy, remindBefore: 1 } };

/** A county whose leads lie in memory, with a clock that can be set and a timer that remembers. */
function world(...records: LeadRecord[]) {
  let now = SUBMITTED_AT;
  const stored = new Map(records.map((record) => [record.lead.id, record]));
  let memory: Awaited<ReturnType<Ports['timer']['recall']>> = null;
  const dueAt = (record: LeadRecord) =>
    indexOf(record, { county, calendar: CALENDAR, digest: sha256 }).nextDueAt;
  const ports = {
    clock: { now: () => now },
    digest: sha256,
    random: { token: draw },
    county: () => Promise.resolve(county),
    log: { info: () => undefined, error: () => undefined },
    timer: {
      recall: () => Promise.resolve(memory),
      remember: (next: NonNullable<typeof memory>) => Promise.resolve(void (memory = next)),
    },
    leads: {
      listDue: (at: string) =>
        Promise.resolve([...stored.values()].filter((record) => (dueAt(record) ?? '9') <= at)),
      save: ({ record }: { record: LeadRecord }) =>
        Promise.resolve(Boolean(stored.set(record.lead.id, record))),
    },
  } as unknown as Ports;
  return {
    async run(hours: number): Promise<void> {
      now = hoursLater(hours);
      const steady = await steadyNow(ports);
      if (steady !== null) await noteDeadlines(ports, steady);
    },
    /** What happened by itself, without the moment at which somebody noticed. */
    facts: () =>
      [...stored.values()].map(({ events }) =>
        events
          .filter(({ event }) => event.by.kind === 'system')
          .map(({ event: { at: _at, by: _by, ...fact } }) => fact),
      ),
    outbox: () => [...stored.values()].flatMap(({ outbox }) => outbox),
  };
}

const HOURS = 24 * 60;
/** The timer as it should run, as far as hours go. */
const everyHour = Array.from({ length: HOURS }, (_, hour) => hour + 1);
async function livedThrough(steps: Step[], hours: readonly number[]) {
  const place = world(recordOf(history(steps)));
  for (const hour of hours) await place.run(hour);
  return place;
}
const LIVES: Step[][] = [
  [],
  ['LeadAccepted'],
  ['LeadAccepted', 'SupplementAsked'],
  ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver'],
  ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'OutcomePromised'],
  ['LeadAccepted', 'LeadResolved'],
];

describe('a date that passes', () => {
  it('is reminded of, missed, and goes up office by office, each with its date and how late it is', async () => {
    const place = await livedThrough([], everyHour);
    const dueAt = '2026-03-12T10:00:00.000Z';
    const about = { kind: 'accept', dueAt };
    expect(place.facts()[0]?.slice(1)).toEqual([
      { type: 'DeadlineNearing', ...about },
      { type: 'DeadlineMissed', ...about },
      { type: 'LeadEscalated', to: 'liaison', ...about, lateBy: 0 },
      { type: 'LeadEscalated', to: 'convener', ...about, lateBy: 2 },
      { type: 'LeadEscalated', to: 'secretaryGeneral', ...about, lateBy: 4 },
      { type: 'LeadEscalated', to: 'chair', ...about, lateBy: 7 },
    ]);
  });

  it('tells each person once, in words that hold no word and no name of the resident', async () => {
    const told = (await livedThrough([], everyHour)).outbox();
    expect(told.map(({ recipientKey }) => recipientKey)).toEqual([
      'account:a-liaison-east',
      'account:a-liaison-east',
      'account:a-liaison-east',
      'account:a-convener-east',
      'account:a-secretary',
      'account:a-chair',
    ]);
    expect(told.at(-1)?.text).toBe(
      '东河镇水磨村，道路交通，受理期限是3月12日（星期四），已经过了 7 个工作日，现在在东河联络员，请您过问。',
    );
    expect(JSON.stringify(told)).not.toMatch(/张桂兰|13900000001|全是坑/);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  });

  it('passes over an office nobody holds, and leaves a private matter on the desk', () => {
    const lead = (first: Parameters<typeof history>[1]) => stateOf(history([], first)) ?? recordOf([]).lead;
    const north = lead({ routed: { route: { ...ROUTE, townshipId: NORTH } } });
    expect(officesAbove(north, county)).toEqual(['secretaryGeneral', 'chair']);
    expect(officesAbove(lead(PRIVATE_MATTER), county)).toEqual([]);
    const nobody = { ...county, leadership: { secretaryGeneral: null, chair: null } };
    expect(officesAbove(north, nobody)).toEqual([]);
  });

  it('needs no reminder once it has passed: who looks late is told that it is late', async () => {
    const told = (await livedThrough([], [24 * 20])).outbox();
    expect(told.filter(({ text }) => text.startsWith('快到期'))).toEqual([]);
    expect(told.filter(({ text }) => text.startsWith('超期了'))).toHaveLength(1);
  });
});

describe('whenever the timer runs', () => {
  it('a timer that sleeps for a week, or for any time at all, catches up everything once and in order', async () => {
    const expected = new Map<number, unknown>();
    for (const [index, steps] of LIVES.entries())
      expected.set(index, (await livedThrough(steps, everyHour)).facts());
    const life = fc.nat(LIVES.length - 1);
    await fc.assert(
      fc.asyncProperty(
        life,
        fc.uniqueArray(fc.integer({ min: 1, max: HOURS }), { maxLength: 12 }),
        async (one, runs) => {
          const awake = [...runs.sort((a, b) => a - b), HOURS, HOURS, HOURS];
          expect((await livedThrough(LIVES[one] ?? [], awake)).facts()).toEqual(expected.get(one));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a clock that jumps ten years either way and back leaves no trace', async () => {
    const everyFourHours = everyHour.filter((hour) => hour % 4 === 0);
    const expected = await Promise.all(
      LIVES.map(async (steps) => (await livedThrough(steps, everyFourHours)).facts()),
    );
    const jump = fc.record({
      after: fc.nat(everyFourHours.length - 1),
      by: fc.constantFrom(TEN_YEARS_IN_HOURS, -TEN_YEARS_IN_HOURS),
      runs: fc.integer({ min: 1, max: 23 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(LIVES.length - 1),
        fc.array(jump, { minLength: 1, maxLength: 4 }),
        async (one, jumps) => {
          const hours = everyFourHours.flatMap((hour, index) => {
            const here = jumps.filter(({ after }) => after === index);
            return [
              hour,
              ...here.flatMap(({ by, runs }) => Array.from({ length: runs }, (_, n) => hour + by + n)),
            ];
          });
          expect((await livedThrough(LIVES[one] ?? [], hours)).facts()).toEqual(expected[one]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the clock by which dates are judged', () => {
  const clockAt = (moments: readonly number[]) => {
    let index = 0;
    let memory: Awaited<ReturnType<Ports['timer']['recall']>> = null;
    const ports = {
      clock: { now: () => new Date(Date.parse(SUBMITTED_AT) + (moments[index] ?? 0)).toISOString() },
      log: { info: () => undefined, error: () => undefined },
      timer: {
        recall: () => Promise.resolve(memory),
        remember: (next: NonNullable<typeof memory>) => Promise.resolve(void (memory = next)),
      },
    } as unknown as Ports;
    return async () => {
      const believed: boolean[] = [];
      for (index = 0; index < moments.length; index += 1) believed.push((await steadyNow(ports)) !== null);
      return believed;
    };
  };

  it('is believed after a sleep of up to sixty days', async () => {
    expect(await clockAt([0, HOUR, LONGEST_SLEEP_MS + HOUR])()).toEqual([true, true, true]);
  });
  it('is not believed when it jumps further, until it has stood there for a day', async () => {
    const far = LONGEST_SLEEP_MS * 2;
    expect(await clockAt([0, far, far + HOUR, far + DOUBT_MS, far + DOUBT_MS + HOUR])()).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });
  it('forgets its doubt when the clock is set right again', async () => {
    const far = LONGEST_SLEEP_MS * 60;
    expect(await clockAt([0, far, HOUR, far + DOUBT_MS, far + DOUBT_MS + HOUR])()).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});
