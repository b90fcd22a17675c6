import type { IndexDefinition } from './catalog';
import { readText } from './extended-json';
import { entriesOf, type Entries } from './index-entries';
import type { IndexFacts } from './index-plan';
import { encodeKey } from './key-encoding';
import { isUniqueViolation, type Row, type SqlDatabase, type SqlValue, type Statement } from './sql-database';
import { CloudError, valueAt, type Fields, type Value } from './values';

/** A stored document: its place in the table and its text. */
export interface Stored {
  readonly place: number;
  readonly text: string;
}

/** A document and how the index it was found by placed it. */
export interface Entry extends Stored {
  readonly key: Buffer;
}

const ID_INDEX: IndexDefinition = { name: '_id_', keys: [['_id', 1]], unique: true, sparse: false };

interface OpenIndex extends IndexFacts {
  readonly definition: IndexDefinition;
  readonly arrayParts: Set<number>;
  readonly table: string;
  readonly add: Statement;
  readonly remove: Statement;
}

/**
 * One collection on disk: a table of documents and a table of entries for each index. Changes must run inside
 * a transaction of the caller; a broken unique index is thrown as the cloud words it.
 */
export class DocumentTable {
  private readonly indexes: OpenIndex[];
  private readonly statements = new Map<string, Statement>();
  private readonly table: string;
  private learnedArrays = true;

  constructor(
    private readonly database: SqlDatabase,
    readonly name: string,
    definitions: readonly IndexDefinition[],
  ) {
    this.table = `"documents:${name}"`;
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${this.table} (n INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
    this.indexes = definitions.map((definition) => this.open(definition));
    this.rememberArrays();
  }

  /** Every index with what is known about it, the one on `_id` first. */
  get facts(): readonly IndexFacts[] {
    return [{ definition: ID_INDEX, arrayParts: new Set() }, ...this.indexes];
  }

  byId(id: Value): Stored | undefined {
    return stored(this.sql(`SELECT n, body FROM ${this.table} WHERE k = ?`).get([encodeKey(id)]));
  }

  byPlace(place: number): Stored | undefined {
    return stored(this.sql(`SELECT n, body FROM ${this.table} WHERE n = ?`).get([place]));
  }

  /** Up to `limit` documents behind `place`, in the order in which they were added. */
  after(place: number, limit: number): Stored[] {
    const rows = this.sql(`SELECT n, body FROM ${this.table} WHERE n > ? ORDER BY n LIMIT ?`).all([
      place,
      limit,
    ]);
    return rows.map((row) => ({ place: Number(row[0]), text: String(row[1]) }));
  }

  count(): number {
    return Number(this.sql(`SELECT count(*) FROM ${this.table}`).get([])?.[0] ?? 0);
  }

  insert(document: Fields, text: string): void {
    const id = document['_id'] ?? null;
    try {
      const { lastInsertRowid } = this.sql(`INSERT INTO ${this.table} (k, body) VALUES (?, ?)`).run([
        encodeKey(id),
        text,
      ]);
      for (const index of this.indexes)
        this.enter(index, entriesOf(document, index.definition), lastInsertRowid, document);
    } catch (error) {
      throw isUniqueViolation(error) ? this.duplicate(ID_INDEX, document) : error;
    }
  }

  replace(place: number, before: Fields, after: Fields, text: string): void {
    this.sql(`UPDATE ${this.table} SET body = ? WHERE n = ?`).run([text, place]);
    for (const index of this.indexes) {
      const old = entriesOf(before, index.definition);
      const next = entriesOf(after, index.definition);
      const kept = new Set(next.keys.map((key) => key.toString('latin1')));
      for (const key of old.keys) if (!kept.delete(key.toString('latin1'))) index.remove.run([key, place]);
      const added = next.keys.filter((key) => kept.has(key.toString('latin1')));
      this.enter(index, { ...next, keys: added }, place, after);
    }
  }

  remove(place: number, document: Fields): void {
    this.sql(`DELETE FROM ${this.table} WHERE n = ?`).run([place]);
    for (const index of this.indexes) {
      for (const key of entriesOf(document, index.definition).keys) index.remove.run([key, place]);
    }
  }

  /** A statement over this collection, prepared once; `{documents}` and `{entries}` name the tables. */
  over(index: IndexDefinition, sql: string): Statement {
    const entries = index === ID_INDEX ? this.table : this.entryTable(index);
    return this.sql(sql.replaceAll('{entries}', entries).replaceAll('{documents}', this.table));
  }

  /** Reads again from disk which index parts hold arrays; needed after a rollback. */
  rememberArrays(): void {
    if (!this.learnedArrays) return;
    this.learnedArrays = false;
    for (const index of this.indexes) {
      index.arrayParts.clear();
      for (const row of this.sql('SELECT part FROM array_parts WHERE entries = ?').all([index.table])) {
        index.arrayParts.add(Number(row[0]));
      }
    }
  }

  private enter(index: OpenIndex, entries: Entries, place: number, document: Fields): void {
    for (const part of entries.arrayParts) {
      if (index.arrayParts.has(part)) continue;
      this.sql('INSERT OR IGNORE INTO array_parts (entries, part) VALUES (?, ?)').run([index.table, part]);
      index.arrayParts.add(part);
      this.learnedArrays = true;
    }
    try {
      for (const key of entries.keys) index.add.run([key, place]);
    } catch (error) {
      throw isUniqueViolation(error) ? this.duplicate(index.definition, document) : error;
    }
  }

  private open(definition: IndexDefinition): OpenIndex {
    const table = this.entryTable(definition);
    const primary = definition.unique ? 'k' : 'k, n';
    const declared = JSON.stringify(definition);
    const known = this.sql('SELECT declared FROM indexes WHERE entries = ?').get([table])?.[0];
    const isNew = known !== declared;
    if (isNew) {
      this.database.exec(`DROP TABLE IF EXISTS ${table}`);
      this.sql('DELETE FROM array_parts WHERE entries = ?').run([table]);
      this.sql('INSERT OR REPLACE INTO indexes (entries, declared) VALUES (?, ?)').run([table, declared]);
      this.database.exec(
        `CREATE TABLE ${table} (k BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (${primary})) WITHOUT ROWID`,
      );
    }
    const index: OpenIndex = {
      definition,
      table,
      arrayParts: new Set(),
      add: this.database.prepare(`INSERT INTO ${table} (k, n) VALUES (?, ?)`),
      remove: this.database.prepare(`DELETE FROM ${table} WHERE k = ? AND n = ?`),
    };
    if (isNew) this.fill(index);
    return index;
  }

  private fill(index: OpenIndex): void {
    let place = 0;
    for (;;) {
      const batch = this.after(place, 500);
      for (const row of batch) {
        const document = readText(row.text);
        this.enter(index, entriesOf(document, index.definition), row.place, document);
        place = row.place;
      }
      if (batch.length === 0) return;
    }
  }

  private entryTable(index: IndexDefinition): string {
    return `"entries:${this.name}:${index.name}"`;
  }

  private sql(text: string): Statement {
    let statement = this.statements.get(text);
    if (!statement) {
      statement = this.database.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }

  /**
   * The wording of the real cloud: code DATABASE_REQUEST_FAILED (its documents also list DATABASE_DUPLICATE_WRITE,
   * which the node SDK is not seen to pass on), recognisable only by `E11000` in the message.
   */
  private duplicate(index: IndexDefinition, document: Fields): CloudError {
    const values = index.keys.map(([field]) => JSON.stringify(valueAt(document, field) ?? null)).join(', : ');
    const text = `E11000 duplicate key error collection: tnt-local.${this.name} index: ${index.name} dup key: { : ${values} }`;
    return new CloudError(
      'DATABASE_REQUEST_FAILED',
      `multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`,
    );
  }
}

function stored(row: Row | undefined): Stored | undefined {
  const [place, text] = row ?? ([] as SqlValue[]);
  return typeof place === 'number' && typeof text === 'string' ? { place, text } : undefined;
}
