import type { Paper } from '../../domain/papers/paper';

/** As much of a paper as a list, its figures and a search need; kept small beside it, so that a year is one cheap read. */
export interface PaperRow {
  id: string;
  kind: Paper['kind'];
  state: Paper['state'];
  title: string;
  number: Paper['number'];
  createdAt: string;
  issuedAt: string | null;
  leadIds: string[];
  suggestions: number;
  outcomes: Paper['results'][number]['outcome'][];
  /** The day of each instruction, and whether what came of it was recorded. */
  followUps: { givenOn: string; isClosed: boolean }[];
}

/** What a paper is found by; derived from it at every write. */
export interface PaperIndex {
  year: number;
  /** Drafts first, then the highest number. */
  order: string;
  leadIds: string[];
  /** When somebody has to be told of an instruction; null: nobody has. */
  nextDueAt: string | null;
  /** Since when leads wait to hear of the paper; null: none does. */
  untoldSince: string | null;
  row: PaperRow;
}

/** A paper as it is stored. The told alarms are kept beside it: telling them is no change anybody must see. */
export interface StoredPaper {
  paper: Paper;
  version: number;
  told: string[];
}
export interface PaperWrite {
  paper: Paper;
  index: PaperIndex;
}

export interface PaperRepository {
  /** False when there is one of this id. */
  insert(write: PaperWrite): Promise<boolean>;
  find(paperId: string): Promise<StoredPaper | null>;
  /** Writes only if the stored version is still `expected`; false when somebody was faster. */
  save(write: PaperWrite, expected: number): Promise<boolean>;
  /**
   * Takes the next place of the year's series and writes the paper with it, both or neither; `stale` when somebody changed
   * the paper, `busy` when others kept taking places: nothing happened, asking again is fine.
   */
  issue(
    paperId: string,
    expected: number,
    year: number,
    numbered: (place: number) => PaperWrite,
  ): Promise<'issued' | 'stale' | 'busy'>;
  /** Takes a draft away; false when it was changed or is gone. */
  remove(paperId: string, expected: number): Promise<boolean>;
  /** Every paper of the year, drafts first, then by number from the highest. */
  listYear(year: number): Promise<PaperRow[]>;
  /** The papers that stand on any of these leads. */
  listByLeads(leadIds: readonly string[]): Promise<PaperRow[]>;
  /** The years in which there are papers, the latest first. */
  listYears(): Promise<number[]>;
  listDue(now: string, limit: number): Promise<StoredPaper[]>;
  /** These alarms were told; the next one is due then. Nothing happens when the paper changed meanwhile. */
  settleTold(
    paperId: string,
    version: number,
    told: readonly string[],
    nextDueAt: string | null,
  ): Promise<void>;
  listUntold(now: string, limit: number): Promise<StoredPaper[]>;
  /** All leads have heard. Nothing happens when the paper changed meanwhile. */
  settleUntold(paperId: string, version: number): Promise<void>;
}
