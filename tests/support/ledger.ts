import { writeXlsx } from 'hucre/xlsx';
import { LEDGER_CHUNK, LEDGER_COLUMNS } from '@contract/ledger';
import type { LedgerRow } from '@contract/ledger';
import { mapColumns } from '@shared/spreadsheet/map-columns';
import { readSheet } from '@shared/spreadsheet/read-sheet';
import { inPieces, tableRows } from '@shared/spreadsheet/table-rows';

/** How many rows of the ledger say what. */
export interface LedgerCounts {
  received: number;
  adopted: number;
  resolved: number;
}

const HEADERS = [
  '序号',
  '时间',
  '乡镇',
  '反映人',
  '电话',
  '内容',
  '类别',
  '承办单位',
  '办理情况',
  '是否采纳',
  '是否解决',
];
const TOWNSHIPS = ['城关镇', '田湖', '车村镇', '旧县', '不写', '德亭镇'];
const MATTERS = [
  ['村东头的水渠塌了一段，浇地浇不上', '农林水利', '县水利局'],
  ['老街的路灯坏了三盏，晚上看不见路', '城乡建设', '县住房和城乡建设局'],
  ['去学校的路上没有人行道，孩子走在车道上', '交通运输', '县交通运输局'],
  ['卫生室周末没有人，老人要跑到镇上拿药', '卫生健康', '县卫生健康委员会'],
  ['垃圾点半个月没有清，味道很大', '环境保护', ''],
] as const;

/** A synthetic ledger of a county: so many rows, every row another matter, with dates as people type them. */
function ledgerCells(rows: number): (string | number | Date | null)[][] {
  const body = Array.from({ length: rows }, (_, at) => {
    const [matter, category, unit] = MATTERS[at % MATTERS.length] ?? MATTERS[0];
    const day = new Date(Date.UTC(2024, 0, 1 + at));
    const isAdopted = at % 6 === 0;
    const isSolved = at % 13 === 0;
    return [
      at + 1,
      dateAs(day, at),
      TOWNSHIPS[at % TOWNSHIPS.length] ?? '',
      `群众${at + 1}`,
      `1000379${String(at).padStart(4, '0')}`,
      `${matter}，这是第 ${at + 1} 次有人说。`,
      category,
      isAdopted ? unit : '',
      isSolved ? '已经修好，回访过，没有再说。' : '',
      isAdopted ? '是' : at % 6 === 1 ? '否' : '',
      isSolved ? '是' : '',
    ];
  });
  return [['嵩县群众反映问题台账', ...HEADERS.slice(1).map(() => null)], HEADERS, ...body];
}

/** Every way in which a date stands in such a table. */
function dateAs(day: Date, at: number): string | number | Date {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  switch (at % 4) {
    case 0:
      return day;
    case 1:
      return `${year}.${month}.${date}`;
    case 2:
      return `${year}年${month}月${date}日`;
    default:
      return Math.round(day.getTime() / 86_400_000) + 25_569;
  }
}

/** What the figures must say once all rows are in. */
export function ledgerCounts(rows: number): LedgerCounts {
  const every = (step: number): number => Math.ceil(rows / step);
  return { received: rows, adopted: every(6), resolved: every(13) };
}

export const ledgerFile = (rows: number): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: ledgerCells(rows),
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: HEADERS.length - 1 }],
      },
    ],
  });

/** The ledger as the panel sends it: read, its columns matched, cut into pieces. */
export async function ledgerPieces(bytes: Uint8Array): Promise<LedgerRow[][]> {
  const reading = await readSheet(bytes, '台账.xlsx');
  if (!reading.ok) throw new Error(reading.message);
  const map = mapColumns(reading.value.headers, LEDGER_COLUMNS);
  return inPieces(tableRows(reading.value, map, new Set(['date', 'doneOn'])), LEDGER_CHUNK, 80_000);
}
