import type { Contact } from './lead';

/** Whose matter it is, as seen from who files it. */
export const RELATIONS = ['elder', 'spouse', 'child', 'relative', 'neighbour', 'villager'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Who is told the news: who filed it, the person themselves, or both. */
export const NEWS_FOR = ['helper', 'person', 'both'] as const;
export type NewsFor = (typeof NEWS_FOR)[number];

/** What the person themselves said of it, by number and tracking code. */
export const STANDINGS = ['unconfirmed', 'confirmed', 'denied', 'keptAfterDenial'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A lead that somebody filed for somebody else: facts without names. */
export interface OnBehalf {
  relation: Relation;
  news: NewsFor;
  standing: Standing;
  /** When the person answered; null while nobody has. */
  answeredAt: string | null;
  /** The answer came from the device that filed it: it may still be the person who gave it. */
  onHelpersDevice: boolean;
}

/** What is sent along when somebody files for somebody else. */
export interface OnBehalfInput extends Contact {
  relation: Relation;
  news: NewsFor;
  /** Who files for a child under fourteen is its guardian and agrees. */
  guardianConsents?: boolean;
}

/** The person's own answer, on any device. */
export interface PersonAnswer {
  number: string;
  trackingCode: string;
  mine: boolean;
  words?: string;
}
