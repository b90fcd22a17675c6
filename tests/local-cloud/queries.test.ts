import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { codeOf, countersOf, errorOf, startBareCloud } from './fixture-cloud';

const ROWS = 5_000;
let cloud: LocalCloud;
let db: ReturnType<ReturnType<LocalCloud['sdk']>['database']>;

beforeAll(async () => {
  cloud = await startBareCloud();
  db = cloud.sdk().database();
  for (let from = 0; from < ROWS; from += 500) {
    await things().add(
      Array.from({ length: 500 }, (_, index) => {
        const order = from + index;
        return {
          _id: `d${String(order).padStart(5, '0')}`,
          countyId: `c${order % 5}`,
          order,
          tags: [`t${order % 3}`, `u${order % 7}`],
          ...(order % 10 === 0 ? { kind: 'tenth' } : {}),
        };
      }),
    );
  }
});
afterAll(() => cloud.stop());

const things = () => db.collection('things');
const orders = async (query: { get(): Promise<{ data: unknown }> }): Promise<number[]> =>
  ((await query.get()).data as { order: number }[]).map(({ order }) => order);
const reads = async (work: () => Promise<unknown>): Promise<number> => {
  const before = (await countersOf(cloud))['candidates'] ?? 0;
  await work();
  return ((await countersOf(cloud))['candidates'] ?? 0) - before;
};

describe('a page in the order of an index', () => {
  test('reads no more than it shows', async () => {
    const page = () => orders(things().where({ countyId: 'c2' }).orderBy('order', 'desc').limit(20));
    expect(await page()).toEqual(Array.from({ length: 20 }, (_, index) => ROWS - 3 - index * 5));
    expect(await reads(page)).toBe(20);
  });

  test('goes both ways, and on from a position', async () => {
    const query = () =>
      things().where({ countyId: 'c2', order: db.command.gt(100).and(db.command.lte(120)) });
    expect(await orders(query().orderBy('order', 'asc'))).toEqual([102, 107, 112, 117]);
    expect(await orders(query().orderBy('order', 'desc'))).toEqual([117, 112, 107, 102]);
    const next = things()
      .where({ countyId: 'c2', order: db.command.lt(4_000) })
      .orderBy('order', 'desc')
      .limit(3);
    expect(await orders(next)).toEqual([3_997, 3_992, 3_987]);
    expect(await reads(() => orders(next))).toBe(3);
  });

  test('merges the ranges of a list of values', async () => {
    const page = () =>
      orders(
        things()
          .where({ countyId: db.command.in(['c1', 'c3']) })
          .orderBy('order', 'desc')
          .limit(6),
      );
    expect(await page()).toEqual([4_998, 4_996, 4_993, 4_991, 4_988, 4_986]);
    expect(await reads(page)).toBeLessThanOrEqual(20);
  });

  test('keeps the order of a listed field before the order behind it, either way', async () => {
    const query = () =>
      things().where({ countyId: db.command.in(['c1', 'c3']), order: db.command.gt(4_990) });
    const up = query().orderBy('countyId', 'asc').orderBy('order', 'desc').limit(3);
    expect(await orders(up)).toEqual([4_996, 4_991, 4_998]);
    expect(await reads(() => orders(up))).toBeLessThanOrEqual(6);
    expect(await orders(query().orderBy('countyId', 'desc').orderBy('order', 'asc').limit(3))).toEqual([
      4_993, 4_998, 4_991,
    ]);
  });

  test('follows an index over an array, each document once', async () => {
    const page = () => orders(things().where({ tags: 't1' }).orderBy('order', 'desc').limit(4));
    expect(await page()).toEqual([4_999, 4_996, 4_993, 4_990]);
    expect(await reads(page)).toBe(4);
    const both = things()
      .where({ tags: db.command.in(['t1', 'u1']) })
      .orderBy('order', 'desc')
      .limit(1_000);
    const found = await orders(both);
    expect(new Set(found).size).toBe(found.length);
    expect(
      await orders(
        things()
          .where({ tags: db.command.all(['t1', 'u1']) })
          .orderBy('order', 'asc')
          .limit(3),
      ),
    ).toEqual([1, 22, 43]);
  });

  test('by the id needs no declared index', async () => {
    const page = things()
      .where({ _id: db.command.gt('d00010') })
      .orderBy('_id', 'asc')
      .limit(2);
    expect(await orders(page)).toEqual([11, 12]);
    expect(await reads(() => page.get())).toBe(2);
  });

  test('skips and shows only the fields asked for', async () => {
    const { data } = await things()
      .where({ countyId: 'c0' })
      .orderBy('order', 'asc')
      .skip(2)
      .limit(2)
      .field({ order: true, _id: false })
      .get();
    expect(data).toEqual([{ order: 10 }, { order: 15 }]);
    const dropped = await things().where({ _id: 'd00001' }).field({ tags: false }).get();
    expect(dropped.data).toEqual([{ _id: 'd00001', countyId: 'c1', order: 1 }]);
    expect(await codeOf(things().where({ _id: 'd00001' }).field({ tags: false, order: true }).get())).toBe(
      'DATABASE_REQUEST_FAILED',
    );
  });
});

describe('counting', () => {
  test('reads no documents when the index covers the filter', async () => {
    expect((await things().where({ countyId: 'c4' }).count()).total).toBe(1_000);
    expect(
      (
        await things()
          .where({ tags: db.command.in(['t0', 'u0']) })
          .count()
      ).total,
    ).toBe(2_143);
    expect((await things().count()).total).toBe(ROWS);
    expect(
      await reads(() =>
        things()
          .where({ countyId: 'c4', order: db.command.gte(2_500) })
          .count(),
      ),
    ).toBe(0);
  });

  test('looks at the documents when it does not', async () => {
    expect(
      (
        await things()
          .where({ countyId: 'c0', kind: db.command.exists(true) })
          .count()
      ).total,
    ).toBe(500);
  });

  test('by a sparse index sees only what has the field', async () => {
    expect((await things().where({ kind: 'tenth' }).count()).total).toBe(500);
    expect((await errorOf(things().where({ kind: null }).count())).message).toContain('没有索引');
  });
});

describe('strictness', () => {
  test('a query without an index is refused, and named once on stderr', async () => {
    const query = () => things().where({ colour: 'red' }).get();
    expect((await errorOf(query())).message).toContain('things.where(colour)');
    await errorOf(query());
    expect(cloud.errors().split('things.where(colour)')).toHaveLength(2);
    expect((await errorOf(things().orderBy('colour', 'asc').get())).message).toContain('orderBy(colour 1)');
  });

  test('100 documents by default, 1,000 at most, and no more on the wire either', async () => {
    expect((await things().where({ countyId: 'c1' }).get()).data).toHaveLength(100);
    expect((await things().limit(1_001).get()).data).toHaveLength(1_000);
    const params = { collectionName: 'things', queryType: 'WHERE', query: '{}', limit: 1_001 };
    const wire = things() as unknown as {
      _request: { send(action: string, params: object): Promise<unknown> };
    };
    expect(await codeOf(wire._request.send('database.getDocument', params))).toBe('INVALID_PARAM');
  });

  test('the traps of the SDK are the traps of the cloud: an empty object or undefined matches everything', async () => {
    expect((await things().where({ countyId: {} }).count()).total).toBe(ROWS);
    expect((await things().where({ countyId: undefined, order: {} }).count()).total).toBe(ROWS);
    const injected = { countyId: { $ne: null } };
    expect((await errorOf(things().where(injected).count())).message).toContain('没有索引');
    expect(
      (
        await things()
          .where({ countyId: 'c1', order: { $ne: null } })
          .count()
      ).total,
    ).toBe(1_000);
  });

  test('operators that run code, whole-subdocument equality and ranges over null are refused', async () => {
    const raw = (query: object) =>
      codeOf(
        things()
          .options({ raw: true } as never)
          .where(query)
          .get(),
      );
    expect(await raw({ $where: 'true' })).toBe('DATABASE_INVALID_OPERRATOR');
    expect(await raw({ $expr: { $eq: ['$a', 1] } })).toBe('DATABASE_INVALID_OPERRATOR');
    expect(await raw({ order: { $frobnicate: 1 } })).toBe('DATABASE_INVALID_OPERRATOR');
    expect(await raw({ place: { a: 1, b: 2 } })).toBe('INVALID_PARAM');
    expect(await raw({ order: { $gte: null } })).toBe('INVALID_PARAM');
  });

  test('unknown actions and foreign signatures are refused', async () => {
    const wire = things() as unknown as {
      _request: { send(action: string, params: object): Promise<unknown> };
    };
    expect(await codeOf(wire._request.send('database.dropEverything', {}))).toBe('INVALID_ACTION');
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'things' });
    const plain = await fetch(`${cloud.url}/_cloud`, { method: 'POST', body });
    expect(await plain.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  });
});

describe('aggregation', () => {
  test('matches by index, groups, and refuses to be cut off unnoticed', async () => {
    const $ = db.command.aggregate;
    const perCounty = await things()
      .aggregate()
      .match({ countyId: 'c1' })
      .group({ _id: '$countyId', n: $.sum(1), top: $.max('$order') })
      .end();
    expect(perCounty.data).toEqual([{ _id: 'c1', n: 1_000, top: 4_996 }]);
    const wide = things().aggregate().match({ countyId: 'c1' }).group({ _id: '$order' });
    expect(await codeOf(wide.end() as Promise<unknown>)).toBe('INVALID_PARAM');
    const first = await things()
      .aggregate()
      .match({ countyId: 'c1' })
      .sort({ order: -1 })
      .limit(2)
      .project({ order: 1, _id: 0 })
      .end();
    expect(first.data).toEqual([{ order: 4_996 }, { order: 4_991 }]);
    expect(
      await codeOf(
        things()
          .aggregate()
          .lookup({ from: 'others', localField: 'a', foreignField: 'b', as: 'c' })
          .end() as Promise<unknown>,
      ),
    ).toBe('DATABASE_INVALID_OPERRATOR');
  });
});
