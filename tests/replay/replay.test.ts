import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMessages } from './messages';
import { readOptions } from './options';
import type { Outcome } from './outcome';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'replay-test-'));
const file = join(folder, 'messages.jsonl');

const message = (id: string, user: string, title: string, text: string) =>
  JSON.stringify({ id, user, title, text, time: '2026/5/8 09:00:00', up: 0, down: 0 });
const SECRET = '柳树湾';
const MESSAGES = [
  message('T1', 'A1', '路灯不亮', `${SECRET}路口的路灯坏了两个月，晚上走路看不见。`),
  message('T2', 'A2', '河里有垃圾', '河道里堆了很多垃圾，夏天味道很大。'),
  message('T3', 'A2', '', '村卫生室周末没有医生。'),
  message('T4', 'A3', '太长', '长'.repeat(5_001)),
  message('T5', 'A4', '。', '……'),
  ...Array.from({ length: 34 }, (_, index) =>
    message(`M${index}`, 'A5', '公交', `第 ${index} 次反映公交晚点。`),
  ),
];

function run(...args: string[]): string {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'tests/replay/replay.ts', ...args];
  return execFileSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, SKIP_BUILDS: '1' },
  });
}
const outcomes = (printed: string): Outcome[] =>
  printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Outcome);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a replay', () => {
  let printed = '';
  beforeAll(() => {
    writeFileSync(file, `${MESSAGES.join('\n')}\n`);
    printed = run('--file', file, '--places', '--twice', '--json');
  });

  test('submits every message, and the refusals are the documented limits', () => {
    const [first] = outcomes(printed);
    const limited = first?.refusals['RATE_LIMITED'] ?? 0;
    expect(first).toMatchObject({
      messages: 39,
      people: 5,
      refusals: { 'INVALID_INPUT（text）': 2, RATE_LIMITED: limited },
    });
    // Three instances counting at the same moment may each let one more through.
    expect([2, 3, 4]).toContain(limited);
    expect(first?.accepted).toBe(37 - limited);
    expect(first?.added).toBe(first?.accepted);
    expect(first?.received.after).toBe((first?.received.before ?? 0) + (first?.accepted ?? 0));
  });

  test('adds nothing the second time that was there, and gets the same answers', () => {
    const [first, second] = outcomes(printed);
    // What the limit refused may go through an instance that was started meanwhile: it has not seen these people yet.
    const late = (second?.accepted ?? 0) - (first?.accepted ?? 0);
    expect([0, 1, 2]).toContain(late);
    expect(second).toMatchObject({
      added: late,
      refusals: { 'INVALID_INPUT（text）': 2 },
      routing: { found: second?.accepted },
    });
    expect(second?.refusals['RATE_LIMITED'] ?? 0).toBe((first?.refusals['RATE_LIMITED'] ?? 0) - late);
    const before = first?.received.after ?? 0;
    expect(second?.received).toEqual({ before, after: before + late });
    if (late === 0) expect(second?.routing).toEqual(first?.routing);
  });

  test('tells where every lead went, and no word of a message', () => {
    const [first] = outcomes(printed);
    expect(first?.routing.found).toBe(first?.accepted);
    const counts = Object.values(first?.routing.table ?? {}).flatMap((row) => Object.values(row));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(first?.accepted);
    expect(first?.routing.atCountyDesk).toBeLessThan(first?.accepted ?? 0);
    expect(printed).toContain('乡镇联络员');
    expect(printed).not.toContain(SECRET);
    expect(printed).not.toContain('replay-');
  });
});

describe('the arguments of a replay', () => {
  test('name a file', () => {
    expect(() => readOptions(['--limit', '5'])).toThrow('--file');
  });

  test('never point outside this machine', () => {
    expect(() => readOptions(['--file', 'x', '--url', 'https://example.com'])).toThrow('本机');
  });

  test.each([['0'], ['-3'], ['x'], ['1.5']])('refuse %s as a limit', (limit) => {
    expect(() => readOptions(['--file', 'x', '--limit', limit])).toThrow('用法');
  });
});

describe('a file of messages', () => {
  test('gives the same person and the same intent the same names every time', () => {
    writeFileSync(file, `${MESSAGES.join('\n')}\n`);
    const [first, second, third] = readMessages(file, 3);
    expect(readMessages(file, 3)).toEqual([first, second, third]);
    expect(second?.openid).toBe(third?.openid);
    expect(new Set([first, second, third].map((submission) => submission?.requestId)).size).toBe(3);
    expect(third?.text).toBe('村卫生室周末没有医生。');
  });

  test('with a broken line names the line and does not quote it', () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, `${message('T1', 'A1', '好', '好')}\n{"id": "T2", 柳树\n`);
    expect(() => readMessages(broken, 9)).toThrow('第 2 行不是 JSON');
  });

  /** The real messages carry no licence and are not part of this repository: the tool is run on them by hand. */
  test('that is missing is said to be missing', () => {
    const real = process.env['REPLAY_FILE'];
    if (real === undefined) process.stderr.write('!!! 没有设置 REPLAY_FILE：没有用真实留言文件检查读取。\n');
    const used = real ?? join(folder, 'none.jsonl');
    if (existsSync(used)) expect(readMessages(used, Infinity).length).toBeGreaterThan(0);
    else expect(() => readMessages(used, 1)).toThrow('没有文件');
  });
});
