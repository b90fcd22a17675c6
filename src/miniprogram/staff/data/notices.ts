import { useState } from 'react';
import type { OutputOf } from '@contract/actions';
import { newAmong, parseSeen } from '@shared/notices';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { host } from '../../platform/host';

const keyOf = (accountId: string): string => `zhitong.seenNotices.${accountId}`;
type Notices = OutputOf<'staff.listNotices'>['items'];

/** The ids of those not seen on this phone before. */
export function freshOf(accountId: string, items: Notices): string[] {
  return newAmong(items, parseSeen(host.storage.read(keyOf(accountId))));
}

/** What is there now has been seen. */
export function seeNotices(accountId: string, items: Notices): void {
  host.storage.write(keyOf(accountId), JSON.stringify(items.map(({ id }) => id)));
}

/** How many messages wait to be seen; looked at again whenever the page comes back to the front. */
export function useFreshCount(accountId: string): number {
  const { state } = useLoad('notices', () => api.call('staff.listNotices', {}));
  return state.phase === 'ready' ? freshOf(accountId, state.data.items).length : 0;
}

/** The messages, and which of them were new when the page was opened. */
export function useNotices(accountId: string) {
  const [before] = useState(() => parseSeen(host.storage.read(keyOf(accountId))));
  const { state, reload } = useLoad('notices', async () => {
    const result = await api.call('staff.listNotices', {});
    if (result.ok) seeNotices(accountId, result.data.items);
    return result;
  });
  return { state, reload, before };
}
