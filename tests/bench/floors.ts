import type { CallCount } from './calls';
import type { BundleFigures } from './cold-start';
import type { Figure } from './measure';
import type { ListFigures } from './reading';
import type { StatisticsFigures } from './statistics';
import type { SubmitFigures } from './submitting';

/** One promise and what was measured of it. */
export interface Floor {
  name: string;
  value: number | null;
  /** `least`: the value must not be below the limit; `most`: not above. */
  bound: 'least' | 'most';
  limit: number;
  holds: boolean;
}

interface Measured {
  calls: CallCount[];
  coldStart: { bundles: BundleFigures[] };
  pages: ListFigures[];
  growth: { list: string; factor: number }[];
  submitting: SubmitFigures;
  statistics: StatisticsFigures;
  memory: { afterPages: { peak: number } | null; afterSubmitting: { peak: number } | null };
}

const PAGE_TO_BARE = 0.6;
const GROWTH = 1.3;
const BUNDLE_KB = 1.2 * 1024;
const PLAIN_START = 2.8;
const CACHED_START = 2.2;

/** Every promised bound with its measured value; a value that could not be measured does not hold. */
export function floorsOf({
  calls,
  coldStart,
  pages,
  growth,
  submitting,
  statistics,
  memory,
}: Measured): Floor[] {
  const largest = Math.max(...pages.map(({ rows }) => rows));
  return [
    ...calls.flatMap(({ action, calls: count, atMost }) =>
      atMost === null ? [] : [most(`${action} 的数据库调用`, count, atMost)],
    ),
    least('提交 ÷ 裸 SDK 写入', median(submitting.submitToAdd), 0.4),
    least('裸 SDK 写入 ÷ 裸 node:http', median(submitting.addToEcho), 0.03),
    ...pages
      .filter(({ rows }) => rows === largest)
      .map(({ list, bareToPage }) =>
        least(`列表页「${list}」的速度 ÷ 裸 SDK 查询`, median(bareToPage), PAGE_TO_BARE),
      ),
    ...growth.map(({ list, factor }) => most(`列表页「${list}」随行数变慢`, factor, GROWTH)),
    ...statistics.growth.map(({ list, factor }) => most(`统计页「${list}」随行数变慢`, factor, GROWTH)),
    least('现场汇总 ÷ 统计页', statistics.groupToPage, 20),
    most('本地云常驻内存（最高，MB）', memory.afterSubmitting?.peak ?? null, 250),
    ...coldStart.bundles.flatMap(({ name, kilobytes, plainToEmpty, cachedToEmpty }) => [
      most(`${name} 包大小（KB）`, kilobytes, BUNDLE_KB),
      most(`${name} 冷启动 ÷ 空函数`, median(plainToEmpty), PLAIN_START),
      most(`${name} 冷启动（代码缓存）÷ 空函数`, median(cachedToEmpty), CACHED_START),
    ]),
  ];
}

const median = (figure: Figure): number => figure.median;
const least = (name: string, value: number | null, limit: number): Floor => ({
  name,
  value,
  bound: 'least',
  limit,
  holds: value !== null && value >= limit,
});
const most = (name: string, value: number | null, limit: number): Floor => ({
  name,
  value,
  bound: 'most',
  limit,
  holds: value !== null && value <= limit,
});
