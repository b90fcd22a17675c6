import { periodBefore, periodOf } from '@contract/periods';
import { figureOf, quantile, type Figure } from './measure';
import { growthOf, postTask, type Sized } from './reading';

/** The statistics page of one period on so many rows. */
export interface PeriodFigures {
  list: string;
  rows: number;
  pageMs: Figure;
  kilobytes: number;
}

export interface StatisticsFigures {
  pages: PeriodFigures[];
  /** How much slower the largest size is than the smallest; flat would be 1. */
  growth: { list: string; factor: number }[];
  groupMs: Figure;
  /** What grouping the largest size once costs, in pages of everything. */
  groupToPage: number;
}

/**
 * The statistics page of everything and of the latest whole periods, on every size, all taking turns in every round; and
 * on the largest one grouping of the same rows by status, category and sector (the page has seven tables).
 */
export async function measureStatistics(
  clouds: readonly Sized[],
  { rounds, each }: { rounds: number; each: number },
): Promise<StatisticsFigures> {
  const seen = clouds.flatMap((cloud) =>
    Object.entries(periods()).map(([list, input]) => ({ cloud, list, input, ms: [] as number[], length: 0 })),
  );
  for (const one of seen) {
    one.length = JSON.stringify(await one.cloud.bench.panel('panel.getStatistics', one.input)).length;
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { cloud, input, ms } of seen) {
      const calls = Array.from({ length: each }, () => cloud.bench.request('panel.getStatistics', input));
      ms.push(quantile((await cloud.driver.run([postTask(cloud.bench, calls)])).latencies, 0.5));
    }
  }
  const pages = seen.map(({ cloud, list, ms, length }) => ({
    list,
    rows: cloud.rows,
    pageMs: figureOf(ms),
    kilobytes: Math.round(length / 1024),
  }));
  const groupMs = await measureGrouping(clouds.at(-1), Math.min(2, rounds));
  const everything = pages.filter(({ list }) => list === EVERYTHING).at(-1)?.pageMs.median ?? Number.NaN;
  return { pages, growth: growthOf(pages), groupMs, groupToPage: groupMs.median / everything };
}

const EVERYTHING = '全部';

/** Last month and what it lies in: there is something to count in all of them. */
function periods(): Record<string, { period?: string }> {
  const month = periodBefore(new Date().toISOString().slice(0, 7));
  return {
    [EVERYTHING]: {},
    一个月: { period: month },
    一个季度: { period: periodOf('quarter', month) },
    一年: { period: periodOf('year', month) },
  };
}

async function measureGrouping(cloud: Sized | undefined, rounds: number): Promise<Figure> {
  const group: number[] = [];
  for (let round = 0; cloud !== undefined && round < rounds; round += 1) {
    group.push(quantile((await cloud.sdk.run([{ kind: 'group' }])).latencies, 0.5));
  }
  return figureOf(group);
}
