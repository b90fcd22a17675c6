import { randomBytes } from 'node:crypto';
import type { Catalog } from './catalog';
import { newCounters, type Counters } from './counters';
import { DocumentTable, type Stored } from './document-table';
import { readText, writeText } from './extended-json';
import type { Filter } from './filter';
import { Finder, type OnScan } from './find';
import { GroupCommit } from './group-commit';
import { SqlDatabase } from './sql-database';
import { applyUpdate, type Modifier } from './update';
import { CloudError, type Fields, type Value } from './values';

/** A collection that is open: its documents and its queries. */
export interface Collection {
  readonly table: DocumentTable;
  readonly finder: Finder;
}

/** Told about every change of a document, so that open transactions notice conflicts. */
export type OnChange = (collection: string, id: Value) => void;

const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** All collections of one data folder. Changes are functions to be run by `commit.submit`. */
export class Store {
  readonly counters: Counters = newCounters();
  readonly commit: GroupCommit;
  private readonly database: SqlDatabase;
  private readonly collections = new Map<string, Collection>();
  onChange: OnChange = () => undefined;

  /** Opens or creates the file and brings its indexes in line with the catalog. */
  constructor(file: string, catalog: Catalog, onScan: OnScan) {
    this.database = new SqlDatabase(file);
    this.database.exec(
      'CREATE TABLE IF NOT EXISTS indexes (entries TEXT PRIMARY KEY, declared TEXT NOT NULL)',
    );
    this.database.exec(
      'CREATE TABLE IF NOT EXISTS array_parts (entries TEXT, part INTEGER, PRIMARY KEY (entries, part))',
    );
    this.database.exec('BEGIN IMMEDIATE');
    for (const [name, indexes] of catalog) {
      const table = new DocumentTable(this.database, name, indexes);
      this.collections.set(name, { table, finder: new Finder(table, this.counters, onScan) });
    }
    this.database.exec('COMMIT');
    this.commit = new GroupCommit(this.database, this.counters, () => {
      for (const { table } of this.collections.values()) table.rememberArrays();
    });
  }

  /** The collection of that name; refuses one that is not declared, as the cloud does. */
  collection(name: string): Collection {
    const found = this.collections.get(name);
    if (!found) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      );
    }
    return found;
  }

  /** Adds a document under its `_id` (made up when missing) and tells the id; refuses a broken unique index. */
  insert(name: string, document: Fields): Value {
    const withId = '_id' in document ? document : { _id: randomBytes(16).toString('hex'), ...document };
    const id = checkedId(withId);
    this.collection(name).table.insert(withId, storable(withId));
    this.onChange(name, id);
    return id;
  }

  /** Updates the matching documents, one or all of them; tells how many really changed. */
  update(name: string, filter: Filter, modifier: Modifier, multi: boolean): number {
    return this.matching(name, filter, multi).filter((stored) => this.change(name, stored, modifier)).length;
  }

  /** Applies operators to one stored document; false when it stays as it was. */
  change(name: string, stored: Stored, modifier: Modifier): boolean {
    const document = readText(stored.text);
    applyUpdate(document, modifier);
    return this.write(name, stored, document);
  }

  /** Puts a whole document in the place of the one with this id, or adds it. */
  put(name: string, id: Value, content: Fields): { updated: number; upsertedId?: Value } {
    const stored = this.collection(name).table.byId(id);
    const document = { _id: id, ...content };
    if (!stored) return { updated: 0, upsertedId: this.insert(name, document) };
    return { updated: this.write(name, stored, document) ? 1 : 0 };
  }

  /** Removes the matching documents, one or all of them; tells how many. */
  remove(name: string, filter: Filter, multi: boolean): number {
    const found = this.matching(name, filter, multi);
    for (const stored of found) this.erase(name, stored);
    return found.length;
  }

  /** Removes one stored document. */
  erase(name: string, stored: Stored): void {
    const document = readText(stored.text);
    this.collection(name).table.remove(stored.place, document);
    this.onChange(name, document['_id'] ?? null);
  }

  /** Writes a changed document back; false when nothing in it is different. */
  write(name: string, stored: Stored, document: Fields): boolean {
    const text = storable(document);
    if (text === stored.text) return false;
    this.collection(name).table.replace(stored.place, readText(stored.text), document, text);
    this.onChange(name, document['_id'] ?? null);
    return true;
  }

  /** The documents a change is about. Collected first: a change must not feed its own search. */
  matching(name: string, filter: Filter, multi: boolean): Stored[] {
    const found: Stored[] = [];
    for (const stored of this.collection(name).finder.all(filter)) {
      found.push(stored);
      if (!multi) break;
    }
    return found;
  }

  /** For tests of a full disk: no page may be added to the file; 0 lifts the limit. */
  limitPages(isFull: boolean): void {
    this.database.exec(`PRAGMA max_page_count = ${isFull ? 1 : 4_294_967_294}`);
  }

  close(): void {
    this.commit.flush();
    this.database.close();
  }
}

function checkedId(document: Fields): Value {
  const id = document['_id'] ?? null;
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new CloudError('INVALID_PARAM', '_id 必须是字符串或数字');
  return id;
}

function storable(document: Fields): string {
  const text = writeText(document);
  if (text.length > LARGEST_DOCUMENT / 4 && Buffer.byteLength(text) > LARGEST_DOCUMENT) {
    throw new CloudError('DATABASE_REQUEST_FAILED', 'object to insert too large: more than 16 MB');
  }
  return text;
}
