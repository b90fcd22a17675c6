import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import { startBenchCloud } from './bench-cloud';
import { countCalls } from './calls';
import { measureColdStart } from './cold-start';
import { fill } from './fill';
import type { Floor } from './floors';
import { memoryOf } from './measure';
import type { Options } from './options';
import { growthOf, LISTS, measurePages, sized, type Sized } from './reading';
import { measureStatistics } from './statistics';
import { CLIENTS, measureCounting, measureSubmitting } from './submitting';

export type Report = Awaited<ReturnType<typeof measureAll>> & { floors: Floor[] };

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Every measurement of the bench, one after the other. Throws when a cloud does not answer or its figures are wrong. */
export async function measureAll(options: Options, folder: string) {
  const { rows, rounds, quick } = options;
  say('数据库调用次数 …');
  await fill(join(folder, 'calls'), 380, () => undefined);
  const calls = await countCalls(join(folder, 'calls'));
  say('冷启动 …');
  const coldStart = measureColdStart(quick ? 2 : Math.max(10, rounds));
  const clouds: Sized[] = [];
  try {
    for (const size of rows) {
      clouds.push(await openSize(size, join(folder, String(size)), options.keep));
    }
    const largest = clouds.at(-1);
    if (!largest) throw new Error('no rows to measure on');
    say('列表页 …');
    const pages = await measurePages(clouds, { rounds, each: quick ? 5 : 30, lists: LISTS });
    const memoryAfterPages = memoryOf(largest.bench.pid);
    const unindexed = (await largest.bench.health()).unindexedQueries;
    say('统计页与现场汇总 …');
    const statistics = await measureStatistics(clouds, {
      rounds: quick ? 1 : Math.min(5, rounds),
      each: quick ? 5 : 15,
    });
    const memoryAfterGrouping = memoryOf(largest.bench.pid);
    // Grouping is not the product's: the submissions find a cloud that never did it.
    const fresh = await restarted(clouds, largest);
    say(`提交，${CLIENTS} 个并发 …`);
    const submitting = await measureSubmitting(fresh.bench, { rounds, each: quick ? 96 : 640 });
    const counting = await measureCounting(fresh.bench, quick ? 1 : 3);
    const machine = {
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? '',
      node: process.version,
      date: new Date().toISOString(),
    };
    const memory = {
      rows: largest.rows,
      afterPages: memoryAfterPages,
      afterGrouping: memoryAfterGrouping,
      afterSubmitting: memoryOf(fresh.bench.pid),
    };
    return {
      machine,
      options,
      calls,
      coldStart,
      pages,
      growth: growthOf(pages),
      submitting,
      counting,
      statistics,
      memory,
      unindexed,
    };
  } finally {
    for (const cloud of clouds) await close(cloud);
  }
}

async function restarted(clouds: Sized[], old: Sized): Promise<Sized> {
  await close(old);
  clouds.splice(clouds.indexOf(old), 1);
  const fresh = await sized(old.rows, await startBenchCloud(old.bench.cloud.dataDir));
  clouds.push(fresh);
  return fresh;
}

async function close({ sdk, driver, bench }: Sized): Promise<void> {
  sdk.stop();
  driver.stop();
  await bench.cloud.stop();
}

async function openSize(rows: number, dataDir: string, keep: string | null): Promise<Sized> {
  const counts = keep === null ? await filled(rows, dataDir) : await kept(rows, dataDir, keep);
  const cloud = await sized(rows, await startBenchCloud(dataDir));
  const { funnel } = await cloud.bench.panel('panel.getStatistics', {});
  if (funnel.received !== counts['all'] || funnel.adopted !== counts['m:adopted']) {
    throw new Error(`the statistics say ${funnel.received} leads, ${String(counts['all'])} were written`);
  }
  return cloud;
}

async function filled(rows: number, dataDir: string): Promise<Counts> {
  const started = Date.now();
  let told = started;
  const counts = await fill(dataDir, rows, (done) => {
    if (Date.now() - told < 10_000) return;
    told = Date.now();
    say(`写入线索 ${done}/${rows}`);
  });
  say(`写入线索 ${rows} 条，用时 ${Math.round((Date.now() - started) / 1000)} 秒`);
  return counts;
}

/** The bench changes what it measures on, so it works on a copy. */
async function kept(rows: number, dataDir: string, keep: string): Promise<Counts> {
  const original = join(resolve(keep), String(rows));
  const note = join(original, 'counts.json');
  if (!existsSync(note)) writeFileSync(note, JSON.stringify(await filled(rows, original)));
  cpSync(original, dataDir, { recursive: true });
  return JSON.parse(readFileSync(note, 'utf8')) as Counts;
}
