import type { FollowUpState } from '@contract/papers';
import {
  chinaDate,
  closeOfDay,
  isWorkingDay,
  morningBefore,
  type WorkingCalendar,
} from '../deadlines/working-days';
import type { Instruction, Paper } from './paper';

/**
 * 「批示后半个月」: fifteen days of the calendar, not of work, as people count a half month. Where the last one is a day on
 * which nobody works, the next working day.
 */
const FOLLOW_UP_DAYS = 15;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When the follow-up of an instruction of that day has to be closed. */
export function followUpDueAt(givenOn: string, calendar: WorkingCalendar): string {
  const dayAfter = (day: string, days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  let day = dayAfter(givenOn, FOLLOW_UP_DAYS);
  while (!isWorkingDay(day, calendar)) day = dayAfter(day, 1);
  return closeOfDay(day);
}

/** How the follow-up stands at a moment. Only its effect closes it: a leader's word outlives the paper it was given on. */
export function followUpState(
  { givenOn, effect }: Pick<Instruction, 'givenOn' | 'effect'>,
  at: string,
  calendar: WorkingCalendar,
): FollowUpState {
  if (effect !== null) return 'closed';
  return followUpDueAt(givenOn, calendar) < at ? 'late' : 'open';
}

/** Somebody to be told of an instruction, and when. */
export interface PaperAlarm {
  /** Tells one alarm of the paper from another, for ever. */
  key: string;
  at: string;
  kind: 'written' | 'near' | 'late' | 'effect';
  instruction: Instruction;
}

/** What is told of a day is told of that day alone: where it was corrected, its reminder and its lateness begin anew. */
function keyOf({ id, givenOn, moved }: Instruction, kind: PaperAlarm['kind']): string {
  const isOfDay = kind === 'near' || kind === 'late';
  return isOfDay && moved !== undefined && moved.from !== givenOn
    ? `${id}-${kind}-${givenOn}`
    : `${id}-${kind}`;
}

/**
 * Everything people are told of the paper's instructions, whether or not they were, withdrawn or not: it follows from the
 * paper alone.
 */
export function alarmsOfPaper(paper: Paper, remindBefore: number, calendar: WorkingCalendar): PaperAlarm[] {
  const alarms = paper.instructions.flatMap((instruction): PaperAlarm[] => {
    const alarm = (kind: PaperAlarm['kind'], at: string): PaperAlarm => ({
      key: keyOf(instruction, kind),
      at,
      kind,
      instruction,
    });
    const byLeader = instruction.by.role === 'leader';
    const written = byLeader ? [alarm('written', instruction.at)] : [];
    if (instruction.effect !== null) {
      return [...written, ...(byLeader ? [alarm('effect', instruction.effect.at)] : [])];
    }
    const dueAt = followUpDueAt(instruction.givenOn, calendar);
    const near = morningBefore(dueAt, Math.max(1, remindBefore), calendar);
    const isWorthIt = chinaDate(instruction.moved?.at ?? instruction.at) < chinaDate(near);
    return [...written, ...(isWorthIt ? [alarm('near', near)] : []), alarm('late', dueAt)];
  });
  return alarms.sort((one, other) => (one.at < other.at ? -1 : 1));
}
