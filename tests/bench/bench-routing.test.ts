import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the bench of routing runs on what the repository holds, says so, and ends with one line of figures', async () => {
  const tsx = join(root, 'node_modules/.bin/tsx');
  const arguments_ = ['config/routing/bench-routing.ts', '--leads', '500', '--json'];
  const { stdout } = await promisify(execFile)(tsx, arguments_, { cwd: root });
  expect(stdout).toContain('仓库里写的演示线索');
  const figures = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, number>;
  const measured = ['loadMs', 'classifyMicros', 'macroF1', 'lookUpMs', 'replyCheckMs'];
  const rivals = ['rivalLoadMs', 'rivalClassifyMicros', 'rivalMacroF1', 'rivalLookUpMs', 'rivalReplyMicros'];
  for (const name of [...measured, ...rivals]) expect([name, (figures[name] ?? 0) > 0]).toEqual([name, true]);
  expect(figures['testedOn']).toBeGreaterThan(20);
});
