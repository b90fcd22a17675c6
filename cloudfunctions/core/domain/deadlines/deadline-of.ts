import type { Deadline } from '@contract/lead';
import type { Clock, Lead } from '../lead/lead';
import { addWorkingDays, closeOfDay, workingDaysBetween, type WorkingCalendar } from './working-days';

/** The date a clock ends on, recomputed from the log: unmoved by when or how often somebody looks. */
export function deadlineOf(lead: Pick<Lead, 'clock'>, calendar: WorkingCalendar): Deadline | null {
  if (lead.clock === null) return null;
  const { kind, startedAt, workingDays, until } = lead.clock;
  const dueAt = until === undefined ? addWorkingDays(startedAt, workingDays, calendar) : closeOfDay(until);
  return { kind, dueAt };
}

/** Working days a stopped clock still had when it was stopped, at least one. */
export function workingDaysLeft(stopped: Clock | null, stoppedAt: string, calendar: WorkingCalendar): number {
  if (stopped === null) return 1;
  const used = workingDaysBetween(stopped.startedAt, stoppedAt, calendar);
  return Math.max(1, stopped.workingDays - used);
}
