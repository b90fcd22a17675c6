import type { Value } from './values';

/**
 * Order-preserving keys: comparing two encodings byte by byte orders the values as the cloud's database does
 * (empty array < null < numbers < strings < objects < arrays < booleans < dates). No encoding is the beginning
 * of another one, so a descending part can simply be inverted. No encoding begins with 0x00 or 0xFF.
 */
export const Tag = {
  emptyArray: 0x06,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  boolean: 0x50,
  date: 0x5a,
} as const;

/** Stands for an array without elements, which an index keeps apart from null. */
export const EMPTY_ARRAY = Symbol('empty array');

export type KeyValue = Value | typeof EMPTY_ARRAY;

/** The tag a value's key begins with: ranges never leave the type they were asked for. */
export function tagOf(value: KeyValue): number {
  if (value === EMPTY_ARRAY) return Tag.emptyArray;
  if (value === null) return Tag.null;
  if (typeof value === 'number') return Tag.number;
  if (typeof value === 'string') return Tag.string;
  if (typeof value === 'boolean') return Tag.boolean;
  if (value instanceof Date) return Tag.date;
  return Array.isArray(value) ? Tag.array : Tag.object;
}

/** The key of one value, ascending. */
export function encodeKey(value: KeyValue): Buffer {
  const writer = new KeyWriter();
  writer.write(value, 1);
  return writer.finish();
}

/** The same bytes for a descending part. */
export function invert(bytes: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) result[index] = 0xff ^ (bytes[index] ?? 0);
  return result;
}

/** Builds the key of several values; one writer may be used again after `finish`. */
export class KeyWriter {
  private buffer = Buffer.allocUnsafe(256);
  private length = 0;

  /** Appends a value; direction -1 makes larger values come first. */
  write(value: KeyValue, direction: 1 | -1): void {
    const start = this.length;
    this.append(value);
    if (direction === -1) {
      for (let index = start; index < this.length; index += 1)
        this.buffer[index] = 0xff ^ (this.buffer[index] ?? 0);
    }
  }

  /** A copy of what was written; the writer is empty again. */
  finish(): Buffer {
    const result = Buffer.from(this.buffer.subarray(0, this.length));
    this.length = 0;
    return result;
  }

  private append(value: KeyValue): void {
    this.byte(tagOf(value));
    if (value === EMPTY_ARRAY || value === null) return;
    if (typeof value === 'number') this.number(value);
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'boolean') this.byte(value ? 2 : 1);
    else if (value instanceof Date) this.number(value.getTime());
    else this.container(value);
  }

  private container(value: Exclude<Value, null | number | string | boolean | Date>): void {
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) {
        this.byte(1);
        this.text(name);
      }
      this.append(inner);
    }
    this.byte(0);
  }

  private number(value: number): void {
    this.reserve(8);
    // -0 equals 0, and NaN comes before every other number.
    this.buffer.writeDoubleBE(Number.isNaN(value) ? -Infinity : value + 0, this.length);
    const negative = (this.buffer[this.length] ?? 0) >= 0x80;
    if (Number.isNaN(value)) this.buffer.fill(0, this.length, this.length + 8);
    else if (negative) {
      for (let index = this.length; index < this.length + 8; index += 1) {
        this.buffer[index] = 0xff ^ (this.buffer[index] ?? 0);
      }
    } else this.buffer[this.length] = 0x80 ^ (this.buffer[this.length] ?? 0);
    this.length += 8;
  }

  private text(value: string): void {
    this.reserve(value.length * 3 + 2);
    if (value.includes('\0')) {
      for (const byte of Buffer.from(value, 'utf8')) {
        this.byte(byte);
        if (byte === 0) this.byte(0xff);
      }
    } else this.length += this.buffer.write(value, this.length, 'utf8');
    this.byte(0);
    this.byte(0);
  }

  private byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
