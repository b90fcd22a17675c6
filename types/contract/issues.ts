import type { LeadStatus } from './lead';

/** How many days the small bars of an issue reach back. */
export const ISSUE_DAYS = 14;

/** A hot issue: leads about one problem. Numbers and words about the problem; never a person. */
export interface IssueItem {
  id: string;
  title: string;
  categoryName: string;
  /** As many as the queue lists for this issue. */
  leads: number;
  /** Different people: those who submitted, and those who joined in. */
  people: number;
  /** How many villages or townships it is known from, and the names of the townships. */
  places: number;
  townshipNames: string[];
  /** How the leads stand; absent statuses are zero, the sum is `leads`. */
  statuses: Partial<Record<LeadStatus, number>>;
  /** People who spoke up for the first time on each of the last ISSUE_DAYS days, today last. */
  days: number[];
  /** How hot it is now. */
  heat: number;
}

/** The line a lead's page says about the issue it belongs to. */
export type IssueLine = Pick<IssueItem, 'id' | 'title' | 'leads' | 'people' | 'places'>;
