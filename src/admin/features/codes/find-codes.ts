import type { CodeItem } from '@contract/codes';
import type { Township } from '@contract/directory';
import { findablePlaces, searchPlaces } from '@shared/place-search';

export const CODE_SORTS = ['all', 'places', 'made', 'retired'] as const;
export type CodeSort = (typeof CODE_SORTS)[number];

export interface CodeFilter {
  query: string;
  townshipId: string;
  sort: CodeSort;
}
export interface TownshipCodes {
  id: string;
  name: string;
  codes: CodeItem[];
  /** How many leads came by them; null for those who may not read it. */
  received: number | null;
}

/** The codes a filter leaves, township by township in the county's order; a township without any is left out. */
export function findCodes(
  items: readonly CodeItem[],
  townships: readonly Township[],
  filter: CodeFilter,
): TownshipCodes[] {
  const isAsked = matcher(filter.query, townships);
  const left = items.filter((code) => isOfSort(code, filter.sort) && isAsked(code));
  return townships
    .filter(({ id }) => filter.townshipId === '' || id === filter.townshipId)
    .map(({ id, name }) => {
      const codes = left.filter(({ townshipId }) => townshipId === id);
      return { id, name, codes, received: sumOf(codes) };
    })
    .filter(({ codes }) => codes.length > 0);
}

function sumOf(codes: readonly CodeItem[]): number | null {
  if (codes.some(({ received }) => received === null)) return null;
  return codes.reduce((sum, { received }) => sum + (received ?? 0), 0);
}

export const isMade = ({ kind }: CodeItem): boolean =>
  kind === 'board' || kind === 'station' || kind === 'event';

function isOfSort(code: CodeItem, sort: CodeSort): boolean {
  switch (sort) {
    case 'all':
      return true;
    case 'places':
      return !isMade(code) && code.retired === null;
    case 'made':
      return isMade(code) && code.retired === null;
    case 'retired':
      return code.retired !== null;
  }
}

/** By the place's characters, pinyin or first letters, by the station's or event's name, or by the number. */
function matcher(query: string, townships: readonly Township[]): (code: CodeItem) => boolean {
  const wanted = query.trim();
  if (wanted === '') return () => true;
  const digits = wanted.replace(/[\s-]/g, '');
  const all = findablePlaces(townships);
  const places = new Set(searchPlaces(all, wanted, all.length).map(({ id }) => id));
  return ({ id, placeId, title, address }) =>
    places.has(placeId) ||
    title.includes(wanted) ||
    address.includes(wanted) ||
    (/^\d{3,}$/.test(digits) && id.includes(digits));
}

/** Whether a sheet of it may be printed: not once it is out of use, nor after its event. */
export const isPrintable = (code: CodeItem, today: string): boolean =>
  code.retired === null && (code.validUntil === null || code.validUntil >= today);
