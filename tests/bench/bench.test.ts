import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from './measure-all';
import { countedAs } from '../../cloudfunctions/core/adapters/lead-document';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { tellings } from './fill';
import { figureOf, quantile, ratioOf } from './measure';
import { readOptions } from './options';

const root = resolve(import.meta.dirname, '../..');

describe('a quick bench', () => {
  let report: Report;
  beforeAll(() => {
    const command = [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'tests/bench/bench.ts',
      '--quick',
      '--json',
    ];
    const env = { ...process.env, SKIP_BUILDS: '1' };
    const printed = execFileSync(process.execPath, command, {
      cwd: root,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    report = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as Report;
  }, 240_000);

  const callsOf = (action: string) => report.calls.find((count) => count.action === action)?.calls;

  test('finds that a submission takes one database call', () => {
    expect(callsOf('resident.submitLead')).toBe(1);
  });

  test('finds that the rows of a queue page take one database call, its figures one and the statistics two', () => {
    expect(callsOf('panel.listQueue')).toBe(1);
    expect(callsOf('panel.getQueueFigures')).toBe(1);
    expect(callsOf('panel.getStatistics')).toBe(2);
  });

  test('finds no command over three calls but those that change two leads in a transaction, which take eight', () => {
    const over = report.calls.filter(({ calls }) => calls > 3);
    expect(over.map(({ action, calls }) => [action, calls])).toEqual([
      ['staff.mergeLead', 8],
      ['staff.unmergeLead', 8],
    ]);
    expect(report.calls.filter(({ action }) => action.startsWith('staff.')).length).toBeGreaterThan(20);
  });

  test('measures every promise', () => {
    const unmeasured = report.floors.filter(({ value }) => value === null || !Number.isFinite(value));
    expect(unmeasured.map(({ name }) => name)).toEqual([]);
    expect(report.submitting.submitPerSecond.rounds).toBe(2);
    expect(report.statistics.groupMs.median).toBeGreaterThan(0);
  });

  test('measures the statistics of everything and of periods on both sizes, and the growth between them', () => {
    const { pages, growth } = report.statistics;
    expect(pages.map(({ rows }) => rows)).toEqual([400, 400, 400, 400, 2_000, 2_000, 2_000, 2_000]);
    expect(growth.map(({ list }) => list)).toEqual(['全部', '一个月', '一个季度', '一年']);
    const promised = report.floors.map(({ name }) => name);
    expect(promised).toEqual(expect.arrayContaining(growth.map(({ list }) => `统计页「${list}」随行数变慢`)));
  });

  test('sends no query that no index serves', () => {
    expect(report.unindexed).toEqual([]);
  });
});

describe('the rows of a bench', () => {
  const now = Date.parse('2026-05-08T01:00:00.000Z');
  const rows = [...tellings(800, now)].flat();

  test('are as many as asked for, each under its own id and number', () => {
    expect(rows).toHaveLength(800);
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(800);
    expect(new Set(rows.map((row) => row['number'])).size).toBe(800);
  });

  test('are counted under the keys they carry, and wait for nothing', () => {
    expect(
      rows.filter((row) => row.counted.join() !== countedAs(row['queueKeys'] as string[]).join()),
    ).toEqual([]);
    expect(rows.filter((row) => 'tallyKey' in row || 'outboxDueAt' in row)).toEqual([]);
    expect(rows.filter((row) => String(row['nextDueAt'] ?? '9') <= new Date(now).toISOString())).toEqual([]);
  });

  test('stand in places of the county and are as long as what people write', () => {
    const villages = new Set(
      countyOfContent().townships.flatMap((township) => township.villages.map(({ id }) => id)),
    );
    const leads = rows.map((row) => row['lead'] as { placeId: string });
    expect(leads.filter(({ placeId }) => !villages.has(placeId))).toEqual([]);
    const lengths = rows.map((row) => (row['content'] as { text: string }).text.length);
    expect(quantile(lengths, 0.5)).toBeGreaterThan(150);
    expect(quantile(lengths, 0.5)).toBeLessThan(300);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(5_000);
  });
});

describe('figures', () => {
  test('stand for their rounds by the median', () => {
    expect(figureOf([5, 1, 9])).toEqual({ median: 5, least: 1, most: 9, rounds: 3 });
    expect(figureOf([4, 1, 2, 9]).median).toBe(3);
  });

  test('are compared round by round', () => {
    expect(ratioOf([2, 30], [1, 10])).toMatchObject({ median: 2.5, least: 2, most: 3 });
  });

  test.each([[['--rows', 'many']], [['--rounds', '0']], [['--wrong']]])('are not taken for %j', (argv) => {
    expect(() => readOptions(argv)).toThrow('用法');
  });
});
