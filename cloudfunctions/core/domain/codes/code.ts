import type { CodeKind, MadeCodeKind } from '@contract/codes';
import type { Entry } from '@contract/lead';
import { findPlace, type County } from '../county';
import { isChecked, withCheckDigit } from './check-digit';

/**
 * The number of a code, which is all that its scene carries. A place's own is the official number of the place with a
 * check digit, so that all of them exist without being stored; one that was made has its kind and a serial between:
 *   410325100001 + check                 the place
 *   410325100001 + kind + serial + check a board, station or event in it
 */
export interface CodeNumber {
  id: string;
  kind: CodeKind;
  placeId: string;
}

const DIGIT_OF_KIND: Record<MadeCodeKind, string> = { board: '1', station: '2', event: '3' };
export const SERIALS = 1_000;
const SERIAL_DIGITS = 3;
/** Townships have nine digits, villages twelve. */
const SHAPE = /^(\d{9}|\d{12})(?:([123])(\d{3}))?\d$/;

/** The number of the code a place has from the start; null for a place without an official number. */
export function numberOfPlace(placeId: string): string | null {
  return /^(\d{9}|\d{12})$/.test(placeId) ? withCheckDigit(placeId) : null;
}

/** The number of a code that is made; the serial is below SERIALS. Null for a place without an official number. */
export function numberOfMade(placeId: string, kind: MadeCodeKind, serial: number): string | null {
  if (numberOfPlace(placeId) === null) return null;
  return withCheckDigit(
    `${placeId}${DIGIT_OF_KIND[kind]}${String(serial % SERIALS).padStart(SERIAL_DIGITS, '0')}`,
  );
}

/** Reads a number: `damaged` when it does not check, `foreign` when it is of no place of this county. */
export function readNumber(text: string, county: County): CodeNumber | 'damaged' | 'foreign' {
  const shape = SHAPE.exec(text);
  if (shape === null || !isChecked(text)) return 'damaged';
  const [, placeId = '', digit] = shape;
  if (findPlace(county, placeId) === null) return 'foreign';
  const made = (Object.keys(DIGIT_OF_KIND) as MadeCodeKind[]).find((kind) => DIGIT_OF_KIND[kind] === digit);
  return { id: text, kind: made ?? kindOfPlace(placeId, county), placeId };
}

/** Every code the county's places have from the start, township by township. */
export function codesOfPlaces(county: County): CodeNumber[] {
  return county.townships.flatMap((township) =>
    [township, ...township.villages].flatMap(({ id: placeId }) => {
      const id = numberOfPlace(placeId);
      return id === null ? [] : [{ id, kind: kindOfPlace(placeId, county), placeId }];
    }),
  );
}

function kindOfPlace(placeId: string, county: County): CodeKind {
  const place = findPlace(county, placeId);
  if (!place?.village) return 'township';
  return /(社区|居委会|居民委员会)$/.test(place.village.name) ? 'community' : 'village';
}

/** By which door somebody comes in who scans it. */
export function entryOf(kind: CodeKind): Entry {
  if (kind === 'station') return 'stationCode';
  return kind === 'event' ? 'eventCode' : 'villageCode';
}
