import { PERIOD_KINDS, periodBefore, periodOf } from '@contract/periods';
import { MEASURES, type QueueFilter } from '@contract/statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, signIn, type Person } from '../support/call';
import { officer } from '../support/county';
import { figuresOf, readStatistics } from '../support/figures';
import { figuresThatOpenOtherwise } from '../support/opened-figures';
import { recount, shapeOf, walkQueue } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** The demonstration county: every number of the statistics page, opened. */
let cloud: TestCloud;
let panel: Person;
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'demo' });
  panel = await signIn(cloud, officer('clerk'));
});
afterAll(() => cloud.stop());

const statistics = (period?: string) => readStatistics(cloud, panel, period);

test('the demonstration county received 380, adopted 60 and resolved 28', async () => {
  const { funnel } = await statistics();
  expect([funnel.received, funnel.adopted, funnel.resolved]).toEqual([380, 60, 28]);
});

test('one promise of the demonstration was not kept in time, and opens its list', async () => {
  const { now } = await statistics();
  expect(now.promisedLate).toBe(1);
  const { ids } = await walkQueue(cloud, panel, { group: 'late', trait: 'promised' });
  expect(ids).toHaveLength(1);
});

test('the figures equal a recount before anything was counted, and after', async () => {
  expect(shapeOf(await statistics())).toEqual(await recount(cloud));
  const { counted } = await cloud.jobs();
  expect(counted).toBeGreaterThan(0);
  expect(shapeOf(await statistics())).toEqual(await recount(cloud));
  // Grouping changes leads after they were counted: they are counted once more, and then no more.
  for (let run = 0; run < 10 && (await cloud.jobs()).counted > 0; run += 1);
  expect(await cloud.jobs()).toMatchObject({ counted: 0 });
  expect(shapeOf(await statistics())).toEqual(await recount(cloud));
});

test.each([
  { of: 'everything', least: 900, periodIn: () => undefined },
  { of: 'a month', least: 350, periodIn: (month: string) => month },
  { of: 'a quarter', least: 350, periodIn: (month: string) => periodOf('quarter', month) },
])(
  'every number of $of opens a list and an xlsx of exactly that length',
  async ({ least, periodIn }) => {
    const { months } = await statistics();
    const period = periodIn(months[1]?.id ?? '');
    const figures = figuresOf(await statistics(period));
    expect(figures.length).toBeGreaterThan(least);
    const wrong = await figuresThatOpenOtherwise(cloud, panel, figures);
    expect([period, wrong]).toEqual([period, []]);
  },
  240_000,
);

test('the figures of every period equal a recount, and those of its months add up to them', async () => {
  const { months } = await statistics();
  const ids = months.map(({ id }) => id);
  const periods = PERIOD_KINDS.flatMap((kind) => [...new Set(ids.map((id) => periodOf(kind, id)))]);
  expect(periods.length).toBeGreaterThan(6);
  for (const period of periods) {
    const figures = await statistics(period);
    expect([period, shapeOf(figures)]).toEqual([period, await recount(cloud, period)]);
    const { earlier } = figures;
    expect(earlier?.period).toBe(periodBefore(period));
    expect(earlier?.funnel).toEqual((await recount(cloud, periodBefore(period))).funnel);
  }
});

test('the rows of each table add up to the funnel', async () => {
  const { funnel, tables } = await statistics();
  for (const [dimension, rows] of Object.entries(tables)) {
    for (const measure of MEASURES) {
      const sum = rows.reduce((total, { counts }) => total + counts[measure], 0);
      expect([dimension, measure, sum]).toEqual([dimension, measure, funnel[measure]]);
    }
  }
});

test('each status count of the queue opens a list of that length, for everybody who has a queue', async () => {
  const people = [
    'clerk',
    'liaison',
    'otherLiaison',
    'convener',
    'member',
    'housing',
    'leader',
    'administrator',
  ] as const;
  const wrong: unknown[] = [];
  for (const name of people) {
    const person = await signIn(cloud, officer(name));
    const { statusCounts, total } = await must(cloud, person, 'panel.getQueueFigures', {});
    const sum = Object.values(statusCounts).reduce((whole, count) => whole + count, 0);
    if (sum !== total) wrong.push({ name, sum, total });
    for (const [status, count] of Object.entries(statusCounts)) {
      const walked = await walkQueue(cloud, person, { status });
      if (walked.total !== count || walked.ids.length !== count)
        wrong.push({ name, status, count, ...walked });
    }
  }
  expect(wrong).toEqual([]);
});

test('a filter of three parts, and the late ones, are listed as long as they say', async () => {
  const filters: QueueFilter[] = [
    { group: 'late' },
    { group: 'late', measure: 'adopted' },
    { group: 'mine', dimension: 'township', dimensionId: '410325100' },
    { measure: 'adopted', status: 'closed', dimension: 'township', dimensionId: '410325100' },
    { status: 'closed', dimension: 'category', dimensionId: 'transport' },
    { dimension: 'unit', dimensionId: 'none' },
    { dimension: 'sector', dimensionId: 'no-such-sector' },
  ];
  for (const person of [
    panel,
    await signIn(cloud, officer('liaison')),
    await signIn(cloud, officer('housing')),
  ]) {
    for (const filter of filters) {
      const { ids, total } = await walkQueue(cloud, person, filter);
      if (total !== null) expect([filter, new Set(ids).size]).toEqual([filter, total]);
    }
  }
});

test('no query of all this went without an index', async () => {
  expect(await cloud.control('/_local/health')).toMatchObject({ unindexedQueries: [] });
});
