import type { LeadRecord, LeadWrite, TallyPart } from '../app/ports';
import { completeRoute } from '../domain/routing/stored-route';
import { GONE, type Change, type Fields } from './document-store';

export const LEADS = 'leads';

/** Waiting leads and the tally's parts stand in one collection under one index, so that one query reads both. */
export const waitingKey = (countyId: string): string => `b:${countyId}`;
export const partKey = (countyId: string, part: string): string => `a:${countyId}:${part}`;
/** Leads whose hot issue is to be looked at. */
export const ungroupedKey = (countyId: string): string => `g:${countyId}`;
export const partId = (countyId: string, part: string): string => `tally:${countyId}:${part}`;

/** Which leads a part of the tally took in last, as short text: every reader of a figure carries it along. */
export const memoryText = (applied: TallyPart['applied']): string =>
  applied.map(({ id, version }) => `${id}:${version}`).join(' ');

/** What a write puts into the document, both on insert and on change. */
function stored({ record, index }: LeadWrite, countyId: string): Fields {
  const { lead, content, events, version, followers, cosigners, deedVersion, found, outbox } = record;
  const { summary, order, queueKeys, dueKeys, dueOrder, publishedIn, replyKeys, gramKeys } = index;
  return {
    version,
    lead,
    content,
    events,
    followers,
    cosigners,
    deedVersion,
    found,
    outbox,
    summary,
    order,
    queueKeys,
    dueKeys,
    dueOrder,
    publishedIn,
    replyKeys,
    gramKeys,
    tallyKey: waitingKey(countyId),
    groupKey: ungroupedKey(countyId),
  };
}

/** The whole document of a new lead. */
export function newLeadDocument(write: LeadWrite, countyId: string): Fields & { _id: string } {
  const { record, index } = write;
  const { reporterKey, trackingCode, requestFingerprint, receipt } = record;
  return {
    _id: record.lead.id,
    countyId,
    number: record.lead.number,
    reporterKey,
    trackingCode,
    requestFingerprint,
    receipt,
    ...stored(write, countyId),
    counted: [],
    nextDueAt: index.nextDueAt ?? undefined,
    outboxDueAt: index.outboxDueAt ?? undefined,
    publishedAt: index.publishedAt ?? undefined,
  };
}

/** The change of a later write. Never touches `counted`, which belongs to the tally, nor `groupedIn`, which belongs to the grouping. */
export function leadChange(write: LeadWrite, countyId: string): Change {
  const { nextDueAt, outboxDueAt, publishedAt } = write.index;
  return {
    ...stored(write, countyId),
    nextDueAt: nextDueAt ?? GONE,
    outboxDueAt: outboxDueAt ?? GONE,
    publishedAt: publishedAt ?? GONE,
  };
}

/** The record a document holds. */
export function recordOf(document: Fields): LeadRecord {
  const { lead, content, events, version, reporterKey, trackingCode, requestFingerprint, receipt } =
    document as unknown as LeadRecord;
  const { followers, cosigners, deedVersion, found, outbox } = document as unknown as LeadRecord;
  const { leadId, number, trackingCode: code, submittedAt, next, hint } = receipt;
  return {
    lead: { ...lead, route: lead.route && completeRoute(lead.route) },
    content,
    events,
    version,
    reporterKey,
    trackingCode,
    requestFingerprint,
    followers,
    cosigners,
    deedVersion,
    found,
    outbox,
    receipt: { leadId, number, trackingCode: code, submittedAt, next, hint },
  };
}
