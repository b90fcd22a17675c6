import type { Station } from './board';
import type { Committee, Grant, HandlingUnit, Sector, Template } from './directory';

/** The parts of the county's directory that are edited entry by entry. */
export const DIRECTORY_SECTIONS = [
  'townships',
  'villages',
  'committees',
  'sectors',
  'units',
  'stations',
  'terms',
  'categories',
  'templates',
  'calendars',
  'leadership',
  'policy',
  'codes',
] as const;
export type DirectorySection = (typeof DIRECTORY_SECTIONS)[number];

/** One entry of each part, as it is edited. Ids never change. */
export interface DirectoryEntries {
  townships: {
    id: string;
    name: string;
    shortName: string;
    sound?: string;
    ordinary?: boolean;
    retired?: boolean;
  };
  villages: {
    id: string;
    townshipId: string;
    name: string;
    sound?: string;
    ordinary?: boolean;
    retired?: boolean;
  };
  committees: Committee;
  sectors: Sector;
  units: HandlingUnit;
  stations: Station;
  /** Who holds a township's office, from one day to another, both included. */
  terms: {
    id: string;
    office: 'liaison' | 'convener';
    townshipId: string;
    accountId: string;
    name: string;
    from: string;
    to: string | null;
  };
  categories: {
    id: string;
    name: string;
    sectorIds: string[];
    committeeId: string | null;
    unitIds: string[];
    private: boolean;
    keywords: { phrase: string; weight: number }[];
    /** Who is accused, and of what: one of each in a sentence counts like a keyword that decides. */
    accusations?: { who: string[]; deeds: string[] };
  };
  templates: Template;
  /** The id is the year. */
  calendars: { id: string; holidays: string[]; workingWeekends: string[] };
  leadership: { id: string; accountId: string | null; name: string };
  policy: {
    id: string;
    acceptWithin: number;
    decideWithin: number;
    handleWithin: number;
    supplementWithin: number;
    feedbackWithin: number;
    handOverWorkingDays: number;
    remindBefore: number;
    secondPairOfEyes: boolean;
    escalateAfter: { liaison: number; convener: number; secretaryGeneral: number; chair: number };
  };
  /** What printed codes need; an empty text where the county has not said. */
  codes: {
    id: string;
    /** Where the resident pages are, with the last stroke; empty: beside the panel. */
    h5Address: string;
    /** The county desk's telephone, printed on every sheet. */
    deskPhone: string;
    /** Whether the county's mini-program is published, so that WeChat makes codes for it. */
    wechat: boolean;
  };
}
export type DirectoryEntry = DirectoryEntries[DirectorySection];

/** What one entry shall be from now on; null takes it away, which what is in use refuses. */
export type DirectoryEdit = {
  [S in DirectorySection]: { section: S; id: string; entry: DirectoryEntries[S] | null };
}[DirectorySection];

/** Somebody with an account, as administrators see them. Never a WeChat id, never a code. */
export interface DirectoryPerson {
  id: string;
  version: number;
  name: string;
  /** Work unit and post, e.g. 村党支部书记. */
  post: string;
  /** The grid they look after; empty where none. */
  grid: string;
  /** What they may do beside the offices that their terms give them. */
  grants: Grant[];
  active: boolean;
  /** `bound`: their WeChat is bound; `waiting`: a code was given out; `none`: neither. */
  binding: 'bound' | 'waiting' | 'none';
}
export type PersonInput = Pick<DirectoryPerson, 'name' | 'post' | 'grid' | 'grants' | 'active'>;

/** What one save did to one entry. */
export interface EntryChange {
  section: DirectorySection | 'people';
  id: string;
  was: object | null;
  is: object | null;
}

/** One save: who, when, why, and what was and is. Never edited. */
export interface DirectoryChange {
  id: string;
  version: number;
  at: string;
  by: { accountId: string; name: string };
  why: string;
  /** Somebody changed what they may do themselves. */
  ownRights: boolean;
  /** At most 20 of them, those of the asked-for entry first. */
  changes: EntryChange[];
  changeCount: number;
}

/** One gap in the directory, and where it is closed. */
export interface CoverageLine {
  kind: CoverageKind;
  sentence: string;
  /** `now`: leads fall through today; `soon`: they will within 30 days or by the end of the year. */
  urgency: 'now' | 'soon';
  /** `printedCodes`: the page of codes, where `entryId` is the number to look for. */
  section: DirectorySection | 'people' | 'printedCodes';
  entryId: string | null;
}
export const COVERAGE_KINDS = [
  'noLiaison',
  'noConvener',
  'termEnds',
  'sectorWithoutCommittee',
  'sectorWithoutMember',
  'unitWithoutAccount',
  'noCalendar',
  'noLeader',
  'noAdministrator',
  'unbound',
  'placeWithoutCode',
  'noCodeAddress',
] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

interface Verb<Input, Output> {
  input: Input;
  output: Output;
}
type Empty = Record<never, never>;
/** Where a page begins, and where the next one does. */
interface Page<Item> {
  version: number;
  items: Item[];
  next: number | null;
}

/** The directory, read by administrators and staff, changed by administrators. */
export type DirectoryVerbs = {
  getDirectorySection: Verb<{ section: DirectorySection; from?: number }, Page<DirectoryEntry>>;
  listPeople: Verb<{ from?: string }, { items: DirectoryPerson[]; next: string | null }>;
  getCoverage: Verb<Empty, { lines: CoverageLine[]; asOf: string; townships: number; people: number }>;
  listDirectoryChanges: Verb<
    { section?: DirectorySection | 'people'; entryId?: string; before?: number },
    { items: DirectoryChange[]; next: number | null }
  >;
  saveDirectory: Verb<{ version: number; edits: DirectoryEdit[]; why: string }, { version: number }>;
  savePerson: Verb<
    { id: string; version: number; person: PersonInput; why: string },
    { person: DirectoryPerson }
  >;
  /** A new code to bind a WeChat with, told this once; an earlier one no longer works. */
  giveBindCode: Verb<{ id: string; version: number }, { bindCode: string; person: DirectoryPerson }>;
  unbindPerson: Verb<{ id: string; version: number; why: string }, { person: DirectoryPerson }>;
};
