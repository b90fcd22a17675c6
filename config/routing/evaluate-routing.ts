import { readFileSync } from 'node:fs';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { classify } from '../../cloudfunctions/core/domain/routing/classify';
import { readArguments } from './arguments';
import { aucOf, figuresOf } from './figures';
import { learn } from './learn';
import { linearOf, writeModel } from './model-file';
import { LABELS, OTHER, readRows } from './rows';

// npm run eval:routing -- --test FILE… [--train FILE…] [--json]
const SHIPPED =
  process.env.ROUTING_WEIGHTS ??
  new URL('../../cloudfunctions/core/adapters/routing-weights.bin', import.meta.url).pathname;
/** A model that is only measured may keep what a shipped one has no room for. */
const NO_LIMIT = 100_000;
const options = readArguments(process.argv.slice(2), ['test', 'train', 'other', 'json', 'raw']);
if (!options.test?.length) {
  process.stderr.write('用法：npm run eval:routing -- --test 文件… [--train 文件…] [--json]\n');
  process.exit(1);
}
const shipped = readModel(readFileSync(SHIPPED));
const model = options.train ? trained(options.train) : shipped;
const rows = options.test.flatMap(readRows).filter(({ segmented }) => !options.raw || !segmented);
const readings = rows.map(({ title, text }) => classify(model, text, title));
const inside = [...rows.keys()].filter((row) => rows[row]?.label !== OTHER);
const figures = figuresOf(
  inside.map((row) =>
    LABELS.map((label) => readings[row]?.ranked.find(({ name }) => name === label)?.probability ?? 0),
  ),
  inside.map((row) => rows[row]?.label ?? 0),
  LABELS.length,
);
const score = (of: boolean): number[] =>
  readings.filter((_, row) => (rows[row]?.label === OTHER) === of).map(({ outOfScope }) => outOfScope);
const outOfScopeAuc = inside.length < rows.length ? aucOf(score(true), score(false)) : null;
const line = Object.fromEntries(
  Object.entries({ ...figures, outOfScopeAuc }).map(([name, value]) => [
    name,
    value === null ? null : Number(value.toFixed(4)),
  ]),
);
if (options.json) process.stdout.write(`${JSON.stringify({ ...line, model: model.modelVersion })}\n`);
else
  for (const [name, value] of Object.entries(line))
    process.stdout.write(`${name.padEnd(16)}${String(value)}\n`);

function trained(files: readonly string[]) {
  const { linear, temperature } = learn(files, options.other ?? [], () => linearOf(shipped));
  return readModel(writeModel(linear, [...LABELS, '其他'], temperature, NO_LIMIT));
}
