/** The longer side of a photo that is sent, in pixels: enough to read a sign by. */
export const PHOTO_SIDE = 1600;
const QUALITY = 0.82;

/** The picture drawn anew in a browser, no side longer than `longest` pixels; where and when it was taken stays behind. */
export function drawPhoto(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** What was drawn, as the JPEG that is sent; rejects where the browser cannot make one. */
export const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const take = (blob: Blob | null): void => (blob ? resolve(blob) : reject(new Error('not a picture')));
    canvas.toBlob(take, 'image/jpeg', QUALITY);
  });
