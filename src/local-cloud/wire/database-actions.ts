import { isPlain, readDocument, readExpression, readFields } from '../engine/extended-json';
import { readFilter, type Filter } from '../engine/filter';
import type { SortOrder } from '../engine/index-plan';
import type { Store } from '../engine/store';
import type { Transactions } from '../engine/transactions';
import { readModifier } from '../engine/update';
import { CloudError, type Fields, type Value } from '../engine/values';
import { aggregate } from './aggregate';
import { optionalText, text, texts, wholeNumber, type Parameters } from './parameters';
import { readProjection } from './projection';
import type { Caller } from './signature';

/** What an action answers: merged into `{requestId}`. */
export type Answer = Readonly<Record<string, unknown>>;
export type Action = (params: Parameters, caller: Caller) => Answer | Promise<Answer>;

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1_000;

/** The database part of the wire: every action of the SDK that this project may use. */
export function databaseActions(store: Store, transactions: Transactions): Record<string, Action> {
  return {
    'database.insertDocument': (params) => insertDocuments(store, transactions, params),
    'database.getDocument': (params) => getDocument(store, transactions, params),
    'database.calculateDocument': (params, caller) => {
      refuseInsideTransaction(transactions, params, caller, 'count()');
      const total = store.collection(text(params, 'collectionName')).finder.count(filterOf(params));
      return { data: { total } };
    },
    'database.modifyDocument': (params, caller) => modifyDocument(store, transactions, params, caller),
    'database.modifyAndReturnDoc': (params, caller) => modifyAndReturn(store, transactions, params, caller),
    'database.removeDocument': (params, caller) => removeDocument(store, transactions, params, caller),
    'database.aggregateDocuments': (params, caller) => {
      refuseInsideTransaction(transactions, params, caller, 'aggregate()');
      return { data: { list: aggregate(store.collection(text(params, 'collectionName')), params) } };
    },
    'database.addCollection': (params) => {
      store.collection(text(params, 'collectionName'));
      throw new CloudError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        'Table exist: 集合与索引由 config/database.json 声明',
      );
    },
    'database.startTransaction': (_params, caller) => ({
      transactionId: transactions.begin(caller.secretId),
    }),
    'database.commitTransaction': async (params) => {
      await transactions.commit(text(params, 'transactionId'));
      return {};
    },
    'database.abortTransaction': (params) => {
      transactions.abort(text(params, 'transactionId'));
      return {};
    },
  };
}

async function insertDocuments(
  store: Store,
  transactions: Transactions,
  params: Parameters,
): Promise<Answer> {
  const now = Date.now();
  const name = text(params, 'collectionName');
  store.collection(name);
  const documents = texts(params, 'data').map((item) => readDocument(item, now));
  const transactionId = optionalText(params, 'transactionId');
  const insertedIds: Value[] = [];
  for (const document of documents) {
    // One after the other, like the server: what stood before a refused document stays.
    if (transactionId) insertedIds.push(await transactions.insert(transactionId, name, document));
    else insertedIds.push(await store.commit.submit(() => store.insert(name, document)));
  }
  return { data: { insertedIds } };
}

async function modifyAndReturn(
  store: Store,
  transactions: Transactions,
  params: Parameters,
  caller: Caller,
): Promise<Answer> {
  refuseInsideTransaction(transactions, params, caller, 'updateAndReturn()');
  const name = text(params, 'collectionName');
  const filter = filterOf(params);
  const modifier = readModifier(readFields(text(params, 'data'), Date.now()));
  return store.commit.submit(() => {
    const [stored] = store.matching(name, filter, false);
    if (!stored) return { data: { updated: 0, doc: null } };
    const updated = store.change(name, stored, modifier) ? 1 : 0;
    return { data: { updated, doc: store.collection(name).table.byPlace(stored.place)?.text } };
  });
}

async function removeDocument(
  store: Store,
  transactions: Transactions,
  params: Parameters,
  caller: Caller,
): Promise<Answer> {
  const name = text(params, 'collectionName');
  const transactionId = optionalText(params, 'transactionId');
  if (transactionId && params['queryType'] === 'DOC') {
    return { data: { deleted: await transactions.remove(transactionId, name, idOf(params)) } };
  }
  refuseInsideTransaction(transactions, params, caller, 'where().remove()');
  const filter = filterOf(params);
  store.collection(name);
  const isMulti = params['multi'] === true;
  return { data: { deleted: await store.commit.submit(() => store.remove(name, filter, isMulti)) } };
}

function getDocument(store: Store, transactions: Transactions, params: Parameters): Answer {
  const name = text(params, 'collectionName');
  const collection = store.collection(name);
  const transactionId = optionalText(params, 'transactionId');
  if (params['queryType'] === 'DOC') {
    const found = transactionId
      ? transactions.read(transactionId, name, idOf(params))
      : collection.table.byId(idOf(params))?.text;
    store.counters.reads += transactionId ? 0 : 1;
    return { data: { list: projected(params, found === undefined ? [] : [found]) } };
  }
  if (transactionId) throw whereInTransaction('where().get()');
  const limit = wholeNumber(params, 'limit', DEFAULT_LIMIT);
  if (limit > LARGEST_LIMIT) throw new CloudError('INVALID_PARAM', `limit 最大为 ${LARGEST_LIMIT}`);
  const found = collection.finder.find({
    filter: filterOf(params),
    order: orderOf(params),
    skip: wholeNumber(params, 'offset', 0),
    limit,
  });
  return {
    data: {
      list: projected(
        params,
        found.map((stored) => stored.text),
      ),
    },
  };
}

async function modifyDocument(
  store: Store,
  transactions: Transactions,
  params: Parameters,
  caller: Caller,
): Promise<Answer> {
  const name = text(params, 'collectionName');
  store.collection(name);
  const transactionId = optionalText(params, 'transactionId');
  const isById = params['queryType'] === 'DOC';
  if (!isById || !transactionId) refuseInsideTransaction(transactions, params, caller, 'where().update()');
  if (params['merge'] === true) {
    const modifier = readModifier(readFields(text(params, 'data'), Date.now()));
    if (params['upsert'] === true) throw new CloudError('INVALID_PARAM', '本地云不支持带操作符的 upsert');
    if (transactionId) return updated(await transactions.update(transactionId, name, idOf(params), modifier));
    const filter = filterOf(params);
    return updated(
      await store.commit.submit(() => store.update(name, filter, modifier, params['multi'] === true)),
    );
  }
  if (!isById || params['upsert'] !== true) throw new CloudError('INVALID_PARAM', '整篇替换只能按 _id 进行');
  const content = readDocument(text(params, 'data'), Date.now());
  if ('_id' in content) throw new CloudError('INVALID_PARAM', '不能更新_id的值');
  const id = idOf(params);
  const result = transactionId
    ? await transactions.put(transactionId, name, id, content)
    : await store.commit.submit(() => store.put(name, id, content));
  return { data: { updated: result.updated, upsert_id: result.upsertedId ?? null } };
}

function updated(count: number): Answer {
  return { data: { updated: count, upsert_id: null } };
}

/**
 * The SDK loses the transaction id of everything but doc() and add(): on the real cloud such a call acts outside
 * the transaction and survives its rollback. A function makes one call at a time, so a query from a function
 * that has a transaction open can only come from inside its callback, and is refused.
 */
function refuseInsideTransaction(
  transactions: Transactions,
  params: Parameters,
  caller: Caller,
  what: string,
): void {
  const isLost = caller.isFunction && params['queryType'] !== 'DOC' && transactions.hasOpen(caller.secretId);
  if (isLost || optionalText(params, 'transactionId') !== undefined) throw whereInTransaction(what);
}

function whereInTransaction(what: string): CloudError {
  return new CloudError('INVALID_PARAM', `事务中不能使用 ${what}：SDK 会丢掉事务号，请只用 doc() 和 add()`);
}

function projected(params: Parameters, found: readonly string[]): readonly string[] {
  const raw = optionalText(params, 'projection');
  if (raw === undefined) return found;
  const project = readProjection(readFields(raw, 0));
  // What is stored is already written as it is answered: nothing needs to be understood to be left out.
  return found.map((stored) => JSON.stringify(project(JSON.parse(stored) as Fields)));
}

function filterOf(params: Parameters): Filter {
  const raw = optionalText(params, 'query');
  return readFilter(raw === undefined ? {} : readFields(raw, Date.now()));
}

function idOf(params: Parameters): Value {
  const { _id: id } = readFields(text(params, 'query'), 0);
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new CloudError('INVALID_PARAM', '_id 必须是字符串或数字');
  return id;
}

function orderOf(params: Parameters): SortOrder {
  const raw = optionalText(params, 'order');
  const order = raw === undefined ? {} : readExpression(raw, 0);
  if (!isPlain(order)) throw new CloudError('INVALID_PARAM', 'order 必须是对象');
  return Object.entries(order).map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1] as const);
}
