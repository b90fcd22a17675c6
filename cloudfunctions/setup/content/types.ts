/** The shapes of the JSON files in this folder; nothing here runs. */
import type { OutOfScopeKind } from '@contract/lead';

export interface PlaceContent {
  id: string;
  name: string;
  shortName: string;
  kind: 'township' | 'street' | 'forest-farm';
  /** Pinyin without tones; other readings after a stroke. */
  sound: string;
  /** Its short name is also a word of every day. */
  ordinary?: boolean;
  villages: { id: string; name: string; sound: string; ordinary?: boolean; sameNameElsewhere?: boolean }[];
}

export interface MemberContent {
  id: string;
  name: string;
  sectorId: string;
  townshipId: string;
  role?: 'convener' | 'liaison';
  title: string;
  phone: string;
}

export interface UnitContent {
  id: string;
  name: string;
  shortName: string;
  kind: 'department' | 'enterprise' | 'town-government';
  townshipId?: string;
}

export interface StaffContent {
  id: string;
  name: string;
  role: 'chair' | 'secretary-general' | 'office-director' | 'desk-clerk' | 'administrator';
  title: string;
  phone: string;
}

export interface DirectoryContent {
  note: string;
  county: { id: string; name: string };
  committees: { id: string; name: string; shortName: string }[];
  sectors: { id: string; name: string }[];
  committeeOfSector: Record<string, string>;
  members: MemberContent[];
  units: UnitContent[];
  staff: StaffContent[];
  unitOfficers: { id: string; name: string; unitId: string; phone: string }[];
}

export interface CategoryContent {
  id: string;
  name: string;
  sectorIds: string[];
  /** null: the county desk keeps it (纪检监察 is never shown to a committee; 其他 has no subject). */
  committeeId: string | null;
  unitIds: string[];
  private?: boolean;
  keywords: { phrase: string; weight: 1 | 2 | 3 }[];
  /** Words for people in office and for what they must not do; one of each in a sentence counts like a keyword of weight 2. */
  accusations?: { who: string[]; deeds: string[] };
}

export type OutOfScopeDoor =
  | 'emergency'
  | 'fire'
  | 'danger'
  | 'lawsuit'
  | 'legal-advice'
  | 'crime'
  | 'corruption'
  | 'petition'
  | 'personal-dispute'
  | 'praise'
  | 'nonsense';

export interface OutOfScopeContent {
  id: OutOfScopeDoor;
  kind: OutOfScopeKind;
  name: string;
  phrases: string[];
  /** Words that only mean it close together: one of the first and one of the second. */
  pairs?: { one: string[]; other: string[]; unless?: string[] }[];
  door: string;
  sentence: string;
}

export interface CalendarContent {
  note: string;
  holidays: string[];
  workingWeekends: string[];
  provisional: string[];
}

export interface AdoptedOutcome {
  end: 'adopted';
  note: string;
  stage: 'adopted' | 'reported' | 'handed-over' | 'replied' | 'resolved' | 'unresolvable' | 'closed';
  unitId?: string;
  supportingUnitIds?: string[];
  reply?: string;
  /** What the unit promised with its reply, and in how many days of the calendar. */
  promised?: { afterDays: number; text: string };
  dueDays?: number;
  overdue?: true;
  reopened?: true;
  rating?: { stars: 1 | 2 | 3 | 4 | 5; words: string };
  published?: { title: string; text: string };
}

export type LeadOutcome =
  | { end: 'new' }
  | { end: 'accepted' }
  | { end: 'awaiting-supplement'; question: string }
  | { end: 'withdrawn' }
  | { end: 'merged'; into: string }
  | { end: 'out-of-scope'; door: OutOfScopeDoor; note: string }
  | { end: 'declined'; reason: string; goTo: string; resolved?: { reply: string; unitId: string } }
  | AdoptedOutcome;

export interface LeadContent {
  key: string;
  text: string;
  townshipId: string;
  villageId: string | null;
  category: string;
  entry: 'village-code' | 'station-code' | 'app-home' | 'liaison';
  anonymity: 'open' | 'hidden-from-unit' | 'committee-only';
  hasContact: boolean;
  photos: 0 | 1 | 2 | 3;
  submittedDaysAgo: number;
  hour: number;
  outcome: LeadOutcome;
}
