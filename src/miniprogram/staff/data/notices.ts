import { useState } from 'react';
import { newAmong } from '@shared/notices';
import { api } from '../../data/api';
import { keepSeen, seenBefore } from '../../data/seen-notices';
import { useLoad } from '../../data/use-load';

/** How many messages wait to be seen; looked at again whenever the page comes back to the front. */
export function useFreshCount(accountId: string): number {
  const { state } = useLoad('notices', () => api.call('staff.listNotices', {}));
  return state.phase === 'ready' ? newAmong(state.data.items, seenBefore(accountId)).length : 0;
}

/** The messages, and which of them were new when the page was opened. */
export function useNotices(accountId: string) {
  const [before] = useState(() => seenBefore(accountId));
  const { state, reload } = useLoad('notices', async () => {
    const result = await api.call('staff.listNotices', {});
    if (result.ok) keepSeen(accountId, result.data.items);
    return result;
  });
  return { state, reload, before };
}
