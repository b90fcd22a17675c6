import { host } from '../platform/host';

let failed = false;

/** Whether speaking opens the page that writes the words down; no longer once it could not in this visit. */
export const listensOnPage = (): boolean => host.hasListeningPage && !failed;

/** It could not be done: from now on what is said is only recorded. */
export function listenWithoutWords(): void {
  failed = true;
}
