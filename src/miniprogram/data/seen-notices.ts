import { parseSeen } from '@shared/notices';
import { host } from '../platform/host';

const keyOf = (who: string): string => `zhitong.seenNotices.${who}`;

/** The ids of the messages somebody saw on this phone. */
export const seenBefore = (who: string): string[] => parseSeen(host.storage.read(keyOf(who)));

/** What is there now has been seen. */
export function keepSeen(who: string, items: readonly { id: string }[]): void {
  host.storage.write(keyOf(who), JSON.stringify(items.map(({ id }) => id)));
}
