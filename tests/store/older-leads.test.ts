import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ports } from '../../cloudfunctions/core/app/ports';
import { LEADS, newLeadDocument } from '../../cloudfunctions/core/adapters/lead-document';
import { apply } from '../../cloudfunctions/core/app/lead/record';
import { foundBy } from '../../cloudfunctions/core/app/lead/similar-rows';
import { refreshLeads } from '../../cloudfunctions/setup/refresh-leads';
import { CALENDAR, COUNTY, sha256 } from '../support/builders';
import { RARITY } from '../support/rarity';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { leadNamed, repositoriesOn } from './store-support';

/** Leads as the first functions stored them: without what later ones know of. */
const NEWER = 'cosigners deedVersion found dueKeys dueOrder replyKeys gramKeys groupKey'.split(' ');
const NEWER_IN_LEAD =
  'reminded escalatedTo splitFrom parts broadcast promise proposal awaitsReview issueId groupedByStaff'.split(
    ' ',
  );
const NEWER_IN_ROUTE = 'candidates certain private outOfScope modelVersion tableVersion names'.split(' ');
const NEWER_IN_SUMMARY = ['cosigns', 'broadcast', 'emergency', 'bulk'];
const ID = 'L-000700';

type Fields = Record<string, unknown>;
const without = (value: unknown, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(value as Fields).filter(([name]) => !names.includes(name)));
function asStoredBefore(name: number): Fields & { _id: string } {
  const { _id, ...document } = newLeadDocument(leadNamed(name), COUNTY.id);
  const lead = without(document['lead'], NEWER_IN_LEAD);
  const follower = { reporterKey: 'other', leadId: 'L-other', number: '260309-000009' };
  return {
    ...without(document, NEWER),
    _id,
    lead: { ...lead, route: without(lead['route'], NEWER_IN_ROUTE) },
    followers: [follower],
    summary: without(document['summary'], NEWER_IN_SUMMARY),
    overdueKeys: [],
  };
}

let cloud: TestCloud;
let here: ReturnType<typeof repositoriesOn>;
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'nothing' });
  here = repositoriesOn(cloud);
  await here.store.insert(LEADS, asStoredBefore(700));
});
afterAll(() => cloud.stop());

const all = () => here.leads.listQueue({ keys: ['all'], by: 'newest', after: null, limit: 10 });
const urgent = () => here.leads.listQueue({ keys: ['all'], by: 'urgency', after: null, limit: 10 });
const asNow = () => leadNamed(700).record;

test('an older lead is read with nothing missing, and of what came later nothing has happened', async () => {
  const record = await here.leads.find(ID);
  const { lead, version } = asNow();
  expect(record?.lead).toMatchObject({
    ...without(lead, ['route']),
    route: { certain: true, candidates: [], names: {} },
  });
  expect(Object.keys(record?.lead ?? {}).sort()).toEqual(Object.keys(lead).sort());
  expect(record).toMatchObject({ cosigners: [], deedVersion: version, found: { keys: [], print: '' } });
  expect(record?.followers[0]).toMatchObject({
    submittedAt: lead.submittedAt,
    placeId: null,
    townshipId: null,
  });
});

test('it is listed, and its row can be shown', async () => {
  expect(await all()).toMatchObject([
    { id: ID, summary: { cosigns: 0, broadcast: null, emergency: false, bulk: [] } },
  ]);
});

test('changed once it stands in the lists by urgency too', async () => {
  const record = await here.leads.find(ID);
  if (record === null) throw new Error('it was stored');
  expect(await urgent()).toEqual([]);
  const asked = {
    requestId: 'r-older',
    fingerprint: 'f',
    county: COUNTY,
    calendar: CALENDAR,
    digest: sha256,
  };
  const write = apply(record, [], asked as unknown as Parameters<typeof apply>[2]);
  expect(await here.leads.save(write, record.version)).toBe(true);
  expect(await urgent()).toMatchObject([{ id: ID }]);
});

test('written anew by setup it is found by its words, and a second run changes nothing', async () => {
  await here.store.insert(LEADS, asStoredBefore(701));
  const ports = {
    county: () => Promise.resolve(COUNTY),
    rarity: () => RARITY,
    digest: sha256,
    leads: here.leads,
    tally: here.tally,
  } as unknown as Ports;
  const { content } = asNow();
  const { keys } = foundBy(content.text, COUNTY, RARITY);
  expect(await here.leads.findSimilar(keys, 10)).toEqual([]);
  const before = await here.leads.find('L-000701');
  expect(await refreshLeads(ports, here.store)).toBe(2);
  expect((await here.leads.findSimilar(keys, 10)).map(({ id }) => id).sort()).toEqual([ID, 'L-000701']);
  const after = await here.leads.find('L-000701');
  expect({ ...after, found: null, version: 0 }).toEqual({ ...before, found: null, version: 0 });
  expect(await refreshLeads(ports, here.store)).toBe(0);
});
