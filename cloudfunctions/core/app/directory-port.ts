import type { DirectoryPerson, EntryChange } from '@contract/directory-desk';
import type { County } from '../domain/county';
import type { Asked } from './asked';

/** The directory as it is stored: not as it stands on a day, and never from memory. */
export interface StoredDirectory {
  county: County;
  /** Counts every save, of the county's parts and of people. */
  version: number;
}

/** One save as it is kept, for good. */
export interface StoredChange {
  version: number;
  at: string;
  by: { accountId: string; name: string };
  why: string;
  ownRights: boolean;
  changes: EntryChange[];
}

/** A person as one save leaves them. */
export interface PersonWrite {
  person: Omit<DirectoryPerson, 'binding' | 'version'>;
  /** The version the save stands on; 0: nobody has the id yet. */
  expected: number;
  /** `keep` where the save is not about it; a hash gives a new code, `none` takes WeChat and code away. */
  binding: 'keep' | 'none' | { bindCodeHash: string };
}

/** One save of the directory: all of it is written, or nothing. */
export interface DirectorySave {
  /** The county after it; null where only people change. */
  county: County | null;
  /** The version it stands on. */
  expected: number;
  people: readonly PersonWrite[];
  /** They were read after the version this stands on: nobody can have changed them since, so nobody is read again. */
  peopleReadAfter?: boolean;
  /** One of these, beside those written, must still be an active administrator when it is written. */
  administrators?: readonly string[];
  change: Omit<StoredChange, 'version'>;
  asked: Asked;
}

/** `saved` tells the new version; `again`: this very request was saved before; `reused`: its id meant something else. */
export type SaveOutcome =
  { kind: 'saved' | 'again'; version: number } | { kind: 'stale' | 'reused' | 'lastAdministrator' };

export interface DirectoryRepository {
  read(): Promise<StoredDirectory>;
  save(save: DirectorySave): Promise<SaveOutcome>;
  /** Newest first; `entryKey` is `all`, a section, or `section:id`. */
  changes(entryKey: string, before: number | null, limit: number): Promise<(StoredChange & { id: string })[]>;
  people(after: string, limit: number): Promise<DirectoryPerson[]>;
  person(id: string): Promise<DirectoryPerson | null>;
}
