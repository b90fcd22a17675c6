/** As much of a service worker's own world as is used here: the compiler knows that of pages only. */
export interface WorkerScope {
  readonly registration: { unregister: () => Promise<boolean> };
  skipWaiting: () => Promise<void>;
  addEventListener: (
    type: 'install' | 'activate' | 'message',
    listener: (event: { data?: unknown; waitUntil: (work: Promise<unknown>) => void }) => void,
  ) => void;
}
/** Said to a new version by a page that was opened anew, or that cannot go on with its own. */
export const TAKE_OVER = 'take over';
