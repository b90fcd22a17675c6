import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CodeItem, CodeSettings } from '@contract/codes';
import { usePanelCall } from '../../platform/use-panel';

export interface Codes {
  items: CodeItem[];
  settings: CodeSettings;
}
export const CODES_KEY = ['codes'] as const;
/** While WeChat's pictures are on their way the list looks again now and then. */
const LOOK_AGAIN_MS = 20_000;

/** Every code this person may print, fetched page by page. */
export function useCodes(): UseQueryResult<Codes> {
  const call = usePanelCall();
  return useQuery({
    queryKey: CODES_KEY,
    staleTime: 30_000,
    refetchInterval: ({ state }) => ((state.data?.settings.wechat.waiting ?? 0) > 0 ? LOOK_AGAIN_MS : false),
    queryFn: async (): Promise<Codes> => {
      const items: CodeItem[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await call('panel.listCodes', cursor ? { cursor } : {});
        items.push(...page.items);
        if (page.nextCursor === null) return { items, settings: page.settings };
        cursor = page.nextCursor;
      }
    },
  });
}
