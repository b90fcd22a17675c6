import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { ImportRow } from '@contract/directory-import';
import {
  checkTable,
  commitTable,
  type ImportTable,
} from '../../src/admin/features/directory/import/send-table';
import type { PanelCall } from '../../src/admin/platform/use-panel';
import { must, signIn, type Person } from '../support/call';
import { officer } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** Tables longer than one call carries, as the panel sends them. */
const ROWS = 2_300;
let cloud: TestCloud;
let administrator: Person;
let commits = 0;
/** From this commit on nothing arrives any more; null: the line holds. */
let cutAt: number | null = null;
beforeAll(async () => {
  cloud = await startTestCloud();
  administrator = await signIn(cloud, officer('administrator'));
});
beforeEach(() => {
  commits = 0;
  cutAt = null;
});
afterAll(() => cloud.stop());

const call: PanelCall = async <A extends ActionName>(action: A, input: InputOf<A>, requestId?: string) => {
  if (action === 'panel.commitImport') commits += 1;
  if (cutAt !== null && commits >= cutAt) throw new Error('the line is cut');
  const answer: OutputOf<A> = await must(cloud, administrator, action, input, requestId);
  return answer;
};

const villages = (from: number, to: number): ImportRow[] =>
  Array.from({ length: to - from }, (_, index) => {
    const serial = String(from + index).padStart(6, '0');
    return {
      row: from + index + 2,
      values: {
        township: '城关镇',
        name: `新设第${serial}号社区`,
        id: `410325100${serial}`,
        sound: 'xin she di ling hao she qu',
      },
    };
  });
const tableOf = (rows: ImportRow[]): ImportTable => ({ kind: 'villages', rows, answers: [] });
const FIRST = 100_000;

async function storedVillages(): Promise<number> {
  let count = 0;
  for (let from: number | null = 0; from !== null;) {
    const asked: InputOf<'panel.getDirectorySection'> = { section: 'villages', from };
    const page: OutputOf<'panel.getDirectorySection'> = await call('panel.getDirectorySection', asked);
    count += page.items.length;
    from = page.next;
  }
  return count;
}

test('a table of 2,300 rows is looked at whole, cut off it has whole parts in it, and again it brings only the rest', async () => {
  const table = tableOf(villages(FIRST, FIRST + ROWS));
  const before = await storedVillages();
  const seen: number[] = [];
  const checked = await checkTable(call, table, (done) => seen.push(done));
  expect(checked.counts).toMatchObject({ new: ROWS, rejected: 0 });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(ROWS);
  expect(await storedVillages()).toBe(before);

  const intent = { version: checked.version, why: '第一次导入', requestId: 'request-of-the-table' };
  const saved: number[] = [];
  cutAt = 3;
  await expect(commitTable(call, table, intent, (done) => saved.push(done))).rejects.toThrow('cut');
  const reached = saved.at(-1) ?? 0;
  expect([saved.length, reached > 0, reached < ROWS]).toEqual([2, true, true]);
  cutAt = null;
  expect(await storedVillages()).toBe(before + reached);

  await commitTable(call, table, intent, () => undefined);
  expect(await storedVillages()).toBe(before + ROWS);
  const { items } = await call('panel.listDirectoryChanges', { section: 'villages' });
  expect(items.filter(({ why }) => why === intent.why)).toHaveLength(seen.length);
  expect((await checkTable(call, table, () => undefined)).counts).toMatchObject({ same: ROWS, new: 0 });
}, 120_000);

test('a part that stands on an older directory is refused whole, and what it says can be looked at again', async () => {
  const table = tableOf(villages(FIRST + ROWS, FIRST + ROWS + 1_200));
  const checked = await checkTable(call, table, () => undefined);
  const [policy] = (await call('panel.getDirectorySection', { section: 'codes' })).items;
  if (policy === undefined || !('deskPhone' in policy)) throw new Error('no codes');
  const entry = { ...policy, deskPhone: '10003790001' };
  const edits: InputOf<'panel.saveDirectory'>['edits'] = [{ section: 'codes', id: 'codes', entry }];
  await call('panel.saveDirectory', { version: checked.version, edits, why: '换了电话' }, 'change-between');
  const before = await storedVillages();
  const intent = { version: checked.version, why: '第二次导入', requestId: 'request-too-late' };
  await expect(commitTable(call, table, intent, () => undefined)).rejects.toThrow('VERSION_CONFLICT');
  expect(await storedVillages()).toBe(before);
  const again = await checkTable(call, table, () => undefined);
  const fresh = { version: again.version, why: '第二次导入', requestId: 'request-looked-again' };
  await commitTable(call, table, fresh, () => undefined);
  expect(await storedVillages()).toBe(before + 1_200);
}, 120_000);

test('what printed codes need is kept with its history, and the next sheet is printed with it', async () => {
  const { version } = await call('panel.getDirectorySection', { section: 'codes' });
  const entry = {
    id: 'codes',
    h5Address: 'https://zhitong.example',
    deskPhone: '0379-66310000',
    wechat: true,
  };
  const edits: InputOf<'panel.saveDirectory'>['edits'] = [{ section: 'codes', id: 'codes', entry }];
  await call('panel.saveDirectory', { version, edits, why: '域名批下来了' }, 'address-of-codes');
  const { settings } = await call('panel.listCodes', {});
  expect(settings).toMatchObject({ h5Address: 'https://zhitong.example/', deskPhone: '0379-66310000' });
  const { items } = await call('panel.listDirectoryChanges', { section: 'codes', entryId: 'codes' });
  expect(items[0]).toMatchObject({ why: '域名批下来了', changes: [{ is: { deskPhone: '0379-66310000' } }] });
});
