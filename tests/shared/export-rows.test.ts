import { streamXlsxRows } from 'hucre/xlsx';
import { expect, it, vi } from 'vitest';
import type { RowItem, RowsVerbs } from '@contract/rows';
import { EXPORT_COLUMNS, exportRows, sheetColumns } from '@shared/spreadsheet/export-rows';
import { streamSheet } from '@shared/spreadsheet/write-sheet';
import { aLead, rowOf } from '../admin/support/builders';

vi.setConfig({ testTimeout: 120_000 });

const AS_OF = '2026-03-10T02:00:00.000Z';
const { version: _v, bulk: _b, broadcast: _c, emergency: _e, ...ROW } = rowOf(aLead());
const row = (index: number): RowItem => ({
  ...ROW,
  id: `L-${index}`,
  number: `410325-${String(index).padStart(6, '0')}`,
  excerpt: `${index} 村口的路灯坏了半个月，天一黑孩子放学就摸着走，找过几回也没人修。`.slice(0, 60),
});
type Page = RowsVerbs['readRows']['output'];

/** A panel with so many rows, page after page; `overlap` rows of the page before stand on the next one too. */
function panelWith(rows: number, overlap = 0) {
  return ({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page> => {
    const from = Math.max(0, Number(cursor ?? 0) - overlap);
    const until = Math.min(rows, Number(cursor ?? 0) + limit);
    const page = Array.from({ length: until - from }, (_, index) => row(from + index));
    return Promise.resolve({ rows: page, nextCursor: until < rows ? String(until) : null, asOf: AS_OF });
  };
}

it('writes every row once, though rows move in the list meanwhile, and says at the end how many and as of when', async () => {
  const written: unknown[][] = [];
  const progress: number[] = [];
  const rows = exportRows(panelWith(1_230, 7), {
    columns: ['number'],
    listName: '全部线索',
    onProgress: (count) => progress.push(count),
  });
  for await (const cells of rows) written.push(cells);
  expect(written).toHaveLength(1_231);
  expect(new Set(written.slice(0, -1).map(([number]) => number)).size).toBe(1_230);
  expect(written.at(-1)).toEqual(['全部线索：共 1230 条，自 2026年3月10日 10:00 起读出，各行以读到时为准']);
  expect(progress).toEqual([500, 1_000, 1_230]);
});

it('has no column that tells who reported', () => {
  expect(EXPORT_COLUMNS.join(' ')).not.toMatch(/contact|phone|reporter|tracking/i);
  expect(
    sheetColumns(EXPORT_COLUMNS)
      .map(({ header }) => header)
      .join(' '),
  ).not.toMatch(/姓名|电话|查询码/);
});

it('ends with the refusal of a page, and with nothing that looks whole', async () => {
  const panel = panelWith(2_000);
  const rows = exportRows(
    (page) => (page.cursor === '1000' ? Promise.reject(new Error('FORBIDDEN')) : panel(page)),
    { columns: ['number'], listName: '全部线索' },
  );
  await expect(
    new Response(streamSheet({ name: '线索', columns: sheetColumns(['number']), rows })).blob(),
  ).rejects.toThrow();
});

it('writes a hundred thousand rows in less than 300 MB', async () => {
  const ROWS = 100_000;
  const begin = process.memoryUsage().rss;
  let most = begin;
  const rows = exportRows(panelWith(ROWS), {
    columns: EXPORT_COLUMNS,
    listName: '全部线索',
    onProgress: () => (most = Math.max(most, process.memoryUsage().rss)),
  });
  const chunks: Uint8Array[] = [];
  const stream = streamSheet({ name: '线索', columns: sheetColumns(EXPORT_COLUMNS), rows });
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  let read = 0;
  for await (const _row of streamXlsxRows(bytes)) read += 1;
  console.info(
    `十万行：文件 ${(bytes.length / 1e6).toFixed(1)} MB，常驻内存多用 ${((most - begin) / 1e6).toFixed(0)} MB`,
  );
  expect(read).toBe(ROWS + 2);
  expect(most - begin).toBeLessThan(300e6);
});
