import { randomBytes } from 'node:crypto';
import { encodeKey } from './key-encoding';
import { readText, writeText } from './extended-json';
import type { Store } from './store';
import { applyUpdate, type Modifier } from './update';
import { CloudError, type Fields, type Value } from './values';

interface Change {
  readonly collection: string;
  readonly id: Value;
  /** Null when the document is to be removed. */
  text: string | null;
}

interface OpenTransaction {
  readonly id: string;
  readonly owner: string;
  /** Nothing that changed after this moment may be read or overwritten. */
  readonly since: number;
  readonly changes: Map<string, Change>;
  readonly expiry: NodeJS.Timeout;
}

/**
 * Transactions over documents by id. Reads see the moment the transaction began; a document that somebody
 * changed since, or that another open transaction has changed, is a conflict at once (the SDK then runs its
 * callback again). Changes wait in memory and reach the disk together, or not at all.
 */
export class Transactions {
  private readonly open = new Map<string, OpenTransaction>();
  private readonly changedAt = new Map<string, number>();
  private moment = 0;
  private isRehearsing = false;

  constructor(
    private readonly store: Store,
    private readonly lifetimeMs: number,
  ) {
    store.onChange = (collection, id) => this.noteChange(collection, id);
  }

  /** Begins a transaction for the given caller. */
  begin(owner: string): string {
    const id = randomBytes(16).toString('hex');
    const expiry = setTimeout(() => this.forget(id), this.lifetimeMs);
    expiry.unref();
    this.open.set(id, { id, owner, since: this.moment, changes: new Map(), expiry });
    return id;
  }

  /** Whether this caller has a transaction open. */
  hasOpen(owner: string): boolean {
    for (const transaction of this.open.values()) if (transaction.owner === owner) return true;
    return false;
  }

  /** The document as the transaction sees it; refuses one that changed since the beginning. */
  read(transactionId: string, collection: string, id: Value): string | undefined {
    const transaction = this.find(transactionId);
    const key = keyOf(collection, id);
    const own = transaction.changes.get(key);
    if (own) return own.text ?? undefined;
    const stored = this.store.collection(collection).table.byId(id);
    this.store.counters.reads += 1;
    try {
      this.refuseChanged(transaction, key);
    } catch (error) {
      // The SDK tries again without ending the one that met the conflict.
      this.forget(transactionId);
      throw error;
    }
    return stored?.text;
  }

  /** Adds a document; refuses an id or a unique value that is taken. */
  insert(transactionId: string, collection: string, document: Fields): Promise<Value> {
    const withId = '_id' in document ? document : { _id: randomBytes(16).toString('hex'), ...document };
    const id = withId['_id'] ?? null;
    return this.change(transactionId, collection, id, () => {
      if (this.read(transactionId, collection, id) !== undefined) {
        // Inserting on purpose over an existing document words the refusal as the store does.
        this.store.insert(collection, withId);
      }
      return { text: writeText(withId), result: id };
    });
  }

  /** Applies operators to one document; tells 0 when it does not exist or does not change. */
  update(transactionId: string, collection: string, id: Value, modifier: Modifier): Promise<number> {
    return this.change(transactionId, collection, id, () => {
      const before = this.read(transactionId, collection, id);
      if (before === undefined) return { result: 0 };
      const document = readText(before);
      applyUpdate(document, modifier);
      const text = writeText(document);
      return text === before ? { result: 0 } : { text, result: 1 };
    });
  }

  /** Puts a whole document in place, or adds it. */
  put(
    transactionId: string,
    collection: string,
    id: Value,
    content: Fields,
  ): Promise<{ updated: number; upsertedId?: Value }> {
    return this.change<{ updated: number; upsertedId?: Value }>(transactionId, collection, id, () => {
      const existed = this.read(transactionId, collection, id) !== undefined;
      const text = writeText({ _id: id, ...content });
      return { text, result: existed ? { updated: 1 } : { updated: 0, upsertedId: id } };
    });
  }

  /** Removes one document; tells how many. */
  remove(transactionId: string, collection: string, id: Value): Promise<number> {
    return this.change(transactionId, collection, id, () => {
      const existed = this.read(transactionId, collection, id) !== undefined;
      return existed ? { text: null, result: 1 } : { result: 0 };
    });
  }

  /** Writes all changes, or none when somebody else was faster on one of the documents. */
  async commit(transactionId: string): Promise<void> {
    const transaction = this.find(transactionId);
    try {
      if (transaction.changes.size === 0) return;
      await this.store.commit.submit(() => {
        for (const key of transaction.changes.keys()) this.refuseChanged(transaction, key);
        this.apply(transaction.changes.values());
      });
    } finally {
      this.forget(transactionId);
    }
  }

  /** Drops the transaction and what it would have written. */
  abort(transactionId: string): void {
    this.find(transactionId);
    this.forget(transactionId);
  }

  private async change<T>(
    transactionId: string,
    collection: string,
    id: Value,
    decide: () => { text?: string | null; result: T },
  ): Promise<T> {
    const transaction = this.find(transactionId);
    try {
      return await this.store.commit.submit(() => {
        const key = keyOf(collection, id);
        this.refuseChanged(transaction, key);
        this.refuseTaken(transaction, key);
        const { text, result } = decide();
        if (text === undefined) return result;
        const change = { collection, id, text };
        transaction.changes.set(key, change);
        // Broken unique indexes are told at the write, as in the cloud, not at the commit.
        this.rehearse(transaction, change);
        return result;
      });
    } catch (error) {
      // Any error ends a transaction of the real database.
      this.forget(transactionId);
      throw error;
    }
  }

  /** The newest change alone, as a rule; all of them only when it needs what an earlier one made free. */
  private rehearse({ changes }: OpenTransaction, newest: Change): void {
    this.isRehearsing = true;
    try {
      this.store.commit.rehearse(() => this.apply([newest]));
    } catch {
      this.store.commit.rehearse(() => this.apply(changes.values()));
    } finally {
      this.isRehearsing = false;
    }
  }

  private apply(changes: Iterable<Change>): void {
    for (const { collection, id, text } of changes) {
      const stored = this.store.collection(collection).table.byId(id);
      if (text !== null) {
        const document = readText(text);
        if (stored) this.store.write(collection, stored, document);
        else this.store.insert(collection, document);
      } else if (stored) this.store.erase(collection, stored);
    }
  }

  private noteChange(collection: string, id: Value): void {
    if (this.open.size === 0 || this.isRehearsing) return;
    this.moment += 1;
    this.changedAt.set(keyOf(collection, id), this.moment);
  }

  private refuseChanged(transaction: OpenTransaction, key: string): void {
    if ((this.changedAt.get(key) ?? 0) > transaction.since) throw conflict();
  }

  private refuseTaken(transaction: OpenTransaction, key: string): void {
    for (const other of this.open.values()) {
      if (other !== transaction && other.changes.has(key)) throw conflict();
    }
  }

  private find(transactionId: string): OpenTransaction {
    const transaction = this.open.get(transactionId);
    if (!transaction) {
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        'transaction does not exist, has ended or has expired',
      );
    }
    return transaction;
  }

  private forget(transactionId: string): void {
    const transaction = this.open.get(transactionId);
    if (transaction) clearTimeout(transaction.expiry);
    this.open.delete(transactionId);
    if (this.open.size === 0) this.changedAt.clear();
  }
}

/** The code on which the SDK's runTransaction tries again. */
function conflict(): CloudError {
  return new CloudError('DATABASE_TRANSACTION_CONFLICT', 'database transaction conflict: WriteConflict');
}

function keyOf(collection: string, id: Value): string {
  return `${collection}\0${encodeKey(id).toString('latin1')}`;
}
