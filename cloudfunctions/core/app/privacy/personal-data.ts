import type { DataPart } from '@contract/personal-data';
import type { LeadRecord } from '../lead/lead-record';

/** What is kept beside leads for a while and then goes, by age. */
export const AGING = [
  'notices',
  'trackingAttempts',
  'visits',
  'sessions',
  'signInTickets',
  'readers',
] as const;
export type Aging = (typeof AGING)[number];

/** An erasure somebody asked for, as long as it runs and after; tells of nobody once it is done. */
export interface ErasureNote<Receipt> {
  receipt: Receipt;
  /** The name that stands for the person from now on; gone with the last step. */
  pseudonym: string | null;
}

/** Personal data by what it is and how old it is: everything by an index, in small portions. */
export interface PersonalDataRepository<Receipt> {
  /** Leads that were over before this moment and still hold the part, the oldest first. */
  listKept(part: DataPart, overBefore: string, limit: number): Promise<LeadRecord[]>;
  countKept(part: DataPart, overBefore: string): Promise<number>;
  countOlder(what: Aging, before: string): Promise<number>;
  /** Takes away up to `limit` of what is older; how many. */
  removeOlder(what: Aging, before: string, limit: number): Promise<number>;
  /** Leads in which somebody joined, or which were filed for them and confirmed on their device. */
  listVoiced(personKey: string, limit: number): Promise<LeadRecord[]>;
  countNotices(recipientKeys: readonly string[]): Promise<number>;
  /** Takes away up to `limit` of what somebody was sent; how many. */
  removeNotices(recipientKeys: readonly string[], limit: number): Promise<number>;
  removeConsents(openid: string): Promise<number>;
  readErasure(id: string): Promise<ErasureNote<Receipt> | null>;
  /** What is noted under the id, whoever came first. */
  beginErasure(id: string, note: ErasureNote<Receipt>): Promise<ErasureNote<Receipt>>;
  endErasure(id: string, receipt: Receipt): Promise<void>;
}
