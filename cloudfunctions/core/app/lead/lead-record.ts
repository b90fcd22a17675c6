import type { BulkCommand } from '@contract/bulk';
import type { NewsFor } from '@contract/on-behalf';
import type { DataPart } from '@contract/personal-data';
import type { Adoption, LeadStatus, Owner, Resolution } from '@contract/lead';
import type { QueueItem, Receipt } from '@contract/lead-views';
import type { Fingerprint } from '../../domain/duplicates/fingerprint';
import type { Cosigner } from '../../domain/lead/cosigners';
import type { LeadEvent } from '../../domain/lead/events';
import type { Clock, Lead, LeadContent } from '../../domain/lead/lead';

/** An event with its place in the chain and the request that made it. */
export interface SealedEvent {
  seq: number;
  requestId: string;
  /** Who asked for what under that id: the same id with anything else in it is another request. */
  fingerprint: string;
  /** Hash over the previous hash and this event: an edited row is found. */
  hash: string;
  event: LeadEvent;
  /** Mixed into what the chain knows of the resident's own words; gone with them. */
  nonce?: string;
  /** By field, what the chain knows of words that were taken out. */
  erased?: Record<string, string>;
}

/** A message waiting to be delivered; the id makes delivering it twice one delivery. */
export interface OutboxMessage {
  id: string;
  /** The lead as its reader knows it: after a merge, the one they submitted themselves. */
  leadId: string;
  number: string;
  recipientKey: string;
  text: string;
  at: string;
  /** The paper it tells of, where it tells of one. */
  paperId?: string;
  /** What a locked phone may show of it; only where the reader’s WeChat is known. */
  headline?: string;
}

/** One lead as it is stored: state, log, content, waiting messages and the receipt of the request that made it. */
export interface LeadRecord {
  lead: Lead;
  content: LeadContent;
  events: SealedEvent[];
  version: number;
  reporterKey: string;
  trackingCode: string;
  requestFingerprint: string;
  receipt: Receipt;
  /** Who submitted what was merged into this lead: they hear the same news. */
  followers: Follower[];
  /** Who joined in without submitting anything; while merged, a lead's own are kept by the other one. */
  cosigners: Cosigner[];
  /** The version at the last change that an author must have seen: co-signs are none. */
  deedVersion: number;
  /** What it is found by when the same problem is reported again; made once, of the text that was submitted. */
  found: FoundBy;
  outbox: OutboxMessage[];
}

export type FoundBy = Pick<Fingerprint, 'keys' | 'print'>;

/** Whose lead it is and who joined in: all that is needed to count people. */
export type Voices = Pick<LeadRecord, 'lead' | 'reporterKey' | 'followers' | 'cosigners'>;

export interface Follower {
  reporterKey: string;
  leadId: string;
  number: string;
  /** When and where they spoke up. */
  submittedAt: string;
  placeId: string | null;
  townshipId: string | null;
  /** Where it was filed for somebody else: who of the two is told, and the person's own device, once they confirmed. */
  news?: NewsFor;
  personKey?: string;
}

/** What a record is found by; derived from it at every write. */
export interface LeadIndex {
  order: string;
  queueKeys: string[];
  /** Under which keys an open lead is listed by urgency, and where in that order. */
  dueKeys: string[];
  dueOrder: string;
  /** Stands before everything else in a list by urgency, whatever is due when. */
  pressing: boolean;
  nextDueAt: string | null;
  outboxDueAt: string | null;
  publishedIn: string[];
  publishedAt: string | null;
  /** Where it is found when a reply to another lead is checked. */
  replyKeys: string[];
  /** The rare grams it is found by when the same problem is reported again; none once it is withdrawn or merged. */
  gramKeys: number[];
  /** When it was over, and which personal data it still holds since; null and none while it is under way. */
  overAt: string | null;
  retains: DataPart[];
  /** Who joined in, or confirmed it on a device of their own: found again when they ask what is theirs. */
  voiceKeys: string[];
  summary: QueueSummary;
}
export interface LeadWrite {
  record: LeadRecord;
  index: LeadIndex;
}

/** What a queue row needs, kept small beside the lead so that a page of rows is one cheap read. */
export interface QueueSummary {
  number: string;
  status: LeadStatus;
  adoption: Adoption;
  resolution: Resolution;
  submittedAt: string;
  excerpt: string;
  placeName: string;
  categoryId: string | null;
  sectorName: string;
  owner: Owner;
  unitId: string | null;
  clock: Clock | null;
  overdue: boolean;
  chased: boolean;
  extensionAsked: boolean;
  cosigns: number;
  broadcast: QueueItem['broadcast'];
  private: boolean;
  /** The words sound like somebody in danger, and nobody has decided yet. */
  emergency: boolean;
  /** Which commands for many leads at once the lead's state allows. */
  bulk: BulkCommand[];
}
