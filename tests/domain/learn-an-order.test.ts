import { describe, expect, it } from 'vitest';
import { likenessOf, ridgeOf, slopesOf, standardOf } from '../../config/routing/kernel';
import { orderOf, timesOf } from '../../config/routing/pairs';

const ALONE = [[1], [0, 1], [0, 0, 1], [0.9, 0, 0, 1]].map((line) => Float64Array.from(line));
const even = [1, 1, 1, 1];

describe('learning an order', () => {
  it('says more of every row of the first side than of any of the other', () => {
    const said = timesOf(ALONE, orderOf(ALONE, [1, 1, 0, 0], even, 0.1));
    expect(Math.min(said[0] ?? 0, said[1] ?? 0)).toBeGreaterThan(Math.max(said[2] ?? 0, said[3] ?? 0));
  });

  it('has come to rest: what pulls is what the wrongly ordered pairs still ask for', () => {
    const pulls = orderOf(ALONE, [1, 1, 0, 0], even, 0.1);
    const said = timesOf(ALONE, pulls);
    const asked = [2, 3].reduce((sum, other) => {
      return sum + 1 / (1 + Math.exp((said[0] ?? 0) - (said[other] ?? 0)));
    }, 0);
    expect((pulls[0] ?? 0) * 0.1).toBeCloseTo(asked, 4);
    expect(pulls.reduce((sum, pull) => sum + pull, 0)).toBeCloseTo(0, 6);
  });

  it('is the same, bit for bit, from the same rows, and nothing where one side is empty', () => {
    expect(orderOf(ALONE, [1, 0, 1, 0], even, 1)).toEqual(orderOf(ALONE, [1, 0, 1, 0], even, 1));
    for (const side of [1, 0])
      expect(Array.from(orderOf(ALONE, [side, side, side, side], even, 1))).toEqual([0, 0, 0, 0]);
  });

  it('puts a row that is half first between those that are and those that are not', () => {
    const apart = [[1], [0, 1], [0, 0, 1]].map((line) => Float64Array.from(line));
    const [first = 0, half = 0, last = 0] = orderOf(apart, [1, 0.5, 0], [1, 1, 1], 1);
    expect(first).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(last);
    expect(half).toBeCloseTo(0, 9);
  });

  it('lets a row that counts more pull harder', () => {
    const pulls = orderOf(ALONE, [1, 1, 0, 0], [3, 1, 1, 1], 1);
    expect(pulls[0]).toBeGreaterThan(pulls[1] ?? 0);
    const apart = [[1], [0, 1], [0, 0, 1], [0, 0, 0, 1]].map((line) => Float64Array.from(line));
    const behind = orderOf(apart, [1, 1, 0, 0], [1, 1, 3, 1], 1);
    expect(behind[2]).toBeLessThan(behind[3] ?? 0);
  });

  it('comes to rest where rows are much alike too: no step is too long', () => {
    const alike = Array.from({ length: 12 }, (_, row) =>
      Float64Array.from({ length: row + 1 }, (_, other) =>
        other === row ? 2 : other % 3 === row % 3 ? 1.9 : 0,
      ),
    );
    const first = alike.map((_, row) => Number(row % 3 === 0));
    const count = first.reduce((sum, share) => sum + share, 0);
    const pulls = orderOf(
      alike,
      first,
      alike.map(() => 1),
      1,
    );
    const said = timesOf(alike, pulls);
    const asked = first.reduce((sum, share, other) => {
      return share === 1 ? sum : sum + 1 / (1 + Math.exp((said[0] ?? 0) - (said[other] ?? 0)));
    }, 0);
    expect(pulls[0]).toBeCloseTo((12 * asked) / count / (12 - count), 4);
  });
});

describe('ridge regression on likeness', () => {
  it('solves what it says it solves, for one question after the other', () => {
    const ask = ridgeOf(ALONE, 0.5);
    for (const wanted of [
      [1, 0, 0, 0],
      [0, -1, 2, 1],
    ]) {
      const pulls = ask(wanted);
      timesOf(ALONE, pulls).forEach((said, row) =>
        expect(said + 0.5 * (pulls[row] ?? 0)).toBeCloseTo(wanted[row] ?? 0, 10),
      );
    }
  });

  it('weighs a kind of values as told, whatever their size, and reads what it learned off the raw values', () => {
    const raw = [
      [1, 500],
      [2, 900],
      [3, 100],
    ].map((row) => Float64Array.from(row));
    const standard = standardOf(raw, [
      { from: 0, to: 1, counts: 1 },
      { from: 1, to: 2, counts: 4 },
    ]);
    const nothing = { starts: new Int32Array(4), features: new Int32Array(), values: new Float32Array() };
    const { lower } = likenessOf(nothing, [0, 1, 2], 0, standard);
    expect(lower.reduce((sum, line, at) => sum + (line[at] ?? 0), 0) / 3).toBeCloseTo(5, 10);
    const pulls = Float64Array.from([1, -2, 0.5]);
    const slopes = slopesOf(standard, pulls);
    timesOf(lower, pulls).forEach((said, row) => {
      const read = [0, 1].reduce(
        (sum, each) => sum + (slopes[each] ?? 0) * ((raw[row]?.[each] ?? 0) - (standard.means[each] ?? 0)),
        0,
      );
      expect(read).toBeCloseTo(said, 10);
    });
  });
});
