import type { LeadStatus } from './lead';
import type { CosignStanding } from './lead-views';

/** What two leads have in common beside their words; null where the place is unknown or another. */
export type SamePlace = 'village' | 'township' | null;

/**
 * An earlier lead as somebody may read it who is about to submit their own. Of what is not published only an outline:
 * neither the other person's words nor where exactly it is, nor which words both have, lest words be guessed.
 */
export interface EarlierLead {
  /** Only of one's own lead and of a published one. */
  leadId: string | null;
  /** The reader submitted it: all of it is theirs to read. */
  own: boolean;
  /** The published headline; empty where nothing is published. */
  title: string;
  /** The whole published text; empty where nothing is published. */
  text: string;
  categoryName: string;
  /** The township, no finer. */
  placeName: string;
  samePlace: SamePlace;
  status: LeadStatus;
  /** `2026-03`. */
  month: string;
  /** How many people submitted it or joined in. */
  people: number;
  /** How many joined in, and whether the reader may: only where it is published. */
  cosigns: number;
  cosign: CosignStanding;
}

/** An earlier lead as an officer reads it who may read it anyway. */
export interface SimilarLead {
  leadId: string;
  number: string;
  status: LeadStatus;
  submittedAt: string;
  placeName: string;
  /** The first 60 characters of the text. */
  excerpt: string;
  /** Very like, or only like. */
  veryLike: boolean;
  samePlace: SamePlace;
  /** The words both have, as they stand in the text of the lead that was asked about. */
  words: string[];
  /** The lead asked about can be merged into this one now, and the reader may do so. */
  mayTakeIn: boolean;
}
