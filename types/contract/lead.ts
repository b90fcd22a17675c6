import type { Door } from './envelope';

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
export const ENTRIES = ['villageCode', 'stationCode', 'eventCode', 'home', 'liaison'] as const;
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

/** How a lead was placed, with what a person needs to check it. */
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
}
export const ROUTE_RULES = ['classifier', 'keywords', 'countyDesk', 'staff'] as const;
export type RouteRule = (typeof ROUTE_RULES)[number];
export const PLACE_MATCHES = ['code', 'chosen', 'text', 'none'] as const;
export type PlaceMatch = (typeof PLACE_MATCHES)[number];

export interface Evidence {
  /** Storage id, `cloud://…`. */
  fileId: string;
  kind: 'photo';
}

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
}

export interface Report {
  kind: ReportKind;
  title: string;
  recipient: string;
  at: string;
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
}

export interface Published {
  title: string;
  text: string;
  at: string;
}

export interface Feedback {
  fixed: boolean;
  /** 1 to 5. */
  stars: number;
  words: string;
  at: string;
}

export type Decision =
  | { kind: 'adopted'; note: string; at: string }
  | { kind: 'declined'; reason: string; goTo: string; at: string };

export type Outcome =
  | { kind: 'resolved'; summary: string; at: string }
  | { kind: 'unresolvable'; reason: string; whatWouldChange: string; at: string };

export interface OutOfScopeNote {
  door: Door;
  note: string;
}

/** What the clock is running for. */
export const DEADLINE_KINDS = ['accept', 'decide', 'handle', 'supplement', 'feedback'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export interface Deadline {
  kind: DeadlineKind;
  dueAt: string;
}
