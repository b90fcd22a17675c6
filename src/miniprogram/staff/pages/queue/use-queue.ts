import { useState } from 'react';
import type { QueueFigures, QueuePage } from '@contract/actions';
import type { QueueFilter } from '@contract/statistics';
import { api } from '../../../data/api';
import type { LoadState } from '../../../data/load-state';
import { joinPages } from '../../../data/pages';
import { useLoad } from '../../../data/use-load';

interface Queue {
  /** What is shown belongs to an earlier filter: the figures still hold, the rows do not. */
  isOfBefore: boolean;
  state: LoadState<QueuePage>;
  /** How long the lists are; undefined until they are known. */
  figures: QueueFigures | undefined;
  reload: () => void;
  more: () => void;
  loadingMore: boolean;
  /** Why the next page did not come; null when it did. */
  moreProblem: string | null;
}

/** The caller's queue under a filter; grows page by page. */
export function useQueue(filter: QueueFilter): Queue {
  const key = JSON.stringify(filter);
  const first = useLoad<QueuePage & { of: string }>(key, async () => {
    const result = await api.call('staff.listQueue', filter);
    return result.ok ? { ok: true, data: { ...result.data, of: key } } : result;
  });
  const figures = useLoad(`figures ${key}`, () => api.call('staff.getQueueFigures', filter));
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreProblem, setMoreProblem] = useState<string | null>(null);

  const more = (): void => {
    const { state } = first;
    if (state.phase !== 'ready' || state.data.nextCursor === null || loadingMore) return;
    setLoadingMore(true);
    void api.call('staff.listQueue', { ...filter, cursor: state.data.nextCursor }).then((result) => {
      setLoadingMore(false);
      setMoreProblem(result.ok ? null : result.error.message);
      if (result.ok) first.show({ ...result.data, ...joinPages(state.data, result.data), of: key });
    });
  };
  const isOfBefore = first.state.phase === 'ready' && first.state.data.of !== key;
  return {
    isOfBefore,
    state: first.state,
    figures: figures.state.phase === 'ready' ? figures.state.data : undefined,
    reload: () => {
      first.reload();
      figures.reload();
    },
    more,
    loadingMore,
    moreProblem,
  };
}
