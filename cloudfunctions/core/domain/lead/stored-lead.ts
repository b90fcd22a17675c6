import { completeRoute, type StoredRoute } from '../routing/stored-route';
import { NO_COURSE } from './course';
import type { Lead } from './lead';

/** What leads did not know of when the first ones were stored. */
const LATER = {
  codeId: null,
  reminded: false,
  chasedAt: null,
  escalatedTo: [],
  splitFrom: null,
  parts: [],
  broadcast: null,
  promise: null,
  proposal: null,
  awaitsReview: false,
  issueId: null,
  groupedByStaff: false,
  course: NO_COURSE,
  awaitsTranscript: false,
  onBehalf: null,
} satisfies Partial<Lead>;

/** A lead as a document may hold it: older ones lack what came later. */
export type StoredLead = Omit<Lead, keyof typeof LATER | 'route'> &
  Partial<Pick<Lead, keyof typeof LATER>> & { route: StoredRoute | null };

/** The lead with nothing missing: of what an older document does not hold, nothing has happened yet. */
export function completeLead(stored: StoredLead): Lead {
  return { ...LATER, ...stored, route: stored.route && completeRoute(stored.route) };
}
