import type { SimilarRow } from '../app/ports';
import { less, oneOf, type DocumentStore, type Fields, type Where } from './document-store';
import { LEADS } from './lead-document';

/** No more than is shown or decides who may read it: a look-up brings a hundred of these. */
const FIELDS = [
  'order',
  'found.print',
  'summary.number',
  'summary.status',
  'summary.submittedAt',
  'summary.excerpt',
  'summary.placeName',
  'summary.categoryId',
  'summary.cosigns',
  'lead.placeId',
  'lead.route.private',
  'lead.route.townshipId',
  'lead.route.sectorId',
  'lead.broadcast.group',
  'lead.handOver.unitId',
  'lead.handOver.supportingUnitIds',
  'lead.published.title',
  'lead.issueId',
  'lead.groupedByStaff',
  'reporterKey',
  'followers.leadId',
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
