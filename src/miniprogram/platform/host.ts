import Taro from '@tarojs/taro';
import type { Host } from './host-types';

/** WeChat asks for no more at once. */
const TEMPLATES_MAX = 3;
const PHOTO_TYPES: Record<string, string> = { png: 'image/png', webp: 'image/webp' };

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
  fontScale() {
    const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo() as {
      fontSizeScaleFactor?: number;
      fontSizeSetting?: number;
    };
    return fontSizeScaleFactor ?? (fontSizeSetting ? fontSizeSetting / 16 : 1);
  },
  async choosePhotos(count) {
    try {
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
      const photos = tempFiles.map(({ tempFilePath, size }) => ({
        key: tempFilePath,
        preview: tempFilePath,
        contentType: PHOTO_TYPES[tempFilePath.split('.').pop() ?? ''] ?? 'image/jpeg',
        bytes: size,
      }));
      return { photos, unreadable: 0 };
    } catch {
      return { photos: [], unreadable: 0 };
    }
  },
  async sendPhoto(key, ticket) {
    const status = ticket.method === 'POST' ? await postFile(key, ticket) : await putFile(key, ticket);
    if (status < 200 || status > 299) throw new Error(`upload answered ${status}`);
  },
  showPhotos(urls, index) {
    Taro.previewImage({ urls: [...urls], current: urls[index] ?? '' }).catch(() => undefined);
  },
  async copy(data) {
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

type Ticket = Parameters<Host['sendPhoto']>[1];

async function postFile(filePath: string, { url, fields, headers }: Ticket): Promise<number> {
  const answer = await Taro.uploadFile({ url, filePath, name: 'file', formData: fields, header: headers });
  return answer.statusCode;
}

async function putFile(filePath: string, { url, headers }: Ticket): Promise<number> {
  const data = await new Promise<string | ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({ filePath, success: (file) => resolve(file.data), fail: reject });
  });
  const answer = await Taro.request({ url, method: 'PUT', data, header: headers });
  return answer.statusCode;
}
