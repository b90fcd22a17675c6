import { describe, expect, it } from 'vitest';
import { COLUMNS, type Seconds } from '../../config/routing/linear';
import { addOutside } from '../../config/routing/outside';
import { LABELS, OTHER, type Row } from '../../config/routing/rows';
import { readDepartments, sharedFeatures, sharedKeys } from '../../config/routing/shared-features';
import { keyRows, sparseOf, vocabularyFrom, vocabularyOf } from '../../config/routing/sparse';

const TRANSPORT = LABELS.indexOf('交通运输');
const PLACES = ['河边', '桥头', '门口', '街角', '车站', '后院'];
const told = (what: string, label: number): Row[] =>
  PLACES.map((place) => ({ title: `${place}${what}`, text: `${place}那里${what}`, label, segmented: false }));
const OWN = [...told('寿司丢了', OTHER), ...told('班车晚点', TRANSPORT)];
const EXAMPLES = told('寿司丢了', TRANSPORT);

/** What the second opinion alone says of each row; it may speak in no column but its own. */
function saidOf(rows: readonly Row[], learnedFrom: readonly number[], seconds: Seconds = []): number[] {
  const keyed = keyRows(rows);
  const own = vocabularyOf(keyed, [...rows.keys()], 1).keys;
  const keys = new Set([...own, ...sharedKeys(readDepartments())]);
  const vocabulary = vocabularyFrom(Uint32Array.from(keys).sort());
  const sparse = sparseOf(keyed, vocabulary);
  const features = vocabulary.keys.length;
  const weights = new Float32Array((features + 1) * COLUMNS);
  addOutside(weights, {
    base: new Float32Array(weights.length),
    sparse,
    features,
    shared: sharedFeatures(vocabulary, readDepartments()),
    rows: learnedFrom,
    labels: rows.map(({ label }) => label),
    seconds,
  });
  const elsewhere = weights.findIndex((weight, at) => weight !== 0 && at % COLUMNS !== OTHER);
  expect(elsewhere).toBe(-1);
  return rows.map((_, row) => {
    let said = weights[features * COLUMNS + OTHER] ?? 0;
    for (let entry = sparse.starts[row] ?? 0; entry < (sparse.starts[row + 1] ?? 0); entry += 1)
      said += (weights[(sparse.features[entry] ?? 0) * COLUMNS + OTHER] ?? 0) * (sparse.values[entry] ?? 0);
    return said;
  });
}

describe('the second opinion on what belongs to none of the classes', () => {
  const all = [...OWN.keys()];

  it('speaks for what the county says belongs to none, and against the rest', () => {
    const said = saidOf(OWN, all);
    OWN.forEach(({ label }, row) => expect(Math.sign(said[row] ?? 0)).toBe(label === OTHER ? 1 : -1));
  });

  it('is the same, bit for bit, from the same rows', () => {
    expect(saidOf(OWN, all)).toEqual(saidOf(OWN, all));
  });

  it('says of a message it has not seen what like messages were', () => {
    const [unseen] = told('寿司又丢了', OTHER);
    const said = saidOf(unseen ? [...OWN, unseen] : OWN, all);
    expect(said.at(-1)).toBeGreaterThan(0.5);
  });

  it('believes a reader of the rows more than their labels', () => {
    const outside = LABELS.map(() => 0).concat(1);
    const transport = outside.map((_, column) => Number(column === TRANSPORT));
    const readers = OWN.map(({ label }) => (label === OTHER ? transport : outside));
    saidOf(OWN, all, readers).forEach((said, row) =>
      expect(Math.sign(said)).toBe(OWN[row]?.label === OTHER ? -1 : 1),
    );
  });

  it('says more of rows that somebody read and found right: they need less holding back', () => {
    const agreeing = OWN.map(({ label }) => [...LABELS, '其他'].map((_, column) => Number(column === label)));
    const [alone, half, read] = [[], agreeing.slice(0, PLACES.length), agreeing].map((seconds) =>
      Math.abs(saidOf(OWN, all, seconds)[0] ?? 0),
    );
    expect(half).toBeGreaterThan((alone ?? 0) * 1.2);
    expect(read).toBeGreaterThan((half ?? 0) * 1.2);
  });

  it('does not learn from rows it is not given', () => {
    expect(saidOf([...OWN, ...EXAMPLES], all).slice(0, OWN.length)).toEqual(
      saidOf([...OWN, ...EXAMPLES.map((row) => ({ ...row, label: OTHER }))], all).slice(0, OWN.length),
    );
  });

  it.each([
    ['no row', []],
    ['one row', [0]],
    ['rows of one side', [0, 1, 2]],
    ['a row twice', [0, 0, 6, 6]],
  ])('says nothing wild when there is %s to learn from', (_, rows) => {
    for (const said of saidOf(OWN, rows)) expect(Math.abs(said)).toBeLessThan(20);
  });
});
