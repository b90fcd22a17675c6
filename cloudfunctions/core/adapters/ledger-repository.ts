import type { LedgerMapping } from '@contract/ledger';
import type { LedgerRepository } from '../app/ledger/ledger-port';
import type { DocumentStore } from './document-store';

const LEDGERS = 'ledgers';

/** One document a county with the columns of its ledgers; the last one to match them is right. */
export function ledgerRepository(store: DocumentStore, countyId: string): LedgerRepository {
  return {
    async read() {
      const document = await store.get(LEDGERS, countyId);
      return (document?.['ledgers'] ?? []) as LedgerMapping[];
    },
    async write(ledgers) {
      if ((await store.change(LEDGERS, { _id: countyId }, { ledgers })) === 1) return;
      await store.insert(LEDGERS, { _id: countyId, ledgers });
    },
  };
}
