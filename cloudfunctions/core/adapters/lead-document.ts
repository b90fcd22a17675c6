import type { Follower, LeadRecord, LeadWrite, TallyPart, Voices } from '../app/ports';
import type { DataPart } from '@contract/personal-data';
import type { QueueSummary } from '../app/lead/lead-record';
import { completeLead, type StoredLead } from '../domain/lead/stored-lead';
import { GONE, type Change, type Fields } from './document-store';

export const LEADS = 'leads';

/** Waiting leads and the tally's parts stand in one collection under one index, so that one query reads both. */
export const waitingKey = (countyId: string): string => `b:${countyId}`;
export const partKey = (countyId: string, part: string): string => `a:${countyId}:${part}`;
/** Leads whose hot issue is to be looked at. */
export const ungroupedKey = (countyId: string): string => `g:${countyId}`;
/** Which personal data a lead that is over still holds. */
export const retainsKey = (countyId: string, part: DataPart): string => `${countyId}:${part}`;
export const partId = (countyId: string, part: string): string => `tally:${countyId}:${part}`;

/** Which leads a part of the tally took in last, as short text: every reader of a figure carries it along. */
export const memoryText = (applied: TallyPart['applied']): string =>
  applied.map(({ id, version }) => `${id}:${version}`).join(' ');

/** What a write puts into the document, both on insert and on change. */
function stored({ record, index }: LeadWrite, countyId: string): Fields {
  const { reporterKey, requestFingerprint } = record;
  const { lead, content, events, version, followers, cosigners, deedVersion, found, outbox } = record;
  const { summary, order, queueKeys, dueKeys, dueOrder, publishedIn, replyKeys, gramKeys, retains, voiceKeys } = index;
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
    reporterKey,
    requestFingerprint,
    retains: retains.length > 0 ? retains.map((part) => retainsKey(countyId, part)) : undefined,
    overAt: retains.length > 0 ? index.overAt : undefined,
    voiceKeys: voiceKeys.length > 0 ? voiceKeys : undefined,
  };
}

/** The whole document of a new lead. */
export function newLeadDocument(write: LeadWrite, countyId: string): Fields & { _id: string } {
  const { record, index } = write;
  const { trackingCode, receipt } = record;
  return {
    _id: record.lead.id,
    countyId,
    number: record.lead.number,
    trackingCode,
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
  const fields = stored(write, countyId);
  const absent = Object.keys(fields).filter((field) => fields[field] === undefined);
  return {
    ...fields,
    ...Object.fromEntries(absent.map((field) => [field, GONE])),
    nextDueAt: nextDueAt ?? GONE,
    outboxDueAt: outboxDueAt ?? GONE,
    publishedAt: publishedAt ?? GONE,
  };
}

/** Of a lead stored before it could be found by its words: found by its number, until setup writes it anew. */
const NOT_FOUND_BY_WORDS = { keys: [], print: '' };

/** The record a document holds, whichever version of the functions wrote it. */
export function recordOf(document: Fields): LeadRecord {
  const { content, events, version, trackingCode, requestFingerprint, receipt } =
    document as unknown as LeadRecord;
  const { outbox, deedVersion, found } = document as unknown as Pick<LeadRecord, 'outbox'> &
    Partial<LeadRecord>;
  const { leadId, number, trackingCode: code, submittedAt, next, hint } = receipt;
  return {
    ...voicesOf(document),
    content,
    events,
    version,
    trackingCode,
    requestFingerprint,
    deedVersion: deedVersion ?? version,
    found: found ?? NOT_FOUND_BY_WORDS,
    outbox,
    receipt: { leadId, number, trackingCode: code, submittedAt, next, hint },
  };
}

/** Whose lead a document is, and who joined in. */
export function voicesOf(document: Fields): Voices {
  const { lead, reporterKey, followers, cosigners } = document as unknown as {
    lead: StoredLead;
    reporterKey: string;
    followers: StoredFollower[];
    cosigners?: Voices['cosigners'];
  };
  return {
    lead: completeLead(lead),
    reporterKey,
    followers: followers.map((follower) => completeFollower(follower, lead.submittedAt)),
    cosigners: cosigners ?? [],
  };
}

type StoredFollower = Pick<Follower, 'reporterKey' | 'leadId' | 'number'> & Partial<Follower>;

/** Who followed before the moment was kept spoke up when the lead itself did, as far as is known. */
const completeFollower = (stored: StoredFollower, submittedAt: string): Follower => ({
  submittedAt,
  placeId: null,
  townshipId: null,
  ...stored,
});

/** The row of a document in a list. */
export const summaryOf = (document: Fields): QueueSummary => ({
  cosigns: 0,
  broadcast: null,
  chased: false,
  emergency: false,
  bulk: [],
  ...(document['summary'] as Omit<QueueSummary, 'cosigns' | 'broadcast' | 'chased' | 'emergency' | 'bulk'> &
    Partial<QueueSummary>),
});
