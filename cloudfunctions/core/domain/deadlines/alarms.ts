import { ESCALATION_LEVELS, type EscalationLevel } from '@contract/lead';
import type { LeadFact } from '../lead/events';
import type { Lead } from '../lead/lead';
import { deadlineOf } from './deadline-of';
import { addWorkingDays, morningBefore, workingDaysBetween, type WorkingCalendar } from './working-days';

/** When people are told of a date: so many working days before it, and so many after it one level higher each. */
export interface AlarmPolicy {
  /** 0: nobody is reminded. */
  remindBefore: number;
  escalateAfter: Record<EscalationLevel, number>;
}

/** What happens by itself at a moment, unless somebody acts before. */
export interface Alarm {
  at: string;
  fact: LeadFact;
}

/**
 * Everything that still happens by itself to the lead, in order: the reminder, the missed date, each office above in
 * turn; or what ends a time that is the resident's own. It follows from the log, the calendar and the policy alone, so
 * that it is the same however late somebody looks.
 */
export function alarmsOf(
  lead: Lead,
  calendar: WorkingCalendar,
  policy: AlarmPolicy,
  offices: readonly EscalationLevel[],
): Alarm[] {
  const deadline = deadlineOf(lead, calendar);
  if (deadline === null || lead.clock === null) return [];
  const { kind, dueAt } = deadline;
  if (kind === 'supplement')
    return [{ at: dueAt, fact: { type: 'SupplementGiven', answer: '', from: dueAt } }];
  if (kind === 'feedback') {
    const reason = '评价期限已过，群众没有提出不同意见';
    return [{ at: dueAt, fact: { type: 'LeadClosed', reason } }];
  }
  const reminder = morningBefore(dueAt, policy.remindBefore, calendar);
  const isWorthIt =
    policy.remindBefore > 0 && !lead.reminded && !lead.overdue && reminder > lead.clock.startedAt;
  return [
    ...(isWorthIt ? [{ at: reminder, fact: { type: 'DeadlineNearing', kind, dueAt } as const }] : []),
    ...(lead.overdue ? [] : [{ at: dueAt, fact: { type: 'DeadlineMissed', kind, dueAt } as const }]),
    ...offices
      .filter((to) => !lead.escalatedTo.includes(to))
      .map((to): Alarm => {
        const at = addWorkingDays(dueAt, policy.escalateAfter[to], calendar);
        const lateBy = workingDaysBetween(dueAt, at, calendar);
        return { at: at < dueAt ? dueAt : at, fact: { type: 'LeadEscalated', to, kind, dueAt, lateBy } };
      }),
  ];
}

/** The next moment at which something happens by itself; null when nothing does. */
export function nextAlarmAt(...about: Parameters<typeof alarmsOf>): string | null {
  return alarmsOf(...about)[0]?.at ?? null;
}

/** The levels in the order in which they are told. */
export const inOrder = (levels: ReadonlySet<EscalationLevel>): EscalationLevel[] =>
  ESCALATION_LEVELS.filter((level) => levels.has(level));
