import type { DataPart } from '@contract/personal-data';

/** Kept by themselves, not in a lead. */
type Kept = 'notices' | 'trackingAttempts' | 'visits' | 'sessions' | 'signInTickets' | 'readers';
/** Days that each kind of data is kept: in a lead after it was over, elsewhere after it was made or ran out; null: for good. */
export type RetentionPolicy = Record<DataPart | Kept, number | null>;

/**
 * Where the county says nothing else. Words stay, because the county answers for what it did about them; who wrote them,
 * and how they could be reached, goes. Sessions and readers carry the moment they end, so they need no days more.
 */
export const USUAL_RETENTION: RetentionPolicy = {
  contact: 180,
  person: 180,
  media: 365,
  place: 365,
  text: null,
  words: null,
  reporter: 730,
  notices: 365,
  trackingAttempts: 1,
  visits: 2,
  sessions: 0,
  signInTickets: 0,
  readers: 0,
};

/** The parts of a lead that can have an end, the most personal first. */
export const RETAINED_PARTS: readonly DataPart[] = [
  'contact',
  'person',
  'media',
  'place',
  'text',
  'words',
  'reporter',
];

/** How many days the county keeps it; null: for good. */
export function keepsFor(
  what: keyof RetentionPolicy,
  policy: Partial<RetentionPolicy> | undefined,
): number | null {
  const days = policy?.[what];
  return days === undefined ? USUAL_RETENTION[what] : days;
}
