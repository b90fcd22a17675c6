import type { ColumnMap } from './map-columns';
import { readDate } from './read-date';
import type { SheetReading } from './read-sheet';
import type { Cell } from './write-sheet';

/** A row by the fields its columns were matched to, as text; days as `YYYY-MM-DD`. */
export interface TableRow {
  row: number;
  values: Record<string, string>;
}

/** The rows of a table by their fields. A day that cannot be read stays as it was written, to be refused by name. */
export function tableRows(
  { rows, rowNumbers }: SheetReading,
  map: ColumnMap,
  dates: ReadonlySet<string>,
): TableRow[] {
  const columns = Object.entries(map).flatMap(([field, at]) => (at === null ? [] : [[field, at] as const]));
  return rows.map((cells, index) => {
    const values = columns.map(([field, at]) => {
      const cell = cells[at] ?? null;
      return [field, (dates.has(field) ? readDate(cell) : null) ?? textOf(cell)] as const;
    });
    return {
      row: rowNumbers[index] ?? index + 2,
      values: Object.fromEntries(values.filter(([, text]) => text !== '')),
    };
  });
}

const textOf = (cell: Cell): string =>
  cell instanceof Date ? (readDate(cell) ?? '') : cell === null ? '' : String(cell).trim();

/** The rows in pieces of at most so many, and of at most so many bytes as the wire carries. */
export function inPieces<Row>(rows: readonly Row[], most: number, bytesMax: number): Row[][] {
  const pieces: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(row)).length + 1;
    const last = pieces.at(-1);
    if (last !== undefined && last.length < most && bytes + size <= bytesMax) {
      last.push(row);
      bytes += size;
    } else {
      pieces.push([row]);
      bytes = size;
    }
  }
  return pieces;
}
