import type { QueueGroup } from '@contract/statistics';
import { chinaDate, closeOfDay } from '../deadlines/working-days';
import type { Lead } from '../lead/lead';
import { isAllowed } from '../lead/lifecycle';
import { turnOf } from '../lead/turn';

/**
 * The keys of the day, beside those of queue-keys: `d:new`, and `d:mine` or `d:wait`, alone as the county's desk sees the
 * lead and `|<scope>` as each township, sector and unit sees it. A lead that is not open has none.
 */
export function dayKeysOf(lead: Lead, scopes: readonly string[]): string[] {
  if (turnOf(lead) === null) return [];
  return ['', ...scopes].flatMap((scope) => {
    const isMine = isTurnOf(scope, lead);
    const facts = [isMine ? 'd:mine' : 'd:wait', ...(isNewFor(scope, lead, isMine) ? ['d:new'] : [])];
    return facts.map((fact) => (scope === '' ? fact : `${fact}|${scope}`));
  });
}

/** The keys of the day on which an office has to act: what is due today or late is counted by them, whenever somebody looks. */
export function dueDateKeys(dueAt: string | null, scopes: readonly string[]): string[] {
  if (dueAt === null) return [];
  const date = `d:${chinaDate(dueAt)}`;
  return [date, ...scopes.map((scope) => `${date}|${scope}`)];
}

function isTurnOf(scope: string, lead: Lead): boolean {
  const turn = turnOf(lead);
  if (scope === '') return turn === 'desk';
  if (scope.startsWith('in:t:')) {
    return turn === 'township' && 'townshipId' in lead.owner && scope === `in:t:${lead.owner.townshipId}`;
  }
  // A sector's members are asked for one thing: that one of them takes the matter up.
  if (scope.startsWith('in:g:')) return isAllowed(lead, 'claimLead');
  return turn === 'unit' && scope === `in:u:${lead.handOver?.unitId ?? ''}`;
}

/** New is what nobody has accepted yet; to a unit, what it was handed and has not accepted. */
function isNewFor(scope: string, lead: Lead, isMine: boolean): boolean {
  if (scope.startsWith('in:u:')) return isMine && lead.handOver?.acceptedAt === null;
  return lead.status === 'submitted' || lead.status === 'routed' || lead.status === 'reopened';
}

/** Which fact a group lists; null for those that time decides. */
export const FACT_OF_GROUP: Record<QueueGroup, string | null> = {
  new: 'd:new',
  mine: 'd:mine',
  waiting: 'd:wait',
  today: null,
  late: null,
};

/** The moments between which something has to be due to be late, or due today: after `from`, up to and including `to`. */
export function dueWindow(group: 'today' | 'late', now: string): { from: string; to: string } {
  return group === 'late' ? { from: '', to: now } : { from: now, to: closeOfDay(chinaDate(now)) };
}

/** Whether what was due on this date (`YYYY-MM-DD`) is late now. */
export const isPast = (date: string, now: string): boolean => closeOfDay(date) <= now;

const DATE_LENGTH = 'd:2026-01-31'.length;
const IS_DATE = /^d:\d/;

/** How many leads each group opens for this scope at this moment, from the counts of its keys. */
export function groupCountsOf(
  counts: Readonly<Record<string, number>>,
  scope: string | null,
  now: string,
): Record<QueueGroup, number> {
  const suffix = scope === null ? '' : `|${scope}`;
  const of = (fact: string): number => counts[`${fact}${suffix}`] ?? 0;
  const due = { today: dueWindow('today', now), late: dueWindow('late', now) };
  const sums = { today: 0, late: 0 };
  // Most keys of a part are others: only dates are looked at closely, and only those of this scope.
  const length = DATE_LENGTH + suffix.length;
  for (const [key, count] of Object.entries(counts)) {
    if (key.length !== length || !IS_DATE.test(key) || !key.endsWith(suffix)) continue;
    const dueAt = closeOfDay(key.slice(2, DATE_LENGTH));
    if (dueAt > due.late.from && dueAt <= due.late.to) sums.late += count;
    if (dueAt > due.today.from && dueAt <= due.today.to) sums.today += count;
  }
  return {
    new: of('d:new'),
    mine: of('d:mine'),
    waiting: of('d:wait'),
    today: sums.today,
    late: sums.late,
  };
}
