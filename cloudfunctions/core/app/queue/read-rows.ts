import type { RowItem, RowsVerbs } from '@contract/rows';
import { ROWS_MAX } from '@contract/rows';
import type { QueueItem } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { listQueue } from './list-queue';

/**
 * A long page of a list, for a file: the same rows under the same rights and the same masking as the list itself, in one
 * database call. Refused to the same people.
 */
export async function readRows(
  input: RowsVerbs['readRows']['input'],
  call: Call<OfficerCaller>,
): Promise<Result<RowsVerbs['readRows']['output']>> {
  const page = await listQueue({ limit: ROWS_MAX, ...input }, call);
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  return done({ rows: items.map(rowOf), nextCursor, asOf: call.ports.clock.now() });
}

/** A row without what only the page on the screen needs. */
function rowOf({
  version: _version,
  bulk: _bulk,
  broadcast: _call,
  emergency: _danger,
  ...row
}: QueueItem): RowItem {
  return row;
}
