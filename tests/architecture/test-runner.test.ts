import { describe, expect, test } from 'vitest';
import { ALL_TARGETS, TARGETS } from '../../config/fresh-builds.mjs';
import { closingLine, countResults } from '../../config/run-tests.mjs';
import { projects } from '../../config/test-projects.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: `${process.cwd()}/tests/a.test.ts`,
  status,
  assertionResults: tests.map((one) => ({ status: one, fullName: 'a rule' })),
});
const closing = (success: boolean, ...testResults: ReturnType<typeof file>[]) =>
  closingLine(countResults({ success, testResults }));

describe('the closing line of npm test', () => {
  test('counts what passed and what failed', () => {
    expect(closing(false, file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed'))).toBe(
      '3 passed, 1 failed',
    );
  });

  test('counts a file that could not be loaded as a failure', () => {
    expect(closing(false, file('passed', 'passed'), file('failed'))).toBe('1 passed, 1 failed');
  });

  test('counts a failure outside every test', () => {
    expect(closing(false, file('passed', 'passed'))).toBe('1 passed, 1 failed');
  });

  test('names skipped tests, in whatever way they were skipped', () => {
    const results = { success: true, testResults: [file('passed', 'passed', 'skipped', 'todo', 'pending')] };
    expect(closingLine(countResults(results))).toBe('1 passed, 0 failed, 3 skipped');
    expect(countResults(results).skipped).toContain('tests/a.test.ts > a rule');
  });
});

describe('the test projects', () => {
  test('ask only for builds that exist, and together for all of them', () => {
    const asked = new Set(projects.flatMap(({ builds }) => builds));
    expect([...asked].sort()).toEqual([...ALL_TARGETS].sort());
  });

  test('no two builds write into the same folder', () => {
    const outputs = ALL_TARGETS.map((name) => TARGETS[name].output);
    expect(new Set(outputs).size).toBe(outputs.length);
  });
});
