import type { Receipt } from '@contract/lead-views';
import { host } from '../platform/host';

/** Things this device remembers by itself, so that they are there without a network. */

const RECEIPTS = 'zhitong.receipts';
const RECEIPTS_MAX = 20;

/** A receipt, the request it answers, how the matter began, and words that were written too late to be in the lead. */
export type KeptReceipt = Receipt & { requestId?: string; said?: string; leftover?: string };

/** The receipts of what was submitted from this device, newest first. */
export function readReceipts(): KeptReceipt[] {
  return readJson<KeptReceipt[]>(RECEIPTS, Array.isArray) ?? [];
}

/** Remembers a receipt; the same lead is kept once. */
export function keepReceipt(receipt: KeptReceipt): void {
  const others = readReceipts().filter(({ leadId }) => leadId !== receipt.leadId);
  writeJson(RECEIPTS, [receipt, ...others].slice(0, RECEIPTS_MAX));
}

/** What was kept under a key, when it is still readable and passes the check. */
export function readJson<Data>(key: string, check: (value: unknown) => boolean): Data | null {
  const kept = host.storage.read(key);
  if (kept === null) return null;
  try {
    const value = JSON.parse(kept) as unknown;
    return check(value) ? (value as Data) : null;
  } catch {
    return null;
  }
}

/** Keeps a value; false when the device has no room left. */
export function writeJson(key: string, value: unknown): boolean {
  return host.storage.write(key, JSON.stringify(value));
}
