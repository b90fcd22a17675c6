import type { QueuePage } from '@contract/actions';

interface LastQueue {
  search: string;
  ids: string[];
}

let last: LastQueue = { search: '', ids: [] };

/** Keeps which list the person was working through, so that a lead knows its neighbours and the way back. */
export function rememberQueue(search: string, pages: QueuePage[]): void {
  last = { search, ids: pages.flatMap(({ items }) => items.map(({ id }) => id)) };
}

/** The address of the list last worked through. */
export function lastQueueAddress(): string {
  return last.search ? `/leads?${last.search}` : '/leads';
}

/** The lead before and after one in that list. */
export function neighboursOf(leadId: string): { previous: string | null; next: string | null } {
  const place = last.ids.indexOf(leadId);
  if (place < 0) return { previous: null, next: null };
  return { previous: last.ids[place - 1] ?? null, next: last.ids[place + 1] ?? null };
}
