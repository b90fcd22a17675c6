import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { codeOf, errorOf, startBareCloud, startFixtureCloud } from './fixture-cloud';

interface Transaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: { n: number } | null }>;
      update(change: object): Promise<unknown>;
      set(data: object): Promise<unknown>;
      remove(): Promise<unknown>;
    };
    add(data: object): Promise<unknown>;
    where(query: object): { get(): Promise<unknown> };
  };
  rollback(reason?: unknown): Promise<unknown>;
  commit(): Promise<unknown>;
}

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';
let cloud: LocalCloud;
let db: ReturnType<ReturnType<LocalCloud['sdk']>['database']>;

beforeAll(async () => {
  cloud = await startBareCloud({ env: { TRANSACTION_TIMEOUT_MS: '700' } });
  db = cloud.sdk().database();
});
afterAll(() => cloud.stop());

const things = () => db.collection('things');
const begin = async (): Promise<Transaction> => (await db.startTransaction()) as Transaction;
const valueOf = async (id: string): Promise<unknown> =>
  ((await things().doc(id).get()).data as { n: number }[])[0]?.n;

describe('a transaction', () => {
  test('writes everything or nothing', async () => {
    await things().add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    const failing = db.runTransaction(async (tx: Transaction) => {
      await tx.collection('things').doc('a').update({ n: 99 });
      await tx.collection('things').add({ _id: 'made-up' });
      throw Object.assign(new Error('second thoughts'), { code: 'MINE' });
    });
    expect(await codeOf(failing)).toBe('MINE');
    expect(await valueOf('a')).toBe(1);
    expect((await things().doc('made-up').get()).data).toEqual([]);
    await db.runTransaction(async (tx: Transaction) => {
      await tx
        .collection('things')
        .doc('a')
        .update({ n: db.command.inc(1) });
      await tx.collection('things').doc('b').remove();
      await tx.collection('things').doc('c').set({ n: 7 });
    });
    expect([await valueOf('a'), await valueOf('b'), await valueOf('c')]).toEqual([2, undefined, 7]);
  });

  test('sees its own changes and nobody else sees them before the commit', async () => {
    await things().add({ _id: 'own', n: 1 });
    const tx = await begin();
    await tx.collection('things').doc('own').update({ n: 2 });
    expect((await tx.collection('things').doc('own').get()).data?.n).toBe(2);
    expect(await valueOf('own')).toBe(1);
    await tx.commit();
    expect(await valueOf('own')).toBe(2);
  });

  test('that reads what changed since it began is a conflict', async () => {
    await things().add([
      { _id: 'r1', n: 1 },
      { _id: 'r2', n: 1 },
    ]);
    const tx = await begin();
    await tx.collection('things').doc('r1').get();
    await things().doc('r2').update({ n: 2 });
    expect(await codeOf(tx.collection('things').doc('r2').get())).toBe(CONFLICT);
  });

  test('that writes what changed since it began is a conflict, removed and added documents included', async () => {
    await things().add([
      { _id: 'w1', n: 1 },
      { _id: 'w2', n: 1 },
    ]);
    const writers = [await begin(), await begin(), await begin()];
    await things().doc('w1').update({ n: 2 });
    await things().doc('w2').remove();
    await things().add({ _id: 'w3' });
    const codes = writers.map((tx, index) =>
      codeOf(
        tx
          .collection('things')
          .doc(`w${index + 1}`)
          .set({ n: 9 }),
      ),
    );
    expect(await Promise.all(codes)).toEqual([CONFLICT, CONFLICT, CONFLICT]);
  });

  test('that writes what another open one has written is a conflict at once', async () => {
    await things().add({ _id: 'both', n: 1 });
    const [first, second] = [await begin(), await begin()];
    await first.collection('things').doc('both').update({ n: 2 });
    expect(await codeOf(second.collection('things').doc('both').update({ n: 3 }))).toBe(CONFLICT);
    await first.commit();
    expect(await valueOf('both')).toBe(2);
  });

  test('loses against a plain write that comes between its write and its commit', async () => {
    await things().add({ _id: 'plain', n: 1 });
    const tx = await begin();
    await tx.collection('things').doc('plain').update({ n: 2 });
    await things().doc('plain').update({ n: 3 });
    expect(await codeOf(tx.commit())).toBe(CONFLICT);
    expect(await valueOf('plain')).toBe(3);
  });

  test('is run again by the SDK after a conflict, and nothing is lost', async () => {
    await things().add({ _id: 'sum', n: 0 });
    let runs = 0;
    await db.runTransaction(async (tx: Transaction) => {
      runs += 1;
      const { data } = await tx.collection('things').doc('sum').get();
      if (runs === 1) await things().doc('sum').update({ n: 10 });
      await tx
        .collection('things')
        .doc('sum')
        .update({ n: (data?.n ?? 0) + 1 });
    });
    expect(runs).toBe(2);
    expect(await valueOf('sum')).toBe(11);
  });

  test('is told about a broken unique index at the write, and is over then', async () => {
    await things().add({ _id: 'n1', number: 'tx-1' });
    const tx = await begin();
    expect((await errorOf(tx.collection('things').add({ _id: 'n2', number: 'tx-1' }))).message).toContain(
      'E11000',
    );
    expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    const again = await begin();
    expect((await errorOf(again.collection('things').add({ _id: 'n1' }))).message).toContain('index: _id_');
  });

  test('left open expires and leaves nothing behind', async () => {
    await things().add({ _id: 'late', n: 1 });
    const tx = await begin();
    await tx.collection('things').doc('late').update({ n: 2 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await valueOf('late')).toBe(1);
  });

  test('cannot query', async () => {
    const tx = await begin();
    expect((await errorOf(tx.collection('things').where({ _id: 'a' }).get())).message).toContain('事务');
  });
});

test('a query of a function that loses the transaction on the way is refused', async () => {
  const withFunctions = await startFixtureCloud();
  try {
    const answer = await withFunctions.call('echo', { action: 'whereInTransaction' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_PARAM' } });
    expect(JSON.stringify(answer)).toContain('where().update()');
  } finally {
    await withFunctions.stop();
  }
});
