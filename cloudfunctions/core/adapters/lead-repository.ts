import type { LeadStatus, Resolution } from '@contract/lead';
import type { LeadRecord, LeadRepository, LeadWrite, PublishedRow, ReplyPeer } from '../app/ports';
import {
  allOf,
  atLeast,
  atMost,
  GONE,
  less,
  oneOf,
  type DocumentStore,
  type Fields,
  type Where,
} from './document-store';
import { listQueue } from './queue-lists';
import { findSimilar } from './similar-leads';
import { completeLead } from '../domain/lead/stored-lead';
import { leadChange, LEADS, newLeadDocument, recordOf, voicesOf } from './lead-document';

/** Leads on the document database: every read by an index of config/database.json, every change one conditional write. */
export function leadRepository(store: DocumentStore, countyId: string): LeadRepository {
  const findOne = async (where: Where): Promise<LeadRecord | null> => {
    const [document] = await store.find(LEADS, where, { limit: 1 });
    // The tally's parts stand in this collection too; they are nobody's lead.
    return document?.['receipt'] ? recordOf(document) : null;
  };
  return {
    find: (leadId) => findOne({ _id: leadId }),
    findByNumber: (number) => findOne({ number }),

    async insert(write) {
      const broken = await store.insert(LEADS, newLeadDocument(write, countyId));
      if (broken === null) return 'inserted';
      return broken.includes('by_number') ? 'sameNumber' : 'sameId';
    },

    async save(write, expected) {
      const where = { _id: write.record.lead.id, version: expected };
      return (await store.change(LEADS, where, leadChange(write, countyId))) === 1;
    },

    saveTogether: (writes) => saveTogether(store, writes, countyId),

    splitOff: (part, from) => splitOff(store, part, from, countyId),

    listQueue: (query) => listQueue(store, countyId, query),

    async listByReporter(reporterKey, before, limit) {
      const where: Where = before === null ? { reporterKey } : { reporterKey, order: less(before) };
      const documents = await store.find(LEADS, where, { orderBy: [['order', 'desc']], limit });
      return documents.map(recordOf);
    },

    countByReporterSince: (reporterKey, since) => store.count(LEADS, { reporterKey, order: atLeast(since) }),

    async listPublished(keys, before, limit) {
      const where: Where = {
        publishedIn: ofKeys(keys),
        ...(before === null ? {} : { publishedAt: less(before) }),
      };
      const documents = await store.find(LEADS, where, {
        orderBy: [['publishedAt', 'desc']],
        limit,
        fields: ['lead', 'reporterKey', 'followers', 'cosigners', 'publishedAt'],
      });
      return documents.map(publishedRow);
    },

    countPublished: (keys) => store.count(LEADS, { publishedIn: ofKeys(keys) }),

    listReplyPeers: (keys, limit) => listReplyPeers(store, countyId, keys, limit),
    findSimilar: (keys, limit, before) => findSimilar(store, countyId, keys, limit, before),

    async listPeople(leadIds) {
      const asked = { limit: leadIds.length, fields: ['content.contact', 'content.person'] };
      const documents = await store.find(LEADS, { _id: oneOf(leadIds) }, asked);
      return documents.map(({ content }) => {
        const { contact = null, person } = (content ?? {}) as Partial<LeadRecord['content']>;
        return { contact, ...(person ? { person } : {}) };
      });
    },

    listDue: (now, limit) => listUntil(store, 'nextDueAt', now, limit),
    listWithOutbox: (now, limit) => listUntil(store, 'outboxDueAt', now, limit),

    async clearOutbox(leadId, version, delivered) {
      const record = await findOne({ _id: leadId });
      return record?.version === version && clearOutbox(store, record, delivered);
    },
  };
}

async function clearOutbox(
  store: DocumentStore,
  { lead, version, outbox: waiting }: LeadRecord,
  delivered: readonly string[],
): Promise<boolean> {
  const outbox = waiting.filter(({ id }) => !delivered.includes(id));
  const change = { outbox, outboxDueAt: outbox[0]?.at ?? GONE };
  return (await store.change(LEADS, { _id: lead.id, version }, change)) === 1;
}

/** One key, or all of several. */
const ofKeys = (keys: readonly [string, ...string[]]) => (keys.length === 1 ? keys[0] : allOf(keys));

async function listUntil(
  store: DocumentStore,
  field: string,
  now: string,
  limit: number,
): Promise<LeadRecord[]> {
  const documents = await store.find(LEADS, { [field]: atMost(now) }, { orderBy: [[field, 'asc']], limit });
  return documents.map(recordOf);
}

async function saveTogether(
  store: DocumentStore,
  writes: { write: LeadWrite; expected: number }[],
  countyId: string,
): Promise<boolean> {
  const saved = await store.transact(async (transaction) => {
    for (const { write, expected } of writes) {
      const current = await transaction.get(LEADS, write.record.lead.id);
      if (current?.['version'] !== expected) return false;
    }
    for (const { write } of writes) {
      await transaction.change(LEADS, write.record.lead.id, leadChange(write, countyId));
    }
    return true;
  });
  return saved === true;
}

async function splitOff(
  store: DocumentStore,
  part: LeadWrite,
  { write, expected }: { write: LeadWrite; expected: number },
  countyId: string,
): Promise<boolean> {
  const { _id, ...document } = newLeadDocument(part, countyId);
  const saved = await store.transact(async (transaction) => {
    const current = await transaction.get(LEADS, write.record.lead.id);
    if (current?.['version'] !== expected || (await transaction.get(LEADS, _id)) !== null) return false;
    await transaction.put(LEADS, _id, document);
    await transaction.change(LEADS, write.record.lead.id, leadChange(write, countyId));
    return true;
  });
  return saved === true;
}

async function listReplyPeers(
  store: DocumentStore,
  countyId: string,
  keys: readonly string[],
  limit: number,
): Promise<ReplyPeer[]> {
  const documents = await store.find(
    LEADS,
    { countyId, replyKeys: oneOf(keys) },
    { orderBy: [['order', 'desc']], limit, fields: ['lead', 'content.text', 'replyKeys'] },
  );
  return documents.map((document) => {
    const { lead, content, replyKeys } = document as unknown as LeadRecord & { replyKeys: string[] };
    return { lead: completeLead(lead), text: content.text, replyKeys };
  });
}

function publishedRow(document: Fields): PublishedRow {
  const voices = voicesOf(document);
  const { lead } = voices;
  return {
    id: lead.id,
    title: lead.published?.title ?? '',
    text: lead.published?.text ?? '',
    placeId: lead.placeId,
    categoryId: lead.route?.categoryId ?? null,
    status: lead.status satisfies LeadStatus,
    resolution: lead.resolution satisfies Resolution,
    publishedAt: lead.published?.at ?? '',
    order: String(document['publishedAt']),
    voices,
  };
}
