/**
 * `npm test`: builds what the tests look at, runs vitest, and closes with one plain line `N passed, N failed`.
 * Arguments go to vitest (`npm test -- tests/domain`); with a filter only the builds of that folder are made.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_TARGETS, ROOT, ensureBuilt } from './fresh-builds.mjs';

/** The counts of the last full run; a filtered run keeps its own, so that it can never pass for a full one. */
export const RESULTS = join(ROOT, '.tmp', 'test-results.json');
const RESULTS_OF_SOME = join(ROOT, '.tmp', 'test-results-of-some.json');

/** Counts a vitest JSON result. A file that could not even be loaded is one failure: it must not vanish. */
export function countResults(results) {
  const tests = results.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = results.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `${relative(ROOT, file.name)} > ${test.fullName}`),
  );
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const failed = failedTests + brokenFiles.length || (results.success ? 0 : 1);
  return { passed, failed, skipped };
}

/** The closing line; skipped tests appear only when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}

/** Runs everything and answers the counts; never throws for a failing test or a failing build. */
export async function runTests(vitestArguments) {
  const isFull = vitestArguments.length === 0;
  const resultsFile = isFull ? RESULTS : RESULTS_OF_SOME;
  mkdirSync(dirname(resultsFile), { recursive: true });
  rmSync(resultsFile, { force: true });
  try {
    if (isFull) await ensureBuilt(ALL_TARGETS);
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const code = await vitest(vitestArguments, resultsFile);
  if (!existsSync(resultsFile)) return { passed: 0, failed: 1, skipped: [] };
  const counts = countResults(JSON.parse(readFileSync(resultsFile, 'utf8')));
  // An error outside any test (a leaked promise, a broken set-up) makes vitest fail without a failed test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function vitest(extra, resultsFile) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`];
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '-c', 'config/vitest.config.mts', ...reporters, ...extra],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Says loudly what did not run: a skipped test must never look like a passed one. */
export function reportSkipped(skipped) {
  if (skipped.length === 0) return;
  console.log(`\n!!! 有 ${skipped.length} 项测试被跳过，没有运行：`);
  for (const name of skipped) console.log(`!!!   ${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = await runTests(process.argv.slice(2));
  reportSkipped(counts.skipped);
  if (counts.passed + counts.failed === 0) console.log('\n没有任何测试运行。');
  console.log(`\n${closingLine(counts)}`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
