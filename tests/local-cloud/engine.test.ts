import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Query } from 'mingo';
import { afterAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/local-cloud/engine/catalog';
import { readText } from '../../src/local-cloud/engine/extended-json';
import { readFilter } from '../../src/local-cloud/engine/filter';
import type { SortOrder } from '../../src/local-cloud/engine/index-plan';
import { encodeKey, invert } from '../../src/local-cloud/engine/key-encoding';
import { Store } from '../../src/local-cloud/engine/store';
import type { Fields, Value } from '../../src/local-cloud/engine/values';
import { readCron } from '../../src/local-cloud/runner/cron';

describe('keys', () => {
  const RANKS = ['null', 'number', 'string', 'boolean', 'date'];
  const rank = (value: Value): number =>
    RANKS.indexOf(value === null ? 'null' : value instanceof Date ? 'date' : typeof value);
  const scalar = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.string({ unit: 'grapheme-ascii' }),
    fc.constantFrom('', '\0', 'a\0', 'a', 'a\0b', '村', '村口'),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
  );
  const compare = (a: Value, b: Value): number => {
    if (rank(a) !== rank(b)) return Math.sign(rank(a) - rank(b));
    if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
    return Number(a) === Number(b) ? 0 : Number(a) < Number(b) ? -1 : 1;
  };

  test('compare as the values do, ascending and descending', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        expect(Buffer.compare(encodeKey(a), encodeKey(b))).toBe(compare(a, b));
        expect(Buffer.compare(invert(encodeKey(a)), invert(encodeKey(b))) + 0).toBe(compare(b, a));
      }),
      { numRuns: 2_000 },
    );
  });

  test('are never the beginning of another key', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [first, second] = [encodeKey(a), encodeKey(b)];
        if (!first.equals(second)) expect(second.subarray(0, first.length).equals(first)).toBe(false);
      }),
    );
  });
});

describe('queries by index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const indexes = [
    {
      name: 'by_a_b',
      keys: [
        ['a', 1],
        ['b', -1],
      ] as const,
      unique: false,
      sparse: false,
    },
    {
      name: 'by_t_b',
      keys: [
        ['t', 1],
        ['b', 1],
      ] as const,
      unique: false,
      sparse: false,
    },
    {
      name: 'by_n',
      keys: [
        ['n.x', -1],
        ['a', 1],
      ] as const,
      unique: false,
      sparse: true,
    },
  ];
  const catalog: Catalog = new Map([
    ['indexed', indexes],
    ['plain', []],
  ]);
  const store = new Store(join(folder, 'test.sqlite'), catalog, () => undefined);
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const few = fc.constantFrom<Value>(0, 1, 2, 3, 'x', 'y', null);
  const document = fc.record(
    {
      a: few,
      b: few,
      t: fc.oneof(few, fc.array(few, { maxLength: 3 })),
      n: fc.record({ x: few }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const bound = fc.constantFrom<Value>(0, 1, 2, 'x');
  const condition = fc.oneof(
    few,
    fc.array(few, { minLength: 1, maxLength: 3 }).map(($in) => ({ $in })),
    fc.array(few, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })),
    fc.tuple(bound, bound).map(([$gte, $lt]) => ({ $gte, $lt })),
    bound.map(($gt) => ({ $gt })),
    few.map(($ne) => ({ $ne })),
  );
  const query = fc.record(
    { a: condition, b: condition, t: condition, 'n.x': condition },
    { requiredKeys: [] },
  );
  const orders: SortOrder[] = [
    [],
    [['b', 1]],
    [['b', -1]],
    [
      ['a', 1],
      ['b', -1],
    ],
    [
      ['a', -1],
      ['b', 1],
    ],
    [['n.x', -1]],
    [['t', 1]],
  ];

  test('find and count exactly what the evaluator finds, in the order the plain sort gives', async () => {
    const script = fc.asyncProperty(
      fc.array(document, { maxLength: 25 }),
      fc.array(fc.tuple(query, fc.constantFrom(...orders)), { minLength: 1, maxLength: 6 }),
      async (documents, queries) => {
        await store.commit.submit(() => {
          for (const name of catalog.keys()) store.remove(name, readFilter({}), true);
          documents.forEach((fields, index) => {
            for (const name of catalog.keys()) store.insert(name, { _id: index, ...fields } as Fields);
          });
        });
        for (const [criteria, order] of queries) {
          const filter = readFilter(criteria as never);
          const expected = documents.flatMap((fields, index) =>
            new Query(criteria as never, {}).test(fields as never) ? [index] : [],
          );
          const run = (name: string, skip: number, limit: number): Value[] =>
            store
              .collection(name)
              .finder.find({ filter, order, skip, limit })
              .map(({ text }) => readText(text)['_id'] ?? null);
          const found = run('indexed', 0, 1_000);
          expect([...found].sort((x, y) => Number(x) - Number(y))).toEqual(expected);
          expect(store.collection('indexed').finder.count(filter)).toBe(expected.length);
          const keyed = (id: Value): string[] =>
            order.map(([field]) =>
              JSON.stringify(
                field === 'n.x'
                  ? (documents[Number(id)]?.n?.x ?? null)
                  : (documents[Number(id)]?.[field as 'a'] ?? null),
              ),
            );
          if (!order.some(([field]) => field === 't'))
            expect(found.map(keyed)).toEqual(run('plain', 0, 1_000).map(keyed));
          expect(run('indexed', 2, 3)).toEqual(found.slice(2, 5));
        }
      },
    );
    await fc.assert(script, { numRuns: 150 });
  });

  test('stay right through updates and removals', async () => {
    const change = fc.tuple(fc.nat(9), document);
    const script = fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
      await store.commit.submit(() => store.remove('indexed', readFilter({}), true));
      const model = new Map<number, Fields>();
      for (const [id, fields] of changes) {
        await store.commit.submit(() => {
          if (Object.keys(fields).length === 0) store.remove('indexed', readFilter({ _id: id }), true);
          else store.put('indexed', id, fields as Fields);
        });
        if (Object.keys(fields).length === 0) model.delete(id);
        else model.set(id, fields as Fields);
      }
      for (const value of [0, 'x', null]) {
        for (const field of ['a', 't']) {
          const expected = [...model.values()].filter((fields) =>
            new Query({ [field]: value } as never, {}).test(fields as never),
          );
          expect(store.collection('indexed').finder.count(readFilter({ [field]: value }))).toBe(
            expected.length,
          );
        }
      }
    });
    await fc.assert(script, { numRuns: 60 });
  });
});

describe('the timer expression', () => {
  const at = (text: string): Date => new Date(`${text}+08:00`);

  test('is read in seconds and in the time of China', () => {
    const daily = readCron('0 30 8 * * * *');
    expect(daily(at('2026-03-01T08:30:00'))).toBe(true);
    expect(daily(at('2026-03-01T08:30:01'))).toBe(false);
    expect(readCron('*/15 0-10,20 * * * * *')(at('2026-03-01T03:20:45'))).toBe(true);
    expect(readCron('0 0 9 * * 1-5 *')(at('2026-03-01T09:00:00'))).toBe(false);
    expect(readCron('0 0 9 1 * 1 *')(at('2026-03-01T09:00:00'))).toBe(true);
  });

  test.each([
    '0 0 * * *',
    '0 0 0 L * * *',
    '0 61 * * * * *',
    'a * * * * * *',
    '0 0 9 * * MON *',
    '*/0 * * * * * *',
  ])('%s is refused', (expression) => {
    expect(() => readCron(expression)).toThrow('定时表达式');
  });
});
