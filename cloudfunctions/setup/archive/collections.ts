/** What an archive holds: everything the county stands on. */
export const KEPT = [
  'directories',
  'directoryChanges',
  'accounts',
  'leads',
  'issues',
  'papers',
  'paperSeries',
  'dossiers',
  'ledgers',
  'codes',
  'codePictures',
  'notices',
  'consents',
  'erasures',
  'savedViews',
  'jobs',
] as const;

/** What passes by itself and is left out: who is signed in or reading just now, and what is counted against abuse. */
export const PASSING = ['sessions', 'signInTickets', 'readers', 'trackingAttempts', 'visits'] as const;
