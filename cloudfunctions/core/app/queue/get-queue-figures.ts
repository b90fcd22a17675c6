import type { QueueFigures } from '@contract/actions';
import type { Grant } from '@contract/directory';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { monthsOf } from '@contract/periods';
import type { QueueFilter, QueueMark } from '@contract/statistics';
import { answersExtensions, PERMISSIONS, readsPrivateMatters } from '../../domain/permissions/permissions';
import { done, type Result } from '../../domain/result';
import { callKeysFor } from '../../domain/statistics/call-keys';
import { groupCountsOf } from '../../domain/statistics/day-keys';
import { isIssueKey, markKey } from '../../domain/statistics/queue-keys';
import { standsIn, unmannedKeysOf } from '../../domain/statistics/unmanned-keys';
import {
  inMonth,
  isCountedTogether,
  isOfFigures,
  partOf,
  together,
  type Counts,
} from '../../domain/statistics/tally';
import type { Call, OfficerCaller, Ports } from '../ports';
import { readCounts } from '../statistics/read-counts';
import { askedList, type List } from './asked-list';

/**
 * How long the officer's lists are: the one under the filter, every group of the day, every status and mark. One
 * database call, exact, whatever the filter. Refused to the same people as the list itself.
 */
export async function getQueueFigures(
  filter: QueueFilter,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<QueueFigures>> {
  const now = ports.clock.now();
  const county = await ports.county();
  const asked = askedList(filter, caller, now, county);
  if (!asked.ok) return asked;
  const { grants, scope, list } = asked.value;
  const lengths = keysOfLength(list, filter.period);
  const calls = callKeysFor(caller.account.id, grants);
  const unmanned = standsIn(grants) ? unmannedKeysOf(county) : [];
  const counts = await countsFor([...(lengths ?? []), ...calls, ...unmanned], scope, ports);
  const groupCounts = groupCountsOf(counts, scope, now);
  return done({
    total: filter.number === undefined ? knownLength(lengths, counts, groupCounts, filter.group) : null,
    statusCounts: statusCountsOf(counts, scope),
    groupCounts,
    markCounts: markCountsOf(counts, scope, grants, { calls, unmanned }),
  });
}

/** The keys whose counts add up to the length of the list; null where the tally does not count it. */
function keysOfLength({ keys, anyOf, due }: List, period: string | undefined): string[] | null {
  const required = keys.filter((key) => anyOf === undefined || key !== 'all');
  const [first, second] = required;
  if (due !== undefined) return anyOf === undefined && keys.length === 1 ? [] : null;
  if (required.length > 1 || (anyOf !== undefined && required.length > 0)) {
    return second === undefined || anyOf !== undefined || required.length > 2
      ? null
      : inMonths([together(first ?? '', second)].filter(isCountedTogether), period);
  }
  return inMonths(anyOf ?? required, period);
}

function inMonths(keys: readonly string[], period: string | undefined): string[] | null {
  if (keys.length === 0 || keys.some(isIssueKey)) return null;
  if (period === undefined) return [...keys];
  if (!keys.every(isOfFigures)) return null;
  return monthsOf(period).flatMap((month) => keys.map((key) => inMonth(month, key)));
}

/** The length of a list from the tally, or null for what the tally does not count. */
function knownLength(
  lengths: readonly string[] | null,
  counts: Counts,
  groupCounts: QueueFigures['groupCounts'],
  group: QueueFilter['group'],
): number | null {
  if (lengths === null) return null;
  if (lengths.length === 0 && group !== undefined) return groupCounts[group];
  return lengths.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
}

/** The parts of the tally that tell of the scope's statuses, its day, and these keys. */
async function countsFor(keys: readonly string[], scope: string | null, ports: Ports): Promise<Counts> {
  const own = scope === null ? ['base', 'd'] : [partOf(scope)];
  return (await readCounts([...new Set([...own, ...keys.map(partOf)])], ports)).counts;
}

function statusCountsOf(counts: Counts, scope: string | null): Partial<Record<LeadStatus, number>> {
  const result: Partial<Record<LeadStatus, number>> = {};
  for (const status of LEAD_STATUSES) {
    const count = counts[scope === null ? `s:${status}` : `s:${status}|${scope}`];
    if (count) result[status] = count;
  }
  return result;
}

/** How many leads each mark opens, for those who can do something about it. */
function markCountsOf(
  counts: Counts,
  scope: string | null,
  grants: readonly Grant[],
  { calls, unmanned }: { calls: readonly string[]; unmanned: readonly string[] },
): QueueFigures['markCounts'] {
  const countOf = (mark: QueueMark): number =>
    counts[scope === null ? markKey(mark) : `${markKey(mark)}|${scope}`] ?? 0;
  const sumOf = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  const mayConfirm = grants.some(({ role }) => PERMISSIONS[role].confirmRoute !== undefined);
  return {
    ...(calls.length > 0 ? { called: sumOf(calls) } : {}),
    ...(unmanned.length > 0 ? { unmanned: sumOf(unmanned) } : {}),
    ...(mayConfirm ? { toConfirm: countOf('toConfirm') } : {}),
    ...(readsPrivateMatters(grants) ? { private: countOf('private') } : {}),
    ...(answersExtensions(grants) ? { extensionAsked: countOf('extensionAsked') } : {}),
  };
}
