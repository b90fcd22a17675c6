import { host } from '../platform/host';
import { intakes } from './intake';
import { answers } from './kept-answers';
import { outbox } from './outbox-here';
import { recentPlaces } from './places';
import { receipts } from './receipts';

/** What this device itself remembers of somebody: receipts, places picked and scanned, what was begun, a draft and its files. */
const REMEMBERED = [receipts, recentPlaces, intakes, answers];

/** After everything of one's own was erased in the cloud: here too, and the device becomes one nobody has seen. */
export function forgetHere(): void {
  outbox().discardAll();
  for (const { key } of REMEMBERED) host.storage.remove(key);
  host.forgetDevice();
}
