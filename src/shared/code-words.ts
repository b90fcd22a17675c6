import { printedNumber } from '@contract/codes';
import type { Township } from '@contract/directory';

/** A code's number in words: its place's name where the directory has it, and the number for all but a place's own. */
export function codeWords(id: string, townships: readonly Township[]): string {
  const placeId = id.slice(0, id.length < 13 ? 9 : 12);
  const township = townships.find((one) => id.startsWith(one.id));
  const village = township?.villages.find((one) => one.id === placeId);
  if (township === undefined) return printedNumber(id);
  const isOwn = id.length === township.id.length + 1 || id.length === (village?.id.length ?? 0) + 1;
  const name = `${township.name}${village?.name ?? ''}`;
  return isOwn ? name : `${name} ${printedNumber(id)}`;
}
