import type { LeadStatus, Resolution } from '@contract/lead';
import type { LeadRecord, LeadRepository, LeadWrite, PublishedRow, QueueQuery, QueueRow } from '../app/ports';
import {
  allOf,
  atLeast,
  atMost,
  GONE,
  less,
  type DocumentStore,
  type Fields,
  type Where,
} from './document-store';
import { leadChange, LEADS, newLeadDocument, recordOf } from './lead-document';

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

    async listQueue(query) {
      const page = {
        orderBy: [['order', 'desc'] as [string, 'desc']],
        limit: query.limit,
        fields: ['order', 'summary'],
      };
      const documents = await store.find(LEADS, queueWhere(query, query.before, countyId), page);
      return documents.map(queueRow);
    },

    countQueue: (query) => store.count(LEADS, queueWhere(query, null, countyId)),

    async listByReporter(reporterKey, before, limit) {
      const where: Where = before === null ? { reporterKey } : { reporterKey, order: less(before) };
      const documents = await store.find(LEADS, where, { orderBy: [['order', 'desc']], limit });
      return documents.map(recordOf);
    },

    countByReporterSince: (reporterKey, since) => store.count(LEADS, { reporterKey, order: atLeast(since) }),

    async listPublished(publishedIn, before, limit) {
      const where: Where = before === null ? { publishedIn } : { publishedIn, publishedAt: less(before) };
      const documents = await store.find(LEADS, where, {
        orderBy: [['publishedAt', 'desc']],
        limit,
        fields: ['lead', 'reporterKey', 'followers', 'cosigners'],
      });
      return documents.map(publishedRow);
    },

    listDue: (now, limit) => listUntil(store, 'nextDueAt', now, limit),
    listWithOutbox: (now, limit) => listUntil(store, 'outboxDueAt', now, limit),

    async clearOutbox(leadId, version, delivered) {
      const record = await findOne({ _id: leadId });
      if (record === null || record.version !== version) return false;
      const outbox = record.outbox.filter(({ id }) => !delivered.includes(id));
      const change = { outbox, outboxDueAt: outbox[0]?.at ?? GONE };
      return (await store.change(LEADS, { _id: leadId, version }, change)) === 1;
    },
  };
}

/** Late leads are listed by their own keys, which are single; all others by the key, or pair of keys, of the filter. */
function queueWhere(
  { keys, overdue }: Pick<QueueQuery, 'keys' | 'overdue'>,
  before: string | null,
  countyId: string,
): Where {
  const wanted = overdue ? keys.flatMap((key) => key.split('|')) : [...keys];
  const [only] = wanted;
  return {
    countyId,
    [overdue ? 'overdueKeys' : 'queueKeys']: wanted.length === 1 && only !== undefined ? only : allOf(wanted),
    ...(before === null ? {} : { order: less(before) }),
  };
}

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

const queueRow = (document: Fields): QueueRow => ({
  id: String(document['_id']),
  order: String(document['order']),
  summary: document['summary'] as QueueRow['summary'],
});

function publishedRow(document: Fields): PublishedRow {
  const { lead, reporterKey, followers, cosigners } = document as unknown as LeadRecord;
  return {
    id: lead.id,
    title: lead.published?.title ?? '',
    text: lead.published?.text ?? '',
    placeId: lead.placeId,
    categoryId: lead.route?.categoryId ?? null,
    status: lead.status satisfies LeadStatus,
    resolution: lead.resolution satisfies Resolution,
    publishedAt: lead.published?.at ?? '',
    voices: { lead, reporterKey, followers, cosigners },
  };
}
