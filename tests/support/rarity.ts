import { resolve } from 'node:path';
import { shippedRarity } from '../../cloudfunctions/core/adapters/shipped-rarity';

/** The table of common pairs that the functions ship with. */
export const RARITY = shippedRarity(
  resolve(import.meta.dirname, '../../cloudfunctions/core/adapters/rarity-table.bin'),
)();
