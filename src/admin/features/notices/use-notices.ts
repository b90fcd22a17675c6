import { useState } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '@contract/actions';
import { newAmong } from '@shared/notices';
import { keepSeen, readSeen } from '../../platform/seen-notices';
import { usePanelCall } from '../../platform/use-panel';

const EVERY_MS = 60_000;

export interface Notices {
  query: UseQueryResult<OutputOf<'panel.listNotices'>>;
  /** The ids of those not seen before. */
  fresh: string[];
  /** What is there now has been seen. */
  see: () => void;
}

/** What this person was sent, asked for once a minute while the window is in front, and what of it is new. */
export function useNotices(accountId: string): Notices {
  const call = usePanelCall();
  const [seen, setSeen] = useState(() => readSeen(accountId));
  const query = useQuery({
    queryKey: ['notices'],
    queryFn: () => call('panel.listNotices', {}),
    staleTime: EVERY_MS / 2,
    refetchInterval: EVERY_MS,
  });
  const items = query.data?.items ?? [];
  const see = (): void => {
    if (!query.data) return;
    const ids = items.map(({ id }) => id);
    keepSeen(accountId, ids);
    setSeen(ids);
  };
  return { query, fresh: newAmong(items, seen), see };
}
