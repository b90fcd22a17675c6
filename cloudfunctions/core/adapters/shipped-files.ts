import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { damagedTable } from '../domain/duplicates/rarity';
import { damagedModel } from '../domain/routing/classifier-model';

const RARITY_TABLE = 'rarity-table.bin';

/** Where the build puts a file: beside the bundle of each function that reads it. */
export const shipped = (name: string): string => join(__dirname, name);

/** The bytes of a shipped file. Throws, in a sentence an operator can act on, when there is none. */
export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw damaged(file, '读不到文件');
  }
}

/**
 * For the start of a function: throws when one of these files is missing or not, byte for byte, as it was built. The
 * build notes each file's digest beside it: hashing natively costs a start next to nothing.
 */
export function checkShipped(...names: string[]): void {
  for (const name of names) {
    const noted = Buffer.from(bytesOf(shipped(`${name}.sha256`)))
      .toString()
      .trim();
    const found = createHash('sha256')
      .update(bytesOf(shipped(name)))
      .digest('hex');
    if (found !== noted) throw damaged(name, '校验和不符');
  }
}

const damaged = (file: string, why: string): Error =>
  basename(file).startsWith(RARITY_TABLE) ? damagedTable(why) : damagedModel(why);
