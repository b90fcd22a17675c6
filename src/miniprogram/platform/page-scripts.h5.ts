import { keepPages, versionIsSure } from './offline.h5';

/** As much of what Taro knows of its pages as is used here: each is a script of its own. */
interface PageRoute {
  path: string;
  load: (context: unknown, params: unknown) => readonly [Promise<unknown>, ...unknown[]];
}
declare global {
  interface Window {
    __taroAppConfig?: { routes?: PageRoute[] };
  }
}
/** Where a browser cannot say when it has nothing to do. */
const USUALLY_IDLE_MS = 1_000;

/** The script of a page: here at once when it was fetched before; rejects where it cannot be fetched. */
export async function fetchPage(address: string): Promise<void> {
  const routes = window.__taroAppConfig?.routes ?? [];
  const route = routes.find(({ path }) => path.replace(/^\/?/, '/') === address);
  await route?.load({}, {})[0];
}

/** Fetches pages one after the other once the browser has nothing else to do: the signal may be gone later, and the browser too. */
export function fetchAhead(addresses: readonly string[]): void {
  const fetchAll = async (): Promise<void> => {
    await versionIsSure();
    for (const address of addresses) await fetchPage(address);
  };
  // Whoever opens one that did not come is told then.
  const begin = (): void =>
    void fetchAll()
      .catch(() => undefined)
      .then(keepPages);
  if ('requestIdleCallback' in window) window.requestIdleCallback(begin);
  else setTimeout(begin, USUALLY_IDLE_MS);
}
