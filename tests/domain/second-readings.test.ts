import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, trainLinear, type Seconds } from '../../config/routing/linear';
import { OTHER } from '../../config/routing/rows';
import { secondReadingOf } from '../../config/routing/second-readings';
import { keyRows, sparseOf, vocabularyOf } from '../../config/routing/sparse';

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

  it('grows less sure of a row whose reader disagrees, and no less of the others', () => {
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
