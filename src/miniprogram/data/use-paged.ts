import { useState } from 'react';
import type { CallResult } from '@shared/client';
import type { LoadState } from './load-state';
import { joinPages, type Page } from './pages';
import { useLoad } from './use-load';

interface Paged<Shown> {
  state: LoadState<Shown>;
  reload: () => void;
  more: () => void;
  loadingMore: boolean;
}

/** A list that grows page by page; a null key waits. */
export function usePaged<Item extends { id: string }, Shown extends Page<Item> = Page<Item>>(
  key: string | null,
  ask: (cursor: string | null) => Promise<CallResult<Shown>>,
): Paged<Shown> {
  const first = useLoad<Shown>(key, () => ask(null));
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
