import Taro from '@tarojs/taro';
import speechPlugin from '../speech-plugin.json';
import type { Host } from './host-types';
import { media } from './media';
import { mayUsePersonalThings } from './privacy';

/** WeChat asks for no more at once. */
const TEMPLATES_MAX = 3;

/** WeChat's side of the host. */
export const host: Host = {
  start() {
    wx.cloud.init({ traceUser: false });
  },
  hasNativeBar: true,
  async transport(functionName, request) {
    const answer = await wx.cloud.callFunction({ name: functionName, data: { ...request } });
    return answer.result;
  },
  storage: {
    read(key) {
      const value: unknown = Taro.getStorageSync(key);
      return typeof value === 'string' && value !== '' ? value : null;
    },
    write(key, value) {
      try {
        Taro.setStorageSync(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => Taro.removeStorageSync(key),
  },
  watchNetwork(tell) {
    const onChange = ({ isConnected }: { isConnected: boolean }): void => tell(isConnected);
    Taro.getNetworkType().then(
      ({ networkType }) => tell(networkType !== 'none'),
      () => undefined,
    );
    Taro.onNetworkStatusChange(onChange);
    return () => Taro.offNetworkStatusChange(onChange);
  },
  sceneFrom: ({ scene }) => (scene ? decodeURIComponent(scene) : null),
  pagesAddress: () => null,
  fontScale() {
    const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo() as {
      fontSizeScaleFactor?: number;
      fontSizeSetting?: number;
    };
    return fontSizeScaleFactor ?? (fontSizeSetting ? fontSizeSetting / 16 : 1);
  },
  media,
  hasListeningPage: speechPlugin.enabled,
  // WeChat opens a mini-program once.
  onlyHere: (_what, run) => run(),
  watchOtherPages: () => () => undefined,
  showPhotos(urls, index) {
    Taro.previewImage({ urls: [...urls], current: urls[index] ?? '' }).catch(() => undefined);
  },
  showOnMap(point) {
    Taro.openLocation(point).catch(() => undefined);
  },
  async copy(data) {
    if (!(await mayUsePersonalThings())) throw new Error('not agreed to');
    await Taro.setClipboardData({ data });
  },
  dial(phoneNumber) {
    Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  },
  async scan() {
    try {
      return (await Taro.scanCode({ onlyFromCamera: false })).result;
    } catch {
      return null;
    }
  },
  canScan: true,
  canNotify: true,
  async askToNotify(templates) {
    const tmplIds = templates.slice(0, TEMPLATES_MAX);
    try {
      const answer = await wx.requestSubscribeMessage({ tmplIds });
      return tmplIds.filter((id) => answer[id] === 'accept');
    } catch {
      return [];
    }
  },
  listDemoIdentities: () => Promise.resolve([]),
  currentDemoIdentity: () => null,
  becomeDemoIdentity: () => undefined,
  // In WeChat the person is the account.
  forgetDevice: () => undefined,
};
