import type { CodeKind } from '@contract/codes';
import { findPlace, nameOf, type County } from '../county';
import { chinaDate } from '../deadlines/working-days';
import type { CodeNumber } from './code';

/** A code as it is stored: what was made in the panel, and any that was taken out of use. */
export interface StoredCode {
  id: string;
  countyId: string;
  kind: CodeKind;
  placeId: string;
  title: string;
  address: string;
  createdAt: string | null;
  validFrom: string | null;
  validUntil: string | null;
  retired: { at: string; reason: string; replacedBy: string | null } | null;
  /** Where the successor hangs, written down when it was made. */
  successorAddress: string | null;
}

const ASK = '请自己选一下地点，照样可以反映。';

/** What to tell somebody whose code cannot be read at all. */
export const DAMAGED = `这张码没有读全，可能是印坏了或弄脏了。${ASK}`;
/** What to tell somebody whose code belongs to another county, or to nobody. */
export const foreign = (county: County): string => `这不是${county.name}的码。${ASK}`;

/** Whether the code holds today: null, or one sentence that tells the resident why not and where the new one is. */
export function whyNotInUse(
  code: CodeNumber,
  stored: StoredCode | null,
  county: County,
  now: string,
): string | null {
  const isMade = code.kind === 'board' || code.kind === 'station' || code.kind === 'event';
  if (stored === null) return isMade ? foreign(county) : null;
  if (stored.retired !== null) {
    if (stored.retired.replacedBy === null) return `这张码停用了。${ASK}`;
    const where = stored.successorAddress || findPlace(county, stored.placeId)?.name || nameOf([], null);
    return `这张码换新的了，新码贴在${where}。不用再跑一趟，${ASK}`;
  }
  if (stored.validUntil !== null && chinaDate(now) > stored.validUntil) {
    return `「${stored.title}」${dayInWords(stored.validUntil)}结束了，这张码也停用了。${ASK}`;
  }
  return null;
}

const dayInWords = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
