import type { Anonymity, PlaceCandidate, Role } from './lead';

export interface Village {
  id: string;
  name: string;
  /** Pinyin without tones, syllables apart by blanks, other readings after a stroke: `yang zhuang cun`. */
  sound?: string;
  /** Kept for what stands under it, and no longer offered. */
  retired?: boolean;
}
export interface Township {
  id: string;
  name: string;
  shortName: string;
  sound?: string;
  retired?: boolean;
  /** Column and row on the county's map of tiles. */
  tile?: readonly [number, number];
  villages: Village[];
}
export interface Sector {
  id: string;
  name: string;
  committeeId: string;
  retired?: boolean;
}
export interface Committee {
  id: string;
  name: string;
  retired?: boolean;
}
export interface HandlingUnit {
  id: string;
  name: string;
  retired?: boolean;
}
export interface Category {
  id: string;
  name: string;
}

/** What the county's ready-made texts are for. */
export const TEMPLATE_USES = ['decline', 'goTo', 'supplement', 'outOfScope', 'unresolvable'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

/** A text the county keeps ready; `{编号}`, `{乡镇}`, `{地点}`, `{类别}`, `{单位}` stand for the lead's own. */
export interface Template {
  id: string;
  use: TemplateUse;
  title: string;
  text: string;
}

/** What forms and filters of the panel and the staff pages need. */
export interface OfficerDirectory {
  countyName: string;
  townships: (Township & { liaisonName: string | null; convenerName: string | null })[];
  sectors: Sector[];
  committees: Committee[];
  units: HandlingUnit[];
  categories: Category[];
  /** Default working days for a hand-over. */
  handOverWorkingDays: number;
  /** Texts to begin from, so that nobody writes the same kind answer for the hundredth time. */
  templates: Template[];
  /** A decision counts once a second colleague has confirmed it. */
  secondPairOfEyes: boolean;
}

/** What a person may do, and where: the same person can hold several. */
export interface Grant {
  role: Exclude<Role, 'resident' | 'system'>;
  townshipId?: string;
  sectorId?: string;
  unitId?: string;
}

/** What tells the offices of one person apart, e.g. `staff`, `liaison:410325100`. */
export const officeKey = ({ role, townshipId, sectorId, unitId }: Grant): string =>
  [role, townshipId ?? sectorId ?? unitId].filter(Boolean).join(':');

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
  /** Where the resident pages open without WeChat; null where the county has named no address. */
  h5Address: string | null;
}

/** Where a text seems to be about. */
export interface PlaceGuess {
  place: { id: string; name: string } | null;
  /** What can also be meant; empty when nothing is open. */
  candidates: PlaceCandidate[];
}
