import type { QueueItem } from './lead-views';
import type { QueueFilter } from './statistics';

/** Rows of a list as they go into a file: what its reader sees in it, page after page. */
export const ROWS_MAX = 500;

export type RowItem = Omit<QueueItem, 'version' | 'bulk' | 'broadcast' | 'emergency'>;

export interface RowsVerbs {
  /** Newest first, or the most urgent first where the list is one of the day. */
  readRows: {
    input: QueueFilter & { cursor?: string; limit?: number };
    output: { rows: RowItem[]; nextCursor: string | null; asOf: string };
  };
}
