import type { LedgerMapping } from '@contract/ledger';

/** How a county's ledgers are read: their columns, matched once. */
export interface LedgerRepository {
  read(): Promise<LedgerMapping[]>;
  write(ledgers: readonly LedgerMapping[]): Promise<void>;
}
