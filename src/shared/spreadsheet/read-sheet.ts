import type { Cell } from './write-sheet';
import { checkZip } from './zip-check';

/** A table as people mean it: its headings, and under them rows with the numbers the spreadsheet shows. */
export interface SheetReading {
  headers: string[];
  rows: Cell[][];
  rowNumbers: number[];
}
export type SheetResult = { ok: true; value: SheetReading } | { ok: false; message: string };

const BYTES_MAX = 20 * 1024 * 1024;
export const SHEET_ROWS_MAX = 50_000;
const COLUMNS_MAX = 200;
/** Titles and notes stand above the headings; nobody writes more than this many. */
const HEADINGS_WITHIN = 10;

/**
 * Reads the first sheet of an xlsx, or a csv in UTF-8, UTF-16 or GBK. Merged cells say the same in each of their cells,
 * headings of two rows are one, and no text is left that a spreadsheet could run. Never throws: whatever cannot be read
 * is refused in a sentence.
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<SheetResult> {
  if (bytes.length === 0) return no('这个文件是空的。');
  if (bytes.length > BYTES_MAX) return no('文件太大了，最多 20 MB。');
  const wrong = wrongKind(bytes, fileName);
  if (wrong !== null) return no(wrong);
  try {
    const grid = startsWith(bytes, ZIP) ? await readXlsxGrid(bytes) : await readCsvGrid(bytes);
    return typeof grid === 'string' ? no(grid) : tableOf(grid);
  } catch {
    return no('这个文件打不开，可能坏了或者设了密码。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  }
}

const no = (message: string): SheetResult => ({ ok: false, message });
const ZIP = [0x50, 0x4b];
const startsWith = (bytes: Uint8Array, marks: readonly number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

/** What is no table, by its first bytes; null where it may be one. */
function wrongKind(bytes: Uint8Array, fileName: string): string | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return '这是老版本的 .xls，或者设了密码。请用 Excel 或 WPS 另存为 .xlsx 再试。';
  const isKnown = startsWith(bytes, ZIP) || !bytes.subarray(0, 4_000).includes(0) || isUtf16(bytes);
  const isOther =
    startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) ||
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]);
  if (isOther || !isKnown || /\.(docx?|pptx?|pdf|jpe?g|png|zip|rar)$/i.test(fileName))
    return '这不是表格。请选 .xlsx 或 .csv 文件。';
  return null;
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);

/** Cells where they stand; `merges` reach from one corner to the other. */
interface Grid {
  rows: Cell[][];
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

async function readXlsxGrid(bytes: Uint8Array): Promise<Grid | string> {
  const refused = checkZip(bytes);
  if (refused !== null) return refused;
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(bytes, { maxRows: SHEET_ROWS_MAX + HEADINGS_WITHIN + 1 });
  const sheet = sheets.find(({ rows, hidden }) => !hidden && rows.some((row) => row.some(hasWords)));
  if (sheet === undefined) return '这张表里没有内容。';
  return { rows: sheet.rows.map((row) => row.map(plainCell)), merges: sheet.merges ?? [] };
}

async function readCsvGrid(bytes: Uint8Array): Promise<Grid> {
  const { parseCsv } = await import('hucre/csv');
  const rows = parseCsv(textOf(bytes), { maxRows: SHEET_ROWS_MAX + HEADINGS_WITHIN + 1 });
  return { rows: rows.map((row) => row.map(plainCell)), merges: [] };
}

/** Excel in Chinese writes csv as GBK; everybody else as UTF-8. */
function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const hasWords = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && String(cell).trim() !== '';

function plainCell(cell: unknown): Cell {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return typeof cell === 'string' ? harmless(cell) : null;
}

/** The text without what would make a spreadsheet run it: our own quote before a formula, then its first characters. */
export function harmless(text: string): string {
  const bare = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\u200b]/g, '').trim();
  return bare.replace(/^'(?=[=+\-@＝＋－＠])/, '').replace(/^[=+\-@＝＋－＠﹢﹣－﹦﹫\s]+/, '');
}

function tableOf({ rows, merges }: Grid): SheetResult {
  spread(rows, merges);
  const top = headingRow(rows);
  if (top < 0) return no('没有找到表头。第一行要写每一列是什么，例如「姓名」「界别」。');
  const isDouble = isInTwoRows(rows, merges, top);
  const lines = isDouble ? [rows[top] ?? [], rows[top + 1] ?? []] : [rows[top] ?? []];
  const width = Math.max(...lines.map((line) => line.length));
  if (width > COLUMNS_MAX) return no(`列太多了，最多 ${COLUMNS_MAX} 列。`);
  const headers = Array.from({ length: width }, (_, column) => headerOf(lines, column));
  const first = top + lines.length;
  const kept = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row, number }) => number > first && row.some(hasWords));
  if (kept.length === 0) return no('表头下面没有内容。');
  if (kept.length > SHEET_ROWS_MAX)
    return no(
      `行太多了，一次最多 ${SHEET_ROWS_MAX.toLocaleString('zh-CN')} 行，第 ${kept[SHEET_ROWS_MAX]?.number ?? ''} 行起装不下。请分成几个文件。`,
    );
  return {
    ok: true,
    value: {
      headers,
      rows: kept.map(({ row }) => headers.map((_, column) => row[column] ?? null)),
      rowNumbers: kept.map(({ number }) => number),
    },
  };
}

/** Headings in two rows: some reach down over both, or one is divided and nothing else stands beside its parts. */
function isInTwoRows(rows: readonly Cell[][], merges: Grid['merges'], top: number): boolean {
  const here = merges.filter(({ startRow }) => startRow === top);
  if (here.some(({ endRow }) => endRow === top + 1)) return true;
  const divided = here.filter(({ endRow, startCol, endCol }) => endRow === top && endCol > startCol);
  if (divided.length === 0) return false;
  const isUnder = (column: number): boolean =>
    divided.some(({ startCol, endCol }) => column >= startCol && column <= endCol);
  return (rows[top + 1] ?? []).every((cell, column) => isUnder(column) || !hasWords(cell));
}

/** A merged cell says the same wherever it reaches. */
function spread(rows: Cell[][], merges: Grid['merges']): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    const lastRow = Math.min(endRow, rows.length - 1);
    const lastCol = Math.min(endCol, startCol + COLUMNS_MAX);
    for (let row = startRow; row <= lastRow; row += 1)
      for (let column = startCol; column <= lastCol; column += 1) {
        const line = rows[row];
        if (line) line[column] = value;
      }
  }
}

/** The first row that says at least two different things: a title says one, however wide it is merged. */
function headingRow(rows: readonly Cell[][]): number {
  const different = (row: readonly Cell[]): number =>
    new Set(row.filter(hasWords).map((cell) => String(cell).trim())).size;
  const within = rows.slice(0, HEADINGS_WITHIN);
  const several = within.findIndex((row) => different(row) >= 2);
  // A list of names alone has one column.
  return several >= 0 ? several : within.findIndex((row) => different(row) === 1);
}

function headerOf(lines: readonly Cell[][], column: number): string {
  const words = lines.map((line) => String(line[column] ?? '').replace(/\s+/g, '')).filter(Boolean);
  return [...new Set(words)].join('/');
}
