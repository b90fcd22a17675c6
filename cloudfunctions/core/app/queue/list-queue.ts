import type { QueuePage } from '@contract/actions';
import { BULK_COMMANDS } from '@contract/bulk';
import type { Grant } from '@contract/directory';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { QUEUE_PAGE_SIZE } from '@contract/limits';
import type { QueueFilter, QueueMark } from '@contract/statistics';
import {
  audienceFor,
  grantsAs,
  PERMISSIONS,
  readsNamesOfOfficers,
  readsPrivateMatters,
  scopeFor,
} from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { dueWindow, groupCountsOf } from '../../domain/statistics/day-keys';
import { isIssueKey, keysOfFilter, markKey } from '../../domain/statistics/queue-keys';
import { partOf, type Counts } from '../../domain/statistics/tally';
import { presentRow, summarise, type RowReader } from '../lead/queue-summary';
import { calendarOf } from '../lead/record';
import type { Call, OfficerCaller, Ports, QueueQuery, QueueRow } from '../ports';
import { readCounts } from '../statistics/read-counts';

/**
 * A page of the officer's queue with the length of the whole list and of every group of the day: two database calls,
 * whatever the filter and however many leads there are. Lists are cut to the officer's own township, sector or unit;
 * FORBIDDEN for whom no grant gives a queue, and for an office that is not theirs.
 */
export async function listQueue(
  input: QueueFilter & { cursor?: string; limit?: number },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<QueuePage>> {
  const grants = grantsAs(caller.account.grants, input.as);
  const scope = scopeFor(grants);
  if (scope === undefined) return refuse('FORBIDDEN');
  if (input.mark === 'private' && !readsPrivateMatters(grants)) return refuse('FORBIDDEN');
  const limit = input.limit ?? QUEUE_PAGE_SIZE;
  const now = ports.clock.now();
  const list = listOf(input, scope, now);
  const [rows, counts, county] = await Promise.all([
    input.number
      ? byNumber(input.number, ports, grants)
      : ports.leads.listQueue({ ...list, after: input.cursor ?? null, limit: limit + 1 }),
    countsFor(list.keys, scope, ports),
    ports.county(),
  ]);
  const page = rows.slice(0, limit);
  const isWhole = input.number !== undefined || (input.cursor === undefined && rows.length <= limit);
  const calendar = calendarOf(county);
  const reader = readerWith(grants);
  const groupCounts = groupCountsOf(counts, scope, now);
  return done({
    items: page.map((row) => presentRow(row, county, calendar, reader)),
    total: isWhole ? rows.length : knownLength(list, counts, groupCounts, input.group),
    nextCursor: rows.length > limit ? (page.at(-1)?.order ?? null) : null,
    statusCounts: statusCountsOf(counts, scope),
    groupCounts,
    markCounts: markCountsOf(counts, scope, grants),
  });
}

/** What the reader of these grants may know beside a row. */
const readerWith = (grants: readonly Grant[]): RowReader => ({
  readsPrivate: readsPrivateMatters(grants),
  readsNames: readsNamesOfOfficers(grants),
  may: BULK_COMMANDS.filter((command) => grants.some(({ role }) => PERMISSIONS[role][command] !== undefined)),
});

type List = Pick<QueueQuery, 'keys' | 'by' | 'due'>;

/** Which keys the rows carry, and in which order they stand. What time decides is found by its date alone. */
function listOf(filter: QueueFilter, scope: string | null, now: string): List {
  const { group } = filter;
  if (group !== 'today' && group !== 'late') {
    const isUrgent = group !== undefined && filter.sort !== 'newest';
    return { keys: keysOfFilter(filter, scope), by: isUrgent ? 'urgency' : 'newest' };
  }
  const others = keysOfFilter(filter, null).filter((key) => key !== 'all');
  return { keys: [scope ?? 'all', ...others], by: 'urgency', due: dueWindow(group, now) };
}

/** The length of a list that is longer than its page: from the tally, or null for what the tally does not count. */
function knownLength(
  { keys, due }: List,
  counts: Counts,
  groupCounts: QueuePage['groupCounts'],
  group: QueueFilter['group'],
): number | null {
  const [key, ...others] = keys;
  if (others.length > 0 || isIssueKey(key)) return null;
  return due !== undefined && group !== undefined ? groupCounts[group] : (counts[key] ?? 0);
}

/** The parts of the tally that tell of the scope's statuses, its day, and the list that is asked for. */
async function countsFor(
  [key]: readonly [string, ...string[]],
  scope: string | null,
  ports: Ports,
): Promise<Counts> {
  const own = scope === null ? ['base', 'd'] : [partOf(scope)];
  return (await readCounts([...new Set([...own, partOf(key)])], ports)).counts;
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
): QueuePage['markCounts'] {
  const countOf = (mark: QueueMark): number =>
    counts[scope === null ? markKey(mark) : `${markKey(mark)}|${scope}`] ?? 0;
  const mayConfirm = grants.some(({ role }) => PERMISSIONS[role].confirmRoute !== undefined);
  return {
    ...(mayConfirm ? { toConfirm: countOf('toConfirm') } : {}),
    ...(readsPrivateMatters(grants) ? { private: countOf('private') } : {}),
  };
}

/** At most one row: a number is looked up by its own index, and shown only to whom it may be. */
async function byNumber(number: string, ports: Ports, grants: readonly Grant[]): Promise<QueueRow[]> {
  const record = await ports.leads.findByNumber(number);
  if (record === null || audienceFor(grants, record.lead) === null) return [];
  const summary = summarise(record, await ports.county(), ports.digest);
  return [{ id: record.lead.id, version: record.version, order: '', summary }];
}
