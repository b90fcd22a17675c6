import type { Counters } from './counters';
import type { DocumentTable, Stored } from './document-table';
import { readText } from './extended-json';
import type { Filter } from './filter';
import { choosePlan, type KeyRange, type Plan, type SortOrder } from './index-plan';
import { EMPTY_ARRAY, KeyWriter, type KeyValue } from './key-encoding';
import type { SqlValue } from './sql-database';
import { CloudError, valueAt, type Fields, type Value } from './values';

export interface FindRequest {
  readonly filter: Filter;
  readonly order: SortOrder;
  readonly skip: number;
  readonly limit: number;
}

/** What is told about a query that no index serves; may throw to refuse it. */
export type OnScan = (collection: string, shape: string) => void;

const CHUNK = 200;
const READ_AHEAD = 6;
/** More hits than this are not sorted in memory: the cloud gives up at its own limit as well. */
const MOST_SORTED = 200_000;

/** Finds documents of one collection, by an index and in its order where there is one. */
export class Finder {
  constructor(
    private readonly table: DocumentTable,
    private readonly counters: Counters,
    private readonly onScan: OnScan,
  ) {}

  /** The matching documents in the order asked for; reads no more candidates than the page needs. */
  find(request: FindRequest): Stored[] {
    this.counters.reads += 1;
    const plan = this.plan(request.filter, request.order);
    if (request.order.length > 0 && !plan?.sorted) return this.sortInMemory(request, plan);
    const wanted = request.skip + request.limit;
    const page: Stored[] = [];
    let seen = 0;
    for (const hit of this.hits(request.filter, plan, wanted)) {
      seen += 1;
      if (seen > request.skip) page.push(hit);
      if (seen >= wanted) break;
    }
    return page;
  }

  /** How many documents match; from the index alone where the filter is fully covered by it. */
  count(filter: Filter): number {
    this.counters.reads += 1;
    if (filter.conditions.length === 0) return this.table.count();
    const plan = this.plan(filter, []);
    if (plan?.exact) {
      if (plan.repeats && plan.ranges.length > 1) return this.countDistinct(plan);
      const what = plan.repeats ? 'count(DISTINCT n)' : 'count(*)';
      const statement = this.table.over(plan.index, `SELECT ${what} FROM {entries} WHERE k >= ? AND k < ?`);
      return plan.ranges.reduce((sum, range) => sum + Number(statement.get([range.from, range.to])?.[0]), 0);
    }
    let total = 0;
    for (const _hit of this.hits(filter, plan, Infinity)) total += 1;
    return total;
  }

  /** Every match, in no promised order. */
  all(filter: Filter): Iterable<Stored> {
    this.counters.reads += 1;
    return this.hits(filter, this.plan(filter, []), Infinity);
  }

  private plan(filter: Filter, order: SortOrder): Plan | undefined {
    const plan = choosePlan(filter, order, this.table.facts);
    const needsHelp = filter.conditions.length > 0 || order.length > 0;
    const isServed = plan && (plan.bounded > 0 || filter.conditions.length === 0);
    if (needsHelp && !isServed) {
      this.counters.scans += 1;
      const sort = order.map(([field, direction]) => `${field} ${direction}`).join(', ');
      this.onScan(this.table.name, `where(${filter.shape})${sort === '' ? '' : ` orderBy(${sort})`}`);
    }
    return plan;
  }

  private *hits(filter: Filter, plan: Plan | undefined, wanted: number): Generator<Stored> {
    const seen = plan?.repeats ? new Set<number>() : undefined;
    const everyCandidate = plan ? plan.exact : filter.conditions.length === 0;
    const chunk = Math.min(CHUNK, Math.max(1, everyCandidate ? wanted : wanted * 2));
    for (const candidate of plan ? this.byIndex(plan, chunk) : this.inOrderOfAddition(chunk)) {
      if (seen?.has(candidate.place)) continue;
      seen?.add(candidate.place);
      if (everyCandidate || filter.matches(readText(candidate.text))) yield candidate;
    }
  }

  private *inOrderOfAddition(chunk: number): Generator<Stored> {
    let place = 0;
    for (;;) {
      const batch = this.table.after(place, chunk);
      this.counters.candidates += batch.length;
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < chunk) return;
      place = last.place;
    }
  }

  private *byIndex(plan: Plan, chunk: number): Generator<Stored> {
    const [only] = plan.ranges;
    if (plan.ranges.length === 1 && only) {
      for (const entry of this.walk(plan, only, chunk)) yield entry;
      return;
    }
    if (!plan.sorted || plan.inTurn || plan.bounded === 0) {
      for (const range of plan.ranges) yield* this.walk(plan, range, chunk);
      return;
    }
    yield* this.merge(plan, chunk);
  }

  /**
   * Several ranges, one order: always takes the range whose next entry comes first. The page is made of a few of them,
   * so the documents themselves are read only when they are looked at.
   */
  private *merge(plan: Plan, chunk: number): Generator<Stored> {
    const sign = plan.reverse ? -1 : 1;
    const heads = plan.ranges.flatMap((range) => {
      // Most ranges give one entry to a page or none: few are read ahead.
      const walk = this.walk(plan, range, Math.min(chunk, READ_AHEAD), ENTRIES);
      const first = walk.next();
      if (first.done) return [];
      return [
        {
          walk,
          place: first.value.place,
          rest: first.value.key.subarray(range.prefix),
          prefix: range.prefix,
        },
      ];
    });
    while (heads.length > 0) {
      let least = heads[0];
      for (const head of heads) {
        if (!least) break;
        if (head === least) continue;
        const order = Buffer.compare(head.rest, least.rest);
        if (sign * (order === 0 ? head.place - least.place : order) < 0) least = head;
      }
      if (!least) return;
      yield new UnreadDocument(this.table, least.place);
      const next = least.walk.next();
      if (next.done) heads.splice(heads.indexOf(least), 1);
      else {
        least.place = next.value.place;
        least.rest = next.value.key.subarray(least.prefix);
      }
    }
  }

  private *walk(
    plan: Plan,
    range: KeyRange,
    chunk: number,
    select: string = DOCUMENTS,
  ): Generator<Stored & { key: Buffer }> {
    const [order, beyond] = plan.reverse ? ['DESC', '<'] : ['ASC', '>'];
    const tail = `ORDER BY e.k ${order}, e.n ${order} LIMIT ?`;
    const start = this.table.over(plan.index, `${select} WHERE e.k >= ? AND e.k < ? ${tail}`);
    let rows = start.all([range.from, range.to, chunk]);
    for (;;) {
      this.counters.candidates += rows.length;
      for (const [key, place, text] of rows) {
        if (Buffer.isBuffer(key)) yield { key, place: Number(place), text: String(text) };
      }
      const last: readonly SqlValue[] | undefined = rows.at(-1);
      if (!last || rows.length < chunk) return;
      const bound = plan.reverse ? 'e.k >= ?' : 'e.k < ?';
      const next = this.table.over(
        plan.index,
        `${select} WHERE (e.k, e.n) ${beyond} (?, ?) AND ${bound} ${tail}`,
      );
      rows = next.all([last[0] ?? null, last[1] ?? null, plan.reverse ? range.from : range.to, CHUNK]);
      chunk = CHUNK;
    }
  }

  private countDistinct(plan: Plan): number {
    const places = new Set<number>();
    const statement = this.table.over(plan.index, 'SELECT n FROM {entries} WHERE k >= ? AND k < ?');
    for (const range of plan.ranges) {
      for (const [place] of statement.all([range.from, range.to])) places.add(Number(place));
    }
    return places.size;
  }

  private sortInMemory({ filter, order, skip, limit }: FindRequest, plan: Plan | undefined): Stored[] {
    this.counters.sortsInMemory += 1;
    const found: { key: Buffer; place: number }[] = [];
    for (const hit of this.hits(filter, plan, Infinity)) {
      found.push({ key: sortKey(readText(hit.text), order), place: hit.place });
      if (found.length > MOST_SORTED) {
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          'Sort operation used more than the maximum bytes of RAM',
        );
      }
    }
    found.sort((a, b) => Buffer.compare(a.key, b.key) || a.place - b.place);
    return found.slice(skip, skip + limit).flatMap(({ place }) => this.table.byPlace(place) ?? []);
  }
}

const DOCUMENTS = 'SELECT e.k, e.n, d.body FROM {entries} e CROSS JOIN {documents} d ON d.n = e.n';
const ENTRIES = "SELECT e.k, e.n, '' FROM {entries} e";

/** A document whose text is read when it is first asked for. */
class UnreadDocument implements Stored {
  private read: string | undefined;

  constructor(
    private readonly table: DocumentTable,
    readonly place: number,
  ) {}

  get text(): string {
    return (this.read ??= this.table.byPlace(this.place)?.text ?? '');
  }
}

function sortKey(document: Fields, order: SortOrder): Buffer {
  const writer = new KeyWriter();
  for (const [field, direction] of order) {
    const value = valueAt(document, field) ?? null;
    writer.write(Array.isArray(value) ? extreme(value, direction) : value, direction);
  }
  return writer.finish();
}

/** An array stands where its smallest (ascending) or largest (descending) element would stand. */
function extreme(values: readonly Value[], direction: 1 | -1): KeyValue {
  if (values.length === 0) return EMPTY_ARRAY;
  const keyed = values.map((value) => {
    const writer = new KeyWriter();
    writer.write(value, direction);
    return { value, key: writer.finish() };
  });
  keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  return keyed[0]?.value ?? null;
}
