import { streamXlsxRows } from 'hucre/xlsx';
import type { QueueFilter } from '@contract/statistics';
import { exportRows, sheetColumns } from '@shared/spreadsheet/export-rows';
import { writeSheet } from '@shared/spreadsheet/write-sheet';
import { must, type Person } from './call';
import type { Figure } from './figures';
import type { LocalCloud } from './local-cloud';

/** The figures whose list, or whose xlsx, is not as long as they say; empty is right. */
export async function figuresThatOpenOtherwise(
  cloud: LocalCloud,
  panel: Person,
  figures: readonly Figure[],
): Promise<object[]> {
  const wrong: object[] = [];
  await eachOf(figures, async ({ filter, count }) => {
    const [{ total }, file] = await Promise.all([
      must(cloud, panel, 'panel.getQueueFigures', filter),
      exportedNumbers(cloud, panel, filter),
    ]);
    // A list that is cut several ways tells its length by its end.
    if ((total ?? count) !== count || file.length !== count || new Set(file).size !== count)
      wrong.push({ ...filter, count, total, inTheFile: file.length });
  });
  return wrong;
}

/** The numbers of the leads in the xlsx that the list under a filter is saved as. */
async function exportedNumbers(cloud: LocalCloud, panel: Person, filter: QueueFilter): Promise<unknown[]> {
  const rows = exportRows((input) => must(cloud, panel, 'panel.readRows', { ...filter, ...input }), {
    columns: ['number'],
    listName: '名单',
  });
  const blob = await writeSheet({ name: '线索', columns: sheetColumns(['number']), rows });
  const read: unknown[] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(await blob.arrayBuffer())))
    read.push(values[0]);
  const said = String(read.at(-1));
  // The first row is the header; the last one says how many there are.
  if (!said.includes(`共 ${read.length - 2} 条`)) throw new Error(`the file says 「${said}」`);
  return read.slice(1, -1);
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
