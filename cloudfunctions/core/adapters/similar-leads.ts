import type { SimilarRow } from '../app/ports';
import { less, oneOf, type DocumentStore, type Fields, type Where } from './document-store';
import { LEADS } from './lead-document';

const FIELDS = [
  'order',
  'found.print',
  'summary',
  'lead.status',
  'lead.placeId',
  'lead.route',
  'lead.handOver',
  'lead.anonymity',
  'lead.published',
  'reporterKey',
  'followers',
];

/** The newest leads that hold one of the keys: one query, of which the index by grams gives the order. */
export async function findSimilar(
  store: DocumentStore,
  countyId: string,
  keys: readonly number[],
  limit: number,
  before?: string,
): Promise<SimilarRow[]> {
  if (keys.length === 0) return [];
  const where: Where = { countyId, gramKeys: oneOf(keys) };
  if (before !== undefined) where['order'] = less(before);
  const documents = await store.find(LEADS, where, { orderBy: [['order', 'desc']], limit, fields: FIELDS });
  return documents.map(similarRow);
}

function similarRow(document: Fields): SimilarRow {
  const { _id, found, ...row } = document as unknown as Omit<SimilarRow, 'id' | 'print'> & {
    _id: string;
    found: { print: string };
  };
  return { id: _id, print: found.print, ...row };
}
