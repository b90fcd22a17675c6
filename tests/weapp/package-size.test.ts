import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { brokenBudgets, measurePackages } from '../../config/check-weapp/package-size';

const BUILT = join(resolve(import.meta.dirname, '../..'), 'dist/miniprogram');

test('the main package and the first page stay within their budgets', () => {
  const sizes = measurePackages(BUILT);
  expect(sizes.main).toBeGreaterThan(100_000);
  expect(sizes.subpackages['staff']).toBeGreaterThan(1_000);
  expect(brokenBudgets(sizes)).toEqual([]);
});

test('a package over its budget is named with its size', () => {
  const broken = brokenBudgets({ main: 2 * 1024 * 1024, subpackages: {}, firstPageScriptGzip: 400 * 1024 });
  expect(broken).toHaveLength(2);
  expect(broken[0]).toContain('2048 KB');
});
