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

export const DIMENSIONS = ['township', 'category', 'sector', 'unit', 'month', 'entry', 'code', 'status'] as const;
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

/**
 * The day at a glance. What is open is either the caller's to act on (`mine`) or somebody else's (`waiting`); what is
 * new, due today or late stands in one of these two as well.
 */
export const QUEUE_GROUPS = ['new', 'mine', 'today', 'late', 'waiting'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** What else a lead can be picked out by: its category waits for a person, or it is a report against officials. */
export const QUEUE_MARKS = ['toConfirm', 'private', 'urgent', 'part'] as const;
export type QueueMark = (typeof QUEUE_MARKS)[number];

/** The filters of a queue, as they stand in the panel's address. At most one dimension beside a status or measure. */
export interface QueueFilter {
  group?: QueueGroup;
  mark?: QueueMark;
  status?: string;
  measure?: Measure;
  dimension?: Dimension;
  dimensionId?: string;
  /** Leads of one hot issue. */
  issueId?: string;
  /** Exact number. */
  number?: string;
  /** Newest first instead of most urgent first, for the groups that have both. */
  sort?: 'newest';
  /** In which of their offices the caller looks (`liaison:410325100`); without it, in the widest. */
  as?: string;
}
