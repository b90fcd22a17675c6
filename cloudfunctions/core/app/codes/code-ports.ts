import type { StoredCode } from '../../domain/codes/explain-code';
import type { Asked } from '../asked';

/** Codes that were made in the panel, and any that were taken out of use: a place's own code is not stored before that. */
export interface CodeRepository {
  find(id: string): Promise<StoredCode | null>;
  /** All of the county's. */
  list(): Promise<StoredCode[]>;
  /**
   * Stores the new code unless its number is taken: `taken` by another one, `same` when this very request stored it
   * before; then what is stored is given back. `reused`: the request's id stored something else.
   */
  create(code: StoredCode, asked: Asked): Promise<'created' | 'taken' | 'reused' | { same: StoredCode }>;
  /**
   * Takes a code out of use and stores its successor: both or none. `over` when it was out of use already, `taken`
   * when the successor's number is; the same request twice gives what it gave, `reused` when its id took it out of use
   * with other words.
   */
  retire(
    code: StoredCode,
    successor: StoredCode | null,
    asked: Asked,
  ): Promise<'retired' | 'over' | 'taken' | 'reused' | 'conflict'>;
}

/** WeChat's own pictures of codes: which are wished for, which are there. */
export interface CodePictures {
  version: number;
  waiting: string[];
  /** Where each picture lies in the storage, by code. */
  files: Record<string, string>;
  /** Why WeChat refused last. */
  problem: string | null;
}
export interface CodePictureRepository {
  read(): Promise<CodePictures>;
  /** Writes only if the stored version is still the one that was read. */
  write(pictures: CodePictures): Promise<boolean>;
  /** Puts one picture where it always lies; its id in the storage. */
  keep(codeId: string, picture: Uint8Array): Promise<string>;
  /** Short-lived addresses by storage id; files that are gone are left out. */
  urls(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Asks WeChat for the mini-program's picture of a scene. `later`: another time it may go through. */
export interface WechatCodes {
  make(
    scene: string,
  ): Promise<
    { outcome: 'made'; picture: Uint8Array } | { outcome: 'later' } | { outcome: 'failed'; code: number }
  >;
}
