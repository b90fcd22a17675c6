import { host } from '../platform/host';
import { INTAKES_KEY } from './intake';
import { ANSWERS_KEY } from './kept-answers';
import { outbox } from './outbox-here';

/** What this device itself remembers of somebody: receipts, places picked and scanned, what was begun, a draft and its files. */
const REMEMBERED = ['zhitong.receipts', 'zhitong.recentPlaces', INTAKES_KEY, ANSWERS_KEY];

/** After everything of one's own was erased in the cloud: here too, and the device becomes one nobody has seen. */
export function forgetHere(): void {
  outbox().discardAll();
  for (const key of REMEMBERED) host.storage.remove(key);
  host.forgetDevice();
}
