import * as v from 'valibot';
import { ROWS_MAX, type RowsVerbs } from '@contract/rows';
import { readRows } from '../app/queue/read-rows';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { queue } from './schemas';

const rows = v.strictObject({
  ...queue.entries,
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ROWS_MAX))),
});

/** Lists on their way into a file. */
export const ROWS_ACTIONS: ActionTable<`panel.${keyof RowsVerbs}`, OfficerCaller> = {
  'panel.readRows': { schema: rows, writes: false, run: readRows },
};
