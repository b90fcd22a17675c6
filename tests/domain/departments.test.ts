import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { classify } from '../../cloudfunctions/core/domain/routing/classify';
import type { Linear } from '../../config/routing/base-model';
import { addCountyLayer } from '../../config/routing/county-layer';
import { departmentModelFile, learnDepartments } from '../../config/routing/learn-departments';
import { logitsOf } from '../../config/routing/linear';
import { linearOf, writeModel } from '../../config/routing/model-file';
import { LABELS, OTHER } from '../../config/routing/rows';
import { readDepartments } from '../../config/routing/shared-features';
import { keyRows, sparseOf, vocabularyFrom } from '../../config/routing/sparse';

const NAMES = readFileSync('config/routing/departments.txt', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[0]);
/** Each department twice: as n-grams alone tell it, and as their topics do too. */
const COLUMNS = [...NAMES, ...NAMES.map((name) => `${name}（按主题）`)];
const POLICE = NAMES.indexOf('公安');
const PLACES = ['河边', '桥头', '门口', '街角', '车站', '路口', '后院', '广场'];
const answered = (what: string, reply: string) =>
  PLACES.map((place) => ({ title: `${place}${what}`, text: `${place}那里${what}`, reply, explains: 1 }));
const REPLIES = [
  ...answered('奶茶洒了', '派出所已经到场'),
  ...answered('寿司丢了', '民警已经登记'),
  ...answered('课本缺页', '教育局已经补发'),
  ...answered('树枝断了', '园林部门已经修剪'),
];
const NOBODY: Linear = {
  vocabulary: vocabularyFrom(new Uint32Array()),
  weights: new Float32Array(8),
  stride: 8,
};

function scoreOf(departments: Linear, text: string, department: number): number {
  const { vocabulary, weights, stride } = departments;
  const sparse = sparseOf(keyRows([{ title: text, text }]), vocabulary);
  let score = weights[vocabulary.keys.length * stride + department] ?? 0;
  for (const [entry, feature] of sparse.features.entries())
    score += (weights[feature * stride + department] ?? 0) * (sparse.values[entry] ?? 0);
  return score;
}

function outOfScope(departments: Linear, text: string): number {
  const rows = [
    ...answered('奶茶洒了', '').map((row) => ({ ...row, label: OTHER })),
    ...answered('课本缺页', '').map((row) => ({ ...row, label: LABELS.indexOf('教育文体') })),
    ...answered('树枝断了', '').map((row) => ({ ...row, label: LABELS.indexOf('城乡建设') })),
  ];
  const base = linearOf(readModel(readFileSync('cloudfunctions/core/adapters/routing-weights.bin')));
  const linear = addCountyLayer(
    base,
    keyRows(rows),
    [...rows.keys()],
    rows.map(({ label }) => label),
    { departments },
  );
  return classify(readModel(writeModel(linear, [...LABELS, '其他'], 1, 100_000)), text).outOfScope;
}

describe('the departments that answered', () => {
  it('are learned from replies alone, and told of a message by its own words', () => {
    const departments = learnDepartments(REPLIES);
    expect(departments.stride).toBe(COLUMNS.length);
    expect(scoreOf(departments, '学校里奶茶洒了', POLICE)).toBeGreaterThan(0.5);
    expect(scoreOf(departments, '学校里课本缺页', POLICE)).toBeLessThan(0);
  });

  it('are told by topic too: a word no reply was written to counts as the words of its topic do', () => {
    const replies = [
      ...answered('邻居太吵', '派出所已经到场'),
      ...answered('课本缺页', '教育局已经补发'),
      ...answered('树枝断了', '园林部门已经修剪'),
    ];
    const departments = learnDepartments(replies);
    const byTopic = NAMES.length + POLICE;
    const heard = scoreOf(departments, '隔壁', byTopic) - scoreOf(departments, '天空', byTopic);
    expect(heard).toBeGreaterThan(0.2);
    expect(scoreOf(departments, '隔壁', POLICE)).toBe(scoreOf(departments, '天空', POLICE));
  });

  it('are written the same byte for byte from the same replies, and read back as they were', () => {
    const bytes = departmentModelFile(REPLIES);
    expect(Buffer.from(departmentModelFile(REPLIES)).equals(bytes)).toBe(true);
    const model = readModel(bytes);
    expect(model.classes).toEqual(COLUMNS);
    const text = '车站寿司丢了';
    const [written, learned] = [linearOf(model), learnDepartments(REPLIES)];
    COLUMNS.forEach((_, department) =>
      expect(scoreOf(written, text, department)).toBeCloseTo(scoreOf(learned, text, department), 0),
    );
  });

  it('are kept whole in the repository', () => {
    expect(readModel(readFileSync('config/routing/department-weights.bin')).classes).toEqual(COLUMNS);
    expect(scoreOf(readDepartments(), '小区门口有人打架', POLICE)).toBeGreaterThan(
      scoreOf(readDepartments(), '公园里的路灯不亮', POLICE),
    );
  });

  it('teach a county’s few rows of words that none of them holds', () => {
    const text = '街角那里寿司丢了';
    expect(outOfScope(learnDepartments(REPLIES), text)).toBeGreaterThan(outOfScope(NOBODY, text) + 0.02);
  });
});

describe('a model with a layer', () => {
  it('is linear: what it says of a message is the sum over the message’s n-grams', () => {
    const rows = answered('奶茶洒了', '').map((row) => ({ ...row, label: OTHER }));
    const base = linearOf(readModel(readFileSync('cloudfunctions/core/adapters/routing-weights.bin')));
    const keyed = keyRows(rows);
    const labels = rows.map(({ label }) => label);
    const linear = addCountyLayer(base, keyed, [...rows.keys()], labels);
    const logits = new Float64Array(8);
    logitsOf(linear.weights, linear.vocabulary.keys.length, sparseOf(keyed, linear.vocabulary), 0, logits);
    const reading = classify(
      readModel(writeModel(linear, [...LABELS, '其他'], 1, 100_000)),
      rows[0]?.text ?? '',
      rows[0]?.title ?? '',
    );
    const shares = Array.from(logits, (logit) => Math.exp(logit - Math.max(...logits)));
    const sum = shares.reduce((all, share) => all + share, 0);
    expect(reading.outOfScope).toBeCloseTo((shares[OTHER] ?? 0) / sum, 1);
  });
});
