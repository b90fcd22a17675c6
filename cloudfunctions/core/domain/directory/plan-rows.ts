import type { DirectoryEdit, DirectoryEntries, DirectoryPerson, PersonInput } from '@contract/directory-desk';
import type { ImportAnswer, ImportRow, PlannedRow } from '@contract/directory-import';
import type { County } from '../county';

/** What planning looks at beside the rows. */
export interface PlanContext {
  county: County;
  people: readonly DirectoryPerson[];
  /** `YYYY-MM-DD` in China. */
  today: string;
  answers: readonly ImportAnswer[];
  /** A short digest of a text, for ids that stay the same when the same row is sent again. */
  idOf(text: string): string;
}

/** What one row does: at most one person and a few entries. */
export interface RowPlan {
  planned: PlannedRow;
  edits?: DirectoryEdit[];
  person?: { id: string; expected: number; is: PersonInput };
}
/** What earlier rows of the same table took already. */
export interface Taken {
  people: Set<string>;
  keys: Map<string, number>;
  /** Calendars as the rows before leave them. */
  years: Map<string, DirectoryEntries['calendars']>;
}

/** The text of a row's field, without blanks around it. */
export const said = (row: ImportRow, field: string): string => row.values[field]?.trim() ?? '';
const nameIn = (row: ImportRow): string => said(row, 'name') || said(row, 'title') || said(row, 'from');

/** The row stays out, and why. */
export const rejected = (row: ImportRow, sentence: string): RowPlan => ({
  planned: { row: row.row, outcome: 'rejected', name: nameIn(row), sentence },
});
/** What the row does. */
export const planned = (
  row: ImportRow,
  outcome: 'new' | 'changed' | 'same',
  sentence = '',
  more: Omit<RowPlan, 'planned'> = {},
): RowPlan => ({ planned: { row: row.row, outcome, name: nameIn(row), sentence }, ...more });
/** Somebody must say whom the row means. */
export const asked = (
  row: ImportRow,
  sentence: string,
  candidates: { id: string; words: string }[],
): RowPlan => ({ planned: { row: row.row, outcome: 'asked', name: nameIn(row), sentence, candidates } });

/** Refuses the second of two rows that say the same; null the first time. */
export function saidBefore(row: ImportRow, key: string, { keys }: Taken): RowPlan | null {
  const before = keys.get(key);
  if (before !== undefined) return rejected(row, `和第 ${before} 行重复。`);
  keys.set(key, row.row);
  return null;
}

const plain = (text: string): string => text.replace(/[\s（）()·•]/g, '');

/** The entry a county means by what it wrote: the whole name, the short name, or the name without its usual ending. */
export function meant<Entry extends { name: string; shortName?: string; retired?: boolean }>(
  entries: readonly Entry[],
  text: string,
  ending: RegExp,
): Entry | null {
  const wanted = plain(text);
  const active = entries.filter(({ retired }) => !retired);
  const whole = active.filter(({ name }) => plain(name) === wanted);
  if (whole.length > 0) return whole.length === 1 ? (whole[0] ?? null) : null;
  const stem = wanted.replace(ending, '');
  const close = active.filter(
    ({ name, shortName }) => plain(name).replace(ending, '') === stem || (shortName ?? '') === wanted,
  );
  return close.length === 1 ? (close[0] ?? null) : null;
}
export const SECTOR_ENDING = /界$/;
export const TOWNSHIP_ENDING = /(?:镇|乡|街道|街道办事处|办事处)$/;
export const COMMITTEE_ENDING = /(?:专门委员会|委员会|委)$/;
/** 县水利局 and 水利局 are one. */
export const UNIT_ENDING = /^县/;

/**
 * The unit a county means, by its name or as everybody shortens it: 住建局 for 县住房和城乡建设局, 交警大队 for
 * 县公安局交通警察大队, 卫健委 for a 委员会. None where two could be meant, and none for the name of an office that is no
 * more and only looks like one: 人事局 is not 退役军人事务局.
 */
export function meantUnit<Entry extends { name: string; retired?: boolean }>(
  units: readonly Entry[],
  text: string,
): Entry | null {
  const known = meant(units, text, UNIT_ENDING);
  const short = plain(text).replace(UNIT_ENDING, '');
  if (known !== null || short.length < SHORTEST) return known;
  const shortened = units.filter(({ name, retired }) => !retired && isShortFor(short, plain(name)));
  return shortened.length === 1 ? (shortened[0] ?? null) : null;
}
/** 局 and the like alone are short for half of the county. */
const SHORTEST = 3;

/** Its characters stand in the name in this order, the first where the name or an office inside it begins, the last at its end. */
function isShortFor(short: string, name: string): boolean {
  const whole = name.replace(/^[县市]/, '').replace(/委员会$/, '委');
  const parts = [whole, ...(/^.+?局(.{2,})$/.exec(whole)?.slice(1) ?? [])];
  return parts.some((part) => {
    if (part[0] !== short[0] || part.at(-1) !== short.at(-1)) return false;
    let at = -1;
    return Array.from(short).every((character) => (at = part.indexOf(character, at + 1)) >= 0);
  });
}
