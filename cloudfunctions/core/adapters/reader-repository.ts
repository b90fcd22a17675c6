import type { ReaderRepository, ViewRepository } from '../app/ports';
import { greater, less, type DocumentStore } from './document-store';

const READERS = 'readers';
const VIEWS = 'savedViews';
/** More people than this are never named. */
const MOST_READERS = 10;

/** Who has a lead open just now: one document a person and lead, overwritten while it lasts and swept when it is over. */
export function readerRepository(store: DocumentStore): ReaderRepository {
  return {
    async list(leadId, now) {
      const page = { orderBy: [['until', 'asc'] as [string, 'asc']], limit: MOST_READERS };
      const documents = await store.find(READERS, { leadId, until: greater(now) }, page);
      return documents.map((document) => ({
        accountId: String(document['accountId']),
        name: String(document['name']),
        role: document['role'] as Awaited<ReturnType<ReaderRepository['list']>>[number]['role'],
        until: String(document['until']),
      }));
    },
    async note({ leadId, accountId, name, role, until }) {
      const _id = `${leadId}:${accountId}`;
      if ((await store.change(READERS, { _id }, { until })) === 1) return;
      await store.insert(READERS, { _id, leadId, accountId, name, role, until });
    },
    sweep: (now) => store.remove(READERS, { until: less(now) }),
  };
}

/** The lists each account keeps: one document an account, changed on its version. */
export function viewRepository(store: DocumentStore): ViewRepository {
  return {
    async read(accountId) {
      const document = await store.get(VIEWS, accountId);
      if (document === null) return { views: [], version: 0 };
      return {
        views: document['views'] as Awaited<ReturnType<ViewRepository['read']>>['views'],
        version: Number(document['version']),
      };
    },
    async write(accountId, views, expected) {
      const version = expected + 1;
      if (expected === 0) return (await store.insert(VIEWS, { _id: accountId, views, version })) === null;
      return (await store.change(VIEWS, { _id: accountId, version: expected }, { views, version })) === 1;
    },
  };
}
