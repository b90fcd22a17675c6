import type { Follower, LeadRecord, LeadWrite, TallyPart, Voices } from '../app/ports';
import type { DataPart } from '@contract/personal-data';
import type { QueueSummary } from '../app/lead/lead-record';
import { canonical } from '../app/canonical';
import { completeLead, type StoredLead } from '../domain/lead/stored-lead';
import { GONE, type Change, type Fields } from './document-store';

export const LEADS = 'leads';

/**
 * How figures are derived from keys, and in which parts they stand. One more whenever either changes: parts of another
 * edition are not read, and a lead counted in another one counts as never counted, until `recountOlder` has been there.
 */
const EDITION = 4;

/** Waiting leads and the tally's parts stand in one collection under one index, so that one query reads both. */
export const waitingKey = (countyId: string): string => `b:${countyId}`;
export const partKey = (countyId: string, part: string): string => `a${EDITION}:${countyId}:${part}`;
/** Leads whose hot issue is to be looked at. */
export const ungroupedKey = (countyId: string): string => `g:${countyId}`;
/** Which personal data a lead that is over still holds. */
export const retainsKey = (countyId: string, part: DataPart): string => `${countyId}:${part}`;
export const partId = (countyId: string, part: string): string => `tally${EDITION}:${countyId}:${part}`;
/** Whether the id is one of a part of the county's tally, of whichever edition. */
export const isPartId = (id: string, countyId: string): boolean =>
  /^tally\d*:/.test(id) && id.slice(id.indexOf(':') + 1).startsWith(`${countyId}:`);

/**
 * What a lead notes when it was counted: the edition stands among the keys, so that functions of an older version that
 * still run while new ones are deployed overwrite it together with them.
 */
export const countedAs = (keys: readonly string[]): string[] => [COUNTED_IN, ...keys];
const COUNTED_IN = `#${EDITION}`;
/** The keys under which the document was counted in this edition; null when it never was. */
export function countedKeys(document: Fields): string[] | null {
  const [edition, ...keys] = (document['counted'] ?? []) as string[];
  return edition === COUNTED_IN ? keys : null;
}

/** Which leads a part of the tally took in last, as short text: every reader of a figure carries it along. */
export const memoryText = (applied: TallyPart['applied']): string =>
  applied.map(({ id, version }) => `${id}:${version}`).join(' ');

/** What a write puts into the document, both on insert and on change. */
function stored({ record, index }: LeadWrite, countyId: string): Fields {
  const { reporterKey, requestFingerprint } = record;
  const { lead, content, events, version, followers, cosigners, deedVersion, found, outbox } = record;
  const {
    summary,
    order,
    queueKeys,
    dueKeys,
    dueOrder,
    pressing,
    publishedIn,
    replyKeys,
    gramKeys,
    retains,
    voiceKeys,
  } = index;
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
    // Only the few that press carry it.
    pressing: pressing ? 1 : undefined,
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

/** Whether writing would leave the document as it stands: neither its version, nor that it is to be counted and grouped. */
export function isWrittenAs(document: Fields, write: LeadWrite, countyId: string): boolean {
  return Object.entries(leadChange(write, countyId)).every(([field, value]) => {
    if (OF_EVERY_WRITE.includes(field)) return true;
    const stands = document[field];
    return value === GONE ? stands === undefined : canonical(stands) === canonical(value);
  });
}
const OF_EVERY_WRITE = ['version', 'tallyKey', 'groupKey'];

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
  extensionAsked: false,
  emergency: false,
  bulk: [],
  ...(document['summary'] as Omit<
    QueueSummary,
    'cosigns' | 'broadcast' | 'chased' | 'extensionAsked' | 'emergency' | 'bulk'
  > &
    Partial<QueueSummary>),
});
