import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCounts, difference, type Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import { readCounts } from '../../cloudfunctions/core/app/statistics/read-counts';
import type { Ports } from '../../cloudfunctions/core/app/ports';
import type { Step } from '../support/builders';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { leadNamed, repositoriesOn } from './store-support';

/** Leads are counted into the tally exactly once, whoever counts, and whatever is cut off. */
const PARTS = 'base d t c g u o e k s f w v in:t in:g in:u 2026-03 2026-03t 2026-03k'.split(' ');
let cloud: TestCloud;
let here: ReturnType<typeof repositoriesOn>;
beforeEach(() => begin());
afterEach(() => cloud.stop());

async function begin(env: Record<string, string> = {}): Promise<void> {
  cloud = await startTestCloud({ content: 'nothing', env });
  here = repositoriesOn(cloud);
}

const figures = async (): Promise<Counts> =>
  (await readCounts(PARTS, { tally: here.tally } as unknown as Ports)).counts;

/** What the keys of all stored leads add up to. */
async function recountOfKeys(): Promise<Counts> {
  const leads = (await cloud.documents('leads')).filter(isLead);
  return leads.reduce<Counts>(
    (sum, { queueKeys }) => addCounts(sum, difference([], queueKeys as string[])),
    {},
  );
}

async function insert(from: number, to: number, steps: Step[] = []): Promise<void> {
  for (let start = from; start < to; start += 20) {
    const names = Array.from({ length: Math.min(20, to - start) }, (_, index) => start + index);
    await Promise.all(names.map((name) => here.leads.insert(leadNamed(name, steps))));
  }
}

test('two counters at once count every lead once', async () => {
  await insert(0, 60);
  const other = repositoriesOn(cloud);
  const countAll = async ({ tally }: typeof here): Promise<number> => {
    let sum = 0;
    for (let empty = 0; empty < 3;) {
      const taken = await tally.countWaiting(10);
      sum += taken;
      empty = taken === 0 ? empty + 1 : 0;
    }
    return sum;
  };
  const [one, two] = await Promise.all([countAll(here), countAll(other)]);
  expect(one + two).toBe(60);
  expect(await figures()).toEqual(await recountOfKeys());
  expect((await figures())['all']).toBe(60);
  expect((await here.tally.read(PARTS)).uncounted).toEqual([]);
});

test('a lead that changed after it was counted is taken out of its old figures and into the new', async () => {
  await insert(0, 3);
  await here.tally.countWaiting(10);
  await here.leads.save(leadNamed(1, ['LeadAccepted', 'LeadAdopted'], 2), 1);
  const expected = await recountOfKeys();
  expect(await figures()).toEqual(expected);
  expect(await here.tally.countWaiting(10)).toBe(1);
  expect(await figures()).toEqual(expected);
  expect([expected['s:routed'], expected['m:adopted'], expected['all']]).toEqual([2, 1, 3]);
});

test('a counter that died in the middle of its transaction has counted nothing, and the next one counts all', async () => {
  await cloud.stop();
  await begin({ TRANSACTION_TIMEOUT_MS: '4000' });
  await insert(0, 5);
  const dead = await cloud.sdk().database().startTransaction();
  await dead
    .collection('leads')
    .doc('L-000002')
    .update({ counted: ['all'] });
  expect(await figures()).toEqual(await recountOfKeys());
  // The one that died still holds a lead; once its transaction has expired nothing stands in the way.
  let counted = 0;
  for (const end = Date.now() + 40_000; counted < 5 && Date.now() < end;)
    counted += await here.tally.countWaiting(10);
  expect(counted).toBe(5);
  expect(await figures()).toEqual(await recountOfKeys());
});

test('a power cut while counting leaves every lead counted once', async () => {
  await insert(0, 40);
  for (const pause of [5, 30, 80]) {
    const counting = here.tally.countWaiting(20).catch(() => 0);
    await new Promise((done) => setTimeout(done, pause));
    cloud = await cloud.killAndRestart();
    here = repositoriesOn(cloud);
    await counting;
    expect(await figures()).toEqual(await recountOfKeys());
  }
  while ((await here.tally.countWaiting(20)) > 0);
  expect((await figures())['all']).toBe(40);
  expect(await figures()).toEqual(await recountOfKeys());
});

test('a command in the middle of the counting is not lost', async () => {
  await insert(0, 20);
  const commands = async (): Promise<void> => {
    for (let name = 0; name < 20; name += 1)
      await repositoriesOn(cloud).leads.save(leadNamed(name, ['LeadAccepted'], 2), 1);
  };
  const count = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await here.tally.countWaiting(5);
  };
  await Promise.all([commands(), count()]);
  expect(await figures()).toEqual(await recountOfKeys());
  expect((await figures())['s:accepted']).toBe(20);
});

test('the figures are exact while more than a thousand leads wait', async () => {
  await insert(0, 1_100);
  expect((await figures())['all']).toBe(1_100);
  await here.tally.countWaiting(50);
  expect(await figures()).toEqual(await recountOfKeys());
});
