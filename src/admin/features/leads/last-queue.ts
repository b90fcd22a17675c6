import type { QueuePage } from '@contract/actions';

interface LastQueue {
  search: string;
  ids: string[];
}

let last: LastQueue = { search: '', ids: [] };
/** The lead of that list that was opened last; null once the way back was taken or the leads were left. */
let opened: string | null = null;

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

/** Keeps which lead of that list is being read, for the way back to its row; one from elsewhere changes nothing. */
export function rememberOpened(leadId: string): void {
  if (last.ids.includes(leadId)) opened = leadId;
}

/** The lead to come back to in a list; null in any list but the one it was opened from. */
export function openedFrom(search: string): string | null {
  return search === last.search ? opened : null;
}

/** From here on a list begins at its top. */
export function forgetOpened(): void {
  opened = null;
}
