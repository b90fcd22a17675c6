import { MEASURES, type Dimension, type QueueFilter } from '@contract/statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, signIn, type Person } from '../support/call';
import { officer } from '../support/county';
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

const statistics = () => must(cloud, panel, 'panel.getStatistics', {});

test('the demonstration county received 380, adopted 60 and resolved 28', async () => {
  const { funnel } = await statistics();
  expect([funnel.received, funnel.adopted, funnel.resolved]).toEqual([380, 60, 28]);
});

test('the figures equal a recount before anything was counted, and after', async () => {
  expect(shapeOf(await statistics())).toEqual(await recount(cloud));
  const { counted } = await cloud.jobs();
  expect(counted).toBeGreaterThan(0);
  expect(shapeOf(await statistics())).toEqual(await recount(cloud));
  expect(await cloud.jobs()).toMatchObject({ counted: 0 });
});

test('every number of the statistics page opens a list of exactly that length', async () => {
  const { funnel, tables } = await statistics();
  const numbers: { filter: QueueFilter; count: number }[] = [
    ...MEASURES.map((measure) => ({ filter: { measure }, count: funnel[measure] })),
    ...Object.entries(tables).flatMap(([dimension, rows]) =>
      rows.flatMap(({ id, counts }) =>
        MEASURES.map((measure) => ({
          filter: { measure, dimension: dimension as Dimension, dimensionId: id },
          count: counts[measure],
        })),
      ),
    ),
  ];
  expect(numbers.length).toBeGreaterThan(400);
  const wrong: unknown[] = [];
  for (const { filter, count } of numbers) {
    const { ids, total } = await walkQueue(cloud, panel, filter);
    if (total !== count || ids.length !== count || new Set(ids).size !== count) {
      wrong.push({ ...filter, count, total, listed: ids.length });
    }
  }
  expect(wrong).toEqual([]);
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
