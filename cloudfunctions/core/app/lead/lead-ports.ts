import type { PublicLead } from '@contract/lead-views';
import type { Cosigner } from '../../domain/lead/cosigners';
import type { Lead, LeadContent } from '../../domain/lead/lead';
import type { Follower, LeadRecord, LeadWrite, QueueSummary, Voices } from './lead-record';

export interface QueueQuery {
  /** All of these keys; the first one drives the index. */
  keys: readonly [string, ...string[]];
  /** And one of these. */
  anyOf?: readonly string[];
  /** Only what was received from the first moment on and before the second; needs the newest first. */
  received?: { from: string; until: string };
  /** Newest first, or open leads alone, the most urgent first. */
  by: 'newest' | 'urgency';
  /** Only what an office must do after `from` and up to `to`; needs the order by urgency. */
  due?: { from: string; to: string };
  /** Only entries that follow this one in the order. */
  after: string | null;
  limit: number;
}
export interface QueueRow {
  id: string;
  version: number;
  /** Where the row stands in the order that was asked for. */
  order: string;
  summary: QueueSummary;
}

export interface LeadRepository {
  /** One insert. Which unique value was already there is told apart. */
  insert(write: LeadWrite): Promise<'inserted' | 'sameId' | 'sameNumber'>;
  find(leadId: string): Promise<LeadRecord | null>;
  findByNumber(number: string): Promise<LeadRecord | null>;
  /** Writes only if the stored version is still `expected`; false when somebody was faster. */
  save(write: LeadWrite, expected: number): Promise<boolean>;
  /** All or none, each on its expected version. */
  saveTogether(writes: { write: LeadWrite; expected: number }[]): Promise<boolean>;
  /** A new lead and the one it was taken out of: both or none. */
  splitOff(part: LeadWrite, from: { write: LeadWrite; expected: number }): Promise<boolean>;
  listQueue(query: QueueQuery): Promise<QueueRow[]>;
  listByReporter(reporterKey: string, before: string | null, limit: number): Promise<LeadRecord[]>;
  countByReporterSince(reporterKey: string, since: string): Promise<number>;
  /** Newest first, those that carry all of these keys of the board; the first one drives the index. */
  listPublished(
    keys: readonly [string, ...string[]],
    before: string | null,
    limit: number,
  ): Promise<PublishedRow[]>;
  countPublished(keys: readonly [string, ...string[]]): Promise<number>;
  /** Leads carrying any of these reply keys, newest first. */
  listReplyPeers(keys: readonly string[], limit: number): Promise<ReplyPeer[]>;
  /** The newest leads that hold one of these rare grams, before `before` where it is given. One query. */
  findSimilar(keys: readonly number[], limit: number, before?: string): Promise<SimilarRow[]>;
  /** Who left a name or a telephone with these leads, and for whom. One query. */
  listPeople(leadIds: readonly string[]): Promise<Pick<LeadContent, 'contact' | 'person'>[]>;
  listDue(now: string, limit: number): Promise<LeadRecord[]>;
  listWithOutbox(now: string, limit: number): Promise<LeadRecord[]>;
  /** Takes delivered messages out of the outbox, unless the lead changed meanwhile. */
  clearOutbox(leadId: string, version: number, delivered: readonly string[]): Promise<boolean>;
}
export type PublishedRow = Omit<PublicLead, 'placeName' | 'categoryName' | 'cosigns' | 'cosign'> & {
  placeId: string | null;
  categoryId: string | null;
  voices: Voices;
  /** Where the row stands in the order of the board. */
  order: string;
};

/** An earlier lead as far as it is compared and shown in a list: never its whole text, never its contact. */
export interface SimilarRow {
  id: string;
  order: string;
  print: string;
  summary: QueueSummary;
  /** As much of the lead as tells who may read it. */
  lead: Pick<
    Lead,
    | 'status'
    | 'placeId'
    | 'route'
    | 'handOver'
    | 'anonymity'
    | 'broadcast'
    | 'published'
    | 'issueId'
    | 'groupedByStaff'
  >;
  reporterKey: string;
  followers: Pick<Follower, 'leadId' | 'reporterKey'>[];
  cosigners: Pick<Cosigner, 'personKey'>[];
}

/** Another lead as far as a reply is compared with it: never its contact. */
export interface ReplyPeer {
  lead: Lead;
  text: string;
  replyKeys: string[];
}
