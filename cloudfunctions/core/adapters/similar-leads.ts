import type { SimilarRow } from '../app/ports';
import { less, oneOf, type DocumentStore, type Fields, type Where } from './document-store';
import { LEADS } from './lead-document';

/** No more than is shown or decides who may read it: a look-up brings many of these. */
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
  'lead.anonymity',
  'lead.route.private',
  'lead.route.townshipId',
  'lead.route.sectorId',
  'lead.route.categoryId',
  'lead.route.certain',
  'lead.broadcast.group',
  'lead.handOver.unitId',
  'lead.handOver.supportingUnitIds',
  'lead.published.title',
  'lead.published.text',
  'lead.issueId',
  'lead.groupedByStaff',
  'reporterKey',
  'followers.leadId',
  'followers.reporterKey',
  'cosigners.personKey',
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

/** Below what is null a projection finds nothing and leaves it out: a lead nobody published must not look published. */
function similarRow(document: Fields): SimilarRow {
  const { _id, found, lead, cosigners, ...row } = document as unknown as Omit<
    SimilarRow,
    'id' | 'print' | 'lead' | 'cosigners'
  > & {
    _id: string;
    cosigners?: SimilarRow['cosigners'];
    found: { print: string };
    lead: Partial<SimilarRow['lead']> & Pick<SimilarRow['lead'], 'anonymity'>;
  };
  return {
    ...row,
    id: _id,
    print: found.print,
    cosigners: cosigners ?? [],
    lead: {
      status: row.summary.status,
      anonymity: lead.anonymity,
      placeId: lead.placeId ?? null,
      route: lead.route ?? null,
      handOver: lead.handOver ?? null,
      broadcast: lead.broadcast ?? null,
      published: lead.published ?? null,
      issueId: lead.issueId ?? null,
      groupedByStaff: lead.groupedByStaff ?? false,
    },
  };
}
