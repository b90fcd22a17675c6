import { createFetchTransport } from '@shared/fetch-transport';
import { newRequestId } from '@shared/request-id';
import { currentDemoIdentity, listDemoIdentities, becomeDemoIdentity } from './demo-identity.h5';
import type { Host } from './host-types';
import { choosePhotos, sendPhoto } from './photos.h5';

const OPENID_KEY = 'zhitong.device';

const storage: Host['storage'] = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  },
};

/** Outside WeChat there is no OPENID: the browser keeps a name of its own. */
function deviceId(): string {
  const kept = storage.read(OPENID_KEY);
  if (kept) return kept;
  const made = `h5-${newRequestId()}`;
  storage.write(OPENID_KEY, made);
  return made;
}

/** The browser's side of the host. */
export const host: Host = {
  start: () => undefined,
  hasNativeBar: false,
  transport: createFetchTransport({
    base: '/call/',
    headers: () => ({ 'x-demo-openid': currentDemoIdentity() ?? deviceId() }),
  }),
  storage,
  watchNetwork(tell) {
    const onOnline = (): void => tell(true);
    const onOffline = (): void => tell(false);
    tell(navigator.onLine);
    window.addEventListener('online', onOnline);
    window.addEventListener('offline', onOffline);
    return () => {
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
    };
  },
  sceneFrom: ({ scene }) => scene ?? new URLSearchParams(location.search).get('scene'),
  fontScale: () => 1,
  choosePhotos,
  sendPhoto,
  showPhotos(urls, index) {
    window.open(urls[index], '_blank', 'noopener');
  },
  async copy(text) {
    await navigator.clipboard.writeText(text);
  },
  dial(phone) {
    location.href = `tel:${phone}`;
  },
  scan: () => Promise.resolve(null),
  canScan: false,
  canNotify: false,
  askToNotify: () => Promise.resolve([]),
  listDemoIdentities,
  currentDemoIdentity,
  becomeDemoIdentity,
};
