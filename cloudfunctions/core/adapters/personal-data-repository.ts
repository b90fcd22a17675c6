import type { Aging, ErasureNote, PersonalDataRepository } from '../app/privacy/personal-data';
import type { ErasureReceipt } from '@contract/personal-data';
import { atMost, between, less, oneOf, type DocumentStore, type Where } from './document-store';
import { LEADS, recordOf, retainsKey } from './lead-document';
import { VISITS } from './visit-repository';

const NOTICES = 'notices';
const ERASURES = 'erasures';
/** In which field each kind carries its age. */
const AGE: Record<Aging, { collection: string; field: string }> = {
  notices: { collection: NOTICES, field: 'at' },
  trackingAttempts: { collection: 'trackingAttempts', field: 'at' },
  visits: { collection: VISITS, field: 'at' },
  sessions: { collection: 'sessions', field: 'expiresAt' },
  signInTickets: { collection: 'signInTickets', field: 'expiresAt' },
  readers: { collection: 'readers', field: 'until' },
};

/** Personal data on the document database. */
export function personalDataRepository(
  store: DocumentStore,
  countyId: string,
): PersonalDataRepository<ErasureReceipt> {
  const kept = (part: Parameters<typeof retainsKey>[1], overBefore: string): Where => ({
    retains: retainsKey(countyId, part),
    overAt: atMost(overBefore),
  });
  return {
    async listKept(part, overBefore, limit) {
      const page = { orderBy: [['overAt', 'asc'] as [string, 'asc']], limit };
      return (await store.find(LEADS, kept(part, overBefore), page)).map(recordOf);
    },
    countKept: (part, overBefore) => store.count(LEADS, kept(part, overBefore)),
    countOlder: (what, before) => store.count(AGE[what].collection, { [AGE[what].field]: less(before) }),
    removeOlder(what, before, limit) {
      const { collection, field } = AGE[what];
      return removeSome(store, collection, { [field]: less(before) }, limit);
    },
    async listVoiced(personKey, limit) {
      return (await store.find(LEADS, { voiceKeys: personKey }, { limit })).map(recordOf);
    },
    countNotices: (recipientKeys) => store.count(NOTICES, { recipientKey: oneOf(recipientKeys) }),
    removeNotices: (recipientKeys, limit) =>
      removeSome(store, NOTICES, { recipientKey: oneOf(recipientKeys) }, limit),
    // A consent's id begins with whose it is; `;` follows `:`.
    removeConsents: (openid) => store.remove('consents', { _id: between(`${openid}:`, `${openid};`) }),
    readErasure: (id) => readErasure(store, id),
    async beginErasure(id, note) {
      if ((await store.insert(ERASURES, { _id: id, ...note })) === null) return note;
      return (await readErasure(store, id)) ?? note;
    },
    async endErasure(id, receipt) {
      await store.change(ERASURES, { _id: id }, { receipt, pseudonym: null });
    },
  };
}

async function readErasure(store: DocumentStore, id: string): Promise<ErasureNote<ErasureReceipt> | null> {
  const document = await store.get(ERASURES, id);
  if (document === null) return null;
  const pseudonym = document['pseudonym'];
  return {
    receipt: document['receipt'] as ErasureReceipt,
    pseudonym: typeof pseudonym === 'string' ? pseudonym : null,
  };
}

/** A portion by ids, so that no single command runs long. */
async function removeSome(
  store: DocumentStore,
  collection: string,
  where: Where,
  limit: number,
): Promise<number> {
  const found = await store.find(collection, where, { limit, fields: ['_id'] });
  if (found.length === 0) return 0;
  return store.remove(collection, { _id: oneOf(found.map((document) => String(document['_id']))) });
}
