import { createFetchTransport } from '@shared/fetch-transport';
import type { Transport } from '@shared/client';
import { mapAddress } from '@shared/points';
import { currentDemoIdentity, listDemoIdentities, becomeDemoIdentity } from './demo-identity.h5';
import { browserTextScale } from './browser-text-scale.h5';
import type { Host } from './host-types';
import { media } from './media.h5';
import { beginOffline, versionIsSure } from './offline.h5';
import { watchUnopened } from './unopened.h5';
import { deviceToken, forgetDevice } from './web-device.h5';

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

/** The functions that WeChat's own calls reach: only somebody of the demonstration has an identity there. */
const asDemoIdentity = createFetchTransport({
  base: '/call/',
  headers: (): Record<string, string> => {
    const openid = currentDemoIdentity();
    return openid === null ? {} : { 'x-demo-openid': openid };
  },
});
/** Residents without WeChat: one function, and the browser's own token. */
const asDevice = createFetchTransport({ base: '/', headers: () => ({ 'x-device-token': deviceToken() }) });
const transport: Transport = async (functionName, request) => {
  await versionIsSure();
  return functionName === 'resident' && currentDemoIdentity() === null
    ? asDevice('web', request)
    : asDemoIdentity(functionName, request);
};

/** The browser's side of the host. */
export const host: Host = {
  start() {
    beginOffline();
    watchUnopened();
  },
  hasNativeBar: false,
  transport,
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
  pagesAddress: () => location.origin + location.pathname,
  fontScale: browserTextScale,
  media,
  hasListeningPage: false,
  // Where a browser has no such lock, the one request id still lets only one submission through.
  onlyHere: async (what, run) =>
    'locks' in navigator
      ? navigator.locks.request(what, { ifAvailable: true }, (lock) => (lock ? run() : null))
      : run(),
  watchOtherPages(key, tell) {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === key) tell();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  },
  showPhotos(urls, index) {
    window.open(urls[index], '_blank', 'noopener');
  },
  showOnMap(point) {
    window.open(mapAddress(point), '_blank', 'noopener');
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
  forgetDevice,
};
