import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trainBase } from '../../config/routing/base-model';
import { addCountyLayer } from '../../config/routing/county-layer';
import { learn } from '../../config/routing/learn';
import { COLUMNS, trainLinear, type Seconds } from '../../config/routing/linear';
import { linearOf } from '../../config/routing/model-file';
import { LABELS, OTHER, readRows } from '../../config/routing/rows';
import { readingsIn, secondReadingOf } from '../../config/routing/second-readings';
import { keyRows, sparseOf, vocabularyOf } from '../../config/routing/sparse';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';

const LINES = readFileSync('config/routing/second-readings.tsv', 'utf8').trim().split('\n').slice(1);

describe('second readings', () => {
  it('are ids and shares, and no word of any message', () => {
    expect(LINES.length).toBeGreaterThan(2000);
    for (const line of LINES) expect(line).toMatch(/^[A-Z0-9-]+(\t\d{1,3}(\.\d)?){8}$/);
    expect(new Set(LINES.map((line) => line.split('\t')[0])).size).toBe(LINES.length);
  });

  it('say a share for each column, together one; nothing of a row nobody read', () => {
    for (const line of LINES) {
      const shares = secondReadingOf(line.split('\t')[0]) ?? [];
      expect(shares).toHaveLength(OTHER + 1);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(secondReadingOf('nobody-read-this')).toBeUndefined();
    expect(secondReadingOf(undefined)).toBeUndefined();
  });

  it('are refused by the number of their line where one is none, or is there twice', () => {
    const good = 'A-1\t50\t0\t0\t0\t0\t0\t0\t50';
    expect(readingsIn(`# 行号\n\n${good}\r\n`).get('A-1')).toEqual([0.5, 0, 0, 0, 0, 0, 0, 0.5]);
    for (const bad of ['A-2', 'A-2\t100', 'A-2\t-1\t101\t0\t0\t0\t0\t0\t0', good.replace('50', '五十')])
      expect(() => readingsIn(`${good}\n${bad}`)).toThrow(/第 2 行/);
    expect(() => readingsIn('A-2\t0\t0\t0\t0\t0\t0\t0\t0')).toThrow(/第 1 行/);
    expect(() => readingsIn(`${good}\n\n${good}`)).toThrow(/第 3 行：A-1 前面已经有了/);
  });
});

describe('rows that were read a second time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-readings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = LINES.map((line) => line.split('\t')[0] ?? '').filter(
    (id) => (secondReadingOf(id)?.[OTHER] ?? 0) > 0.9,
  );
  const base = () => linearOf(readModel(readFileSync('cloudfunctions/core/adapters/routing-weights.bin')));
  const told = ['街角', '桥头', '河边'].map((place) => `${place}的班车晚点了`);

  /** A file of the same messages, with or without the ids by which readings are found. */
  function written(ids: readonly unknown[]): string {
    const file = join(folder, `${ids.length}-${String(ids[0])}.jsonl`);
    const lines = told.map((text, at) => JSON.stringify({ id: ids[at], text, label: '交通运输' }));
    writeFileSync(file, lines.join('\n'));
    return file;
  }

  it('are known by their ids; a county’s own rows have none of these', () => {
    const [first, ...rest] = readRows(written([read[0], 7, 'own-1']));
    expect(first?.second).toEqual(secondReadingOf(read[0]));
    expect(rest.map(({ second }) => second)).toEqual([undefined, undefined]);
    expect(readRows(written([])).map(({ second }) => second)).toEqual([undefined, undefined, undefined]);
  });

  it('are refused by their number where one is no row', () => {
    const refusing = (line: string) => {
      const file = join(folder, 'bad.jsonl');
      writeFileSync(file, `{"text":"路灯坏了","label":"城乡建设"}\n${line}\n`);
      return () => readRows(file);
    };
    expect(refusing('null')).toThrow(/第 2 行要用花括号括起来/);
    expect(refusing('路灯坏了')).toThrow(/第 2 行不是 JSON/);
    expect(refusing('{"text":"路灯坏了"}')).toThrow(/第 2 条：要有 text 和 label/);
    expect(refusing('{"text":"路灯坏了","label":null,"title":5}')).toThrow(/第 2 条：title 要加引号/);
  });

  it('teach a layer what a reader thought of them, in the columns of the classes too', () => {
    const tourism = LABELS.map((label) => Number(label === '商贸旅游')).concat(0);
    const weightOf = (seconds: Seconds): number => {
      const rows = readRows(written([]));
      const labels = rows.map(({ label }) => label);
      const layer = addCountyLayer(base(), keyRows(rows), [...rows.keys()], labels, { seconds });
      return layer.weights[layer.vocabulary.keys.length * COLUMNS + tourism.indexOf(1)] ?? 0;
    };
    expect(weightOf(told.map(() => tourism))).toBeGreaterThan(weightOf([]) + 0.1);
  });

  it('teach the column of what belongs to none', () => {
    const outside = (ids: readonly unknown[]): number => {
      const { linear } = learn([], [written(ids)], base);
      const keyed = keyRows(readRows(written([])));
      const sparse = sparseOf(keyed, linear.vocabulary);
      let said = linear.weights[linear.vocabulary.keys.length * COLUMNS + OTHER] ?? 0;
      for (let entry = 0; entry < (sparse.starts[1] ?? 0); entry += 1)
        said +=
          (linear.weights[(sparse.features[entry] ?? 0) * COLUMNS + OTHER] ?? 0) *
          (sparse.values[entry] ?? 0);
      return said;
    };
    expect(outside(read.slice(0, 3))).toBeGreaterThan(outside([]) + 0.3);
  });
});

describe('a base', () => {
  const places = ['河边', '桥头', '门口', '街角', '车站', '后院'];
  const texts = ['路灯不亮', '班车晚点'].flatMap((what) => places.map((place) => `${place}${what}`));
  const keyed = keyRows(texts.map((text) => ({ title: text, text })));
  const labels = texts.map((_, row) => (row < places.length ? 0 : LABELS.length - 1));
  const weightsOf = (second: readonly number[] | undefined): number[] =>
    Array.from(trainBase(keyed, [...texts.keys()], labels, [second]).weights);

  it('believes a second reader a little', () => {
    expect(weightsOf([0, 1, 0, 0, 0, 0, 0, 0])).not.toEqual(weightsOf(undefined));
  });

  it('has no column for what belongs to none: hears of a reader only how the rest is shared', () => {
    expect(weightsOf([0.25, 0, 0.25, 0, 0, 0, 0, 0.5])).toEqual(weightsOf([0.5, 0, 0.5, 0, 0, 0, 0, 0]));
    expect(weightsOf([0, 0, 0, 0, 0, 0, 0, 1])).toEqual(weightsOf(undefined));
  });
});

describe('learning from a label and a second reader', () => {
  const rows = ['路灯不亮', '路灯坏了', '班车晚点', '班车不来'].map((text) => ({ title: text, text }));
  const labels = [0, 0, 1, 1];
  const keyed = keyRows(rows);
  const vocabulary = vocabularyOf(keyed, [...rows.keys()], 1);
  const features = vocabulary.keys.length;
  const sparse = sparseOf(keyed, vocabulary);

  /** How much surer of the first class than of the second each row comes out. */
  function leads(seconds: Seconds, believed: number): number[] {
    const weights = trainLinear({
      sparse,
      features,
      rows: [...rows.keys()],
      labels,
      seconds,
      believed,
      classes: 2,
      scale: new Float32Array((features + 1) * COLUMNS).fill(1),
      cost: 5,
      smoothing: 0.1,
      epochs: 20,
      intercept: 0.5,
    });
    return rows.map((_, row) => {
      let lead = (weights[features * COLUMNS] ?? 0) - (weights[features * COLUMNS + 1] ?? 0);
      for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1) {
        const at = (sparse.features[entry] ?? 0) * COLUMNS;
        lead += ((weights[at] ?? 0) - (weights[at + 1] ?? 0)) * (sparse.values[entry] ?? 0);
      }
      return lead;
    });
  }

  it('is what it was where nobody read, or nobody is believed', () => {
    const other: Seconds = [[0, 1]];
    expect(leads([], 0.3)).toEqual(leads([], 0));
    expect(leads(other, 0)).toEqual(leads([], 0));
  });

  it('grows less sure of a row whose reader disagrees, and still knows the others', () => {
    const alone = leads([], 0.5);
    const read = leads([[0.1, 0.9]], 0.5);
    expect(read[0]).toBeLessThan((alone[0] ?? 0) - 0.3);
    expect(read[2]).toBeLessThan(0);
  });

  it('keeps what label and reader agree on', () => {
    const read = leads(
      [
        [1, 0],
        [1, 0],
        [0, 1],
        [0, 1],
      ],
      0.5,
    );
    expect(read.map((lead) => lead > 0)).toEqual([true, true, false, false]);
  });
});
