import type { Report } from './measure-all';
import type { Figure } from './measure';

/** The report as people read it, line by line. */
export function printReport(report: Report, line: (text: string) => void): void {
  const { machine, options } = report;
  line(
    `\n直通性能 · ${machine.date.slice(0, 10)} · ${machine.cores} 核 ${machine.cpu} · Node ${machine.node}`,
  );
  line(`行数 ${options.rows.join('、')}，每项 ${options.rounds} 轮交替，取中位数（最小–最大）`);
  calls(report, line);
  speed(report, line);
  cold(report, line);
  floors(report, line);
}

type Line = (text: string) => void;

function calls({ calls: counts }: Report, line: Line): void {
  line('\n数据库调用次数（括号内：新实例的第一次调用，另读县目录、会话和账号）');
  for (const { action, calls: count, fresh, atMost } of counts) {
    line(
      `  ${action.padEnd(44)} ${count}${fresh === null ? '' : `（${fresh}）`}${atMost !== null && count > atMost ? `  超过 ${atMost}` : ''}`,
    );
  }
}

function speed({ submitting: s, pages, growth, statistics, memory, counting }: Report, line: Line): void {
  line(`\n提交，32 个并发，${s.instances} 个实例`);
  line(
    `  提交          ${shown(s.submitPerSecond)} 次/秒，p50 ${shown(s.submitP50)} ms，p99 ${shown(s.submitP99)} ms，CPU ${shown(s.submitCpuMs)} ms/次`,
  );
  line(
    `  裸 SDK 写入   ${shown(s.addPerSecond)} 次/秒，本地云 CPU ${shown(s.addCpuMs)} ms/次；提交是它的 ${shown(s.submitToAdd)}`,
  );
  line(`  裸 node:http  ${shown(s.echoPerSecond)} 次/秒；裸写入是它的 ${shown(s.addToEcho)}`);
  line(`  定时器事后计入统计 ${shown(counting.msPerLead)} ms/条，CPU ${shown(counting.cpuMsPerLead)} ms/条`);
  line('\n列表页，1 个客户端（毫秒；比值 = 裸 SDK 查询的时间 ÷ 页的时间）');
  for (const { list, rows, pageMs, bareMs, bareToPage, cpuMs } of pages) {
    line(
      `  ${String(rows).padStart(7)} 行  ${list}：页 ${shown(pageMs)}，裸查询 ${shown(bareMs)}，比值 ${shown(bareToPage)}，CPU ${shown(cpuMs)} ms/次`,
    );
  }
  for (const { list, factor } of growth) line(`  ${list}：行数最多时是最少时的 ${round(factor)} 倍`);
  line('\n统计页，1 个客户端');
  for (const { list, rows, pageMs, kilobytes } of statistics.pages) {
    line(`  ${String(rows).padStart(7)} 行  ${list}：${shown(pageMs)} ms，答复 ${kilobytes} KB`);
  }
  for (const { list, factor } of statistics.growth)
    line(`  ${list}：行数最多时是最少时的 ${round(factor)} 倍`);
  line(`  现场汇总 ${shown(statistics.groupMs)} ms，是统计页「全部」的 ${round(statistics.groupToPage)} 倍`);
  const at = (moment: { now: number; peak: number } | null): string =>
    moment === null ? '测不到' : `${moment.now}（最高 ${moment.peak}）`;
  line(
    `本地云内存 MB，${memory.rows} 行：看页后 ${at(memory.afterPages)}，提交后 ${at(memory.afterSubmitting)}，现场汇总后 ${at(memory.afterGrouping)}`,
  );
}

function cold({ coldStart: { emptyCpuMs, bundles } }: Report, line: Line): void {
  line(`\n冷启动 CPU，空函数 ${shown(emptyCpuMs)} ms`);
  for (const { name, kilobytes, plainCpuMs, plainToEmpty, cachedCpuMs, cachedToEmpty } of bundles) {
    line(
      `  ${name.padEnd(9)} ${kilobytes} KB  ${shown(plainCpuMs)} ms = ${shown(plainToEmpty)} 倍；代码缓存 ${shown(cachedCpuMs)} ms = ${shown(cachedToEmpty)} 倍`,
    );
  }
}

function floors({ floors: all, unindexed }: Report, line: Line): void {
  const missed = all.filter(({ holds }) => !holds);
  line(
    `\n承诺 ${all.length} 项，达到 ${all.length - missed.length} 项${missed.length === 0 ? '' : '，未达到：'}`,
  );
  for (const { name, value, bound, limit } of missed) {
    line(
      `  ${name}：${value === null ? '测不到' : round(value)}，应${bound === 'least' ? '不低于' : '不超过'} ${round(limit)}`,
    );
  }
  if (unindexed.length > 0) line(`没有索引的查询：${unindexed.join('；')}`);
}

function shown(figure: Figure | null): string {
  return figure === null
    ? '测不到'
    : `${round(figure.median)}（${round(figure.least)}–${round(figure.most)}）`;
}

/** Three figures are more than the noise allows. */
const round = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
