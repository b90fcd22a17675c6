import type { IndexDefinition } from './catalog';
import { EMPTY_ARRAY, KeyWriter, type KeyValue } from './key-encoding';
import { CloudError, isFields, type Fields, type Value } from './values';

/** What one document puts into one index. */
export interface Entries {
  /** Distinct keys, one for each element of an array field. */
  readonly keys: readonly Buffer[];
  /** Positions of key fields in which this document has an array. */
  readonly arrayParts: readonly number[];
}

const NOTHING: Entries = { keys: [], arrayParts: [] };
const writer = new KeyWriter();

/** The entries of a document; refuses two array fields in one index, as the cloud does. */
export function entriesOf(document: Fields, index: IndexDefinition): Entries {
  const parts = index.keys.map(([field]) => collect(document, field));
  if (index.sparse && parts.every((part) => !part.present)) return NOTHING;
  const arrayParts = parts.flatMap((part, position) => (part.isArray ? [position] : []));
  if (arrayParts.length > 1) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `cannot index parallel arrays (index: ${index.name})`);
  }
  const several = arrayParts[0] ?? 0;
  const keys = new Map<string, Buffer>();
  for (const value of parts[several]?.values ?? []) {
    parts.forEach((part, position) => {
      const direction = index.keys[position]?.[1] ?? 1;
      writer.write(position === several ? value : (part.values[0] ?? null), direction);
    });
    const key = writer.finish();
    if (arrayParts.length === 0) return { keys: [key], arrayParts };
    keys.set(key.toString('latin1'), key);
  }
  return { keys: [...keys.values()], arrayParts };
}

interface Collected {
  values: KeyValue[];
  present: boolean;
  isArray: boolean;
}

function collect(document: Fields, field: string): Collected {
  const found: Collected = { values: [], present: false, isArray: false };
  descend(document, field.split('.'), 0, found);
  if (found.values.length === 0) found.values.push(null);
  return found;
}

function descend(
  value: Value | undefined,
  segments: readonly string[],
  depth: number,
  found: Collected,
): void {
  const segment = segments[depth];
  if (segment === undefined) {
    addLeaf(value, found);
  } else if (Array.isArray(value)) {
    found.isArray = true;
    if (/^\d+$/.test(segment)) descend(value[Number(segment)], segments, depth + 1, found);
    for (const item of value) if (isFields(item)) descend(item, segments, depth, found);
  } else if (isFields(value)) {
    descend(Object.hasOwn(value, segment) ? value[segment] : undefined, segments, depth + 1, found);
  } else found.values.push(null);
}

function addLeaf(value: Value | undefined, found: Collected): void {
  if (value === undefined) {
    found.values.push(null);
    return;
  }
  found.present = true;
  if (!Array.isArray(value)) found.values.push(value);
  else {
    found.isArray = true;
    if (value.length === 0) found.values.push(EMPTY_ARRAY);
    else found.values.push(...value);
  }
}
