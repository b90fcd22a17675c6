import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { LEADS } from '../../cloudfunctions/core/adapters/lead-document';
import { recountOlder } from '../../cloudfunctions/core/adapters/tally-repository';
import { canonical } from '../../cloudfunctions/core/app/canonical';
import { partOf, type Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import { inBatches } from '../../cloudfunctions/setup/telling';
import { must, signIn } from '../support/call';
import { officer } from '../support/county';
import { readStatistics } from '../support/figures';
import { isLead, recount, shapeOf } from '../support/recount';
import { setUp, startTestCloud, type Document, type TestCloud } from '../support/test-cloud';

/** A county whose leads and figures older functions wrote: by fewer keys, and nothing counted of months or of courses. */
const COUNTY_ID = '410325';
const MONTH = '2026-03';
let cloud: TestCloud;
let asWrittenToday: Document[];
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'demo' });
  await untilIdle();
  asWrittenToday = await cloud.documents(LEADS);
  await makeOlder();
});
afterAll(() => cloud.stop());

async function untilIdle(): Promise<void> {
  for (let done = 1; done > 0;) {
    const { counted, deadlines, delivered } = await cloud.jobs();
    done = counted + deadlines + delivered;
  }
}

const OLDER_KEY = /^(?!(?:[fwvy]:|k:|x:(?!toConfirm)))(?!.*\|k:)/;
const keysOf = (document: Document, field: string): string[] => document[field] as string[];

/** Two of three leads are counted, by the keys of then; of the others nothing was counted yet. */
async function makeOlder(): Promise<void> {
  const collection = cloud.sdk().database().collection(LEADS);
  const { command } = cloud.sdk().database();
  const counts: Counts = {};
  await inBatches([...asWrittenToday.entries()], async ([index, document]) => {
    if (!isLead(document)) {
      await collection.doc(document._id).remove();
      return;
    }
    const keys = keysOf(document, 'queueKeys').filter((key) => OLDER_KEY.test(key));
    const isCounted = index % 3 > 0;
    for (const key of isCounted ? keys : []) counts[key] = (counts[key] ?? 0) + 1;
    await collection.doc(document._id).update({
      queueKeys: keys,
      counted: isCounted ? keys : [],
      tallyKey: isCounted ? command.remove() : `b:${COUNTY_ID}`,
      'lead.course': command.remove(),
      pressing: command.remove(),
      publishedIn: command.set(keysOf(document, 'publishedIn').slice(0, 1)),
      ...(index % 2 === 0 ? { found: command.remove(), voiceKeys: command.remove() } : {}),
    });
  });
  await writeOlderParts(counts);
}

async function writeOlderParts(counts: Counts): Promise<void> {
  const store = new DocumentStore(cloud.sdk().database());
  for (const part of new Set(Object.keys(counts).map(partOf))) {
    const ofPart = Object.entries(counts).filter(([key]) => partOf(key) === part);
    await store.insert(LEADS, {
      _id: `tally:${COUNTY_ID}:${part}`,
      number: `tally:${COUNTY_ID}:${part}`,
      part,
      tallyKey: `a:${COUNTY_ID}:${part}`,
      counts: JSON.stringify(Object.fromEntries(ofPart)),
      applied: '',
    });
  }
}

async function expectFiguresOfRecount(): Promise<void> {
  const panel = await signIn(cloud, officer('clerk'));
  for (const period of [undefined, MONTH]) {
    const figures = await readStatistics(cloud, panel, period);
    expect([period, shapeOf(figures)]).toEqual([period, await recount(cloud, period ?? null)]);
  }
}

/** Which fields of which leads are others than they were, but for what every write changes. */
function differences(before: readonly Document[], after: readonly Document[]): string[] {
  const byId = new Map(after.map((document) => [document._id, document]));
  return before.filter(isLead).flatMap((document) => {
    const { version: _one, groupKey: _two, ...fields } = { ...document, ...byId.get(document._id) };
    return Object.keys(fields)
      .filter((field) => canonical(fields[field]) !== canonical(document[field]))
      .map((field) => `${field} of ${document._id}`);
  });
}

async function writtenAnew(): Promise<number> {
  const collection = cloud.sdk().database().collection(LEADS);
  const { command } = cloud.sdk().database();
  const query = collection
    .where({ _id: command.gt('') })
    .field({ 'lead.course': true })
    .limit(1_000);
  return ((await query.get()).data as { lead?: object }[]).filter(({ lead }) => lead && 'course' in lead)
    .length;
}

test('cut off in the middle, with the timer at work, it goes on where it stopped and ends as if all were written today', async () => {
  for (const enough of [1, 120]) {
    const refreshing = setUp(cloud, 'refresh').catch(() => 'cut off');
    const counting = cloud.jobs().catch(() => undefined);
    while ((await writtenAnew()) < enough) await sleep(20);
    cloud = await cloud.killAndRestart();
    await Promise.all([refreshing, counting]);
  }
  await setUp(cloud, 'refresh');
  await expectFiguresOfRecount();
  const documents = await cloud.documents(LEADS);
  expect(differences(asWrittenToday, documents)).toEqual([]);
  expect(documents.filter((document) => !isLead(document)).map(({ _id }) => _id)).toEqual(
    asWrittenToday.filter((document) => !isLead(document)).map(({ _id }) => _id),
  );
  expect(documents.filter(({ tallyKey }) => tallyKey === `b:${COUNTY_ID}`)).toEqual([]);
});

test('run again it writes nothing', async () => {
  const before = await cloud.snapshot();
  expect(await setUp(cloud, 'refresh')).toContain('线索：0 条重新写入');
  expect(await cloud.snapshot()).toBe(before);
});

test('before anything is written anew, the figures of then are exact as soon as all wait to be counted', async () => {
  await makeOlder();
  const store = new DocumentStore(cloud.sdk().database());
  const older = (await cloud.documents(LEADS)).filter(
    (document) => isLead(document) && document['tallyKey'] === undefined,
  );
  expect(older.length).toBeGreaterThan(200);
  expect(await recountOlder(store, COUNTY_ID)).toBe(older.length);
  expect(await recountOlder(store, COUNTY_ID)).toBe(0);
  const panel = await signIn(cloud, officer('clerk'));
  const { funnel } = await must(cloud, panel, 'panel.getStatistics', {});
  expect(funnel).toEqual((await recount(cloud)).funnel);
});
