import * as v from 'valibot';
import { LEDGER_CHUNK, type LedgerVerbs } from '@contract/ledger';
import { checkLedgerRows, importLedgerRows, listLedgers, saveLedger } from '../app/ledger/import-ledger';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { nothing, plain } from './schemas';

const ledger = v.pipe(
  plain,
  v.trim(),
  v.maxLength(40, '台账的名字最多 40 个字。'),
  v.regex(/\S/, '给台账起个名字。'),
);
const field = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,20}$/));
const chunk = v.strictObject({
  ledger,
  rows: v.pipe(
    v.array(
      v.strictObject({
        row: v.pipe(v.number(), v.integer(), v.minValue(1)),
        values: v.record(field, v.pipe(plain, v.maxLength(6_000, '有一格太长了。'))),
      }),
    ),
    v.minLength(1, '没有要导入的行。'),
    v.maxLength(LEDGER_CHUNK, `一次最多 ${LEDGER_CHUNK} 行。`),
  ),
  keepContact: v.boolean(),
});

/** An old ledger, brought in by staff, who know what stands in it. */
export const LEDGER_ACTIONS: ActionTable<`panel.${keyof LedgerVerbs}`, OfficerCaller> = {
  'panel.listLedgers': { schema: nothing, writes: false, run: listLedgers },
  'panel.saveLedger': {
    schema: v.strictObject({
      name: ledger,
      headers: v.record(field, v.pipe(v.string(), v.maxLength(100))),
      keepContact: v.boolean(),
    }),
    writes: true,
    run: saveLedger,
  },
  'panel.checkLedgerRows': { schema: chunk, writes: false, run: checkLedgerRows },
  'panel.importLedgerRows': { schema: chunk, writes: true, run: importLedgerRows },
};
