import { printedNumber } from '@contract/codes';
import { CODE_KIND_LABELS } from '@contract/labels-zh';
import { findPlace, type County } from '../county';
import { readNumber } from './code';

/** A code as figures name it: its place, and for one that was made its kind and number. */
export function codeName(id: string, county: County): string {
  if (id === 'none') return '没有扫码';
  const code = readNumber(id, county);
  if (typeof code === 'string') return printedNumber(id);
  const place = findPlace(county, code.placeId)?.name ?? '';
  const isMade = code.kind === 'board' || code.kind === 'station' || code.kind === 'event';
  return isMade ? `${place} ${CODE_KIND_LABELS[code.kind]} ${printedNumber(id)}` : place;
}
