import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  countedAs,
  memoryText,
  newLeadDocument,
  partId,
  partKey,
} from '../../cloudfunctions/core/adapters/lead-document';
import { decideOn } from '../../cloudfunctions/core/app/lead/change-lead';
import { indexOf, calendarOf } from '../../cloudfunctions/core/app/lead/record';
import type { LeadWrite, Ports } from '../../cloudfunctions/core/app/ports';
import { officesAbove } from '../../cloudfunctions/core/domain/deadlines/offices-above';
import { addInto, difference, partOf, type Counts } from '../../cloudfunctions/core/domain/statistics/tally';
import {
  accountsOfContent,
  countyOfContent,
  demoIdentities,
  demoOpenid,
} from '../../cloudfunctions/setup/county-of-content';
import { demoLeads } from '../../cloudfunctions/setup/demo-leads';
import { readCatalog } from '../../src/local-cloud/engine/catalog';
import { Store } from '../../src/local-cloud/engine/store';
import type { Fields } from '../../src/local-cloud/engine/values';
import { RARITY } from '../support/rarity';
import { demonstrationSet, retell } from './stories';

const databaseFile = resolve(import.meta.dirname, '../../config/database.json');
export const county = countyOfContent();
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Fills an empty data folder with a county, its people and `rows` leads, in the way a long service would have left
 * them: every lead decided by the domain's own rules, messages delivered, deadlines noted, counted into the tally.
 * Written through the local cloud's own store (the code that also answers the SDK), many to a commit, while no cloud
 * runs on the folder; so documents and index entries are the same as over the wire. Answers the counts per key.
 */
export async function fill(dataDir: string, rows: number, say: (done: number) => void): Promise<Counts> {
  mkdirSync(dataDir, { recursive: true });
  const refuse = (): never => {
    throw new Error('filling needs no query');
  };
  const store = new Store(join(dataDir, 'cloud.sqlite'), readCatalog(databaseFile), refuse);
  try {
    await writeCounty(store);
    const counts: Counts = {};
    let latest: CountedLead[] = [];
    for (const batch of tellings(rows, Date.now())) {
      await Promise.all(
        batch.map((document) =>
          store.commit.submit(() => store.insert('leads', document as unknown as Fields)),
        ),
      );
      for (const { queueKeys } of batch) addInto(counts, difference([], queueKeys as string[]));
      latest = [...latest, ...batch].slice(-REMEMBERED);
      say(counts['all'] ?? 0);
    }
    await writeTally(store, counts, latest);
    return counts;
  } finally {
    store.close();
  }
}

/** A document as it stands once the timer has delivered its messages and counted it. */
export type CountedLead = ReturnType<typeof newLeadDocument> & { counted: string[] };

/** So many counted leads a part of the tally remembers, as in service. */
const REMEMBERED = 500;

/** Counted leads in batches, exactly `rows` of them, the same ones for the same moment. */
export function* tellings(rows: number, now: number): Generator<CountedLead[]> {
  const set = demonstrationSet();
  const clerk = demoIdentities().find(({ kind }) => kind === 'staff');
  const by = {
    kind: 'officer' as const,
    accountId: clerk?.openid.replace('demo-', '') ?? '',
    name: clerk?.name ?? '',
    role: 'staff' as const,
  };
  for (let told = 0; told * set.length < rows; told += 1) {
    const context = {
      county,
      clerk: by,
      now,
      digest,
      rarity: RARITY,
      readCategory: null,
      firstIndex: told * set.length,
    };
    const writes = demoLeads(retell(set, told), context).slice(0, rows - told * set.length);
    yield writes.map((write) => asCounted(settle(write, now)));
  }
}

/** Documents exactly as submissions of this minute write them, under ids and numbers of their own. */
export function freshDocuments(count: number, now: number): object[] {
  const set = demonstrationSet();
  const documents: object[] = [];
  for (let told = 0; documents.length < count; told += 1) {
    const contents = retell(set, 1_000_000 + told).map((content) => ({
      ...content,
      submittedDaysAgo: 0,
      outcome: { end: 'new' as const },
    }));
    const by = { kind: 'system' as const };
    for (const write of demoLeads(contents, {
      county,
      clerk: by,
      now,
      digest,
      rarity: RARITY,
      readCategory: null,
      firstIndex: told * set.length,
    })) {
      const at = documents.length;
      documents.push({
        ...newLeadDocument(write, county.id),
        _id: `bare-${at}-${write.record.lead.id}`,
        number: `bare-${at}`,
      });
    }
  }
  return documents.slice(0, count).map((document) => JSON.parse(JSON.stringify(document)) as object);
}

/** What the timer would have done: waiting messages delivered, deadlines that passed noted. */
function settle(write: LeadWrite, now: number): LeadWrite {
  const at = new Date(now).toISOString();
  let settled = write;
  while (settled.index.nextDueAt !== null && settled.index.nextDueAt <= at) {
    const { record } = settled;
    const random = { token: () => digest(`${record.lead.id} ${record.version}`) };
    const ports = { clock: { now: () => at }, digest, random } as unknown as Ports;
    const requestId = `deadline-${settled.index.nextDueAt}`;
    const noted = decideOn(
      record,
      { type: 'noteDeadline', offices: officesAbove(record.lead, county) },
      { ports, county, requestId, fingerprint: '', by: { kind: 'system' } },
    );
    if (!noted.ok || noted.value.record.version === record.version) break;
    settled = noted.value;
  }
  const record = { ...settled.record, outbox: [] };
  return { record, index: indexOf(record, { county, calendar: calendarOf(county), digest }) };
}

function asCounted(write: LeadWrite): CountedLead {
  const { tallyKey: _waiting, groupKey: _ungrouped, ...document } = newLeadDocument(write, county.id);
  const plain = JSON.parse(JSON.stringify(document)) as ReturnType<typeof newLeadDocument>;
  return { ...plain, counted: countedAs(write.index.queueKeys) };
}

async function writeCounty(store: Store): Promise<void> {
  const plain = JSON.parse(JSON.stringify(county)) as Fields;
  const people = accountsOfContent().map(({ id, name, grants }) => {
    const account = { _id: id, countyId: county.id, name, grants, openid: demoOpenid(id) };
    return JSON.parse(JSON.stringify(account)) as Fields;
  });
  await Promise.all([
    store.commit.submit(() => store.insert('directories', { _id: county.id, county: plain })),
    ...people.map((account) => store.commit.submit(() => store.insert('accounts', account))),
  ]);
}

async function writeTally(store: Store, counts: Counts, latest: readonly CountedLead[]): Promise<void> {
  const applied = memoryText(latest.map(({ _id: id, version }) => ({ id, version: Number(version) })));
  const parts = new Map<string, Counts>();
  for (const [key, count] of Object.entries(counts)) {
    const part = partOf(key);
    parts.set(part, { ...parts.get(part), [key]: count });
  }
  await Promise.all(
    [...parts].map(([part, ofPart]) => {
      const id = partId(county.id, part);
      const tallyKey = partKey(county.id, part);
      const document = { _id: id, part, number: id, tallyKey, counts: JSON.stringify(ofPart), applied };
      return store.commit.submit(() => store.insert('leads', document));
    }),
  );
}
