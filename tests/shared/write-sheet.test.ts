import fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { neutralised, writeSheet, type Cell } from '@shared/spreadsheet/write-sheet';

const columns = [
  { header: '编号', width: 16 },
  { header: '内容', width: 40 },
];

async function readBack(rows: Cell[][], name = '线索'): Promise<unknown[][]> {
  const blob = await writeSheet({ name, columns, rows });
  const read: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(await blob.arrayBuffer())))
    read.push([...values]);
  return read;
}

describe('a written sheet', () => {
  it('holds the header and every row, in order, as it was given', async () => {
    const rows = [
      ['410325-000001', '路灯不亮'],
      ['410325-000002', 12.5],
      ['', null],
      ['三', '<&>"\' 😀 多行\n第二行'],
    ];
    const read = await readBack(rows);
    expect(read[0]).toEqual(['编号', '内容']);
    expect(read).toHaveLength(5);
    expect(read[1]).toEqual(['410325-000001', '路灯不亮']);
    expect(read[2]?.[1]).toBe(12.5);
    expect(read[4]).toEqual(['三', '<&>"\' 😀 多行\n第二行']);
  });

  it('has as many rows as were given, whatever stands in them', async () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer(), cell), { maxLength: 30 }), async (rows) => {
        expect(await readBack([...rows, ['完', '完']])).toHaveLength(rows.length + 2);
      }),
      { numRuns: 60 },
    );
  });

  it('is a file that can be read, however odd the name of the sheet', async () => {
    expect(await readBack([['a', 'b']], '线索[2026]/全部:*?'.repeat(4))).toHaveLength(2);
  });
});

describe('what looks like a formula', () => {
  it.each([
    '=1+1',
    '+86 1000379',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '  =1',
    '\u200b=1',
    '\ufeff=1',
    '\u0001=1',
  ])('is only text in the sheet: %j', (text) => {
    expect(neutralised(text).startsWith("'")).toBe(true);
  });

  it('never begins a cell, whatever somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(neutralised(text))).toBe(false);
      }),
    );
  });

  it('is everything else left as it is', () => {
    for (const text of ['路灯不亮', '2026-01-31', '1=1', 'a@b', '（＝）'])
      expect(neutralised(text)).toBe(text);
  });
});
