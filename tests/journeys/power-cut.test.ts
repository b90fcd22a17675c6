import type { Receipt } from '@contract/lead-views';
import type { Envelope } from '@contract/envelope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, must, signIn } from '../support/call';
import { LAMP_TEXT, officer, resident } from '../support/county';
import { readStatistics } from '../support/figures';
import { isLead, recount, shapeOf, walkQueue } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

const SUBMISSIONS = 200;
const AT_ONCE = 32;
/** The cut comes when this many receipts were given out and many submissions are on their way. */
const CUT_AFTER = 70;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('a power cut in the middle of 200 submissions loses none that was acknowledged, and retrying makes exactly 200', async () => {
  const acknowledged = await submitUntilTheCut();
  expect(acknowledged.size).toBeGreaterThanOrEqual(CUT_AFTER);
  expect(acknowledged.size).toBeLessThan(SUBMISSIONS);

  cloud = await cloud.killAndRestart();
  const stored = (await cloud.documents('leads')).filter(isLead);
  const numberById = new Map(stored.map((lead) => [lead._id, lead['number']]));
  for (const receipt of acknowledged.values()) expect(numberById.get(receipt.leadId)).toBe(receipt.number);
  expect(new Set(numberById.values()).size).toBe(stored.length);
  await funnelEqualsTheLists(stored.length);

  await Promise.all(
    Array.from({ length: SUBMISSIONS }, async (_, index) => {
      const receipt = await must(
        cloud,
        submitter(index),
        'resident.submitLead',
        wordsOf(index),
        `power-cut-${index}`,
      );
      if (acknowledged.has(index)) expect(receipt).toEqual(acknowledged.get(index));
    }),
  );
  const leads = (await cloud.documents('leads')).filter(isLead);
  expect(leads).toHaveLength(SUBMISSIONS);
  expect(new Set(leads.map((lead) => lead['number'])).size).toBe(SUBMISSIONS);
  await cloud.jobs();
  await funnelEqualsTheLists(SUBMISSIONS);
});

const submitter = (index: number) => resident(`power-cut-${index % 20}`);
const wordsOf = (index: number) => ({ text: `${LAMP_TEXT}第 ${index} 盏。` });

/** Sends all submissions, 32 at a time, and kills the cloud on the way; the receipts that came back. */
async function submitUntilTheCut(): Promise<Map<number, Receipt>> {
  const acknowledged = new Map<number, Receipt>();
  let next = 0;
  let cut: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    while (next < SUBMISSIONS && cut === undefined) {
      const index = next;
      next += 1;
      const answer = await submit(index);
      if (answer?.ok) acknowledged.set(index, answer.data);
      if (acknowledged.size >= CUT_AFTER) cut ??= cloud.kill9();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await cut;
  return acknowledged;
}

/** The answer, or nothing when the connection broke. */
async function submit(index: number): Promise<Envelope<Receipt> | undefined> {
  try {
    return await ask(cloud, submitter(index), 'resident.submitLead', wordsOf(index), `power-cut-${index}`);
  } catch {
    return undefined;
  }
}

async function funnelEqualsTheLists(received: number): Promise<void> {
  const panel = await signIn(cloud, officer('clerk'));
  const statistics = await readStatistics(cloud, panel);
  expect(statistics.funnel.received).toBe(received);
  expect(shapeOf(statistics)).toEqual(await recount(cloud));
  const { ids, total } = await walkQueue(cloud, panel, { measure: 'received' });
  expect([new Set(ids).size, ids.length, total]).toEqual([received, received, received]);
}
