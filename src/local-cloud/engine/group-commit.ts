import type { Counters } from './counters';
import type { SqlDatabase, Statement } from './sql-database';
import { StorageUnavailable } from './values';

interface Pending {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

const LARGEST_BATCH = 500;

/**
 * Gathers the writes of one turn of the event loop into one commit: one wait for the disk for all of them.
 * Each write stands on its own savepoint, so one that fails hurts no other, and nobody is answered before
 * the commit is on disk. When the disk fails, all writes of the batch are refused with StorageUnavailable.
 */
export class GroupCommit {
  private queue: Pending[] = [];
  private scheduled = false;
  private readonly begin: Statement;
  private readonly commit: Statement;
  private readonly savepoint: Statement;
  private readonly release: Statement;
  private readonly undo: Statement;

  constructor(
    private readonly database: SqlDatabase,
    private readonly counters: Counters,
    private readonly afterUndo: () => void,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.savepoint = database.prepare('SAVEPOINT one_write');
    this.release = database.prepare('RELEASE one_write');
    this.undo = database.prepare('ROLLBACK TO one_write');
  }

  /** Runs a write with the next batch; resolves with its result once it is on disk. */
  submit<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      this.gather(1);
    });
  }

  /** Lets the event loop turn while more writes keep arriving: a wait for the disk costs more than a turn. */
  private gather(known: number): void {
    setImmediate(() => {
      const waiting = this.queue.length;
      if (waiting > known && waiting < LARGEST_BATCH) this.gather(waiting);
      else this.flush();
    });
  }

  /** Writes what is waiting right now; used before the process ends. */
  flush(): void {
    this.scheduled = false;
    while (this.queue.length > 0) this.writeBatch(this.queue.splice(0, LARGEST_BATCH));
  }

  /** Runs a write inside the current batch and takes it back, whether it succeeds or throws. */
  rehearse(work: () => void): void {
    this.database.exec('SAVEPOINT rehearsal');
    try {
      work();
    } finally {
      this.database.exec('ROLLBACK TO rehearsal');
      this.database.exec('RELEASE rehearsal');
      this.afterUndo();
    }
  }

  private writeBatch(batch: readonly Pending[]): void {
    let outcomes: Outcome[];
    try {
      this.begin.run([]);
      outcomes = batch.map((pending) => this.writeOne(pending));
      this.commit.run([]);
      this.counters.commits += 1;
      this.counters.writes += batch.length;
    } catch (error) {
      this.abandon();
      const reason = error instanceof StorageUnavailable ? error : new StorageUnavailable(String(error));
      for (const pending of batch) pending.reject(reason);
      return;
    }
    batch.forEach((pending, index) => {
      const outcome = outcomes[index];
      if (outcome && 'value' in outcome) pending.resolve(outcome.value as never);
      else pending.reject(outcome?.error);
    });
  }

  private writeOne(pending: Pending): Outcome {
    this.savepoint.run([]);
    try {
      const value = pending.work();
      this.release.run([]);
      return { value };
    } catch (error) {
      // A failing disk may already have ended the whole transaction: then nothing of the batch may stand.
      if (error instanceof StorageUnavailable) throw error;
      this.undo.run([]);
      this.release.run([]);
      this.afterUndo();
      return { error };
    }
  }

  private abandon(): void {
    try {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
    } catch {
      // The failure that brought us here is the one to report.
    }
    try {
      this.afterUndo();
    } catch {
      // A database that cannot even be read is reported by the next call that needs it.
    }
  }
}
