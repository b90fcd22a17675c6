import type { PublicLead } from './lead-views';

/** What the public board can be cut by; a matter can stand in several. */
export const BOARD_STATES = ['adopted', 'solved', 'underway'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export interface BoardQuery {
  /** A township or a village; without it the whole county. */
  placeId?: string;
  /** Words of the published text, or their pinyin or first letters; several with blanks between: all of them. Syllables apart are one word: `lu deng`. */
  words?: string;
  state?: BoardState;
  cursor?: string;
}

/** The figures of a place, from the same tally as the panel's. */
export interface BoardFigures {
  /** The county or the township they are of. */
  placeName: string;
  received: number;
  adopted: number;
  resolved: number;
  published: number;
}

export interface BoardPage {
  items: PublicLead[];
  nextCursor: string | null;
  /** How long the whole list is. */
  total: number;
  /** Of the county or a township, where the list is not cut further. */
  figures: BoardFigures | null;
}

/** What kinds of stations members keep for residents. */
export const STATION_KINDS = ['membersHome', 'liaisonStation', 'parlour'] as const;
export type StationKind = (typeof STATION_KINDS)[number];

/** Where residents find members: a place with an address and hours. */
export interface Station {
  id: string;
  name: string;
  kind: StationKind;
  /** The village or township it lies in. */
  placeId: string;
  address: string;
  /** When it is open, in words. */
  hours: string;
  /** On which day a member is there, in words. */
  duty?: string;
  phone?: string;
}

/** Who speaks for a place and where they are found: names and stations, nobody's own telephone. */
export interface Neighbourhood {
  placeName: string;
  townshipName: string;
  liaison: string | null;
  convener: string | null;
  members: { name: string; sectorName: string }[];
  /** The nearest first: of the village, of the township, then the county town's. */
  stations: (Station & { placeName: string })[];
}
