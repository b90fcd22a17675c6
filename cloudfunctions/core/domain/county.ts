import type { Station } from '@contract/board';
import type { DirectoryEntries } from '@contract/directory-desk';
import type { Door } from '@contract/envelope';
import type { OutOfScopeKind } from '@contract/lead';
import type { Committee, HandlingUnit, Sector, Template, Village } from '@contract/directory';
import type { BroadcastGroup } from '@contract/lead';
import type { RetentionPolicy } from './privacy/retention-policy';
import type { DeadlinePolicy } from './lead/commands';

/** Everything routing, deadlines and names stand on: one document a county, edited in the panel, read whole. */
export interface County {
  id: string;
  name: string;
  townships: CountyTownship[];
  sectors: Sector[];
  committees: Committee[];
  units: HandlingUnit[];
  categories: CountyCategory[];
  /** Where residents find members; absent where the county has not named any. */
  stations?: Station[];
  outOfScope: OutOfScopeGroup[];
  holidays: string[];
  workingWeekends: string[];
  templates: Template[];
  /** The subscription templates of the county's WeChat account; none: nothing is sent there. */
  wechatTemplates?: WechatTemplate[];
  /** Who is or was liaison or convener of a township, with dates. Absent where the offices are held without a term. */
  terms?: OfficeTerm[];
  /** Whether residents are told that their matter was reported to the county's leaders: in plain words, never what. */
  tellsReported?: boolean;
  /** What printed codes need; without it: plain codes to the pages of the server they are printed from. */
  codes?: CodesOfCounty;
  /** Whom late leads go up to beyond the townships; null where nobody holds the office. */
  leadership: Record<'secretaryGeneral' | 'chair', { accountId: string; name: string } | null>;
  /** How long personal data is kept, where the county says otherwise than usual. */
  retention?: Partial<RetentionPolicy>;
  policy: DeadlinePolicy & { handOverWorkingDays: number };
}

/** An office of a township held from one day to another, both included; `to` null: until somebody says otherwise. */
export type OfficeTerm = DirectoryEntries['terms'];

export interface CodesOfCounty {
  /** Where the resident pages are, with the last stroke; null: beside the panel. */
  h5Address: string | null;
  /** The county desk's telephone, printed on every sheet. */
  deskPhone: string | null;
  /** Whether the county's mini-program is published, so that WeChat makes codes for it. */
  wechat: boolean;
}

/** A template as the console names its fields, e.g. `character_string1`, `phrase2`, `thing3`, `date4`. */
export interface WechatTemplate {
  id: string;
  fields: { number: string; status: string; note: string; date: string };
}

export interface CountyTownship {
  id: string;
  name: string;
  shortName: string;
  /** Pinyin without tones, syllables apart, readings apart by a stroke; without it found by its characters only. */
  sound?: string;
  /** Its short name is also a word of every day. */
  ordinary?: boolean;
  retired?: boolean;
  /** Where it stands on the county's map of tiles: column, row. Without it, behind the others. */
  tile?: [number, number];
  villages: CountyVillage[];
  /** Who holds the office today; null makes its leads fall to the county desk. With terms, they say who it is. */
  liaison: { accountId: string; name: string } | null;
  convener: { accountId: string; name: string } | null;
}

export interface CountyVillage extends Village {
  /** Its name without 村 or 社区 is also a word of every day. */
  ordinary?: boolean;
}

/** What a kind of matter is routed to, and the words it is told by. */
export type CountyCategory = DirectoryEntries['categories'];

/** Words that belong behind another door, and what to tell the resident. */
export interface OutOfScopeGroup {
  id: string;
  kind: OutOfScopeKind;
  door: Door;
  phrases: string[];
  /** Words that only mean it together. */
  pairs?: WordPair[];
  sentence: string;
}

/** One of the first words and one of the second, in either order, close together and in one breath. */
export interface WordPair {
  one: string[];
  other: string[];
  /** With one of these in between or close behind they speak of something else. */
  unless?: string[];
}

/** The category for what no rule places. Every county has it. */
export const OTHER_CATEGORY = 'other';

/** The name behind an id, or the id itself where the directory has lost it: never empty, never throws. */
export function nameOf(list: readonly { id: string; name: string }[], id: string | null): string {
  if (id === null) return '';
  return list.find((entry) => entry.id === id)?.name ?? id;
}

/** The sectors whose leads are a committee's; of `none`, what stands under no sector or under one without a committee. */
export function sectorsOfCommittee(committeeId: string, county: County): string[] {
  const known = new Set(county.committees.map(({ id }) => id));
  return committeeId === 'none'
    ? ['none', ...county.sectors.filter((sector) => !known.has(sector.committeeId)).map(({ id }) => id)]
    : county.sectors.filter((sector) => sector.committeeId === committeeId).map(({ id }) => id);
}

/** A group of members, in words. */
export function groupNameOf(group: BroadcastGroup, county: County): string {
  return group.kind === 'sector'
    ? `${nameOf(county.sectors, group.sectorId)}的委员`
    : `${nameOf(county.townships, group.townshipId)}的委员`;
}

/** Registers repeat the unit's name in its village's, and call a farm without a village a 「虚拟生活区」. People do not. */
function fullName(township: string, village: string): string {
  const rest = village.startsWith(township) ? village.slice(township.length) : village;
  return `${township}${rest.replace(/虚拟生活区$/, '')}`;
}

/** A place by id: the village with its township, or the township alone; null when the county has no such place. */
export function findPlace(county: County, placeId: string | null) {
  if (placeId === null) return null;
  for (const township of county.townships) {
    if (township.id === placeId) return { township, village: null, name: township.name };
    const village = township.villages.find((candidate) => candidate.id === placeId);
    if (village) return { township, village, name: fullName(township.name, village.name) };
  }
  return null;
}
