import { ADOPTION_LABELS, RESOLUTION_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { ROWS_MAX, type RowItem, type RowsVerbs } from '@contract/rows';
import { sayFully } from '../dates';
import type { Cell, SheetColumn } from './write-sheet';

/** The columns a list may be saved with. What says who reported is none of them. */
const COLUMNS = {
  number: { header: '编号', width: 16, cell: (row) => row.number },
  submittedAt: { header: '收到', width: 18, cell: (row) => sayFully(row.submittedAt) },
  excerpt: { header: '群众说的事（前 60 字）', width: 60, cell: (row) => row.excerpt },
  status: { header: '状态', width: 12, cell: (row) => STATUS_LABELS[row.status] },
  adoption: { header: '采纳', width: 10, cell: (row) => ADOPTION_LABELS[row.adoption] },
  resolution: { header: '解决', width: 12, cell: (row) => RESOLUTION_LABELS[row.resolution] },
  placeName: { header: '地点', width: 22, cell: (row) => row.placeName },
  categoryName: { header: '类别', width: 16, cell: (row) => row.categoryName },
  sectorName: { header: '界别', width: 16, cell: (row) => row.sectorName },
  ownerName: { header: '在谁手里', width: 22, cell: (row) => row.ownerName },
  unitName: { header: '承办单位', width: 24, cell: (row) => row.unitName },
  dueAt: { header: '期限', width: 18, cell: (row) => (row.deadline ? sayFully(row.deadline.dueAt) : '') },
  overdue: { header: '超期', width: 8, cell: (row) => (row.overdue ? '是' : '') },
  cosigns: { header: '附议人数', width: 10, cell: (row) => row.cosigns },
} satisfies Record<string, SheetColumn & { cell: (row: RowItem) => Cell }>;

export type ExportColumn = keyof typeof COLUMNS;
export const EXPORT_COLUMNS = Object.keys(COLUMNS) as ExportColumn[];
export const EXPORT_HEADERS = Object.fromEntries(
  EXPORT_COLUMNS.map((column) => [column, COLUMNS[column].header]),
) as Record<ExportColumn, string>;

/** The chosen columns as a sheet has them. */
export const sheetColumns = (columns: readonly ExportColumn[]): SheetColumn[] =>
  columns.map((column) => ({ header: COLUMNS[column].header, width: COLUMNS[column].width }));

type ReadRows = (page: { cursor?: string; limit: number }) => Promise<RowsVerbs['readRows']['output']>;
interface Exported {
  columns: readonly ExportColumn[];
  /** What the list is called, for the last line. */
  listName: string;
  /** Called after every page with the rows written so far. */
  onProgress?: (rows: number) => void;
}

/**
 * The rows of a list, page after page, and a last one that says how many they are and as of when. A lead that moves in
 * the list meanwhile is written once, as it stood when it was read. Ends with what `readRows` throws.
 */
export async function* exportRows(
  readRows: ReadRows,
  { columns, listName, onProgress }: Exported,
): AsyncGenerator<Cell[]> {
  const written = new Set<string>();
  let asOf = '';
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: RowsVerbs['readRows']['output'] = await readRows({
      limit: ROWS_MAX,
      ...(cursor ? { cursor } : {}),
    });
    asOf ||= page.asOf;
    for (const row of page.rows) {
      if (written.has(row.id)) continue;
      written.add(row.id);
      yield columns.map((column) => COLUMNS[column].cell(row));
    }
    onProgress?.(written.size);
    cursor = page.nextCursor;
  }
  yield [`${listName}：共 ${written.size} 条，自 ${sayFully(asOf)} 起读出，各行以读到时为准`];
}
