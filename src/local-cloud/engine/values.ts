/** What a stored document is made of. ObjectId, binary and regular expressions are refused at the wire. */
export type Value = null | boolean | number | string | Date | Value[] | Fields;

/** A document or a subdocument. */
export interface Fields {
  [field: string]: Value;
}

/** A refusal that the SDK sees as `{code, message}`, exactly like one of the cloud. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The disk or the database file does not take writes: nothing of the call was stored, it may be repeated. */
export class StorageUnavailable extends Error {}

/** Whether a value is a subdocument (not an array, not a date, not null). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Walks a dotted path; inside arrays only a numeric segment leads on. Undefined when there is nothing. */
export function valueAt(root: Fields, path: string): Value | undefined {
  let current: Value | undefined = root;
  for (const segment of path.split('.')) {
    if (Array.isArray(current)) current = /^\d+$/.test(segment) ? current[Number(segment)] : undefined;
    else if (isFields(current)) current = Object.hasOwn(current, segment) ? current[segment] : undefined;
    else return undefined;
  }
  return current;
}
