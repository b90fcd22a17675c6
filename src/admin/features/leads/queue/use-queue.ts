import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { QueueFigures, QueuePage } from '@contract/actions';
import type { QueueItem } from '@contract/lead-views';
import { BULK_MAX, QUEUE_PAGE_MAX } from '@contract/limits';
import type { QueueFilter } from '@contract/statistics';
import { usePanelCall } from '../../../platform/use-panel';

const PAGE_SIZE = 30;
/** A list that is looked at is asked for again this often: others work on it too. */
const REFRESH_MS = 60_000;
/** So long a list stays as it was left: a lead may take its time, and the way back leads to its row. */
const KEPT_MS = 30 * 60_000;

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
    refetchInterval: REFRESH_MS,
    gcTime: KEPT_MS,
  });
}

/** How long the list under a filter is, and the others one can turn to; asked beside the rows, so that these need not wait. */
export function useQueueFigures(filter: QueueFilter): UseQueryResult<QueueFigures> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['queue', 'figures', filter],
    queryFn: () => call('panel.getQueueFigures', filter),
    placeholderData: (previous) => previous && { ...previous, total: null },
    refetchInterval: REFRESH_MS,
  });
}

/** Fetches as much of a list as one command takes, to be chosen whole. */
export function useGather(filter: QueueFilter): UseMutationResult<QueueItem[], Error, void> {
  const call = usePanelCall();
  return useMutation({
    mutationFn: async () => {
      const items: QueueItem[] = [];
      for (let cursor: string | null = ''; cursor !== null && items.length < BULK_MAX;) {
        const page: QueuePage = await call('panel.listQueue', {
          ...filter,
          limit: QUEUE_PAGE_MAX,
          ...(cursor ? { cursor } : {}),
        });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  });
}
