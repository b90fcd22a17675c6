import type { DossierRepository } from '../app/dossiers/dossier-ports';
import type { Dossier } from '../domain/dossiers/dossier';
import type { Paper } from '../domain/papers/paper';
import { oneOf, type DocumentStore } from './document-store';
import { LEADS, recordOf } from './lead-document';
import { PAPERS } from './paper-repository';

const DOSSIERS = 'dossiers';
const MOST_PAPERS = 200;

/** Dossiers in a collection of their own; what happened stands with the leads and the papers. */
export function dossierRepository(store: DocumentStore, countyId: string): DossierRepository {
  return {
    async insert(dossier) {
      const document = { _id: dossier.id, countyId, changedAt: dossier.changedAt, dossier, version: 1 };
      return (await store.insert(DOSSIERS, document)) === null;
    },
    async find(dossierId) {
      const document = await store.get(DOSSIERS, dossierId);
      return document?.['countyId'] === countyId
        ? { dossier: document['dossier'] as Dossier, version: Number(document['version']) }
        : null;
    },
    async list(limit) {
      const page = { orderBy: [['changedAt', 'desc'] as [string, 'desc']], limit };
      return (await store.find(DOSSIERS, { countyId }, page)).map(({ dossier }) => dossier as Dossier);
    },
    async save(dossier, expected) {
      const change = { dossier, changedAt: dossier.changedAt, version: expected + 1 };
      return (await store.change(DOSSIERS, { _id: dossier.id, version: expected }, change)) === 1;
    },
    async leadsOf(leadIds) {
      if (leadIds.length === 0) return [];
      const found = await store.find(LEADS, { _id: oneOf(leadIds) }, { limit: leadIds.length });
      return found.filter((document) => document['receipt'] !== undefined).map(recordOf);
    },
    async papersOf(leadIds) {
      if (leadIds.length === 0) return [];
      const where = { countyId, leadIds: oneOf(leadIds) };
      const found = await store.find(PAPERS, where, { limit: MOST_PAPERS });
      return found.map(({ paper }) => paper as Paper);
    },
  };
}
