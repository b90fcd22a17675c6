import type { Clock, Lead } from './lead';

/** A new clock; being late belongs to the old one. */
export const start = (kind: Clock['kind'], startedAt: string, workingDays: number) => ({
  clock: { kind, startedAt, workingDays },
  overdue: false,
});
/** A clock that ends on a promised day. */
export const startUntil = (kind: Clock['kind'], startedAt: string, until: string) => ({
  clock: { kind, startedAt, workingDays: 1, until },
  overdue: false,
});
export const noClock = { clock: null, overdue: false } as const;
/** The clock with what was left on it, to be run again later. */
export const stop = (lead: Lead, workingDays: number) =>
  lead.clock === null ? null : { ...lead.clock, workingDays };
/** The stopped clock, running again with what was left on it. */
export const resume = (lead: Lead, at: string) =>
  lead.stoppedClock === null
    ? { ...noClock, stoppedClock: null }
    : { clock: { ...lead.stoppedClock, startedAt: at }, overdue: false, stoppedClock: null };
