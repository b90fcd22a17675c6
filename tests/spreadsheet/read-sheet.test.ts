import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { mapColumns } from '@shared/spreadsheet/map-columns';
import { readDate } from '@shared/spreadsheet/read-date';
import { harmless, readSheet, SHEET_ROWS_MAX } from '@shared/spreadsheet/read-sheet';
import { writeSheet, type Cell } from '@shared/spreadsheet/write-sheet';
import { IMPORT_COLUMNS } from '@contract/directory-import';

type Merge = { startRow: number; startCol: number; endRow: number; endCol: number };
const xlsx = (rows: Cell[][], merges: Merge[] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '表', rows, merges }] });
const read = async (bytes: Uint8Array, name = '表.xlsx') => {
  const result = await readSheet(bytes, name);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const refusal = async (bytes: Uint8Array, name = '表.xlsx'): Promise<string> => {
  const result = await readSheet(bytes, name);
  return result.ok ? 'read' : result.message;
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
/** 姓名,界别 / 王建国,农业界 as Excel in Chinese writes it. */
const GBK = Uint8Array.of(
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x2c,
  0xbd,
  0xe7,
  0xb1,
  0xf0,
  0x0d,
  0x0a,
  0xcd,
  0xf5,
  0xbd,
  0xa8,
  0xb9,
  0xfa,
  0x2c,
  0xc5,
  0xa9,
  0xd2,
  0xb5,
  0xbd,
  0xe7,
  0x0d,
  0x0a,
);

describe('a table', () => {
  it('is read with its headings and the numbers its rows have in the spreadsheet', async () => {
    const bytes = await xlsx([
      ['姓名', '界别'],
      ['王建国', '农业界'],
      [null, null],
      ['李敏', '教育界'],
    ]);
    expect(await read(bytes)).toEqual({
      headers: ['姓名', '界别'],
      rows: [
        ['王建国', '农业界'],
        ['李敏', '教育界'],
      ],
      rowNumbers: [2, 4],
    });
  });

  it('may have a title merged over it, headings in two rows, and a place merged over several rows', async () => {
    const bytes = await xlsx(
      [
        ['委员名单', null, null, null],
        ['乡镇', '委员', null, '备注'],
        [null, '姓名', '界别', null],
        ['城关镇', '王建国', '农业界', null],
        [null, '李敏', '教育界', null],
      ],
      [
        { startRow: 0, endRow: 0, startCol: 0, endCol: 3 },
        { startRow: 1, endRow: 2, startCol: 0, endCol: 0 },
        { startRow: 1, endRow: 1, startCol: 1, endCol: 2 },
        { startRow: 1, endRow: 2, startCol: 3, endCol: 3 },
        { startRow: 3, endRow: 4, startCol: 0, endCol: 0 },
      ],
    );
    const { headers, rows, rowNumbers } = await read(bytes);
    expect(headers).toEqual(['乡镇', '委员/姓名', '委员/界别', '备注']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['城关镇', '王建国', '农业界'],
      ['城关镇', '李敏', '教育界'],
    ]);
    expect(rowNumbers).toEqual([4, 5]);
    expect(mapColumns(headers, IMPORT_COLUMNS.members)).toMatchObject({ township: 0, name: 1, sector: 2 });
  });

  it('is read from csv in UTF-8, with a byte order mark, in GBK and in UTF-16', async () => {
    const rows = [['王建国', '农业界']];
    expect((await read(text('姓名,界别\n王建国,农业界\n'), 'a.csv')).rows).toEqual(rows);
    expect((await read(text('\ufeff姓名,界别\r\n王建国,农业界\r\n'), 'a.csv')).headers[0]).toBe('姓名');
    expect((await read(GBK, 'a.csv')).rows).toEqual(rows);
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(
        Uint16Array.from([...'姓名\t界别\n王建国\t农业界'].map((c) => c.charCodeAt(0))).buffer,
      ),
    ]);
    expect((await read(utf16, 'a.csv')).rows).toEqual(rows);
  });

  it('of 50,000 rows is read, and of one more is refused by the number of the row', async () => {
    const row = ['王建国', '农业界'];
    const lines = (count: number): Uint8Array =>
      text(['姓名,界别', ...Array.from({ length: count }, () => row.join(','))].join('\n'));
    expect((await read(lines(SHEET_ROWS_MAX), 'a.csv')).rows).toHaveLength(SHEET_ROWS_MAX);
    expect(await refusal(lines(SHEET_ROWS_MAX + 1), 'a.csv')).toContain(`第 ${SHEET_ROWS_MAX + 2} 行`);
  });

  it('of 50,000 rows is read from xlsx too', async () => {
    const rows = Array.from({ length: SHEET_ROWS_MAX }, (_, at): Cell[] => [`村民${at}`, '农业界', at]);
    const blob = await writeSheet({
      name: '表',
      columns: ['姓名', '界别', '序号'].map((header) => ({ header, width: 10 })),
      rows,
    });
    const reading = await read(new Uint8Array(await blob.arrayBuffer()));
    expect(reading.rows).toHaveLength(SHEET_ROWS_MAX);
    expect(reading.rows.at(-1)?.[0]).toBe(`村民${SHEET_ROWS_MAX - 1}`);
  });
});

describe('what is refused in words', () => {
  it('is an empty file, a table of headings alone, a file that is no table, an old xls, half a file', async () => {
    expect(await refusal(new Uint8Array())).toBe('这个文件是空的。');
    expect(await refusal(text('姓名,界别\n'), 'a.csv')).toBe('表头下面没有内容。');
    expect(await refusal(text('\n\n'), 'a.csv')).toContain('没有找到表头');
    expect(await refusal(text('%PDF-1.7 …'), 'a.xlsx')).toContain('不是表格');
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'a.csv')).toContain('不是表格');
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'a.xls')).toContain('另存为 .xlsx');
    const whole = await xlsx([['姓名'], ['王建国']]);
    expect(await refusal(whole.slice(0, whole.length / 2))).toContain('没有传完整');
  });

  it('is a zip bomb, before it is unpacked', async () => {
    const bytes = await xlsx([['姓名'], ['王建国']]);
    const bomb = bytes.slice();
    const view = new DataView(bomb.buffer);
    // The table of contents says that the first file unpacks to three gigabytes.
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 3_000_000_000, true);
        break;
      }
    expect(await refusal(bomb)).toContain('太大');
  });

  it('is a file that unpacks to more than it says', async () => {
    const bytes = await xlsx([['姓名'], ...Array.from({ length: 500 }, (): Cell[] => ['王建国'])]);
    const liar = bytes.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 20, true);
    expect(await refusal(liar)).toContain('打不开');
  });

  it('is a zip that is no workbook', async () => {
    const empty = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
    expect(await refusal(empty)).toContain('不是 Excel 表格');
  });
});

describe('a cell', () => {
  it('holds nothing that a spreadsheet could run', async () => {
    expect(harmless('=HYPERLINK("http://x","点")')).toBe('HYPERLINK("http://x","点")');
    expect(harmless("'=1+1")).toBe('1+1');
    expect(harmless(' +-@=cmd|x')).toBe('cmd|x');
    expect(harmless('＝SUM(A1)')).toBe('SUM(A1)');
    expect(harmless('-')).toBe('');
    expect(harmless("D'Artagnan")).toBe("D'Artagnan");
    const { rows } = await read(text('姓名,备注\n@王建国,"=cmd|\'/c calc\'!A1"\n'), 'a.csv');
    expect(rows).toEqual([['王建国', "cmd|'/c calc'!A1"]]);
  });

  it('that is a date is understood as people type it', () => {
    expect(
      ['2026.3.1', '2026年3月1日', '2026/03/01', '2026-3-1', '20260301', '２０２６.3.1', '46082'].map(
        readDate,
      ),
    ).toEqual(Array.from({ length: 7 }, () => '2026-03-01'));
    expect(readDate(46082)).toBe('2026-03-01');
    expect(readDate(46082.75)).toBe('2026-03-01');
    expect(readDate(new Date('2026-03-01T00:00:00Z'))).toBe('2026-03-01');
    expect(['2026.2.30', '3月1日', '去年', '', '2026', '12345678901'].map(readDate)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    expect(readDate(null)).toBeNull();
  });

  it.each(['24.5.6', '24/5/6', '24-05-06', '24年5月6日', '２４．５．６'])(
    'may have its year in two digits: %s',
    (typed) => expect(readDate(typed)).toBe('2024-05-06'),
  );

  it.each(['5/6/24', '12/5/24', '05.6.7', '24.13.1', '24.2.30', '4.5.6', '124.5.6'])(
    'is not guessed where two digits may be the month or no such day is: %s',
    (typed) => expect(readDate(typed)).toBeNull(),
  );

  it('in two digits is the year where 年 says so', () => expect(readDate('09年5月6日')).toBe('2009-05-06'));
});
