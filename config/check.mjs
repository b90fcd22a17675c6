/**
 * `npm run check`: types, lint, formatting, dependency rules, tests, builds. Every step runs, so one go shows all
 * that is wrong; the exit code says whether anything was. `--tests-already-ran` (used by .ci/run, right after
 * `npm test`) takes the tests' counts from that run instead of running them a second time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT, ensureBuilt } from './fresh-builds.mjs';
import { RESULTS, closingLine, countResults, reportSkipped, runTests } from './run-tests.mjs';

const AN_HOUR = 60 * 60 * 1000;

const steps = [
  ['类型', () => node('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['代码规范', () => node('node_modules/eslint/bin/eslint.js', '-c', 'config/eslint.config.mjs', '.')],
  [
    '格式',
    () =>
      node(
        'node_modules/prettier/bin/prettier.cjs',
        '--config',
        'config/prettier.json',
        '--check',
        '--log-level=warn',
        '.',
      ),
  ],
  [
    '依赖方向',
    () =>
      node(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        'config/dependency-cruiser.cjs',
        'src',
        'cloudfunctions',
        'types',
        'tests',
      ),
  ],
  ['居民读到的话', () => node('node_modules/tsx/dist/cli.mjs', 'config/check-language/index.ts')],
];

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function countsOfLastRun() {
  if (!existsSync(RESULTS)) throw new Error('没有上一次测试的结果，请先运行 npm test。');
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  if (Date.now() - results.startTime > AN_HOUR)
    throw new Error('上一次测试已过去一个多小时，请重新运行 npm test。');
  return countResults(results);
}

async function buildAll() {
  try {
    await ensureBuilt();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

async function timed(label, step) {
  const started = Date.now();
  console.log(`\n── ${label} ──`);
  const passed = await step();
  console.log(`${passed ? '通过' : '未通过'}：${label}，${((Date.now() - started) / 1000).toFixed(1)} 秒`);
  return passed ? [] : [label];
}

const failures = [];
for (const [label, step] of steps) failures.push(...(await timed(label, step)));
failures.push(...(await timed('构建', buildAll)));

const testsAlreadyRan = process.argv.includes('--tests-already-ran');
console.log(`\n── 测试${testsAlreadyRan ? '（刚刚运行过，沿用其结果）' : ''} ──`);
const counts = testsAlreadyRan ? countsOfLastRun() : await runTests([]);
reportSkipped(counts.skipped);
if (counts.failed > 0 || counts.passed === 0) failures.push('测试');

console.log(failures.length === 0 ? '\n检查全部通过。' : `\n检查未通过：${failures.join('、')}`);
console.log(closingLine(counts));
process.exitCode = failures.length === 0 ? 0 : 1;
