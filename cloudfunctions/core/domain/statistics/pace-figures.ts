import { PACE_DAYS_MAX, type Pace, type PaceFigures } from '@contract/statistics';
import { paceKey } from './course-keys';
import type { Counts } from './tally';

/** How long something took, exact to the day: every number of days has a count of its own. */
export function paceFiguresOf(pace: Pace, counts: Counts): PaceFigures {
  const begin = paceKey(pace, 0).slice(0, -1);
  const days = Object.entries(counts)
    .filter(([key]) => key.startsWith(begin))
    .map(([key, count]) => ({ days: Math.min(Number(key.slice(begin.length)), PACE_DAYS_MAX), count }))
    .sort((one, other) => one.days - other.days);
  const count = days.reduce((sum, one) => sum + one.count, 0);
  return { count, median: within(days, count, 0.5), ninetieth: within(days, count, 0.9), days };
}

/** The fewest days within which this share of them was done (the nearest rank). */
function within(days: PaceFigures['days'], count: number, share: number): number | null {
  const rank = Math.ceil(count * share);
  let reached = 0;
  for (const one of days) {
    reached += one.count;
    if (reached >= rank) return one.days;
  }
  return null;
}
