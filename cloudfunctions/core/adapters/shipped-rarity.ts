import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { damagedTable, readRarity, type Rarity } from '../domain/duplicates/rarity';

/** The build puts the table beside the bundle of each function that makes fingerprints. */
const SHIPPED = join(__dirname, 'rarity-table.bin');

/** The table of common pairs: read when first asked for, then kept. A missing or damaged file throws. */
export function shippedRarity(file: string = SHIPPED): () => Rarity {
  let rarity: Rarity | null = null;
  return () => (rarity ??= readRarity(bytesOf(file)));
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw damagedTable('读不到文件');
  }
}
