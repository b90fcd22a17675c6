import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenAt } from '../../cloudfunctions/core/app/lead/record';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { sha256 } from '../support/builders';
import { must } from '../support/call';
import { officer, resident } from '../support/county';
import { isLead } from '../support/recount';
import { setUp, startTestCloud, type Document, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'demo' });
});
afterAll(() => cloud.stop());

const leads = async () => (await cloud.documents('leads')).filter(isLead);
const contactOf = (document: Document) => (document['content'] as { contact: unknown }).contact;
const counts = (printed: string): Record<string, number> => {
  const lines = [...printed.matchAll(/（(\w+)）：.*，(\d+) 项/g)];
  return Object.fromEntries(lines.map(([, what, count]) => [String(what), Number(count)]));
};

/** The county keeps contacts for a day only, and some wrong codes are old. */
async function shorten(): Promise<void> {
  const store = new DocumentStore(cloud.sdk().database());
  const [directory] = await cloud.documents('directories');
  const county = directory?.['county'] as object;
  await store.change(
    'directories',
    { _id: directory?._id ?? '' },
    { county: { ...county, retention: { contact: 1 } } },
  );
  const at = '2020-01-01T00:00:00.000Z';
  await Promise.all(
    Array.from({ length: 70 }, (_, index) =>
      store.insert('trackingAttempts', { _id: `old-${index}`, misses: 3, at }),
    ),
  );
  await store.insert('visits', { _id: 'old', times: 1, at });
}

describe('personal data that was kept long enough', () => {
  test('is told by a dry run in figures and fields alone, and the real run takes away exactly that', async () => {
    await shorten();
    const funnel = async () => (await must(cloud, officer('clerk'), 'staff.getStatistics', {})).funnel;
    const [figures, before] = [await funnel(), await cloud.snapshot()];
    const withContact = (await leads()).filter((lead) => contactOf(lead) !== null);
    expect(figures).toMatchObject({ received: 380, adopted: 60, resolved: 28 });

    const dry = await setUp(cloud, 'retention', '--dry-run');
    expect(await cloud.snapshot()).toBe(before);
    expect(counts(dry)).toMatchObject({ trackingAttempts: 70, visits: 1 });
    expect(counts(dry)['contact']).toBeGreaterThan(0);
    expect(dry).not.toMatch(/1000379\d{4}|demo-resident/);

    const real = await setUp(cloud, 'retention');
    expect(counts(real)).toEqual(counts(dry));
    const total = Object.values<number>(counts(dry)).reduce((sum, count) => sum + count, 0);
    expect(real).toContain(`已删 ${total} 项`);
    const left = (await leads()).filter((lead) => contactOf(lead) !== null);
    expect(withContact.length - left.length).toBe(counts(dry)['contact']);
    expect(await cloud.documents('trackingAttempts')).toEqual([]);
    expect(Object.values(counts(await setUp(cloud, 'retention', '--dry-run')))).toEqual(
      Object.values(counts(dry)).map(() => 0),
    );

    await cloud.jobs();
    expect(await funnel()).toEqual(figures);
    const broken = (await leads()).filter(
      (lead) => brokenAt(lead['events'] as SealedEvent[], sha256) !== null,
    );
    expect(broken).toEqual([]);
  });

  test('is taken away by the timer too, and what is kept for good stays', async () => {
    const store = new DocumentStore(cloud.sdk().database());
    await store.insert('trackingAttempts', { _id: 'old-again', misses: 1, at: '2020-01-01T00:00:00.000Z' });
    const texts = (await leads()).map((lead) => JSON.stringify((lead['content'] as { text: string }).text));
    cloud = await cloud.killAndRestart();
    await cloud.jobs();
    expect(await cloud.documents('trackingAttempts')).toEqual([]);
    expect((await leads()).map((lead) => JSON.stringify((lead['content'] as { text: string }).text))).toEqual(
      texts,
    );
  });

  test('residents are told the terms of their county', async () => {
    expect(await must(cloud, resident('anybody'), 'resident.getRetention', {})).toMatchObject({
      contact: 1,
      media: 365,
      text: null,
    });
  });
});
