import type { QueueQuery, QueueRow } from '../app/ports';
import {
  allOf,
  between,
  greater,
  less,
  oneOf,
  oneOfBeside,
  type DocumentStore,
  type Fields,
  type Where,
} from './document-store';
import { LEADS, summaryOf } from './lead-document';

/** A page of a list: one query; a second one only where a page of what presses ends and the rest begins. */
export async function listQueue(
  store: DocumentStore,
  countyId: string,
  query: QueueQuery,
): Promise<QueueRow[]> {
  if (query.by === 'newest') {
    const where = { countyId, ...carries(query), ...orderWithin(query) };
    return rowsOf(store, where, query.limit, ['order', 'desc']);
  }
  const { after, limit } = query;
  if (!after?.startsWith(PRESSING)) {
    return urgent(store, countyId, query, { sections: after === null ? ALL : REST, after, limit });
  }
  const first = await urgent(store, countyId, query, {
    sections: FIRST,
    after: after.slice(PRESSING.length),
    limit,
  });
  if (first.length === limit) return first;
  const rest = { sections: REST, after: null, limit: limit - first.length };
  return [...first, ...(await urgent(store, countyId, query, rest))];
}

type Sorting = [field: string, direction: 'asc' | 'desc'][];
const MOST_URGENT: Sorting = [
  ['pressing', 'desc'],
  ['dueOrder', 'asc'],
];
/** Before the place in the order of a row that presses; every other place begins with a moment. */
const PRESSING = '!';
/** What presses carries the field; it stands before all that does not. */
const ALL: readonly (1 | null)[] = [1, null];
const FIRST: readonly (1 | null)[] = [1];
const REST: readonly (1 | null)[] = [null];

interface Section {
  sections: readonly (1 | null)[];
  /** The last moment seen in the section; null at its beginning. */
  after: string | null;
  limit: number;
}

/** The first key drives the index of the order; whatever else a lead must carry is looked up in it. */
function urgent(
  store: DocumentStore,
  countyId: string,
  { keys, anyOf, due }: QueueQuery,
  { sections, after, limit }: Section,
): Promise<QueueRow[]> {
  const [first, second, ...further] = keys;
  // A moment with a dollar behind it stands after all that is due at that moment.
  const begin = due === undefined || due.from === '' ? '' : `${due.from}$`;
  const from = after !== null && after > begin ? after : begin;
  const besides =
    second === undefined
      ? anyOf
        ? carries({ keys: ['all'], anyOf })
        : {}
      : carries({ keys: [second, ...further], anyOf });
  const where = {
    countyId,
    dueKeys: first,
    ...besides,
    ...(due !== undefined || sections !== ALL ? { pressing: oneOf(sections) } : {}),
    ...(due ? { dueOrder: between(from, `${due.to}$`) } : from === '' ? {} : { dueOrder: greater(from) }),
  };
  return rowsOf(store, where, limit, ...MOST_URGENT);
}

/** What a lead's keys must be. Every lead of a list carries `all` or another key that says more. */
function carries({ keys, anyOf }: Pick<QueueQuery, 'keys' | 'anyOf'>): Where {
  const required = keys.filter((key) => anyOf === undefined || key !== 'all');
  if (anyOf === undefined) return { queueKeys: keys.length === 1 ? keys[0] : allOf(keys) };
  return { queueKeys: required.length === 0 ? oneOf(anyOf) : oneOfBeside(anyOf, required) };
}

/** An order begins with the moment the lead was received. */
function orderWithin({ received, after }: QueueQuery): Where {
  if (received === undefined) return after === null ? {} : { order: less(after) };
  const until = after !== null && after < received.until ? after : received.until;
  return { order: between(received.from, until) };
}

async function rowsOf(
  store: DocumentStore,
  where: Where,
  limit: number,
  ...orderBy: Sorting
): Promise<QueueRow[]> {
  const fields = [...orderBy.map(([field]) => field), 'version', 'summary'];
  const documents = await store.find(LEADS, where, { orderBy, limit, fields });
  return documents.map((document) => ({
    id: String(document['_id']),
    version: Number(document['version']),
    order: placeOf(document),
    summary: summaryOf(document),
  }));
}

/** Where the row stands in the order it was read in. */
function placeOf({ order, dueOrder, pressing }: Fields): string {
  if (order !== undefined) return String(order);
  return `${pressing === 1 ? PRESSING : ''}${String(dueOrder)}`;
}
