import type { BulkCommand } from './bulk';
import type { CommandName } from './commands';
import type { PlaceGuess } from './directory';
import type { Door } from './envelope';
import type { Adoption, Broadcast, Deadline, LeadStatus, OutOfScopeKind, Resolution } from './lead';
import type { LeadField, LeadFields } from './lead-fields';

export type { LeadField, LeadFields, TimelineEntry } from './lead-fields';

/** The audiences, and every field each may read. `viewFor` gives exactly these, nothing else. */
const SHARED = [
  'id',
  'version',
  'number',
  'status',
  'adoption',
  'resolution',
  'submittedAt',
  'placeName',
  'cosigns',
] as const;

/** Number + tracking code on any device: no contact, no photos, no code. */
export const TRACKING_FIELDS = [
  ...SHARED,
  'onBehalf',
  'text',
  'voice',
  'deadline',
  'overdue',
  'holder',
  'supplements',
  'outOfScope',
  'decision',
  'mergedIntoNumber',
  'goesOn',
  'splitFromNumber',
  'partNumbers',
  'handOverUnitName',
  'releasedReply',
  'outcome',
  'promise',
  'promiseUnitName',
  'published',
  'feedback',
  'timeline',
  'next',
] as const satisfies readonly LeadField[];

/** The resident's own lead: everything the tracker reads, and what belongs to the person. */
export const RESIDENT_FIELDS = [
  ...TRACKING_FIELDS,
  'trackingCode',
  'townshipId',
  'placeNote',
  'anonymity',
  'photoUrls',
  'videoUrls',
  'point',
  'hasContact',
  'contactMasked',
  'personMasked',
  'contactReveals',
  'contactReadings',
] as const satisfies readonly LeadField[];

const WORKING = [
  ...SHARED,
  'text',
  'placeNote',
  'townshipId',
  'photoUrls',
  'videoUrls',
  'voice',
  'categoryName',
  'deadline',
  'overdue',
  'handOver',
  'handOverUnitName',
  'outcome',
  'promise',
  'promiseUnitName',
  'published',
  'feedback',
  'history',
] as const satisfies readonly LeadField[];

/** Committee staff, administrator-free: the whole matter; contact masked until revealed. */
export const COMMITTEE_FIELDS = [
  ...WORKING,
  'supplements',
  'extensionAsked',
  'reply',
  'point',
  'entry',
  'codeName',
  'anonymity',
  'hasContact',
  'contactMasked',
  'onBehalf',
  'personMasked',
  'contactReveals',
  'route',
  'owner',
  'ownerName',
  'sectorName',
  'committeeName',
  'outOfScope',
  'decision',
  'mergedIntoNumber',
  'splitFromNumber',
  'partNumbers',
  'mergedNumbers',
  'releasedReply',
  'reports',
  'consultations',
  'visits',
  'claimedBy',
  'broadcast',
  'broadcastTo',
  'bounces',
  'escalatedTo',
  'proposal',
  'awaitsReview',
  'issue',
  'next',
] as const satisfies readonly LeadField[];

/** Members and conveners in their own sector or township: the matter, never the person. */
export const MEMBER_FIELDS = [
  ...WORKING,
  'supplements',
  'route',
  'ownerName',
  'sectorName',
  'outOfScope',
  'decision',
  'mergedIntoNumber',
  'splitFromNumber',
  'partNumbers',
  'consultations',
  'visits',
  'claimedBy',
  'broadcast',
  'broadcastTo',
  'next',
] as const satisfies readonly LeadField[];

/** The liaison of the township: also the contact, as far as the resident allowed. */
export const LIAISON_FIELDS = [
  ...MEMBER_FIELDS,
  'point',
  'contactMasked',
  'onBehalf',
  'personMasked',
] as const satisfies readonly LeadField[];

/** The handling unit: only what was handed to it; the contact only where the resident left it open. */
export const UNIT_FIELDS = [
  ...WORKING,
  'extensionAsked',
  'reply',
  'point',
  'contactMasked',
  'onBehalf',
  'personMasked',
  'next',
] as const satisfies readonly LeadField[];

/** Leaders read the matter and its course; no person on either side. */
export const LEADER_FIELDS = [
  ...SHARED,
  'text',
  'voice',
  'townshipId',
  'categoryName',
  'sectorName',
  'committeeName',
  'ownerName',
  'deadline',
  'overdue',
  'escalatedTo',
  'decision',
  'handOver',
  'handOverUnitName',
  'releasedReply',
  'reports',
  'issue',
  'outcome',
  'promise',
  'promiseUnitName',
  'published',
  'feedback',
  'timeline',
  'next',
] as const satisfies readonly LeadField[];

export const AUDIENCE_FIELDS = {
  owner: RESIDENT_FIELDS,
  tracker: TRACKING_FIELDS,
  committee: COMMITTEE_FIELDS,
  liaison: LIAISON_FIELDS,
  member: MEMBER_FIELDS,
  unit: UNIT_FIELDS,
  leader: LEADER_FIELDS,
} as const;
export type Audience = keyof typeof AUDIENCE_FIELDS;
export type ViewFor<A extends Audience> = Pick<LeadFields, (typeof AUDIENCE_FIELDS)[A][number]>;

export type ResidentLeadView = ViewFor<'owner'> & { allowed: CommandName[] };
export type TrackedLeadView = ViewFor<'tracker'> & { allowed: CommandName[] };
/** What an officer gets depends on the grant: fields outside the audience are absent. */
export type OfficerLeadView = Pick<LeadFields, (typeof SHARED)[number]> &
  Partial<LeadFields> & { audience: Audience; allowed: CommandName[] };

/** A row of the queue. */
export interface QueueItem {
  /** An urgent call to a group: how long it waited for somebody, null while it still does, and who came (for those who read names). */
  broadcast: (Pick<Broadcast, 'at' | 'claimedAfterMinutes'> & { claimedBy: string | null }) | null;
  id: string;
  version: number;
  number: string;
  status: LeadStatus;
  adoption: Adoption;
  resolution: Resolution;
  submittedAt: string;
  /** The first 60 characters of the text. */
  excerpt: string;
  placeName: string;
  categoryName: string;
  sectorName: string;
  ownerName: string;
  unitName: string;
  deadline: Deadline | null;
  overdue: boolean;
  /** The resident asked where it stays, after this date had passed. */
  chased: boolean;
  /** The unit in charge asks for more time; told to nobody but those who may answer it. */
  extensionAsked: boolean;
  /** The words sound like somebody in danger, and nobody has decided yet: first a call, then the rest. */
  emergency: boolean;
  /** People who joined in beside the submitter. */
  cosigns: number;
  /** What this reader may do to it together with others. */
  bulk: BulkCommand[];
}

/** A row of 我的. */
export type MyLeadItem = Pick<
  QueueItem,
  'id' | 'number' | 'status' | 'submittedAt' | 'excerpt' | 'placeName'
> & {
  next: string;
  /** The resident is being waited for. */
  needsMe: boolean;
};

/** What anybody may read about a published lead. */
export interface PublicLead {
  id: string;
  title: string;
  text: string;
  placeName: string;
  categoryName: string;
  status: LeadStatus;
  resolution: Resolution;
  publishedAt: string;
  cosigns: number;
  cosign: CosignStanding;
}

/** Whether the reader may join in, already has, or neither: the lead is their own, or it is over. */
export type CosignStanding = 'possible' | 'given' | 'none';
/** What a resident is told after joining in or taking it back; nothing of the lead itself. */
export interface CosignAnswer {
  leadId: string;
  cosigns: number;
  cosign: CosignStanding;
}

/** What can be told of words that are still being written: the place too. */
export interface DraftReading extends PlaceGuess {
  /** The right door, when they sound like a matter for somebody else; sending stays possible. */
  elsewhere: { kind: OutOfScopeKind; door: Door; text: string } | null;
}

/** What a resident holds in the hand after submitting. */
export interface Receipt {
  leadId: string;
  number: string;
  trackingCode: string;
  submittedAt: string;
  /** Who has it now and what happens by when, in one sentence. */
  next: string;
  /** A kinder place to go, when the words sound like a matter for somebody else. */
  hint: { door: Door; text: string } | null;
}
