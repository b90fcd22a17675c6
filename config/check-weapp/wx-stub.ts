/** The stand-in for WeChat's `wx`: only what the app uses, and a record of what it asked. */

import { stubFiles, type StubbedFiles } from './wx-files';
import { stubPrivacy, type StubbedPrivacy } from './wx-privacy';

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (reason: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
}
export interface Navigation {
  navigateTo: (url: string) => void;
  redirectTo: (url: string) => void;
  reLaunch: (url: string) => void;
  navigateBack: () => void;
}
export interface FunctionCall {
  name: string;
  data: { action: string; input: unknown; requestId?: string };
}
export interface StubbedWx {
  api: Record<string, unknown>;
  calls: FunctionCall[];
  storage: Map<string, unknown>;
  clipboard: string[];
  dialled: string[];
  media: StubbedFiles;
  privacy: StubbedPrivacy;
  /** Switches the network; without it every cloud call fails. */
  setOnline: (online: boolean) => void;
  /** So many next cloud calls fail although the phone believes to have a signal. */
  loseCalls: number;
}

export type Answer = (call: FunctionCall) => unknown;

const SYSTEM = {
  brand: 'devtools',
  model: 'iPhone 6',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 15.0',
  platform: 'devtools',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  SDKVersion: '3.7.0',
  theme: 'light',
};

const finish = (options: Callbacks | undefined, result: unknown): void => {
  setTimeout(() => {
    options?.success?.(result);
    options?.complete?.(result);
  }, 0);
};

/** Makes the stand-in: cloud functions are answered by `answer`, pages are opened by `navigation`. */
export function stubWx(answer: Answer, navigation: Navigation): StubbedWx {
  const listeners = new Set<(state: { isConnected: boolean; networkType: string }) => void>();
  let online = true;
  const privacy = stubPrivacy();
  const media = stubFiles(privacy.admits);
  const stub: StubbedWx = {
    api: {},
    calls: [],
    storage: new Map(),
    clipboard: [],
    dialled: [],
    media: media.stub,
    privacy: privacy.stub,
    loseCalls: 0,
    setOnline(state) {
      online = state;
      for (const tell of listeners) tell({ isConnected: state, networkType: state ? 'wifi' : 'none' });
    },
  };
  const callFunction = (call: FunctionCall): Promise<{ result: unknown }> => {
    stub.calls.push(structuredClone(call));
    if (stub.loseCalls > 0) {
      stub.loseCalls -= 1;
      return Promise.reject(new Error('callFunction:fail timeout'));
    }
    if (!online) return Promise.reject(new Error('callFunction:fail network is not connected'));
    return Promise.resolve({ result: structuredClone(answer(call)) });
  };
  stub.api = {
    ...device(() => online, listeners),
    ...storageOf(stub.storage),
    ...navigationOf(navigation),
    ...media.api,
    ...privacy.api,
    cloud: { init: () => undefined, callFunction },
    setClipboardData(options: Callbacks & { data: string }) {
      if (!privacy.admits('setClipboardData')) return options.fail?.({ errMsg: 'setClipboardData:fail' });
      stub.clipboard.push(options.data);
      finish(options, { errMsg: 'setClipboardData:ok' });
    },
    makePhoneCall(options: Callbacks & { phoneNumber: string }) {
      stub.dialled.push(options.phoneNumber);
      finish(options, { errMsg: 'makePhoneCall:ok' });
    },
  };
  return stub;
}

function device(
  isOnline: () => boolean,
  listeners: Set<(state: { isConnected: boolean; networkType: string }) => void>,
): Record<string, unknown> {
  return {
    canIUse: () => true,
    nextTick: (then: () => void) => setTimeout(then, 0),
    getSystemInfoSync: () => ({ ...SYSTEM }),
    getAppBaseInfo: () => ({ ...SYSTEM }),
    getWindowInfo: () => ({ ...SYSTEM }),
    getDeviceInfo: () => ({ ...SYSTEM }),
    getNetworkType: (options?: Callbacks) => finish(options, { networkType: isOnline() ? 'wifi' : 'none' }),
    onNetworkStatusChange: (tell: (state: { isConnected: boolean; networkType: string }) => void) =>
      listeners.add(tell),
    offNetworkStatusChange: (tell: (state: { isConnected: boolean; networkType: string }) => void) =>
      listeners.delete(tell),
    setNavigationBarTitle: (options?: Callbacks) => finish(options, {}),
    pageScrollTo: (options?: Callbacks) => finish(options, {}),
    stopPullDownRefresh: (options?: Callbacks) => finish(options, {}),
    onThemeChange: () => undefined,
  };
}

function storageOf(storage: Map<string, unknown>): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
  };
}

function navigationOf(navigation: Navigation): Record<string, unknown> {
  const byUrl =
    (go: (url: string) => void) =>
    (options: Callbacks & { url: string }): void => {
      go(options.url);
      finish(options, { errMsg: 'ok' });
    };
  return {
    navigateTo: byUrl(navigation.navigateTo),
    redirectTo: byUrl(navigation.redirectTo),
    reLaunch: byUrl(navigation.reLaunch),
    navigateBack(options?: Callbacks) {
      navigation.navigateBack();
      finish(options, { errMsg: 'navigateBack:ok' });
    },
  };
}
