import type { Anonymity, Role } from './lead';

export interface Village {
  id: string;
  name: string;
}
export interface Township {
  id: string;
  name: string;
  shortName: string;
  villages: Village[];
}
export interface Sector {
  id: string;
  name: string;
  committeeId: string;
}
export interface Committee {
  id: string;
  name: string;
}
export interface HandlingUnit {
  id: string;
  name: string;
}
export interface Category {
  id: string;
  name: string;
}

/** What forms and filters of the panel and the staff pages need. */
export interface OfficerDirectory {
  countyName: string;
  townships: { id: string; name: string; liaisonName: string | null; convenerName: string | null }[];
  sectors: Sector[];
  committees: Committee[];
  units: HandlingUnit[];
  categories: Category[];
  /** Default working days for a hand-over. */
  handOverWorkingDays: number;
}

/** What a person may do, and where: the same person can hold several. */
export interface Grant {
  role: Exclude<Role, 'resident' | 'system'>;
  townshipId?: string;
  sectorId?: string;
  unitId?: string;
}

export interface Me {
  accountId: string;
  name: string;
  countyName: string;
  grants: Grant[];
}

/** What the submission form needs to know before anything is typed. */
export interface Intake {
  countyName: string;
  place: { id: string; name: string } | null;
  /** Why a scanned code could not be read, in a sentence; null when there was none or it is fine. */
  codeProblem: string | null;
  limits: { textMax: number; photosMax: number; photoBytesMax: number };
  anonymities: readonly Anonymity[];
}
