import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenAt } from '../../cloudfunctions/core/app/lead/record';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { must, signIn } from '../support/call';
import { LAMP_TEXT, officer, resident } from '../support/county';
import { readStatistics } from '../support/figures';
import { RandomLife } from '../support/random-life';
import { isLead, recount, shapeOf } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** Random people do random things; whatever the timer did meanwhile, the figures are those of a recount. */
let cloud: TestCloud;
let life: RandomLife;
beforeAll(async () => {
  cloud = await startTestCloud();
  life = new RandomLife(cloud, 20_260_131);
});
afterAll(() => cloud.stop());

async function figures() {
  const panel = await signIn(cloud, officer('clerk'));
  return shapeOf(await readStatistics(cloud, panel));
}

test('the figures equal a recount when the timer never ran', async () => {
  await life.live(320);
  expect(life.done).toBeGreaterThan(50);
  expect(life.refused).toBeGreaterThan(5);
  expect(await figures()).toEqual(await recount(cloud));
});

test('the figures equal a recount when the timer runs between the commands', async () => {
  let isLiving = true;
  const timer = async (): Promise<void> => {
    while (isLiving) await cloud.jobs();
  };
  const living = life.live(150).finally(() => (isLiving = false));
  await Promise.all([timer(), living]);
  expect(await figures()).toEqual(await recount(cloud));
});

test('whoever reads while the timer counts reads the same figures', async () => {
  await life.live(60);
  const expected = await recount(cloud);
  const panel = await signIn(cloud, officer('clerk'));
  let isCounting = true;
  const readings: unknown[] = [];
  const reader = async (): Promise<void> => {
    while (isCounting) readings.push(shapeOf(await readStatistics(cloud, panel)));
  };
  await Promise.all([cloud.jobs().finally(() => (isCounting = false)), reader()]);
  expect(readings.length).toBeGreaterThan(1);
  for (const reading of readings) expect(reading).toEqual(expected);
});

test('the figures equal a recount when a power cut ends the timer in the middle, three times', async () => {
  for (const [round, pause] of [40, 120, 300].entries()) {
    await life.live(60);
    const cutOff = cloud.jobs().catch(() => undefined);
    await sleep(pause);
    cloud = await cloud.killAndRestart();
    life.moveTo(cloud);
    await cutOff;
    expect([round, await figures()]).toEqual([round, await recount(cloud)]);
  }
  await cloud.jobs();
  expect(await figures()).toEqual(await recount(cloud));
});

/** Chance does not merge in every life; this one always has a merged pair. */
async function mergeTwo(): Promise<void> {
  const wang = resident('merged');
  const [main, double] = [
    await must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT }),
    await must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT }),
  ];
  const merge = { leadId: double.leadId, version: 1, intoNumber: main.number, reason: '同一件事' };
  await must(cloud, officer('clerk'), 'staff.mergeLead', merge);
}

test('every log is whole, numbers are given once, and what was merged points both ways', async () => {
  await mergeTwo();
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  const leads = (await cloud.documents('leads')).filter(isLead);
  expect(
    leads
      .map((lead) => brokenAt(lead['events'] as SealedEvent[], digest))
      .filter((broken) => broken !== null),
  ).toEqual([]);
  expect(new Set(leads.map((lead) => lead['number'])).size).toBe(leads.length);
  const states = leads.map(
    ({ lead }) =>
      lead as { id: string; mergedInto: { leadId: string } | null; absorbed: { leadId: string }[] },
  );
  const upwards = states.flatMap(({ id, mergedInto }) =>
    mergedInto ? [`${id} in ${mergedInto.leadId}`] : [],
  );
  const downwards = states.flatMap(({ id, absorbed }) => absorbed.map(({ leadId }) => `${leadId} in ${id}`));
  expect(upwards.length).toBeGreaterThan(0);
  expect(downwards.sort()).toEqual(upwards.sort());
});

test('the functions printed no fault', () => {
  expect(
    cloud
      .logs()
      .split('\n')
      .filter((line) => line.includes('"fault"') || line.includes('UNAVAILABLE')),
  ).toEqual([]);
});
