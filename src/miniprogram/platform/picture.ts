import Taro from '@tarojs/taro';
import { mayUsePersonalThings } from './privacy';
import type { Pen, PictureTools } from './picture-types';

/** WeChat's side: drawn off the screen, kept in the phone's album once the person agrees. */
export const picture: PictureTools = {
  keepWords: '存到手机相册',
  async draw({ width, height }, paint) {
    const canvas = wx.createOffscreenCanvas({ type: '2d', width, height });
    paint(canvas.getContext('2d') as Pen);
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
    return tempFilePath;
  },
  async keep(address) {
    if (!(await mayUsePersonalThings())) return false;
    try {
      await Taro.saveImageToPhotosAlbum({ filePath: address });
      return true;
    } catch {
      return false;
    }
  },
};
