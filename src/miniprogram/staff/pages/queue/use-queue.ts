import { useState } from 'react';
import type { InputOf, QueuePage } from '@contract/actions';
import { api } from '../../../data/api';
import { joinPages } from '../../../data/pages';
import { useLoad } from '../../../data/use-load';
import type { LoadState } from '../../../data/load-state';

interface Queue {
  state: LoadState<QueuePage>;
  reload: () => void;
  more: () => void;
  loadingMore: boolean;
}

/** The caller's queue under one status or one mark, or all of it; grows page by page. */
export function useQueue(filter: Pick<InputOf<'staff.listQueue'>, 'status' | 'mark'>): Queue {
  const key = filter.mark ?? filter.status ?? 'all';
  const first = useLoad<QueuePage>(key, () => api.call('staff.listQueue', filter));
  const [loadingMore, setLoadingMore] = useState(false);

  const more = (): void => {
    const { state } = first;
    if (state.phase !== 'ready' || state.data.nextCursor === null || loadingMore) return;
    setLoadingMore(true);
    void api.call('staff.listQueue', { ...filter, cursor: state.data.nextCursor }).then((result) => {
      setLoadingMore(false);
      if (result.ok) first.show({ ...result.data, ...joinPages(state.data, result.data) });
    });
  };
  return { state: first.state, reload: first.reload, more, loadingMore };
}
