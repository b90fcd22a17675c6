import type { Dimension, StatisticsRow } from '@contract/statistics';

/** Matters begin with the most; places and people keep the county's own order: nobody is ranked. */
export function inReadingOrder(
  dimension: Dimension,
  rows: readonly StatisticsRow[],
): readonly StatisticsRow[] {
  if (dimension !== 'category') return rows;
  return [...rows].sort((one, other) => other.counts.received - one.counts.received);
}
