import type { IssueItem } from './issues';

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

export const DIMENSIONS = [
  'township',
  'category',
  'sector',
  'committee',
  'unit',
  'month',
  'entry',
  'code',
  'status',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** What the statistics page has a table of at once; codes are hundreds, and are asked for on their own. */
export type TableDimension = Exclude<Dimension, 'code'>;
export const TABLE_DIMENSIONS: readonly TableDimension[] = DIMENSIONS.filter(
  (dimension) => dimension !== 'code',
);

/** How long something took: days of the calendar from the day it was received, 0 on the same day. */
export const PACES = ['accept', 'adopt', 'reply', 'resolve'] as const;
export type Pace = (typeof PACES)[number];
/** Whatever took longer is counted as this many days. */
export const PACE_DAYS_MAX = 400;

/** What else is counted of leads, for the county alone: how they went, and what residents said of it. */
export const TRAITS = [
  'accepted',
  'replied',
  'late',
  'bounced',
  'promised',
  'consulted',
  'fixed',
  'notFixed',
  'stars1',
  'stars2',
  'stars3',
  'stars4',
  'stars5',
] as const;
export type Trait = (typeof TRAITS)[number];

/** Of whom it is also counted how it went, and what: what the county's own hand did, and what residents said. */
export const QUALITY_TRAITS = {
  township: ['late', 'bounced', 'fixed', 'notFixed'],
  unit: ['replied', 'late', 'fixed', 'notFixed'],
} as const satisfies Partial<Record<Dimension, readonly Trait[]>>;
export type QualityDimension = keyof typeof QUALITY_TRAITS;
export const QUALITY_DIMENSIONS: readonly QualityDimension[] = ['township', 'unit'];
export interface QualityRow {
  id: string;
  name: string;
  received: number;
  traits: Partial<Record<Trait, number>>;
}

export interface PaceFigures {
  /** Of how many leads this is known. */
  count: number;
  /** Half of them took at most so many days, nine of ten at most so many; null where there are none. */
  median: number | null;
  ninetieth: number | null;
  /** How many took how many days, the fewest days first; empty ones are left out. */
  days: { days: number; count: number }[];
}

/** A consultation, as far as figures tell of it: its day, and how many problems it was about. */
export interface SessionFigures {
  id: string;
  heldOn: string;
  problems: number;
  resolved: number;
}

/** The figures of the period before, to compare with. */
export type Earlier = Pick<Statistics, 'funnel' | 'paces' | 'traits'> & { period: string };

/**
 * The funnel and one table per dimension: of all leads, or of those received in a period, as they stand now. Each number
 * equals the length of the list its filter opens.
 */
export interface Statistics {
  /** null: everything ever received. */
  period: string | null;
  funnel: Record<Measure, number>;
  tables: Record<TableDimension, StatisticsRow[]>;
  paces: Record<Pace, PaceFigures>;
  traits: Record<Trait, number>;
  /** How it went in each township, and with each unit. */
  quality: Record<QualityDimension, QualityRow[]>;
  /** Of the consulted ones, how many are resolved. */
  consultedResolved: number;
  /** Consultations held in the period, the latest first. */
  sessions: SessionFigures[];
  earlier: Earlier | null;
  /** Every month there are leads of, the latest first, whatever the period. */
  months: StatisticsRow[];
  /** How the whole county stands at this moment, whatever the period. */
  now: Record<QueueGroup, number> & { promisedLate: number };
  /** What people speak of at this moment, the hottest first. */
  issues: IssueItem[];
  /** The moment these figures were true. */
  asOf: string;
}

/** What came in by each code, of everything or of a period. */
export interface CodeFigures extends Pick<Statistics, 'period' | 'asOf'> {
  rows: StatisticsRow[];
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

/**
 * What else a lead can be picked out by: it calls the reader (or did, and they came), it waits in an office of a township
 * that nobody holds, its category waits for a person, it is a report against officials, it was chased, its unit asks for
 * more time. `called` and `unmanned` are lists by themselves: not beside a group or a committee.
 */
export const QUEUE_MARKS = [
  'called',
  'unmanned',
  'toConfirm',
  'private',
  'urgent',
  'part',
  'chased',
  'extensionAsked',
] as const;
export type QueueMark = (typeof QUEUE_MARKS)[number];

/** The filters of a queue, as they stand in the panel's address. At most one dimension beside a status or measure. */
export interface QueueFilter {
  group?: QueueGroup;
  mark?: QueueMark;
  status?: string;
  measure?: Measure;
  dimension?: Dimension;
  dimensionId?: string;
  /** Received in this period (`2026-03`, `2026-Q1`, `2026-H1`, `2026`); not beside what time decides. */
  period?: string;
  trait?: Trait;
  /** Took just so many days, with `pace`; PACE_DAYS_MAX: so many or more. */
  pace?: Pace;
  days?: number;
  /** Spoken of in one consultation. */
  session?: string;
  /** Leads of one hot issue. */
  issueId?: string;
  /** Exact number. */
  number?: string;
  /** Newest first instead of most urgent first, for the groups that have both. */
  sort?: 'newest';
  /** In which of their offices the caller looks (`liaison:410325100`); without it, in the widest. */
  as?: string;
}
