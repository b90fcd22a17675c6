import type { Door } from './envelope';
import type { Evidence } from './evidence';

/** The states a resident can read. Activities (handing over, consulting, reporting up) happen inside them. */
export const LEAD_STATUSES = [
  'submitted',
  'routed',
  'accepted',
  'awaitingSupplement',
  'outOfScope',
  'adopted',
  'declined',
  'inProgress',
  'resolved',
  'unresolvable',
  'closed',
  'reopened',
  'merged',
  'withdrawn',
] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** 采纳: the county CPPCC's decision. Independent of whether the problem gets resolved. */
export const ADOPTIONS = ['undecided', 'adopted', 'declined'] as const;
export type Adoption = (typeof ADOPTIONS)[number];

/** Whether the problem itself is solved. A lead can be resolved by a direct answer without adoption. */
export const RESOLUTIONS = ['open', 'resolved', 'unresolvable'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Who may see the resident: liaison and unit too / liaison, not the unit / the committee only. */
export const ANONYMITIES = ['open', 'hiddenFromUnit', 'committeeOnly'] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/** Where the resident came in. */
export const ENTRIES = ['villageCode', 'stationCode', 'eventCode', 'home', 'liaison', 'ledger'] as const;
export type Entry = (typeof ENTRIES)[number];

export const REPORT_KINDS = ['opinionBrief', 'memberProposalLetter', 'consultationReport'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const ROLES = [
  'resident',
  'member',
  'convener',
  'liaison',
  'staff',
  'leader',
  'unitOfficer',
  'administrator',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who holds the lead now. Never empty: what nothing places falls to the county desk. */
export type Owner =
  | { kind: 'countyDesk' }
  | { kind: 'liaison'; townshipId: string; accountId: string }
  | { kind: 'convener'; townshipId: string; accountId: string }
  | { kind: 'unit'; unitId: string };

/** One of the categories that a text may belong to. */
export interface RouteCandidate {
  categoryId: string;
  /** How likely it is the right one, 0 to 1. */
  probability: number;
  /** The resident's own words that speak for it. */
  words: string[];
}

/** Matters that belong behind another door. */
export const OUT_OF_SCOPE_KINDS = [
  'emergency',
  'crime',
  'lawsuit',
  'petition',
  'personalDispute',
  'praise',
  'nonsense',
] as const;
export type OutOfScopeKind = (typeof OUT_OF_SCOPE_KINDS)[number];
/** What a text sounds like when it sounds like a matter for somebody else. A suggestion: a person decides. */
export interface OutOfScopeSuspicion {
  kind: OutOfScopeKind;
  door: Door;
  /** The resident's own words that sound so; none where it is the want of words that does. */
  words: string[];
  /** What the county tells a resident with such a matter. */
  note: string;
}

/** What things were called when the lead was routed: a table that changed later does not rewrite the reason. */
export interface RouteNames {
  category: string;
  sector: string;
  committee: string;
  units: string[];
  township: string;
}

/** A place that a text can mean, and why. */
export interface PlaceCandidate {
  id: string;
  name: string;
  why: string;
}

/** How a lead was placed, with what a person needs to check it, then and later. */
export interface Route {
  categoryId: string;
  sectorId: string;
  /** null: the county desk keeps it. */
  committeeId: string | null;
  townshipId: string | null;
  /** Handling units usually in charge, most likely first. */
  unitIds: string[];
  /** The rule that decided, e.g. `classifier`, `keywords`, `countyDesk`, `staff`. */
  rule: RouteRule;
  /** The resident's own words that decided. */
  words: string[];
  /** How the place was known. */
  placeBy: PlaceMatch;
  /** The words that named the place, as the resident wrote them; absent where none did. */
  placeWords?: string[];
  /** Places that can also be meant, to be asked about; absent when nothing is open. */
  placeCandidates?: PlaceCandidate[];
  /** The best three categories, the chosen one first; fewer where fewer came into question. */
  candidates: RouteCandidate[];
  /** Whether the rules were sure enough to stand alone. Otherwise staff confirm one of the candidates. */
  certain: boolean;
  /** A report against officials: stays with the committee's staff, whatever its category is called. */
  private: boolean;
  /** null: nothing in the text speaks for another door. */
  outOfScope: OutOfScopeSuspicion | null;
  /** Which classifier read the text; null where none did. */
  modelVersion: string | null;
  /** Which state of the county's table decided. */
  tableVersion: string;
  names: RouteNames;
}
export const ROUTE_RULES = ['classifier', 'keywords', 'countyDesk', 'staff'] as const;
export type RouteRule = (typeof ROUTE_RULES)[number];
export const PLACE_MATCHES = ['code', 'chosen', 'text', 'staff', 'none'] as const;
export type PlaceMatch = (typeof PLACE_MATCHES)[number];

export { EVIDENCE_KINDS, type Evidence, type EvidenceKind, type Point, type Transcript } from './evidence';
export interface Contact {
  name?: string;
  phone?: string;
}

export interface Supplement {
  question: string;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
}

export interface HandOver {
  unitId: string;
  supportingUnitIds: string[];
  handedOverAt: string;
  /** Working days the unit has, counted from handedOverAt. */
  workingDays: number;
  acceptedAt: string | null;
  returned: { reason: string; at: string } | null;
}

export interface Reply {
  text: string;
  at: string;
  unitId: string | null;
  /** Why it was given although the check doubted it: for the unit and the committee, never for residents. */
  overruleNote?: string;
  evidence?: Evidence[];
}

/** A paper the lead was handed up with, as the lead's own log tells it. */
export interface Report {
  kind: ReportKind;
  title: string;
  recipient: string;
  at: string;
  /** The paper itself; absent where it was reported before there were papers here. */
  paperId?: string;
  /** 发文字号. */
  sign?: string;
  /** Why the paper no longer counts; absent while it does. */
  withdrawn?: string;
}

export interface ConsultationRecord {
  heldOn: string;
  place: string;
  participants: string;
  conclusion: string;
}

export interface Visit {
  at: string;
  by: string;
  text: string;
  evidence?: Evidence[];
}

/** What an officer wrote, as it is shown: its photos by short-lived addresses, never by where they lie. */
export type WithPhotos<Said extends { evidence?: Evidence[] }> = Omit<Said, 'evidence'> & {
  photoUrls?: string[];
};

export interface Published {
  title: string;
  text: string;
  at: string;
}

/** Why somebody is content or not, one tap each; of the first kind where it is fixed, of the second where it is not. */
export const REASONS_WHEN_FIXED = ['soundWork', 'quick', 'keptTold', 'slow', 'notTold'] as const;
export const REASONS_WHEN_NOT_FIXED = ['untouched', 'halfDone', 'cameBack', 'beside', 'onlyWords'] as const;
export const FEEDBACK_REASONS = [...REASONS_WHEN_FIXED, ...REASONS_WHEN_NOT_FIXED] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

export interface Feedback {
  fixed: boolean;
  /** 1 to 5. */
  stars: number;
  words: string;
  at: string;
  reasons?: FeedbackReason[];
  /** For who handled it; counted nowhere. */
  thanks?: string;
  /** How it looks now. */
  evidence?: Evidence[];
}

/** One time somebody looked at the resident's name or phone, as the resident reads of it: the kind of office, not the person. */
export interface ContactReading {
  at: string;
  office: string;
  reason: string;
}

export type Decision =
  | { kind: 'adopted'; note: string; at: string }
  | { kind: 'declined'; reason: string; goTo: string; at: string };

export type Outcome =
  | { kind: 'resolved'; summary: string; at: string }
  | { kind: 'unresolvable'; reason: string; whatWouldChange: string; at: string };

/** What one colleague decided, where the county wants a second one to confirm it. */
export interface Proposal {
  decision: { kind: 'adopted'; note: string } | { kind: 'declined'; reason: string; goTo: string };
  by: { accountId: string; name: string };
  at: string;
}

/** Who is told, one after another, when a date has passed and nothing happens. */
export const ESCALATION_LEVELS = ['liaison', 'convener', 'secretaryGeneral', 'chair'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** Who is called to an urgent lead. */
export type BroadcastGroup = { kind: 'sector'; sectorId: string } | { kind: 'township'; townshipId: string };
export interface Broadcast {
  group: BroadcastGroup;
  reason: string;
  at: string;
  /** How long the call waited for somebody; null while it still does. */
  claimedAfterMinutes: number | null;
}

/** A unit's word, given on to the resident: done by that day. */
export interface PromisedOutcome {
  unitId: string;
  /** The day in China, YYYY-MM-DD. */
  dueOn: string;
  text: string;
  at: string;
}

export interface OutOfScopeNote {
  door: Door;
  note: string;
}

/** What the clock is running for. */
export const DEADLINE_KINDS = [
  'accept',
  'decide',
  'handle',
  'promise',
  'supplement',
  'feedback',
  'review',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export interface Deadline {
  kind: DeadlineKind;
  dueAt: string;
}
