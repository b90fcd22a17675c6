import type { Grant, Me } from '@contract/directory';
import type { QueueGroup } from '@contract/statistics';
import { officeOf } from '@shared/offices';
import { host } from '../../platform/host';

const KEY = 'zhitong.staffOffice';

/** The office somebody looks from: the one chosen last on this phone as long as they hold it, else the widest. */
export const currentOffice = (me: Me): Grant | null => officeOf(me, host.storage.read(KEY) ?? undefined);

/** Remembers from which office somebody looks. */
export function keepOffice(key: string): void {
  host.storage.write(KEY, key);
}

/** What the day begins with: one's own work; for those who only look on, the whole list. */
export function firstGroup(office: Grant | null): QueueGroup | null {
  return office === null || office.role === 'leader' || office.role === 'administrator' ? null : 'mine';
}
