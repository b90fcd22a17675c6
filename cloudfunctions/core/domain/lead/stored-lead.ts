import { completeRoute, type StoredRoute } from '../routing/stored-route';
import { NO_COURSE } from './course';
import type { HeldHandOver, Lead } from './lead';

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

/** What no hand-over knew of when the first ones were stored. */
const LATER_OF_HAND_OVER = { extensionAsked: null } satisfies Partial<HeldHandOver>;
type StoredHandOver = Omit<HeldHandOver, keyof typeof LATER_OF_HAND_OVER> &
  Partial<Pick<HeldHandOver, keyof typeof LATER_OF_HAND_OVER>>;

/** A lead as a document may hold it: older ones lack what came later. */
export type StoredLead = Omit<Lead, keyof typeof LATER | 'route' | 'handOver'> &
  Partial<Pick<Lead, keyof typeof LATER>> & { route: StoredRoute | null; handOver: StoredHandOver | null };

/** The lead with nothing missing: of what an older document does not hold, nothing has happened yet. */
export function completeLead(stored: StoredLead): Lead {
  return {
    ...LATER,
    ...stored,
    route: stored.route && completeRoute(stored.route),
    handOver: stored.handOver && {
      ...LATER_OF_HAND_OVER,
      ...stored.handOver,
      // A reply stands on the hand-over it answers: whoever answered had taken the matter on by then.
      acceptedAt: stored.handOver.acceptedAt ?? stored.reply?.at ?? null,
    },
  };
}
