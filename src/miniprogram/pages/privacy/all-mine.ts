import type { MyData, RetentionTerms } from '@contract/personal-data';
import type { CallResult } from '@shared/client';
import { api } from '../../data/api';

/** More pages than anybody has: a guard, not a limit anybody meets. */
const MOST_PAGES = 100;

/** What is kept about oneself, and for how long the county keeps it. */
export interface AllMine {
  data: MyData;
  terms: RetentionTerms;
}

/** Everything that is kept about oneself, all pages put together. */
export async function askAllMine(): Promise<CallResult<AllMine>> {
  const [first, terms] = await Promise.all([
    api.call('resident.getMyData', {}),
    api.call('resident.getRetention', {}),
  ]);
  if (!first.ok) return first;
  if (!terms.ok) return terms;
  let data = first.data;
  for (let page = 0; data.nextCursor !== null && page < MOST_PAGES; page += 1) {
    const next = await api.call('resident.getMyData', { cursor: data.nextCursor });
    if (!next.ok) return next;
    data = { ...data, leads: [...data.leads, ...next.data.leads], nextCursor: next.data.nextCursor };
  }
  return { ok: true, data: { data, terms: terms.data } };
}
