import type { Database } from './cloud-app';

export type Fields = Record<string, unknown>;
export type Scalar = string | number | boolean;

/** A value a query may compare with: checked scalars, or an operator made here. Never anything from outside as it came. */
export class Operator {
  constructor(readonly build: (command: Database['command']) => unknown) {}
}
export const atMost = (value: Scalar) => new Operator((command) => command.lte(value));
export const less = (value: Scalar) => new Operator((command) => command.lt(value));
export const greater = (value: Scalar) => new Operator((command) => command.gt(value));
/** Greater than the first, less than the second. */
export const between = (from: Scalar, to: Scalar) =>
  new Operator((command) => command.gt(from).and(command.lt(to)));
export const atLeast = (value: Scalar) => new Operator((command) => command.gte(value));
/** `null`: the field is absent. */
export const oneOf = (values: readonly (Scalar | null)[]) =>
  new Operator((command) => command.in([...values]));
export const allOf = (values: readonly Scalar[]) => new Operator((command) => command.all([...values]));
/** One of the first, and all of the second. */
export const oneOfBeside = (values: readonly Scalar[], required: readonly Scalar[]) =>
  new Operator((command) => command.in([...values]).and(command.all([...required])));
export type Where = Record<string, Scalar | Operator>;

/** The field is taken out of the document. */
export const GONE = Symbol('gone');
export type Change = Record<string, unknown>;

export interface Page {
  orderBy?: [field: string, direction: 'asc' | 'desc'][];
  limit?: number;
  fields?: readonly string[];
}

/** What a transaction offers: documents by id, and no query, because the SDK drops the transaction in queries. */
export interface Transaction {
  get(collection: string, id: string): Promise<Fields | null>;
  put(collection: string, id: string, fields: Fields): Promise<void>;
  change(collection: string, id: string, change: Change): Promise<void>;
}

/** As much of the SDK's transaction as is safe. */
interface SdkTransaction {
  collection(name: string): { doc(id: string): SdkDocument };
}
interface SdkDocument {
  get(): Promise<unknown>;
  set(fields: Fields): Promise<unknown>;
  update(change: Fields): Promise<unknown>;
}

/** Collections of documents on the real SDK. Throws on infrastructure faults; tells a broken unique index apart. */
export class DocumentStore {
  constructor(private readonly db: Database) {}

  async get(collection: string, id: string): Promise<Fields | null> {
    const [found] = await this.find(collection, { _id: id }, { limit: 1 });
    return found ?? null;
  }

  async find(collection: string, where: Where, page: Page = {}): Promise<Fields[]> {
    let query = this.db
      .collection(collection)
      .where(this.query(where))
      .limit(page.limit ?? 100);
    for (const [field, direction] of page.orderBy ?? []) query = query.orderBy(field, direction);
    if (page.fields) query = query.field(Object.fromEntries(page.fields.map((field) => [field, true])));
    const answer = checked(await query.get());
    return answer['data'] as Fields[];
  }

  async count(collection: string, where: Where): Promise<number> {
    const answer = checked(await this.db.collection(collection).where(this.query(where)).count());
    return Number(answer['total']);
  }

  /** Inserts; the name of the unique index that was in the way, or null when it went in. */
  async insert(collection: string, document: Fields & { _id: string }): Promise<string | null> {
    try {
      checked(await this.db.collection(collection).add(plain(document)));
      return null;
    } catch (error) {
      const index = brokenIndex(error);
      if (index === null) throw error;
      return index;
    }
  }

  /** Changes what matches; how many documents did. Objects are replaced whole, never merged. */
  async change(collection: string, where: Where, change: Change): Promise<number> {
    const answer = checked(
      await this.db.collection(collection).where(this.query(where)).update(this.update(change)),
    );
    return Number(answer['updated']);
  }

  async increment(collection: string, id: string, field: string): Promise<number> {
    const change = { [field]: this.db.command.inc(1) };
    const answer = checked(await this.db.collection(collection).where({ _id: id }).update(change));
    return Number(answer['updated']);
  }

  async remove(collection: string, where: Where): Promise<number> {
    const answer = checked(await this.db.collection(collection).where(this.query(where)).remove());
    return Number(answer['deleted']);
  }

  /**
   * Runs the body in a transaction; it may run more than once, so it does nothing but read and write through it.
   * `conflict` when others kept changing the same documents: nothing was written, trying later is fine.
   */
  async transact<Value>(body: (transaction: Transaction) => Promise<Value>): Promise<Value | 'conflict'> {
    try {
      return (await this.db.runTransaction((transaction: SdkTransaction) =>
        body(this.within(transaction)),
      )) as Value;
    } catch (error) {
      if ((error as { code?: unknown }).code === 'DATABASE_TRANSACTION_CONFLICT') return 'conflict';
      throw error;
    }
  }

  private within(transaction: SdkTransaction): Transaction {
    const doc = (collection: string, id: string) => transaction.collection(collection).doc(id);
    return {
      get: async (collection, id) =>
        (checked(await doc(collection, id).get())['data'] as Fields | null) ?? null,
      put: async (collection, id, fields) => {
        const { _id, ...rest } = plain(fields);
        checked(await doc(collection, id).set(rest));
      },
      change: async (collection, id, change) => {
        checked(await doc(collection, id).update(this.update(change)));
      },
    };
  }

  private query(where: Where): Fields {
    const query: Fields = {};
    for (const [field, value] of Object.entries(where)) {
      if (value instanceof Operator) query[field] = value.build(this.db.command);
      else if (['string', 'number', 'boolean'].includes(typeof value)) query[field] = value;
      else throw new Error(`a query may compare ${field} with a scalar only`);
    }
    return query;
  }

  private update(change: Change): Fields {
    const { command } = this.db;
    const entries = Object.entries(change).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      entries.map(([field, value]) => [field, value === GONE ? command.remove() : command.set(plain(value))]),
    );
  }
}

/** Without undefined fields, which the SDK would turn into something else. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** The SDK reports some failures as an answer with a code. Those are faults like any other. */
function checked(answer: unknown): Fields {
  const fields = (answer ?? {}) as Fields;
  if (typeof fields['code'] === 'string' && fields['code'] !== '') {
    throw Object.assign(new Error(String(fields['message'] ?? fields['code'])), { code: fields['code'] });
  }
  return fields;
}

/** The unique index a write ran into, as the database words it; null for any other failure. */
function brokenIndex(error: unknown): string | null {
  const message =
    error instanceof Error ? error.message : String((error as { message?: unknown } | null)?.message ?? '');
  if (!message.includes('E11000')) return null;
  return /index: (\S+)/.exec(message)?.[1] ?? '_id_';
}
