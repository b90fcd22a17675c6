import type { IndexDefinition } from './catalog';
import type { Condition, Filter, RangeOperator } from './filter';
import { encodeKey, invert, tagOf } from './key-encoding';
import type { Value } from './values';

/** What the planner knows about an index besides its declaration. */
export interface IndexFacts {
  readonly definition: IndexDefinition;
  /** Positions of key fields in which some document has an array. */
  readonly arrayParts: ReadonlySet<number>;
}

export type SortOrder = readonly (readonly [field: string, direction: 1 | -1])[];

/** A half-open interval of keys. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
  /** Length of the part that is equal for all keys of the interval; what follows decides the order. */
  readonly prefix: number;
}

export interface Plan {
  readonly index: IndexDefinition;
  readonly ranges: readonly KeyRange[];
  readonly reverse: boolean;
  /** The entries come in the order that was asked for. */
  readonly sorted: boolean;
  /** One range after the other is that order; otherwise the ranges are merged into it. */
  readonly inTurn: boolean;
  /** Every document of the ranges matches: neither a test nor, for a count, the document is needed. */
  readonly exact: boolean;
  /** A document may turn up more than once. */
  readonly repeats: boolean;
  /** How many leading key fields the filter pins down; 0 means the index only serves the order. */
  readonly bounded: number;
}

const MOST_RANGES = 1_000;

/** The cheapest way to answer by an index, or undefined when none helps. */
export function choosePlan(
  filter: Filter,
  order: SortOrder,
  indexes: readonly IndexFacts[],
): Plan | undefined {
  let best: { plan: Plan; score: number } | undefined;
  for (const facts of indexes) {
    const candidate = planWith(facts, filter, order);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

function planWith(
  facts: IndexFacts,
  filter: Filter,
  order: SortOrder,
): { plan: Plan; score: number } | undefined {
  const { definition } = facts;
  const parts = boundedParts(facts, filter);
  if (definition.sparse && !parts.some((part) => part.demandsPresence)) return undefined;
  const pinned = parts.filter((part) => part.single).length;
  const points = parts.filter((part) => !part.isRange).length;
  const inTurn = order.length > 0 && beginsWithListed(facts, parts, order);
  const direction = order.length > 0 ? sortDirection(facts, parts, order, inTurn) : 'forward';
  if (parts.length === 0 && (direction === undefined || order.length === 0)) return undefined;
  const consumed = parts.reduce((sum, part) => sum + part.consumed, 0);
  const plan: Plan = {
    index: definition,
    ranges: inTurn ? inDirection(rangesOf(parts), direction) : rangesOf(parts),
    reverse: direction === 'backward',
    sorted: direction !== undefined,
    inTurn,
    exact: consumed === filter.conditions.length && parts.every((part) => part.exact),
    repeats: [...facts.arrayParts].some((position) => !parts[position]?.single),
    bounded: parts.length,
  };
  const unique = definition.unique && pinned === definition.keys.length ? 1_000 : 0;
  const score =
    unique + points * 20 + (parts.length - points) * 10 + (plan.sorted ? 8 : 0) + (plan.exact ? 4 : 0);
  return { plan, score };
}

interface Position {
  readonly bytes: Buffer;
  /** True: behind everything that begins with these bytes. */
  readonly after: boolean;
}

interface Part {
  readonly intervals: readonly { readonly from: Position; readonly to: Position }[];
  readonly isRange: boolean;
  /** Exactly one value: the following key fields decide the order. */
  readonly single: boolean;
  /** How many of the filter's conditions this part takes care of. */
  readonly consumed: number;
  readonly exact: boolean;
  readonly demandsPresence: boolean;
}

function boundedParts(facts: IndexFacts, filter: Filter): Part[] {
  const parts: Part[] = [];
  let combinations = 1;
  for (const [position, [field, direction]] of facts.definition.keys.entries()) {
    const own = filter.conditions.filter((condition) => condition.field === field);
    const part = partFor(own, facts.arrayParts.has(position));
    if (!part || combinations * part.intervals.length > MOST_RANGES) break;
    combinations *= part.intervals.length;
    parts.push(direction === 1 ? part : { ...part, intervals: part.intervals.map(flip) });
    if (part.isRange) break;
  }
  return parts;
}

function partFor(conditions: readonly Condition[], mayBeArray: boolean): Part | undefined {
  const points = conditions.find((condition) => condition.kind === 'in');
  if (points?.kind === 'in') {
    const keys = new Map(
      points.values.map((value) => [encodeKey(value).toString('latin1'), encodeKey(value)]),
    );
    const ordered = [...keys.values()].sort(Buffer.compare);
    const hasNull = points.values.includes(null);
    return {
      intervals: ordered.map((bytes) => ({ from: { bytes, after: false }, to: { bytes, after: true } })),
      isRange: false,
      single: ordered.length === 1,
      consumed: 1,
      exact: !(mayBeArray && hasNull),
      demandsPresence: !hasNull,
    };
  }
  const ranges = conditions.flatMap((condition) => (condition.kind === 'range' ? [condition] : []));
  const first = ranges[0];
  if (!first) return undefined;
  // In an array each bound may be met by another element, so only one of them can narrow the search.
  const usable = mayBeArray ? [first] : ranges.filter((range) => tagOf(range.value) === tagOf(first.value));
  return {
    intervals: [intersection(usable, tagOf(first.value))],
    isRange: true,
    single: false,
    consumed: usable.length,
    exact: true,
    demandsPresence: true,
  };
}

function intersection(
  ranges: readonly { operator: RangeOperator; value: Value }[],
  tag: number,
): { from: Position; to: Position } {
  let from: Position = { bytes: Buffer.from([tag]), after: false };
  let to: Position = { bytes: Buffer.from([tag]), after: true };
  for (const { operator, value } of ranges) {
    const bytes = encodeKey(value);
    if (operator === '$gt' || operator === '$gte') {
      const bound = { bytes, after: operator === '$gt' };
      if (Buffer.compare(flat(bound), flat(from)) > 0) from = bound;
    } else {
      const bound = { bytes, after: operator === '$lte' };
      if (Buffer.compare(flat(bound), flat(to)) < 0) to = bound;
    }
  }
  return { from, to };
}

function flip({ from, to }: { from: Position; to: Position }): { from: Position; to: Position } {
  return {
    from: { bytes: invert(to.bytes), after: !to.after },
    to: { bytes: invert(from.bytes), after: !from.after },
  };
}

function flat({ bytes, after }: Position): Buffer {
  return after ? Buffer.concat([bytes, Buffer.from([0xff])]) : bytes;
}

function rangesOf(parts: readonly Part[]): KeyRange[] {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  const last = parts.at(-1);
  for (const part of parts) {
    if (part === last) break;
    prefixes = prefixes.flatMap((prefix) =>
      part.intervals.map((interval) => Buffer.concat([prefix, interval.from.bytes])),
    );
  }
  if (!last) return [{ from: Buffer.alloc(0), to: Buffer.from([0xff]), prefix: 0 }];
  return prefixes.flatMap((prefix) =>
    last.intervals.map((interval) => {
      const fixed = prefix.length + (last.isRange ? 0 : interval.from.bytes.length);
      return {
        from: Buffer.concat([prefix, flat(interval.from)]),
        to: Buffer.concat([prefix, flat(interval.to)]),
        prefix: fixed,
      };
    }),
  );
}

/** Where the first key field that is not pinned to one value stands. */
const firstOpen = (parts: readonly Part[]): number => {
  const position = parts.findIndex((part) => !part.single);
  return position === -1 ? parts.length : position;
};

/** Whether the order begins with the field a list of values was given for: then no range reaches into another. */
function beginsWithListed(facts: IndexFacts, parts: readonly Part[], order: SortOrder): boolean {
  const position = firstOpen(parts);
  const part = parts[position];
  const pinned = facts.definition.keys.slice(0, position).map(([field]) => field);
  const [first] = order.filter(([field]) => !pinned.includes(field));
  return part !== undefined && !part.isRange && first?.[0] === facts.definition.keys[position]?.[0];
}

const inDirection = (ranges: readonly KeyRange[], direction: 'forward' | 'backward' | undefined) => {
  const ordered = [...ranges].sort((a, b) => Buffer.compare(a.from, b.from));
  return direction === 'backward' ? ordered.reverse() : ordered;
};

function sortDirection(
  facts: IndexFacts,
  parts: readonly Part[],
  order: SortOrder,
  inTurn: boolean,
): 'forward' | 'backward' | undefined {
  const { keys } = facts.definition;
  const constant = new Set(
    keys.slice(0, parts.length).flatMap(([field], at) => (parts[at]?.single ? [field] : [])),
  );
  const wanted = order.filter(([field]) => !constant.has(field));
  // Ranges that come from lists of values are merged by what follows the listed fields.
  let position = inTurn ? firstOpen(parts) : parts.findIndex((part) => part.isRange);
  if (position === -1) position = parts.length;
  let direction: 1 | -1 | undefined;
  for (const [field, wantedDirection] of wanted) {
    const key = keys[position];
    if (!key || key[0] !== field || facts.arrayParts.has(position)) return undefined;
    const here = key[1] === wantedDirection ? 1 : -1;
    if (direction !== undefined && direction !== here) return undefined;
    direction = here;
    position += 1;
  }
  return direction === -1 ? 'backward' : 'forward';
}
