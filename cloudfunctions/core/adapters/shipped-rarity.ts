import { readRarity, type Rarity } from '../domain/duplicates/rarity';
import { bytesOf, shipped } from './shipped-files';

/** The table of common pairs: read when first asked for, then kept. A missing or damaged file throws. */
export function shippedRarity(file: string = shipped('rarity-table.bin')): () => Rarity {
  let rarity: Rarity | null = null;
  return () => (rarity ??= readRarity(bytesOf(file)));
}
