import type { Grant, Me } from '@contract/directory';
import { officeOf } from '@shared/offices';
import { host } from '../../platform/host';

const KEY = 'zhitong.staffOffice';

/** The office somebody looks from: the one chosen last on this phone as long as they hold it, else the widest. */
export const currentOffice = (me: Me): Grant | null => officeOf(me, host.storage.read(KEY) ?? undefined);

/** Remembers from which office somebody looks. */
export function keepOffice(key: string): void {
  host.storage.write(KEY, key);
}
