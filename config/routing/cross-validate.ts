import { readFileSync } from 'node:fs';
import { readModel, type ClassifierModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { classify } from '../../cloudfunctions/core/domain/routing/classify';
import { readArguments } from './arguments';
import { BASE, trainBase, type Linear } from './base-model';
import { addCountyLayer } from './county-layer';
import { readExamples } from './examples';
import { aucOf, figuresOf } from './figures';
import { linearOf, writeModel } from './model-file';
import { foldOf, groupsOf, LABELS, OTHER, readRows } from './rows';
import { keyRows } from './sparse';

// npx tsx config/routing/cross-validate.ts --file FILE [--seeds N…] [--folds N]
// Five folds if not told otherwise, copies of a message in one fold, through the written weights. A file without rows of
// no class trains a base; one with such rows is another county's and trains a layer on the shipped base.
const TEMPERATURE = 0.46;
const SHIPPED = new URL('../../cloudfunctions/core/adapters/routing-weights.bin', import.meta.url);
const options = readArguments(process.argv.slice(2), ['file', 'seeds', 'folds']);
const FOLDS = Number(options.folds?.[0] ?? 5);
const rows = (options.file ?? []).flatMap(readRows);
const layer = rows.some(({ label }) => label === OTHER);
const all = layer ? [...rows, ...readExamples().filter(({ label }) => label !== OTHER)] : rows;
const keyed = keyRows(all);
const labels = all.map(({ label }) => label);
const seconds = rows.map(({ second }) => second);
const groups = groupsOf(rows);

for (const seed of (options.seeds ?? ['0', '1', '2']).map(Number)) {
  const readings = readingsOf((row) => foldOf(groups[row] ?? 0, seed, FOLDS));
  const inside = [...rows.keys()].filter((row) => labels[row] !== OTHER);
  print(`seed ${seed}`, inside, readings);
  if (!layer) {
    const raw = inside.filter((row) => rows[row]?.segmented === false);
    print(`seed ${seed} raw`, raw, readings);
    continue;
  }
  const score = (of: boolean): number[] =>
    readings.filter((_, row) => (labels[row] === OTHER) === of).map(({ outOfScope }) => outOfScope);
  process.stdout.write(`seed ${seed} outOfScopeAuc ${aucOf(score(true), score(false)).toFixed(4)}\n`);
}

function readingsOf(fold: (row: number) => number) {
  const readings = new Array<ReturnType<typeof classify>>(rows.length);
  for (let left = 0; left < FOLDS; left += 1) {
    const model = modelOf([...all.keys()].filter((row) => row >= rows.length || fold(row) !== left));
    rows.forEach(({ title, text }, row) => {
      if (fold(row) === left) readings[row] = classify(model, text, title);
    });
  }
  return readings;
}

function modelOf(train: readonly number[]): ClassifierModel {
  const linear: Linear = layer
    ? addCountyLayer(linearOf(readModel(readFileSync(SHIPPED))), keyed, train, labels, {
        examplesFrom: rows.length,
        seconds,
      })
    : trainBase(keyed, train, labels, seconds);
  return readModel(
    writeModel(linear, [...LABELS, '其他'], layer ? 1 : TEMPERATURE, layer ? 100_000 : BASE.keep),
  );
}

function print(name: string, which: readonly number[], readings: ReturnType<typeof readingsOf>): void {
  const figures = figuresOf(
    which.map((row) =>
      LABELS.map((label) => readings[row]?.ranked.find(({ name: own }) => own === label)?.probability ?? 0),
    ),
    which.map((row) => labels[row] ?? 0),
    LABELS.length,
  );
  const rounded = Object.entries(figures).map(([key, value]) => `${key} ${Number(value).toFixed(4)}`);
  process.stdout.write(`${name} ${rounded.join(' ')}\n`);
}
