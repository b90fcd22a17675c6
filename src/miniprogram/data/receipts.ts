import type { Receipt } from '@contract/lead-views';
import { keptList } from './kept';

/** A receipt, the request it answers, how the matter began, and words that were written too late to be in the lead. */
export type KeptReceipt = Receipt & { requestId?: string; said?: string; leftover?: string };

/** The receipts of what was submitted from this device, each lead once. */
export const receipts = keptList<KeptReceipt>('zhitong.receipts', 20, ({ leadId }) => leadId);
