import type { Clock, Lead } from './lead';

/** Being late, everybody who was told of it, and being chased for it, belongs to a clock and ends with it. */
export const IN_TIME = { overdue: false, reminded: false, chasedAt: null, escalatedTo: [] } as const;

/** A new clock. */
export const start = (kind: Clock['kind'], startedAt: string, workingDays: number) => ({
  clock: { kind, startedAt, workingDays },
  ...IN_TIME,
});
/** A clock that ends on a promised day. */
export const startUntil = (kind: Clock['kind'], startedAt: string, until: string) => ({
  clock: { kind, startedAt, workingDays: 1, until },
  ...IN_TIME,
});
export const noClock = { clock: null, ...IN_TIME } as const;
/** The clock with what was left on it, to be run again later. */
export const stop = (lead: Lead, workingDays: number) =>
  lead.clock === null ? null : { ...lead.clock, workingDays };
/** The stopped clock, running again with what was left on it. */
export const resume = (lead: Lead, at: string) =>
  lead.stoppedClock === null
    ? { ...noClock, stoppedClock: null }
    : { clock: { ...lead.stoppedClock, startedAt: at }, ...IN_TIME, stoppedClock: null };
