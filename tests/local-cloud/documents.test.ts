import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { codeOf, errorOf, startBareCloud } from './fixture-cloud';

let cloud: LocalCloud;
let db: ReturnType<ReturnType<LocalCloud['sdk']>['database']>;

beforeAll(async () => {
  cloud = await startBareCloud();
  db = cloud.sdk().database();
});
afterAll(() => cloud.stop());

const things = () => db.collection('things');
const stored = async (id: string): Promise<Record<string, unknown> | undefined> => {
  const { data } = await things().doc(id).get();
  return (data as Record<string, unknown>[])[0];
};

describe('documents', () => {
  test('come back as they went in, dates, nested values and server dates included', async () => {
    const at = new Date('2026-03-01T08:00:00.123Z');
    const before = Date.now();
    const fields = {
      count: 3,
      half: 0.5,
      far: 9_007_199_254_740_991,
      none: null,
      list: [1, 'a', { deep: true }],
      at,
    };
    await things().add({
      _id: 'whole',
      ...fields,
      now: db.serverDate(),
      later: db.serverDate({ offset: 60_000 }),
    });
    const { now, later, ...rest } = (await stored('whole')) as { now: Date; later: Date };
    expect(rest).toEqual({ _id: 'whole', ...fields });
    expect(now.getTime()).toBeGreaterThanOrEqual(before);
    expect(later.getTime() - now.getTime()).toBe(60_000);
  });

  test('get an id when they have none, and several can be added at once', async () => {
    const { id } = await things().add({ order: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const { ids } = await things().add([{ _id: 'm1' }, { _id: 'm2' }]);
    expect(ids).toEqual(['m1', 'm2']);
  });

  test('one that is not there is an empty answer, not an error', async () => {
    expect((await things().doc('nowhere').get()).data).toEqual([]);
  });

  test('a taken id is refused in the words of the cloud and changes nothing', async () => {
    await things().add({ _id: 'taken', first: true });
    const refusal = await errorOf(things().add({ _id: 'taken', first: false }));
    expect(refusal.code).toBe('DATABASE_REQUEST_FAILED');
    expect(refusal.message).toMatch(/E11000 duplicate key error collection: \S+\.things index: _id_ dup key/);
    expect(await stored('taken')).toEqual({ _id: 'taken', first: true });
  });

  test('a unique index refuses the second of a value, in additions, updates and replacements', async () => {
    await things().add([
      { _id: 'u1', number: '2026-1' },
      { _id: 'u2', number: '2026-2' },
    ]);
    expect((await errorOf(things().add({ _id: 'u3', number: '2026-1' }))).message).toContain(
      'index: by_number',
    );
    expect((await errorOf(things().doc('u2').update({ number: '2026-1' }))).message).toContain('E11000');
    expect((await errorOf(things().doc('u2').set({ number: '2026-1' }))).message).toContain('E11000');
    expect(await stored('u2')).toEqual({ _id: 'u2', number: '2026-2' });
    await things().doc('u1').remove();
    await things().doc('u2').update({ number: '2026-1' });
  });

  test('a sparse unique index ignores documents without the field, a plain one does not', async () => {
    await things().add([{ _id: 'bare1' }, { _id: 'bare2' }]);
    await db.collection('others').add({ _id: 'o1' });
    expect((await errorOf(db.collection('others').add({ _id: 'o2' }))).message).toContain('index: by_code');
  });

  test('one refused addition does not hurt those that arrive with it', async () => {
    await things().add({ _id: 'batch0' });
    const ids = Array.from({ length: 40 }, (_, index) => `batch${index % 20}`);
    const outcomes = await Promise.all(ids.map((_id) => codeOf(things().add({ _id }))));
    expect(outcomes.filter((code) => code === 'none')).toHaveLength(19);
    expect(outcomes.filter((code) => code === 'DATABASE_REQUEST_FAILED')).toHaveLength(21);
  });

  test('fields that look like operators, dots in names and types nobody stores are refused', async () => {
    expect(await codeOf(things().add({ owner: { $ne: null } }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(things().add({ 'a.b': 1 }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(things().add({ pattern: /x/ }))).toBe('INVALID_PARAM');
    const wire = things() as unknown as {
      _request: { send(action: string, params: object): Promise<unknown> };
    };
    const data = ['{"a":{"__proto__":{"x":1}}}'];
    const raw = wire._request.send('database.insertDocument', { collectionName: 'things', data });
    expect(await codeOf(raw)).toBe('INVALID_PARAM');
  });

  test('an unknown collection is refused for every kind of call', async () => {
    const nowhere = db.collection('nowhere');
    const calls = [
      nowhere.get(),
      nowhere.add({}),
      nowhere.where({ a: 1 }).update({ b: 1 }),
      nowhere.count(),
      nowhere.doc('x').remove(),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'DATABASE_COLLECTION_NOT_EXIST'));
    expect(await codeOf(db.createCollection('nowhere'))).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });
});

describe('updates', () => {
  test('merge nested fields; set replaces the whole', async () => {
    await things().add({ _id: 'merge', place: { town: '城关', road: '一号' }, tags: ['a'] });
    await things()
      .doc('merge')
      .update({ place: { road: '二号' }, tags: db.command.push(['b', 'c']) });
    expect(await stored('merge')).toMatchObject({
      place: { town: '城关', road: '二号' },
      tags: ['a', 'b', 'c'],
    });
    await things()
      .doc('merge')
      .update({ place: db.command.set({ road: '三号' }) });
    expect((await stored('merge'))?.['place']).toEqual({ road: '三号' });
    await things().doc('merge').set({ only: 1 });
    expect(await stored('merge')).toEqual({ _id: 'merge', only: 1 });
  });

  test('know every operator the SDK offers', async () => {
    const _ = db.command;
    await things().add({ _id: 'ops', n: 2, list: [1, 2, 3], gone: 1, low: 5, high: 5 });
    await things()
      .doc('ops')
      .update({
        n: _.inc(3),
        gone: _.remove(),
        low: _.min(1),
        high: _.max(9),
        list: _.push({ each: [4], position: 0 }),
      } as object);
    expect(await stored('ops')).toEqual({ _id: 'ops', n: 5, list: [4, 1, 2, 3], low: 1, high: 9 });
    await things()
      .doc('ops')
      .update({ n: _.mul(2), list: _.pull(2) });
    await things()
      .doc('ops')
      .update({ list: _.addToSet(7) });
    await things().doc('ops').update({ list: _.shift() });
    expect(await stored('ops')).toMatchObject({ n: 10, list: [1, 3, 7] });
  });

  test('tell how many documents really changed, and set tells about a new one', async () => {
    await things().add([
      { _id: 'c1', kind: 'counted', v: 1 },
      { _id: 'c2', kind: 'counted', v: 2 },
    ]);
    expect((await things().where({ kind: 'counted' }).update({ v: 2 })).updated).toBe(1);
    expect((await things().doc('c1').update({ v: 2 })).updated).toBe(0);
    expect((await things().doc('fresh').set({ v: 1 })).upsertedId).toBe('fresh');
    expect((await things().where({ kind: 'counted' }).remove()).deleted).toBe(2);
  });

  test('of one version raced by eight have one winner', async () => {
    await things().add({ _id: 'race', version: 1, wins: [] });
    const attempts = Array.from({ length: 8 }, (_, index) =>
      things()
        .where({ _id: 'race', version: 1 })
        .update({ version: db.command.inc(1), wins: db.command.push([index]) }),
    );
    const updated = (await Promise.all(attempts)).map((answer) => answer.updated as number);
    expect(updated.filter((count) => count === 1)).toHaveLength(1);
    expect((await stored('race'))?.['wins']).toHaveLength(1);
  });

  test.each([
    ['adding to a text', { text: 'inc' }],
    ['pushing to a number', { n: 'push' }],
    ['pushing to null', { none: 'push' }],
    ['setting through a number', { 'n.deep': 'set' }],
    ['setting through null', { 'none.deep': 'set' }],
    ['setting a name in a list', { 'list.name': 'set' }],
  ])('refuse %s, and nothing changes', async (_name, change) => {
    const before = { _id: 'types', text: 'a', n: 1, none: null, list: [1] };
    await things()
      .doc('types')
      .set({ text: 'a', n: 1, none: null, list: [1] });
    const values = { inc: db.command.inc(1), push: db.command.push(['x']), set: 1 };
    const update = Object.fromEntries(
      Object.entries(change).map(([path, what]) => [path, values[what as keyof typeof values]]),
    );
    expect(
      await codeOf(
        things()
          .doc('types')
          .update({ ...update, also: 1 }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
    expect(await stored('types')).toEqual(before);
  });

  test('refuse a change of the id, two changes of one path, and a change the SDK has emptied', async () => {
    await things().add({ _id: 'guard', s: { a: 1 } });
    expect(
      await codeOf(
        things()
          .where({ _id: 'guard' })
          .options({ raw: true } as never)
          .update({ $set: { _id: 'x' } }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
    expect(
      await codeOf(
        things()
          .doc('guard')
          .update({ 's.a': 2, s: db.command.set({}) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
    // On the cloud this is a silent no-op.
    expect(await codeOf(things().doc('guard').update({ s: {} }))).toBe('INVALID_PARAM');
  });

  test('a document of more than 16 MB is refused', async () => {
    expect(await codeOf(things().add({ text: 'x'.repeat(17 * 1024 * 1024) }))).toBe(
      'DATABASE_REQUEST_FAILED',
    );
    expect(await codeOf(things().add({ text: 'x'.repeat(21 * 1024 * 1024) }))).toBe(
      'EXCEED_REQUEST_SIZE_LIMIT',
    );
  });

  test('updateAndReturn answers with the changed document', async () => {
    await things().add({ _id: 'back', kind: 'returned', v: 1 });
    const answer = await things()
      .where({ kind: 'returned' })
      .updateAndReturn({ v: db.command.inc(1) });
    expect(answer).toMatchObject({ updated: 1, doc: { _id: 'back', v: 2 } });
  });
});
