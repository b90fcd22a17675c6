import { isIssueKey } from './queue-keys';

/** How many leads carry each key, in parts so that no document grows large: the part is the last key's kind. */
export type Counts = Record<string, number>;

/** Which part of the tally counts the key: `base`, `t`, `c`, `g`, `u`, `o`, `e`, `k`, `s`, `in:t`, `in:g` or `in:u`. */
export function partOf(key: string): string {
  const last = key.includes('|') ? key.slice(key.indexOf('|') + 1) : key;
  if (last.startsWith('in:')) return last.slice(0, 4);
  if (key === last && (key === 'all' || key.startsWith('s:') || key.startsWith('m:') || key.startsWith('x:')))
    return 'base';
  return last.slice(0, last.indexOf(':'));
}

/** The change in counts when a lead that was counted under some keys now carries others. Keys without change are absent. */
export function difference(counted: readonly string[], carried: readonly string[]): Counts {
  const change: Counts = {};
  for (const key of carried) change[key] = (change[key] ?? 0) + 1;
  for (const key of counted) change[key] = (change[key] ?? 0) - 1;
  return Object.fromEntries(Object.entries(change).filter(([key, by]) => by !== 0 && !isIssueKey(key)));
}

/** Counts after a change; keys that fall to zero disappear. */
export function addCounts(counts: Counts, change: Counts): Counts {
  const sum: Counts = { ...counts };
  for (const [key, by] of Object.entries(change)) {
    const total = (sum[key] ?? 0) + by;
    if (total === 0) delete sum[key];
    else sum[key] = total;
  }
  return sum;
}
