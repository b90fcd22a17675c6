import type { PictureTools } from './picture-types';

/** The browser's side: drawn on a canvas, kept as a download; in most phones a long press on it works too. */
export const picture: PictureTools = {
  keepWords: '下载图片',
  draw({ width, height }, paint) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (pen === null) return Promise.reject(new Error('no canvas'));
    paint(pen);
    return Promise.resolve(canvas.toDataURL('image/png'));
  },
  keep(address, name) {
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.png`;
    document.body.append(link);
    link.click();
    link.remove();
    return Promise.resolve(true);
  },
};
