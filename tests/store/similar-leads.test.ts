import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '../../cloudfunctions/core/domain/duplicates/fingerprint';
import { MOST_CANDIDATES } from '../../cloudfunctions/core/domain/duplicates/suggest-earlier';
import { followTheIndex } from '../../config/routing/similar-index';
import { demonstrationSet } from '../bench/stories';
import { RARITY } from '../support/rarity';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { leadNamed, repositoriesOn, writeOf } from './store-support';

/** The one query by which earlier leads are found, on the real SDK against a cloud that refuses what no index serves. */
const MINUTE_MS = 60_000;
const texts = demonstrationSet()
  .slice(0, 120)
  .map(({ text }) => text);
const timeOf = (index: number): string =>
  new Date(Date.parse('2026-03-10T02:00:00Z') + index * MINUTE_MS).toISOString();
const printOf = (text: string) => fingerprintOf({ title: '', text }, RARITY);
const idOf = (index: number): string => `L-${String(500 + index).padStart(6, '0')}`;

let cloud: TestCloud;
let leads: ReturnType<typeof repositoriesOn>['leads'];
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'nothing' });
  ({ leads } = repositoriesOn(cloud));
  for (const [index, text] of texts.entries()) {
    const { record } = leadNamed(500 + index);
    const { keys, print } = printOf(text);
    const lead = { ...record.lead, submittedAt: timeOf(index) };
    await leads.insert(writeOf({ ...record, lead, found: { keys, print } }));
  }
});
afterAll(() => cloud.stop());

const idsFor = async (text: string, limit: number, before?: string) =>
  (await leads.findSimilar(printOf(text).askKeys, limit, before)).map(({ id }) => id);

test('brings the leads the evaluation counts with, newest first', async () => {
  const messages = texts.map((text, index) => ({ id: String(index), title: '', text, time: timeOf(index) }));
  const counted = followTheIndex(messages, RARITY);
  for (const [index, text] of texts.entries()) {
    const found = await idsFor(text, MOST_CANDIDATES, `${timeOf(index)}#`);
    expect([...found].sort().reverse()).toEqual(found);
    expect([...found].sort()).toEqual((counted[index]?.candidates ?? []).map(idOf).sort());
  }
});

test('keeps to the limit, and to what stands before', async () => {
  const text = texts.join('').slice(0, 1400);
  const all = await idsFor(text, 100);
  expect(all.length).toBeGreaterThan(10);
  expect(await idsFor(text, 3)).toEqual(all.slice(0, 3));
  const before = (await leads.findSimilar(printOf(text).askKeys, 5))[4]?.order ?? '';
  expect(await idsFor(text, 2, before)).toEqual(all.slice(5, 7));
});

test('of no keys asks nothing, and of strange ones finds nothing', async () => {
  expect(await leads.findSimilar([], 10)).toEqual([]);
  expect(await leads.findSimilar([1, 2, 3], 10)).toEqual([]);
});

test('brings neither the whole text nor the contact, and an unpublished lead as unpublished', async () => {
  const [row] = await leads.findSimilar(printOf(texts[0] ?? '').askKeys, 10);
  expect(Object.keys(row ?? {})).not.toContain('content');
  expect(row?.lead.published).toBeNull();
  expect(row?.lead.handOver).toBeNull();
});
