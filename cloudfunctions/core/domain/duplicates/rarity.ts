import { checksumOf } from '../routing/classifier-model';

/** How common pairs of characters are in messages of residents: counted once, shipped, never counted again. */
export interface Rarity {
  /** How many messages were counted. */
  messages: number;
  /** A level for each bucket of pairs: 0 never seen, then two buckets of counts to an octave and a half. */
  levels: Uint8Array;
}

/** `ZTRR`, then messages and checksum; behind it the levels, two to a byte. */
const MAGIC = 0x5252545a;
const PREFIX = 12;
const BUCKET_BITS = 16;
const BUCKETS = 1 << BUCKET_BITS;
const MOST_LEVEL = 15;
const LEVELS_PER_OCTAVE = 1.2;

/** Reads the shipped table. Throws, in a sentence an operator can act on, when a byte of it is not as written. */
export function readRarity(bytes: Uint8Array): Rarity {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWhole =
    bytes.length === PREFIX + BUCKETS / 2 &&
    view.getUint32(0, true) === MAGIC &&
    view.getUint32(8, true) === checksumOf(bytes.subarray(PREFIX));
  if (!isWhole) throw damagedTable('内容不符');
  const levels = new Uint8Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    levels[bucket] = ((bytes[PREFIX + (bucket >> 1)] ?? 0) >> ((bucket & 1) * 4)) & MOST_LEVEL;
  }
  return { messages: view.getUint32(4, true), levels };
}

/** The sentence for a table that cannot be used. */
export const damagedTable = (why: string): Error =>
  new Error(`查重用的词频表损坏（${why}）。请重新部署，或运行 npm run train:duplicates 重新生成。`);

/** The table as it is shipped. */
export function writeRarity({ messages, levels }: Rarity): Uint8Array {
  const bytes = new Uint8Array(PREFIX + BUCKETS / 2);
  levels.forEach((level, bucket) => {
    const at = PREFIX + (bucket >> 1);
    bytes[at] = (bytes[at] ?? 0) | (level << ((bucket & 1) * 4));
  });
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, messages, true);
  view.setUint32(8, checksumOf(bytes.subarray(PREFIX)), true);
  return bytes;
}

/** The table of so many messages, from how many of them hold each pair. Where pairs share a bucket, the commonest counts. */
export function rarityFrom(messages: number, counts: ReadonlyMap<number, number>): Rarity {
  const levels = new Uint8Array(BUCKETS);
  for (const [pair, count] of counts) {
    const level = Math.min(MOST_LEVEL, Math.max(1, Math.round(Math.log2(count) * LEVELS_PER_OCTAVE + 1)));
    levels[bucketOf(pair)] = Math.max(levels[bucketOf(pair)] ?? 0, level);
  }
  return { messages, levels };
}

/** How common a pair is, from 0, never seen, to `MOST_LEVEL`. */
export const levelOf = (pair: number, { levels }: Rarity): number => levels[bucketOf(pair)] ?? 0;

/** How telling a pair of each level is: 0 when every message has it, the more the rarer. */
export const rareness = (rarity: Rarity): number[] =>
  Array.from({ length: MOST_LEVEL + 1 }, (_, level) => rarenessOf(level, rarity));

function rarenessOf(level: number, { messages }: Rarity): number {
  const count = level === 0 ? 0 : 2 ** ((level - 1) / LEVELS_PER_OCTAVE);
  return Math.max(0, Math.log((messages + 1) / (count + 1)));
}

const bucketOf = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> (32 - BUCKET_BITS);
