import { useSyncExternalStore } from 'react';
import { useDidShow } from '@tarojs/taro';
import { PHOTOS_MAX, TEXT_MAX } from '@contract/limits';
import { newRequestId } from '@shared/request-id';
import { host } from '../platform/host';
import { api } from './api';
import { DRAFT_KEY, keepDrafts, readDrafts } from './kept-draft';
import { Outbox, type OutboxState } from './outbox';
import { receipts } from './receipts';

const LOCK = 'zhitong.send';
let online = true;
let ours: Outbox | null = null;

/** This device's one outbox; made when it is first asked for, and from then on awake. */
export function outbox(): Outbox {
  if (ours) return ours;
  const made = new Outbox({
    read: readDrafts,
    keep: keepDrafts,
    client: api,
    sendFile: host.media.send,
    forgetFiles: host.media.forget,
    onlyHere: (run) => host.onlyHere(LOCK, run),
    receiptFor: (requestId) => receipts.read().find((kept) => kept.requestId === requestId) ?? null,
    keepReceipt: (receipt, requestId, leftover) =>
      receipts.keep({ ...receipt, requestId, ...(leftover === null ? {} : { leftover }) }),
    newRequestId,
    isOnline: () => online,
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    limits: { textMax: TEXT_MAX, photosMax: PHOTOS_MAX },
  });
  ours = made;
  host.watchNetwork((isConnected) => {
    const isBack = isConnected && !online;
    online = isConnected;
    if (isBack) made.wake();
  });
  host.watchOtherPages(DRAFT_KEY, () => made.reread());
  // What waited when the app was closed goes on where it stopped.
  made.wake();
  return made;
}

/** The outbox as it stands; a page that comes to the front lets it try again. */
export function useOutbox(): { outbox: Outbox; state: OutboxState } {
  const mine = outbox();
  const state = useSyncExternalStore(mine.subscribe, mine.state);
  useDidShow(() => mine.wake());
  return { outbox: mine, state };
}
