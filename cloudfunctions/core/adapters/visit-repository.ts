import type { VisitRepository } from '../app/web/visits';
import type { DocumentStore } from './document-store';

export const VISITS = 'visits';

/** Counters per key and hour. Each call counts itself before it reads, so that calls at once cannot all slip through. */
export function visitRepository(store: DocumentStore): VisitRepository {
  const salts = new Map<string, Promise<string>>();
  const countOne = async (key: string, at: string): Promise<number> => {
    if ((await store.increment(VISITS, key, 'times')) === 0) {
      if ((await store.insert(VISITS, { _id: key, times: 1, at })) === null) return 1;
      await store.increment(VISITS, key, 'times');
    }
    return Number((await store.get(VISITS, key))?.['times'] ?? 1);
  };
  const readSalt = async (day: string, draw: () => string, at: string): Promise<string> => {
    const _id = `salt@${day}`;
    const kept = await store.get(VISITS, _id);
    if (kept !== null) return String(kept['salt']);
    const salt = draw();
    if ((await store.insert(VISITS, { _id, salt, at })) === null) return salt;
    return String((await store.get(VISITS, _id))?.['salt']);
  };
  return {
    count: (keys, at) => Promise.all(keys.map((key) => countOne(key, at))),
    saltOf(day, draw, at) {
      const known = salts.get(day);
      if (known) return known;
      const salt = readSalt(day, draw, at);
      salts.clear();
      salts.set(day, salt);
      salt.catch(() => salts.delete(day));
      return salt;
    },
  };
}
