import {
  SUBMISSIONS_PER_DAY,
  TRACKING_MISSES_PER_CALLER,
  TRACKING_MISSES_PER_HOUR,
  TRACKING_MISSES_PER_NUMBER,
} from '@contract/limits';
import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must, refusalOf, type Person } from '../support/call';
import { LAMP_TEXT, resident } from '../support/county';
import { farFromTheHour, UNTIL_THE_HOUR_MS } from '../support/far-from-the-hour';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

describe('number and tracking code', () => {
  beforeEach(farFromTheHour, UNTIL_THE_HOUR_MS);
  let receipt: Receipt;
  beforeEach(async () => {
    receipt = await must(cloud, resident('mother'), 'resident.submitLead', { text: LAMP_TEXT });
  });
  const track = (by: Person, number: string, trackingCode: string) =>
    refusalOf(cloud, by, 'resident.trackLead', { number, trackingCode });
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  test('show the lead to somebody who did not submit it', async () => {
    const { number, trackingCode } = receipt;
    const view = await must(cloud, resident('daughter'), 'resident.trackLead', { number, trackingCode });
    expect(view).toMatchObject({ number, status: 'routed', text: LAMP_TEXT });
  });

  test('that do not match tell no more than a number that does not exist', async () => {
    const wrongCode = await track(resident('guess-one'), receipt.number, wrong(receipt.trackingCode));
    const unknown = await track(resident('guess-two'), '200101-000000', receipt.trackingCode);
    expect(wrongCode).toEqual(unknown);
    expect(wrongCode.code).toBe('NOT_FOUND');
  });

  test('cannot be found out by trying: after five misses the number is closed to the caller until the next hour', async () => {
    const { number, trackingCode } = receipt;
    const trier = resident('trier');
    for (let miss = 0; miss < TRACKING_MISSES_PER_HOUR; miss += 1)
      expect((await track(trier, number, wrong(trackingCode))).code).toBe('NOT_FOUND');
    const { code, retryAfter = 0, message } = await track(trier, number, trackingCode);
    expect(code).toBe('RATE_LIMITED');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(3_600);
    expect(message).toContain(`请过 ${Math.ceil(retryAfter / 60)} 分钟再试`);
    // A guesser closes it to nobody else.
    await must(cloud, resident('daughter'), 'resident.trackLead', { number, trackingCode });
  });

  test('cannot be found out by many together: after thirty misses only the phone it came from gets in', async () => {
    const { number, trackingCode } = receipt;
    for (let miss = 0; miss < TRACKING_MISSES_PER_NUMBER; miss += 1)
      expect((await track(resident(`one-of-many-${miss}`), number, wrong(trackingCode))).code).toBe(
        'NOT_FOUND',
      );
    expect((await track(resident('one-more'), number, trackingCode)).code).toBe('RATE_LIMITED');
    await must(cloud, resident('mother'), 'resident.trackLead', { number, trackingCode });
  });

  test('of an unknown number are closed after five misses as well', async () => {
    for (let miss = 0; miss < TRACKING_MISSES_PER_HOUR; miss += 1)
      await track(resident('unknown'), '200101-111111', '000000');
    expect((await track(resident('unknown'), '200101-111111', '000000')).code).toBe('RATE_LIMITED');
  });

  test('cannot be tried over many numbers: after twenty misses the caller waits', async () => {
    const crawler = resident('crawler');
    for (let miss = 0; miss < TRACKING_MISSES_PER_CALLER; miss += 1) {
      expect((await track(crawler, `200102-${String(miss).padStart(6, '0')}`, '000000')).code).toBe(
        'NOT_FOUND',
      );
    }
    expect((await track(crawler, receipt.number, receipt.trackingCode)).code).toBe('RATE_LIMITED');
    const { number, trackingCode } = receipt;
    await must(cloud, resident('patient'), 'resident.trackLead', { number, trackingCode });
  });

  test('misses are counted when they come all at once', async () => {
    const tries = Array.from({ length: TRACKING_MISSES_PER_NUMBER }, (_, index) =>
      track(resident(`at-once-${index}`), receipt.number, wrong(receipt.trackingCode)),
    );
    await Promise.all(tries);
    expect((await track(resident('afterwards'), receipt.number, receipt.trackingCode)).code).toBe(
      'RATE_LIMITED',
    );
  });
});

test('who submits more often than the limit is told when to come back, and what to do in a hurry', async () => {
  const busy = resident('busy');
  for (let index = 0; index < SUBMISSIONS_PER_DAY; index += 1) {
    await must(cloud, busy, 'resident.submitLead', { text: `${LAMP_TEXT}${index}` }, `busy-request-${index}`);
  }
  const refusal = await refusalOf(cloud, busy, 'resident.submitLead', { text: LAMP_TEXT });
  expect(refusal.code).toBe('RATE_LIMITED');
  expect(refusal.message).toMatch(/明天.*12345/);
  expect(refusal.retryAfter).toBeGreaterThan(0);

  const again = await must(cloud, busy, 'resident.submitLead', { text: `${LAMP_TEXT}0` }, 'busy-request-0');
  expect(again.number).toMatch(/^\d{6}-\d{6}$/);
  await must(cloud, resident('calm'), 'resident.submitLead', { text: LAMP_TEXT });
  const stored = (await cloud.documents('leads')).filter(isLead);
  expect(stored.filter(({ reporterKey }) => reporterKey === busy.openid)).toHaveLength(SUBMISSIONS_PER_DAY);
});
