import Database from 'libsql';
import { StorageUnavailable } from './values';

export type SqlValue = null | number | string | Buffer;
export type Row = readonly SqlValue[];

/** A prepared statement; rows come as arrays in the order of the selected columns. */
export interface Statement {
  run(values: readonly SqlValue[]): { changes: number; lastInsertRowid: number };
  get(values: readonly SqlValue[]): Row | undefined;
  all(values: readonly SqlValue[]): Row[];
}

/** One SQLite file: write-ahead log, every commit synced to disk before it returns. */
export class SqlDatabase {
  private readonly database: Database.Database;

  /** Opens or creates the file; throws StorageUnavailable when another process holds it. */
  constructor(file: string, journal: 'WAL' | 'DELETE' = 'WAL') {
    this.database = guard(() => new Database(file));
    guard(() => this.database.pragma(`journal_mode = ${journal}`));
    this.database.exec('PRAGMA synchronous = FULL');
    this.database.exec('PRAGMA cache_size = -32000');
    this.database.exec('PRAGMA journal_size_limit = 67108864');
  }

  exec(sql: string): void {
    guard(() => this.database.exec(sql));
  }

  /** Prepares a statement; running it throws StorageUnavailable when disk or file fail. */
  prepare(sql: string): Statement {
    const statement = guard(() => this.database.prepare(sql));
    if (statement.reader) statement.raw(true);
    return {
      run: (values) => {
        const { changes, lastInsertRowid } = guard(() => statement.run(values as SqlValue[]));
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      },
      get: (values) => guard(() => statement.get(values as SqlValue[])) as Row | undefined,
      all: (values) => guard(() => statement.all(values as SqlValue[])) as Row[],
    };
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  close(): void {
    this.database.close();
  }
}

/** Whether an error is a broken unique index and nothing else. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_CONSTRAINT');
}

const STORAGE_FAILURE = /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM|PROTOCOL|BUSY|LOCKED)/;

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (STORAGE_FAILURE.test(codeOf(error))) throw new StorageUnavailable(codeOf(error));
    throw error;
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}
