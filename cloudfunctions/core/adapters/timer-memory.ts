import type { TimerMemory } from '../app/ports';
import type { DocumentStore } from './document-store';

const JOBS = 'jobs';

/** The timer's own page of the database: one document a county. */
export function timerMemory(store: DocumentStore, countyId: string): TimerMemory {
  return {
    async recall() {
      const page = await store.get(JOBS, countyId);
      if (page === null) return null;
      const doubtedSince = page['doubtedSince'];
      return {
        lastRunAt: String(page['lastRunAt']),
        doubtedSince: typeof doubtedSince === 'string' ? doubtedSince : null,
      };
    },
    async remember(memory) {
      if ((await store.change(JOBS, { _id: countyId }, { ...memory })) === 1) return;
      await store.insert(JOBS, { _id: countyId, ...memory });
    },
  };
}
