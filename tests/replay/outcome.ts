import type { Routing } from './routing';

/** What became of the messages. Figures only. */
export interface Outcome {
  messages: number;
  people: number;
  accepted: number;
  /** Leads whose receipt is from this run: a second run of the same file adds none. */
  added: number;
  /** Leads of the county before and after, as its own statistics say. */
  received: { before: number; after: number };
  refusals: Record<string, number>;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  routing: Routing;
}
