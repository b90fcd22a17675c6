import { useState } from 'react';
import type { CallResult } from '@shared/client';
import type { LoadState } from './load-state';
import { useLoad } from './use-load';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Paged<Item> {
  state: LoadState<Page<Item>>;
  reload: () => void;
  more: () => void;
  loadingMore: boolean;
}

/** The longer list after another page was fetched; an item that moved meanwhile is shown once, as it is now. */
export function joinPages<Item extends { id: string }>(shown: Page<Item>, next: Page<Item>): Page<Item> {
  const newer = new Set(next.items.map(({ id }) => id));
  return {
    items: [...shown.items.filter(({ id }) => !newer.has(id)), ...next.items],
    nextCursor: next.nextCursor,
  };
}

/** A list that grows page by page; a null key waits. */
export function usePaged<Item extends { id: string }>(
  key: string | null,
  ask: (cursor: string | null) => Promise<CallResult<Page<Item>>>,
): Paged<Item> {
  const first = useLoad<Page<Item>>(key, () => ask(null));
  const [loadingMore, setLoadingMore] = useState(false);

  const more = (): void => {
    const { state } = first;
    if (state.phase !== 'ready' || state.data.nextCursor === null || loadingMore) return;
    setLoadingMore(true);
    void ask(state.data.nextCursor).then((result) => {
      setLoadingMore(false);
      if (result.ok) first.show(joinPages(state.data, result.data));
    });
  };
  return { state: first.state, reload: first.reload, more, loadingMore };
}
