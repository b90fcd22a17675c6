import { writeXlsxStream } from 'hucre/xlsx';

export type Cell = string | number | Date | null;
export interface SheetColumn {
  header: string;
  /** In characters of the usual size. */
  width: number;
}
export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** What a spreadsheet program takes for the beginning of a formula, narrow and full-width, also behind blanks. */
const LIKE_A_FORMULA = /^(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣－﹦﹫]|[\t\r\n])/;
/** Characters that XML cannot carry at all. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel takes no longer text in one cell. */
const CELL_MAX = 32_767;
const SHEET_NAME_MAX = 31;

/** The text as it may stand in a cell: never one that a spreadsheet program could run. */
export function neutralised(text: string): string {
  const clean = text.replace(NOT_IN_XML, '');
  return (LIKE_A_FORMULA.test(clean) ? `'${clean}` : clean).slice(0, CELL_MAX);
}

/** The bytes of an xlsx with one sheet, made while the rows arrive: memory does not grow with their number. */
export function streamSheet({ name, columns, rows }: Sheet): ReadableStream<Uint8Array> {
  return writeXlsxStream(safeRows(rows), {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, SHEET_NAME_MAX),
    columns: columns.map(({ header, width }) => ({ header: neutralised(header), width })),
    freezePane: { rows: 1 },
  });
}

/** The whole xlsx. In a browser its bytes lie outside the script's own memory. */
export function writeSheet(sheet: Sheet): Promise<Blob> {
  return new Response(streamSheet(sheet), { headers: { 'content-type': XLSX_TYPE } }).blob();
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function* safeRows(rows: Sheet['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows)
    yield row.map((cell) => (typeof cell === 'string' ? neutralised(cell) : cell));
}
