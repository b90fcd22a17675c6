import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { QueuePage } from '@contract/actions';
import type { QueueFilter } from '@contract/statistics';
import { usePanelCall } from '../../../platform/use-panel';

export const PAGE_SIZE = 30;

/** The leads under a filter, page after page; one call a page. */
export function useQueue(filter: QueueFilter): UseInfiniteQueryResult<InfiniteData<QueuePage>> {
  const call = usePanelCall();
  return useInfiniteQuery({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam }) =>
      call('panel.listQueue', { ...filter, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}
