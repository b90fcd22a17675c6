import type { QueuePage } from '@contract/actions';
import { BULK_COMMANDS } from '@contract/bulk';
import type { Grant } from '@contract/directory';
import { QUEUE_PAGE_SIZE } from '@contract/limits';
import type { QueueFilter } from '@contract/statistics';
import {
  audienceFor,
  PERMISSIONS,
  answersExtensions,
  readsNamesOfOfficers,
  readsPrivateMatters,
} from '../../domain/permissions/permissions';
import { done, type Result } from '../../domain/result';
import { presentRow, summarise, type RowReader } from '../lead/queue-summary';
import { calendarOf } from '../lead/record';
import type { Call, OfficerCaller, Ports, QueueRow } from '../ports';
import { askedList } from './asked-list';

/**
 * A page of the officer's queue: one database call, whatever the filter and however many leads there are. Lists are cut
 * to the officer's own township, sector or unit; FORBIDDEN for whom no grant gives a queue, and for an office that is
 * not theirs. How long the list is, `getQueueFigures` says.
 */
export async function listQueue(
  input: QueueFilter & { cursor?: string; limit?: number },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<QueuePage>> {
  const asked = askedList(input, caller, ports.clock.now(), await ports.county());
  if (!asked.ok) return asked;
  const { grants, list } = asked.value;
  const limit = input.limit ?? QUEUE_PAGE_SIZE;
  const [rows, county] = await Promise.all([
    input.number
      ? byNumber(input.number, ports, grants)
      : ports.leads.listQueue({ ...list, after: input.cursor ?? null, limit: limit + 1 }),
    ports.county(),
  ]);
  const page = rows.slice(0, limit);
  const calendar = calendarOf(county);
  const reader = readerWith(grants);
  return done({
    items: page.map((row) => presentRow(row, county, calendar, reader)),
    nextCursor: rows.length > limit ? (page.at(-1)?.order ?? null) : null,
  });
}

/** What the reader of these grants may know beside a row. */
const readerWith = (grants: readonly Grant[]): RowReader => ({
  readsPrivate: readsPrivateMatters(grants),
  readsNames: readsNamesOfOfficers(grants),
  readsAsks: answersExtensions(grants),
  may: BULK_COMMANDS.filter((command) => grants.some(({ role }) => PERMISSIONS[role][command] !== undefined)),
});

/** At most one row: a number is looked up by its own index, and shown only to whom it may be. */
async function byNumber(number: string, ports: Ports, grants: readonly Grant[]): Promise<QueueRow[]> {
  const record = await ports.leads.findByNumber(number);
  if (record === null || audienceFor(grants, record.lead) === null) return [];
  const summary = summarise(record, await ports.county(), ports.digest);
  return [{ id: record.lead.id, version: record.version, order: '', summary }];
}
