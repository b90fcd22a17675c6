import type { ReportKind, Role } from '@contract/lead';
import type { PaperSource, PaperState, PaperText, SuggestionResult } from '@contract/papers';

/** Who did something to a paper. */
export interface PaperActor {
  accountId: string;
  name: string;
  role: Role;
}

export interface Instruction {
  id: string;
  leader: string;
  office: string;
  givenOn: string;
  /** Where the day was corrected: which it was recorded with, and when it was corrected last. */
  moved?: { from: string; at: string };
  text: string;
  by: PaperActor;
  at: string;
  effect: { text: string; at: string; by: PaperActor } | null;
}

/** A line of the log: what was done, by whom, under which request. `inner`: what whoever reads instructions reads instead. */
export interface PaperDeed {
  at: string;
  by: PaperActor;
  deed: string;
  words: string;
  inner?: string;
  requestId: string;
  fingerprint: string;
}

/** What the leads still have to hear of: written to each of them after the paper, again and again until it stands there. */
export type Untold = 'issued' | 'withdrawn';

/** One document about one matter. */
export interface Paper {
  id: string;
  kind: ReportKind;
  state: PaperState;
  text: PaperText;
  sources: PaperSource[];
  createdAt: string;
  /** The place in the county's series of a year; null until it is issued, never given back. */
  number: { year: number; place: number } | null;
  issuedAt: string | null;
  withdrawn: { reason: string; at: string } | null;
  results: SuggestionResult[];
  instructions: Instruction[];
  log: PaperDeed[];
  untold: Untold[];
}

/** 发文字号: the organ's mark, the year in corner brackets, the place without zeros in front. */
export const signOf = (mark: string, { year, place }: { year: number; place: number }): string =>
  `${mark}〔${year}〕${place}号`;

/** 发文机关 and its mark, from the county's name: 嵩县 → 政协嵩县委员会, 嵩政协. */
export function organOf(countyName: string): { organ: string; mark: string } {
  const characters = Array.from(countyName);
  const short = characters.length === 2 ? (characters[0] ?? '') : countyName.replace(/[县区市]$/u, '');
  return { organ: `政协${countyName}委员会`, mark: `${short}政协` };
}
