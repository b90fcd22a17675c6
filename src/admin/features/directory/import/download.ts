import type { ImportColumn } from '@contract/directory-import';
import type { Cell } from '@shared/spreadsheet/write-sheet';
import type { TableFile } from './table-file';

/** Gives the browser a table to keep. */
async function keep(name: string, headers: readonly string[], rows: readonly Cell[][]): Promise<void> {
  const { writeSheet } = await import('@shared/spreadsheet/write-sheet');
  const blob = await writeSheet({ name, columns: headers.map((header) => ({ header, width: 16 })), rows });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
}

/** An empty table with the right headings and one row to show how. */
export const keepTemplate = (name: string, columns: readonly ImportColumn[]): Promise<void> =>
  keep(
    `${name}模板`,
    columns.map(({ header }) => header),
    [columns.map(({ example }) => example)],
  );

/** The rows that stayed out, as they were, with why: to be put right and brought in again. */
export function keepRejects(
  { name, reading }: TableFile,
  rejected: readonly { row: number; sentence: string }[],
): Promise<void> {
  const cells = new Map(reading.rowNumbers.map((row, at) => [row, reading.rows[at] ?? []]));
  return keep(
    `${name.replace(/\.\w+$/, '')}没有导入的行`,
    ['行号', '原因', ...reading.headers],
    rejected.map(({ row, sentence }) => [row, sentence, ...(cells.get(row) ?? [])]),
  );
}
