import type { QueuePage } from '@contract/actions';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { QUEUE_PAGE_SIZE } from '@contract/limits';
import type { QueueFilter } from '@contract/statistics';
import {
  audienceFor,
  readsNamesOfOfficers,
  readsPrivateMatters,
  scopeFor,
} from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { keysOfFilter } from '../../domain/statistics/queue-keys';
import { partOf, type Counts } from '../../domain/statistics/tally';
import { presentRow, summarise } from '../lead/queue-summary';
import { calendarOf } from '../lead/record';
import type { Call, OfficerCaller, Ports, QueueRow } from '../ports';
import { readCounts } from '../statistics/read-counts';

/**
 * A page of the officer's queue, newest first, with the length of the whole list: two database calls, and a third only
 * for a list that is cut three ways or late, and longer than the page. Lists are cut to
 * the officer's own township, sector or unit; FORBIDDEN for whom no grant gives a queue.
 */
export async function listQueue(
  input: QueueFilter & { cursor?: string; limit?: number },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<QueuePage>> {
  const { grants } = caller.account;
  const scope = scopeFor(grants);
  if (scope === undefined) return refuse('FORBIDDEN');
  const limit = input.limit ?? QUEUE_PAGE_SIZE;
  const keys = keysOfFilter(input, scope);
  const overdue = input.overdue === true;
  const [rows, figures, county] = await Promise.all([
    input.number
      ? byNumber(input.number, ports, caller)
      : ports.leads.listQueue({ keys, overdue, before: input.cursor ?? null, limit: limit + 1 }),
    figuresFor(keys, scope, { overdue, number: input.number }, ports),
    ports.county(),
  ]);
  const page = rows.slice(0, limit);
  const isWhole = input.number !== undefined || (input.cursor === undefined && rows.length <= limit);
  const calendar = calendarOf(county);
  const reader = { readsPrivate: readsPrivateMatters(grants), readsNames: readsNamesOfOfficers(grants) };
  return done({
    items: page.map((row) => presentRow(row, county, calendar, reader)),
    total: figures.total ?? (isWhole ? rows.length : await ports.leads.countQueue({ keys, overdue })),
    nextCursor: rows.length > limit ? (page.at(-1)?.order ?? null) : null,
    statusCounts: figures.statusCounts,
  });
}

/** Total and status counts come from the tally; long lists that are cut three ways, or late, are counted by their index. */
async function figuresFor(
  keys: readonly [string, ...string[]],
  scope: string | null,
  { overdue, number }: { overdue: boolean; number?: string },
  ports: Ports,
): Promise<{ total: number | null; statusCounts: QueuePage['statusCounts'] }> {
  const [key] = keys;
  const scopePart = scope === null ? 'base' : partOf(scope);
  const parts = [...new Set([scopePart, partOf(key)])];
  const counted = keys.length === 1 && !overdue;
  const { counts } = await readCounts(parts, ports);
  return {
    total: counted && !number ? (counts[key] ?? 0) : null,
    statusCounts: statusCountsOf(counts, scope),
  };
}

function statusCountsOf(counts: Counts, scope: string | null): Partial<Record<LeadStatus, number>> {
  const result: Partial<Record<LeadStatus, number>> = {};
  for (const status of LEAD_STATUSES) {
    const count = counts[scope === null ? `s:${status}` : `s:${status}|${scope}`];
    if (count) result[status] = count;
  }
  return result;
}

/** At most one row: a number is looked up by its own index, and shown only to whom it may be. */
async function byNumber(number: string, ports: Ports, caller: OfficerCaller): Promise<QueueRow[]> {
  const record = await ports.leads.findByNumber(number);
  if (record === null || audienceFor(caller.account.grants, record.lead) === null) return [];
  const summary = summarise(record, await ports.county(), ports.digest);
  return [{ id: record.lead.id, order: '', summary }];
}
