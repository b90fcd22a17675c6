import type { OutputOf } from '@contract/actions';
import {
  IMPORT_ROWS_MAX,
  PEOPLE_KINDS,
  ROW_OUTCOMES,
  type ImportAnswer,
  type ImportKind,
  type ImportRow,
  type RowCounts,
} from '@contract/directory-import';
import { inPieces } from '@shared/spreadsheet/table-rows';
import type { PanelCall } from '../../../platform/use-panel';

/** What one request carries at the most; people are fewer, because each of them is a document of its own. */
const PART_BYTES = 80_000;
const PART_PEOPLE = 300;

/** A table of the directory with what was answered about its rows. */
export interface ImportTable {
  kind: ImportKind;
  rows: readonly ImportRow[];
  answers: readonly ImportAnswer[];
}
export type CheckedTable = OutputOf<'panel.checkImport'>;
type OnPart = (done: number) => void;

/** What the whole table would do, asked part by part. Nothing is saved. */
export async function checkTable(call: PanelCall, table: ImportTable, onPart: OnPart): Promise<CheckedTable> {
  const whole: CheckedTable = { version: 0, rows: [], counts: noCounts() };
  for (const part of partsOf(table)) {
    const { version, rows, counts } = await call('panel.checkImport', part);
    whole.version = version;
    whole.rows.push(...rows);
    for (const outcome of ROW_OUTCOMES) whole.counts[outcome] += counts[outcome];
    onPart(whole.rows.length);
  }
  return whole;
}

/**
 * Saves the table part by part, each of them whole and on the version the one before left. Cut off, the parts before are
 * in and nothing of the others is; the same words again save what is missing and no part twice.
 */
export async function commitTable(
  call: PanelCall,
  table: ImportTable,
  { version, why, requestId }: { version: number; why: string; requestId: string },
  onPart: OnPart,
): Promise<void> {
  let standsOn = version;
  let done = 0;
  for (const [index, part] of partsOf(table).entries()) {
    const input = { ...part, version: standsOn, why };
    standsOn = (await call('panel.commitImport', input, `${requestId}-${index}`)).version;
    onPart((done += part.rows.length));
  }
}

function partsOf({ kind, rows, answers }: ImportTable) {
  const most = PEOPLE_KINDS.includes(kind) ? PART_PEOPLE : IMPORT_ROWS_MAX;
  return inPieces(rows, most, PART_BYTES).map((part) => {
    const own = new Set(part.map(({ row }) => row));
    return { kind, rows: part, answers: answers.filter(({ row }) => own.has(row)) };
  });
}

const noCounts = (): RowCounts => ({ new: 0, changed: 0, same: 0, asked: 0, rejected: 0 });
