import type { MyData } from '@contract/personal-data';
import type { CallResult } from '@shared/client';
import { api } from '../../data/api';

/** More pages than anybody has: a guard, not a limit anybody meets. */
const MOST_PAGES = 100;

/** Everything that is kept about oneself, all pages put together. */
export async function askAllMine(): Promise<CallResult<MyData>> {
  const first = await api.call('resident.getMyData', {});
  if (!first.ok) return first;
  let data = first.data;
  for (let page = 0; data.nextCursor !== null && page < MOST_PAGES; page += 1) {
    const next = await api.call('resident.getMyData', { cursor: data.nextCursor });
    if (!next.ok) return next;
    data = { ...data, leads: [...data.leads, ...next.data.leads], nextCursor: next.data.nextCursor };
  }
  return { ok: true, data };
}
