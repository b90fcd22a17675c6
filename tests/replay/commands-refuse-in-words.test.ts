import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const run = (script: string, words: readonly string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', `config/routing/${script}.ts`, ...words], {
    cwd: root,
  });

/** Whoever measures with a file of their own reads what to put right, not where in the code it was noticed. */
test.each([
  ['evaluate-routing', ['--test', 'none.jsonl'], '打不开文件 none.jsonl。'],
  ['evaluate-duplicates', ['--corpus', 'none.jsonl', '--clusters', 'none.jsonl'], '打不开文件 none.jsonl。'],
  ['evaluate-replies', ['--file', 'none.jsonl'], '打不开文件 none.jsonl。'],
  ['evaluate-replies', ['--file', 'LICENSE'], 'LICENSE 第 1 行不是 JSON。'],
  [
    'evaluate-routing',
    ['--tset', 'none.jsonl'],
    '没有选项 --tset。可以用的：--test、--train、--other、--json、--raw',
  ],
])('%s %j is refused in one sentence', async (script, words, sentence) => {
  await expect(run(script, words)).rejects.toMatchObject({ code: 1, stdout: '', stderr: `${sentence}\n` });
});
