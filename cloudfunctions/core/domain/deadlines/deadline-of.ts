import type { Deadline } from '@contract/lead';
import type { Clock, Lead } from '../lead/lead';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './working-days';

/** The date a clock ends on, recomputed from the log: unmoved by when or how often somebody looks. */
export function deadlineOf(lead: Pick<Lead, 'clock'>, calendar: WorkingCalendar): Deadline | null {
  if (lead.clock === null) return null;
  return {
    kind: lead.clock.kind,
    dueAt: addWorkingDays(lead.clock.startedAt, lead.clock.workingDays, calendar),
  };
}

/** Working days a stopped clock still had when it was stopped, at least one. */
export function workingDaysLeft(stopped: Clock | null, stoppedAt: string, calendar: WorkingCalendar): number {
  if (stopped === null) return 1;
  const used = workingDaysBetween(stopped.startedAt, stoppedAt, calendar);
  return Math.max(1, stopped.workingDays - used);
}
