import { keysOfFilter, type KeyedFilter } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import { demoIdentities } from '../../cloudfunctions/setup/county-of-content';
import type { BenchCloud } from './bench-cloud';
import { county } from './fill';
import { cpuOf, figureOf, quantile, ratioOf, type Figure } from './measure';
import type { BareQuery, Task } from './worker';
import { Workers } from './workers';

/** One list a person looks at. The cursor is a moment in the middle of the rows. */
export interface List {
  name: string;
  filter: KeyedFilter & { cursor?: string };
}

const township = county.townships[0]?.id;
const halfAYearAgo = new Date(Date.now() - 180 * 86_400_000).toISOString();
export const LISTS: readonly [List, ...List[]] = [
  { name: '全部', filter: {} },
  { name: '待受理', filter: { status: 'routed' } },
  { name: '已采纳 × 乡镇', filter: { measure: 'adopted', dimension: 'township', dimensionId: township } },
  { name: '交通类', filter: { dimension: 'category', dimensionId: 'transport' } },
  { name: '全部，翻到半年前', filter: { cursor: halfAYearAgo } },
  { name: '超期', filter: { group: 'late' } },
  { name: '等我处理', filter: { group: 'mine' } },
];

export interface ListFigures {
  list: string;
  rows: number;
  pageMs: Figure;
  bareMs: Figure;
  /** Bare query time over page time: 1 would be a page for the price of one query. */
  bareToPage: Figure;
  cpuMs: Figure | null;
}

export interface Sized {
  rows: number;
  bench: BenchCloud;
  /** An SDK in a process of its own, and a process that asks the panel. */
  sdk: Workers;
  driver: Workers;
}

const PAGE = 20;
const clerk = demoIdentities().find(({ kind }) => kind === 'staff')?.openid ?? '';

/** Opens the measuring ends of a cloud; the panel is signed in once. */
export async function sized(rows: number, bench: BenchCloud): Promise<Sized> {
  await bench.signIn(clerk);
  return { rows, bench, sdk: Workers.start(1, bench.cloud.env), driver: Workers.start(1) };
}

/**
 * Pages of the queue by one client against the bare SDK query with the same where, order, limit and fields; all
 * sizes and lists take turns in every round.
 */
export async function measurePages(
  clouds: readonly Sized[],
  { rounds, each, lists = LISTS }: { rounds: number; each: number; lists?: readonly List[] },
): Promise<ListFigures[]> {
  const seen = clouds.flatMap((cloud) =>
    lists.map((list) => ({ cloud, list, page: [] as number[], bare: [] as number[], cpu: [] as number[] })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of seen) {
      const before = cpuOf(one.cloud.bench.pid) ?? 0;
      const page = await one.cloud.driver.run([pages(one.cloud.bench, one.list, each)]);
      const after = cpuOf(one.cloud.bench.pid) ?? 0;
      const bare = await one.cloud.sdk.run([
        { kind: 'query', query: bareQueryOf(one.list), times: each, clients: 1 },
      ]);
      if (round === 0) continue;
      one.page.push(quantile(page.latencies, 0.5));
      one.bare.push(quantile(bare.latencies, 0.5));
      one.cpu.push((after - before) / each);
    }
  }
  return seen.map(({ cloud, list, page, bare, cpu }) => ({
    list: list.name,
    rows: cloud.rows,
    pageMs: figureOf(page),
    bareMs: figureOf(bare),
    bareToPage: ratioOf(bare, page),
    cpuMs: cpuOf(cloud.bench.pid) === null ? null : figureOf(cpu),
  }));
}

/** The slowdown of each page from the smallest to the largest size, by medians. */
export function growthOf(
  figures: readonly Pick<ListFigures, 'list' | 'rows' | 'pageMs'>[],
): { list: string; factor: number }[] {
  const sizes = [...new Set(figures.map(({ rows }) => rows))].sort((a, b) => a - b);
  const [small, large] = [sizes[0], sizes.at(-1)];
  return [...new Set(figures.map(({ list }) => list))].flatMap((name) => {
    const at = (rows: number | undefined) =>
      figures.find((figure) => figure.list === name && figure.rows === rows)?.pageMs.median;
    const [before, after] = [at(small), at(large)];
    return before === undefined || after === undefined || small === large
      ? []
      : [{ list: name, factor: after / before }];
  });
}

function pages(bench: BenchCloud, { filter }: List, each: number): Task {
  return postTask(
    bench,
    Array.from({ length: each }, () => bench.request('panel.listQueue', { ...filter, limit: PAGE })),
  );
}

/** The panel asked for the same or for different things, one after the other. */
export function postTask(
  bench: BenchCloud,
  calls: { body: string; headers: Record<string, string> }[],
): Task {
  return { kind: 'post', url: `${bench.cloud.url}/panel`, calls, clients: 1 };
}

/** The one query behind the page; a page asks for one row more to know whether another page follows. */
function bareQueryOf({ filter }: List): BareQuery {
  if (filter.group !== undefined) {
    const isLate = filter.group === 'late';
    const due: Record<string, string> = isLate ? { dueOrder: `${new Date().toISOString()}$` } : {};
    const dueKeys = isLate ? 'all' : keysOfFilter(filter, null)[0];
    return {
      equal: { countyId: county.id, dueKeys },
      all: {},
      below: due,
      ...(isLate ? { oneOf: { pressing: [1, null] } } : {}),
      order: [
        ['pressing', 'desc'],
        ['dueOrder', 'asc'],
      ],
      limit: PAGE + 1,
    };
  }
  const keys = keysOfFilter(filter, null);
  const [only] = keys;
  return {
    equal: { countyId: county.id, ...(keys.length === 1 ? { queueKeys: only } : {}) },
    all: keys.length === 1 ? {} : { queueKeys: keys },
    below: filter.cursor ? { order: filter.cursor } : {},
    order: [['order', 'desc']],
    limit: PAGE + 1,
  };
}
