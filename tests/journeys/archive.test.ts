import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEPT, PASSING } from '../../cloudfunctions/setup/archive/collections';
import type { Manifest } from '../../cloudfunctions/setup/archive/archive-file';
import { must, signIn } from '../support/call';
import { officer, resident } from '../support/county';
import { sendPhoto } from '../support/photos';
import { RandomLife } from '../support/random-life';
import { setUp, startTestCloud, type TestCloud } from '../support/test-cloud';

const scratch = mkdtempSync(join(tmpdir(), 'archive-'));
const first = join(scratch, 'first');
let county: TestCloud;

beforeAll(async () => {
  county = await startTestCloud();
  const life = new RandomLife(county, 7);
  await life.live(60);
  await must(county, resident('li'), 'resident.submitLead', {
    text: '村口的桥栏杆断了三根，放学的孩子都从这里走。',
    evidence: [await sendPhoto(county, resident('li'))],
  });
  await county.jobs();
  await setUp(county, 'archive', first);
});
afterAll(async () => {
  await county.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
const partsOf = ({ figures, collections, files }: Manifest) => ({ figures, collections, files });
const emptyCloud = () => startTestCloud({ content: 'nothing' });
const textOf = (folder: string) =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

test('an archive knows of every collection: kept, or passing by itself', () => {
  const declared = JSON.parse(readFileSync(resolve('config/database.json'), 'utf8')) as {
    collections: object;
  };
  expect([...KEPT, ...PASSING].sort()).toEqual(Object.keys(declared.collections).sort());
});

describe('a whole county taken out and put into an empty database', () => {
  test('has the same digests, the same files, the same figures and the same page of statistics', async () => {
    const other = await emptyCloud();
    try {
      expect(await setUp(other, 'restore', first)).toContain('数字和存档相同');
      const again = join(scratch, 'again');
      await setUp(other, 'archive', again);
      expect(partsOf(manifestOf(again))).toEqual(partsOf(manifestOf(first)));
      expect(Object.keys(manifestOf(first).files)).toHaveLength(1);
      const clerk = officer('clerk');
      const before = await must(county, await signIn(county, clerk), 'panel.getStatistics', {});
      const after = await must(other, await signIn(other, clerk), 'panel.getStatistics', {});
      expect({ ...after, asOf: '' }).toEqual({ ...before, asOf: '' });
      expect(before.funnel.received).toBeGreaterThan(10);
    } finally {
      await other.stop();
    }
  });

  test('goes on after an interruption, and doubles nothing', async () => {
    const other = await emptyCloud();
    try {
      const broken = setUp(other, 'restore', first).catch(() => 'interrupted');
      await expect.poll(() => other.documents('jobs'), { timeout: 20_000 }).toHaveLength(1);
      const back = await other.killAndRestart();
      expect(await broken).toBe('interrupted');
      await setUp(back, 'restore', first);
      const again = join(scratch, 'after-the-cut');
      await setUp(back, 'archive', again);
      expect(partsOf(manifestOf(again))).toEqual(partsOf(manifestOf(first)));
      await back.stop();
    } finally {
      rmSync(other.dataDir, { recursive: true, force: true });
    }
  });

  test('holds nobody’s session, and only the operator may read it', () => {
    expect(readdirSync(join(first, 'documents'))).not.toContain('sessions.ndjson');
    expect(textOf(join(first, 'documents')).join('')).not.toContain('tokenHash');
    for (const name of readdirSync(join(first, 'documents')))
      expect(statSync(join(first, 'documents', name)).mode & 0o077).toBe(0);
  });
});

describe('a restore that may not be', () => {
  const refused = (cloud: TestCloud, folder: string) =>
    setUp(cloud, 'restore', folder).then(
      () => 'restored',
      (fault: { stderr: string }) => fault.stderr,
    );

  test('into a database with data, from a damaged archive, or from a folder that is none: refused in words, nothing written', async () => {
    const before = await county.snapshot();
    expect(await refused(county, first)).toContain('数据库里已经有数据');
    expect(await county.snapshot()).toBe(before);

    const damaged = join(scratch, 'damaged');
    await setUp(county, 'archive', damaged);
    appendFileSync(join(damaged, 'documents', 'leads.ndjson'), '{"_id":"L-slipped-in"}\n');
    const other = await emptyCloud();
    try {
      const empty = await other.snapshot();
      expect(await refused(other, damaged)).toContain('存档损坏：leads 和清单不符');
      expect(await refused(other, scratch)).toContain('不是完整的存档');
      expect(await other.snapshot()).toBe(empty);
    } finally {
      await other.stop();
    }
  });

  test('an export that fails leaves nothing behind, neither half of the county nor an empty folder', async () => {
    const made = join(scratch, 'made-for-it');
    const given = mkdtempSync(join(scratch, 'given-'));
    const other = await emptyCloud();
    try {
      for (const folder of [join(made, 'archive'), given])
        await expect(setUp(other, 'archive', folder)).rejects.toMatchObject({
          stderr: expect.stringContaining('这个县的名录，请先运行 setup county') as string,
        });
      expect([existsSync(made), readdirSync(given)]).toEqual([false, []]);
    } finally {
      await other.stop();
    }
  });

  test('an export never writes into a folder that has something in it', async () => {
    await expect(setUp(county, 'archive', first)).rejects.toMatchObject({
      stderr: expect.stringContaining('里已经有东西') as string,
    });
  });
});
