import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launch, type LocalCloud } from '../support/local-cloud';
import { countersOf, errorOf, startBareCloud } from './fixture-cloud';

let dataDir: string;
let running: LocalCloud[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'durability-'));
  running = [];
});
afterEach(async () => {
  for (const cloud of running) await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startBareCloud>[0] = {}): Promise<LocalCloud> {
  const cloud = await startBareCloud({ dataDir, ...options });
  running.push(cloud);
  return cloud;
}

describe('what was acknowledged', () => {
  test('is there after kill -9 in the middle of 200 additions, and nothing is there in halves', async () => {
    const cloud = await start();
    const things = cloud.sdk().database().collection('things');
    const acknowledged: string[] = [];
    const additions = Array.from({ length: 200 }, async (_, index) => {
      const answer = await things.add({ _id: `k${index}`, number: `n${index}`, tags: ['t'], order: index });
      acknowledged.push(String(answer.id));
      if (acknowledged.length === 60) await cloud.kill9();
    });
    await Promise.allSettled(additions);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    const again = (await start()).sdk().database().collection('things');
    const { data } = await again.where({ tags: 't' }).orderBy('order', 'asc').limit(1_000).get();
    const found = (data as { _id: string }[]).map(({ _id }) => _id);
    expect(acknowledged.filter((id) => !found.includes(id))).toEqual([]);
    expect((await again.where({ tags: 't' }).count()).total).toBe((await again.count()).total);
  });

  test('survives an ordered stop and start', async () => {
    const first = await start();
    await first.sdk().database().collection('things').add({ _id: 'kept', countyId: 'c' });
    await first.stop();
    const second = await start();
    expect((await second.sdk().database().collection('things').where({ countyId: 'c' }).get()).data).toEqual([
      { _id: 'kept', countyId: 'c' },
    ]);
  });

  test('shares its wait for the disk with what arrives at the same time', async () => {
    const cloud = await start();
    const things = cloud.sdk().database().collection('things');
    await Promise.all(Array.from({ length: 320 }, () => things.add({ order: 1 })));
    const { commits = 0, writes = 0 } = await countersOf(cloud);
    expect(writes).toBe(320);
    expect(commits).toBeLessThan(160);
  });
});

test('a full disk is a clear refusal, reading goes on, and writing goes on when there is room again', async () => {
  const cloud = await start();
  const things = cloud.sdk().database().collection('things');
  await things.add({ _id: 'before', countyId: 'c' });
  await cloud.control('/_local/disk-full/on', { method: 'POST' });
  const bulky = Array.from({ length: 20 }, (_, index) =>
    errorOf(things.add({ _id: `bulky${index}`, text: 'x'.repeat(20_000) })),
  );
  expect((await Promise.all(bulky)).map(({ code }) => code)).toEqual(bulky.map(() => '503'));
  expect((await things.where({ countyId: 'c' }).get()).data).toHaveLength(1);
  await cloud.control('/_local/disk-full/off', { method: 'POST' });
  await things.add({ _id: 'after', text: 'x'.repeat(20_000) });
  expect((await things.count()).total).toBe(2);
});

describe('starting', () => {
  test('a second process on the same data folder is refused with a sentence', async () => {
    await start();
    await expect(startBareCloud({ dataDir })).rejects.toThrow('正被另一个本地云使用');
  });

  test('a killed process leaves no lock behind', async () => {
    await (await start()).kill9();
    await start();
  });

  test('a taken port and a host that is not this machine are refused with a sentence', async () => {
    const cloud = await start();
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    await expect(launch({ DATA_DIR: elsewhere, PORT: String(cloud.port) })).rejects.toThrow(
      `端口 ${cloud.port} 已被占用`,
    );
    await expect(launch({ DATA_DIR: elsewhere, PORT: '0', HOST: '0.0.0.0' })).rejects.toThrow(
      '不能监听 HOST=0.0.0.0',
    );
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test('a new index is filled from the documents that are there, a changed one is made again', async () => {
    const first = await start();
    const before = first.sdk().database().collection('things');
    await before.add([
      { _id: 'x', colour: 'red', tags: ['a', 'b'] },
      { _id: 'y', colour: 'blue', tags: ['b'] },
    ]);
    await first.stop();
    const declared = JSON.parse(
      readFileSync(join(import.meta.dirname, 'fixtures/database.json'), 'utf8'),
    ) as {
      collections: { things: { indexes: object[] } };
    };
    declared.collections.things.indexes = [
      { name: 'by_colour', keys: [['colour', 1]], unique: true },
      { name: 'by_tag', keys: [['tags', -1]] },
    ];
    const databaseFile = join(dataDir, 'database.json');
    writeFileSync(databaseFile, JSON.stringify(declared));
    const after = (await start({ databaseFile })).sdk().database().collection('things');
    expect((await after.where({ colour: 'red' }).get()).data).toHaveLength(1);
    expect((await after.where({ tags: 'b' }).count()).total).toBe(2);
    expect((await errorOf(after.add({ colour: 'red' }))).message).toContain('by_colour');
  });
});
