/** What is counted. `received` is every lead ever submitted; the others are facts about those same leads. */
export const MEASURES = [
  'received',
  'adopted',
  'declined',
  'resolved',
  'unresolvable',
  'outOfScope',
  'published',
] as const;
export type Measure = (typeof MEASURES)[number];

export const DIMENSIONS = ['township', 'category', 'sector', 'unit', 'month', 'entry', 'status'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The funnel and one table per dimension. Each number equals the length of the list its filter opens. */
export interface Statistics {
  funnel: Record<Measure, number>;
  tables: Record<Dimension, StatisticsRow[]>;
  /** The moment these figures were true. */
  asOf: string;
}
export interface StatisticsRow {
  /** Id of the township, category, …; `none` for leads without one. */
  id: string;
  name: string;
  counts: Record<Measure, number>;
}

/** The filters of a queue, as they stand in the panel's address. At most one dimension beside a status or measure. */
export interface QueueFilter {
  status?: string;
  measure?: Measure;
  dimension?: Dimension;
  dimensionId?: string;
  /** Leads whose clock ran out. */
  overdue?: boolean;
  /** Exact number. */
  number?: string;
}
