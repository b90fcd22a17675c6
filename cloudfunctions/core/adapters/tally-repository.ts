import type { TallyPart, TallyRepository, Uncounted } from '../app/ports';
import { addCounts, difference, partOf, type Counts } from '../domain/statistics/tally';
import { GONE, greater, oneOf, type DocumentStore, type Fields, type Transaction } from './document-store';
import {
  countedAs,
  countedKeys,
  isPartId,
  LEADS,
  memoryText,
  partId,
  partKey,
  waitingKey,
} from './lead-document';

/** A reader may have seen this many leads waiting that a part has taken in since. */
const REMEMBERED = 500;
const MOST_DOCUMENTS = 1_000;

/** Counts of leads per key, kept beside the leads: one query reads the parts and what they still miss. */
export function tallyRepository(store: DocumentStore, countyId: string): TallyRepository {
  return {
    async read(parts) {
      const partKeys = parts.map((part) => partKey(countyId, part));
      const documents = await readTally(store, [...partKeys, waitingKey(countyId)], FIELDS);
      if (documents.length < MOST_DOCUMENTS) return split(documents);
      // A long queue, as after an import. The parts come last: what is counted meanwhile is in their memory.
      const waiting = await readAllWaiting(store, countyId);
      return split([...waiting, ...(await readTally(store, partKeys, FIELDS_AND_MEMORY))]);
    },

    async countWaiting(limit) {
      const waiting = await store.find(
        LEADS,
        { tallyKey: waitingKey(countyId) },
        { limit, fields: ['version'] },
      );
      if (waiting.length === 0) return 0;
      const ids = waiting.map((document) => String(document['_id']));
      const taken = await store.transact((transaction) => countThese(transaction, ids, countyId));
      return taken === 'conflict' ? 0 : taken;
    },
  };
}

/**
 * Has every lead wait that functions of an older version counted last, and takes their parts of the tally away; how many
 * leads. From then on figures are exact again. May be cut off anywhere and run again, while leads change and are counted:
 * a lead that waits in vain adds nothing.
 */
export async function recountOlder(store: DocumentStore, countyId: string): Promise<number> {
  let older = 0;
  for (let after: string | null = ''; after !== null;) {
    const page = { orderBy: [['_id', 'asc'] as [string, 'asc']], limit: MOST_DOCUMENTS, fields: OF_COUNTING };
    const documents = await store.find(LEADS, { _id: greater(after) }, page);
    const leads = documents.filter((document) => isCountedElsewhere(document, countyId)).map(idOf);
    if (leads.length > 0)
      await store.change(LEADS, { _id: oneOf(leads) }, { tallyKey: waitingKey(countyId) });
    older += leads.length;
    for (const part of documents.filter((document) => isOutdatedPart(document, countyId)))
      await store.remove(LEADS, { _id: idOf(part) });
    after = documents.length < MOST_DOCUMENTS ? null : (documents.map(idOf).at(-1) ?? null);
  }
  return older;
}

const OF_COUNTING = ['countyId', 'part', 'tallyKey', 'counted'];
const idOf = (document: Fields): string => String(document['_id']);
const isCountedElsewhere = (document: Fields, countyId: string): boolean =>
  document['countyId'] === countyId && document['tallyKey'] === undefined && countedKeys(document) === null;
const isOutdatedPart = (document: Fields, countyId: string): boolean =>
  isPartId(idOf(document), countyId) && document['tallyKey'] !== partKey(countyId, String(document['part']));

const FIELDS = ['part', 'counts', 'version', 'counted', 'queueKeys'];
/** With what a part took in last: needed only where leads were read before the parts, and heavier than the counts. */
const FIELDS_AND_MEMORY = [...FIELDS, 'applied'];

/** In the order of the keys: parts before waiting leads, so that no lead is in a part and still waiting. */
function readTally(
  store: DocumentStore,
  keys: readonly string[],
  fields: readonly string[],
): Promise<Fields[]> {
  const page = { orderBy: [['tallyKey', 'asc'] as [string, 'asc']], limit: MOST_DOCUMENTS, fields };
  return store.find(LEADS, { tallyKey: oneOf(keys) }, page);
}

async function readAllWaiting(store: DocumentStore, countyId: string): Promise<Fields[]> {
  const waiting: Fields[] = [];
  for (let after = ''; ; after = String(waiting.at(-1)?.['_id'])) {
    const where = { tallyKey: waitingKey(countyId), _id: greater(after) };
    const page = { orderBy: [['_id', 'asc'] as [string, 'asc']], limit: MOST_DOCUMENTS, fields: FIELDS };
    const documents = await store.find(LEADS, where, page);
    waiting.push(...documents);
    if (documents.length < MOST_DOCUMENTS) return waiting;
  }
}

function split(documents: readonly Fields[]): { parts: TallyPart[]; uncounted: Uncounted[] } {
  const uncounted = documents.filter((document) => !isPart(document)).map(readWaiting);
  const parts = documents.filter(isPart).map((document) => ({
    part: String(document['part']),
    counts: readCounts(document),
    applied: document['applied'] === undefined ? [] : readMemory(document),
  }));
  return { parts, uncounted };
}

async function countThese(
  transaction: Transaction,
  ids: readonly string[],
  countyId: string,
): Promise<number> {
  let change: Counts = {};
  const taken: TallyPart['applied'] = [];
  for (const id of ids) {
    const document = await transaction.get(LEADS, id);
    if (document?.['tallyKey'] !== waitingKey(countyId)) continue;
    const lead = readWaiting(document);
    change = addCounts(change, difference(lead.counted, lead.carried));
    taken.push({ id, version: lead.version });
    await transaction.change(LEADS, id, { counted: countedAs(lead.carried), tallyKey: GONE });
  }
  const touched = new Set(Object.keys(change).map(partOf));
  for (const part of touched) {
    const before = await transaction.get(LEADS, partId(countyId, part));
    const counts = before ? readCounts(before) : {};
    const applied = before ? readMemory(before) : [];
    const ofPart = Object.fromEntries(Object.entries(change).filter(([key]) => partOf(key) === part));
    await transaction.put(LEADS, partId(countyId, part), {
      part,
      number: partId(countyId, part),
      tallyKey: partKey(countyId, part),
      counts: JSON.stringify(addCounts(counts, ofPart)),
      applied: memoryText([...applied, ...taken].slice(-REMEMBERED)),
    });
  }
  return taken.length;
}

const isPart = (document: Fields): boolean => typeof document['part'] === 'string';

/** Counts are kept as JSON text: thousands of small numbers are dear to decode one by one. */
const readCounts = (document: Fields): Counts => JSON.parse(String(document['counts'])) as Counts;

/** The text that `memoryText` wrote. */
const readMemory = (document: Fields): TallyPart['applied'] =>
  String(document['applied'])
    .split(' ')
    .map((entry) => {
      const end = entry.lastIndexOf(':');
      return { id: entry.slice(0, end), version: Number(entry.slice(end + 1)) };
    });

function readWaiting(document: Fields): Uncounted {
  return {
    id: String(document['_id']),
    version: Number(document['version']),
    counted: countedKeys(document) ?? [],
    carried: (document['queueKeys'] ?? []) as string[],
  };
}
