import type { MissRepository, NoticeRepository } from '../app/ports';
import { oneOf, type DocumentStore } from './document-store';

const NOTICES = 'notices';
const MISSES = 'trackingAttempts';

/** Delivered messages; the message id is the document id, so that delivering again finds it there. */
export function noticeRepository(store: DocumentStore): NoticeRepository {
  return {
    async deliver({ id, recipientKey, text, at, leadId, number, paperId, headline }, reminds = false) {
      const reminder = reminds && headline !== undefined ? { headline, wechatDueAt: at } : {};
      const notice = { _id: id, recipientKey, text, at, leadId, number, paperId, ...reminder };
      return (await store.insert(NOTICES, notice)) === null;
    },
    async list(recipientKeys, limit) {
      const where = { recipientKey: oneOf(recipientKeys) };
      const documents = await store.find(NOTICES, where, { orderBy: [['at', 'desc']], limit });
      return documents.map((document) => ({
        id: String(document['_id']),
        recipientKey: String(document['recipientKey']),
        leadId: String(document['leadId']),
        number: String(document['number']),
        text: String(document['text']),
        at: String(document['at']),
        ...(document['paperId'] === undefined ? {} : { paperId: String(document['paperId']) }),
      }));
    },
  };
}

/** Wrong tracking codes per key and hour. */
export function missRepository(store: DocumentStore): MissRepository {
  return {
    async count(keys) {
      const counted = await store.find(MISSES, { _id: oneOf(keys) }, { limit: keys.length });
      const misses = new Map(counted.map((document) => [document['_id'], Number(document['misses'])]));
      return keys.map((key) => misses.get(key) ?? 0);
    },
    async add(key, at) {
      if ((await store.increment(MISSES, key, 'misses')) === 1) return;
      if ((await store.insert(MISSES, { _id: key, misses: 1, at })) !== null)
        await store.increment(MISSES, key, 'misses');
    },
  };
}
