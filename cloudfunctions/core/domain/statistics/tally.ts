import { QUALITY_DIMENSIONS, QUALITY_TRAITS } from '@contract/statistics';
import { traitKey } from './course-keys';
import { dimensionKey, isIssueKey } from './queue-keys';

/** How many leads carry each key, in parts so that no document grows large: the part is the last key's kind. */
export type Counts = Record<string, number>;

/**
 * Which part of the tally counts the key: `base`, `t`, `c`, `g`, `u`, `o`, `e`, `k`, `s`, `f`, `w`, `v`, `y`, `in:t`,
 * `in:g`, `in:u`, or one of the three of a month: `2026-03` for its funnel, `2026-03t` for its tables, `2026-03k` for
 * its codes.
 */
export function partOf(key: string): string {
  if (isOfMonth(key)) return partOfMonth(key.slice(0, 7), key);
  if (/^[fwvy]:/.test(key) && !OF_QUALITY.test(key)) return key.slice(0, 1);
  const last = key.includes('|') ? key.slice(key.indexOf('|') + 1) : key;
  if (last.startsWith('in:')) return last.slice(0, 4);
  if (key === last && (key === 'all' || key.startsWith('s:') || key.startsWith('m:') || key.startsWith('x:')))
    return 'base';
  return last.slice(0, last.indexOf(':'));
}

/**
 * The parts in which the leads received in a month are counted: its funnel, its tables, and its codes, which are many and
 * seldom asked for.
 */
export const monthFunnel = (month: string): string => month;
export const monthTables = (month: string): string => `${month}t`;
export const monthCodes = (month: string): string => `${month}k`;
/** The key under which a month counts what the whole county counts under `key`. */
export const inMonth = (month: string, key: string): string => `${month}/${key}`;
const isOfMonth = (key: string): boolean => /^\d/.test(key);
function partOfMonth(month: string, key: string): string {
  if (STANDS_IN_FUNNEL.test(key)) return monthFunnel(month);
  return OF_CODE.test(key) ? monthCodes(month) : monthTables(month);
}
const OF_CODE = /[/|]k:/;
const STANDS_IN_FUNNEL = /^\d{4}-\d{2}\/(?:all$|m:[^|]*$|[fw]:(?!.*\|[tu]:))/;

/** Counted beside a key where the lead also carries the other one, though no list is found by the pair. */
export const together = (key: string, other: string): string => `${key}|${other}`;
/** Whether the tally counts the pair. */
export const isCountedTogether = (pair: string): boolean =>
  /^(?:f:consulted|v:[^|]*)\|m:resolved$/.test(pair) || OF_QUALITY.test(pair);
const RESOLVED = 'm:resolved';
const PROMISED = 'f:promised';
/** By the kind of a township's or a unit's own key, which traits are counted beside it. */
const QUALITIES = QUALITY_DIMENSIONS.map((dimension) => ({
  begin: dimensionKey(dimension, ''),
  traits: QUALITY_TRAITS[dimension].map(traitKey),
}));
/** A trait beside a township or a unit. */
const OF_QUALITY = new RegExp(
  `^(?:${QUALITIES.flatMap(({ begin, traits }) => traits.map((key) => `${key}\\|${begin}`)).join('|')})[^|]*$`,
);

/** The change in counts when a lead that was counted under some keys now carries others. Keys without change are absent. */
export function difference(counted: readonly string[], carried: readonly string[]): Counts {
  const change: Counts = {};
  for (const key of countedUnder(carried)) change[key] = (change[key] ?? 0) + 1;
  for (const key of countedUnder(counted)) change[key] = (change[key] ?? 0) - 1;
  for (const key of Object.keys(change)) if (change[key] === 0 || isIssueKey(key)) delete change[key];
  return change;
}

/**
 * Every key a lead is counted under: those it carries, and what follows from them. The latter make figures of a month, and
 * of two facts at once, without the lead standing in more lists.
 */
function countedUnder(carried: readonly string[]): string[] {
  const pairs = pairsOf(carried);
  const month = monthOf(carried);
  if (month === null) return [...carried, ...pairs];
  const ofMonth = [...carried, ...pairs].filter(isOfFigures).map((key) => inMonth(month, key));
  return [...carried, ...pairs, ...ofMonth];
}

function pairsOf(carried: readonly string[]): string[] {
  const isResolved = carried.includes(RESOLVED);
  const isPromised = carried.includes(PROMISED);
  return carried.flatMap((key) => [
    ...qualitiesOf(key, carried),
    ...(isResolved && (key === 'f:consulted' || key.startsWith('v:')) ? [together(key, RESOLVED)] : []),
    ...(isPromised && /^d:[\d-]+$/.test(key) ? [together(PROMISED, key)] : []),
  ]);
}

/** What is counted of how it went beside a township or a unit. */
function qualitiesOf(key: string, carried: readonly string[]): string[] {
  const own = QUALITIES.find(({ begin }) => key.startsWith(begin));
  if (own === undefined || key.includes('|')) return [];
  return own.traits.filter((trait) => carried.includes(trait)).map((trait) => together(trait, key));
}

/** The month in which a lead was received: it stands in a pair with its status, whatever else the lead carries. */
function monthOf(carried: readonly string[]): string | null {
  const key = carried.find((one) => one.startsWith('s:') && one.includes('|o:'));
  return key === undefined ? null : key.slice(-7);
}

/** Whether a period's figures are made of it: not what belongs to the day, to marks, to calls, to issues or to somebody's own list. */
export function isOfFigures(key: string): boolean {
  const cut = key.indexOf('|');
  if (cut < 0) return !/^(?:[dxpovy]:|in:)/.test(key);
  return /^[mf]:/.test(key) && !/^(?:in:|[pod]:)/.test(key.slice(cut + 1));
}

/** Counts after a change; keys that fall to zero disappear. */
export function addCounts(counts: Counts, change: Counts): Counts {
  const sum: Counts = { ...counts };
  addInto(sum, change);
  return sum;
}

/** The same, into counts that nobody else holds. */
export function addInto(sum: Counts, change: Counts): void {
  for (const [key, by] of Object.entries(change)) {
    const total = (sum[key] ?? 0) + by;
    if (total === 0) delete sum[key];
    else sum[key] = total;
  }
}

/** The counts of some months as one, under the keys of the whole county; months themselves as `o:`. */
export function sumOfMonths(counts: Counts, months: readonly string[]): Counts {
  const sum: Counts = {};
  for (const [key, count] of Object.entries(counts)) {
    const month = key.slice(0, 7);
    if (!isOfMonth(key) || !months.includes(month)) continue;
    const inner = key.slice(8);
    sum[inner] = (sum[inner] ?? 0) + count;
    if (inner === 'all') sum[`o:${month}`] = count;
    else if (/^m:[^|]*$/.test(inner)) sum[`${inner}|o:${month}`] = count;
  }
  return sum;
}
