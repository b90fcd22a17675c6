import { PHOTO_BYTES_MAX } from '@contract/limits';
import { drawPhoto, PHOTO_SIDE, toJpeg } from '@shared/draw-photo';
import { sniff } from '@shared/file-metadata';
import { newRequestId } from '@shared/request-id';
import { keepFile } from './file-store.h5';
import type { Picked, PickedFile } from './media-types';
import { pickFiles } from './pick-files.h5';

const PREVIEW_SIDE = 220;
/** Larger than any camera's own photo; a phone would choke on unpacking it. */
const TOO_LARGE = 60 * 1024 * 1024;

/** Opens the phone's own picker. Each photo is drawn anew, smaller, which also leaves its EXIF data behind. */
export async function choosePhotos(count: number): Promise<Picked> {
  const chosen = await pickFiles({ accept: 'image/*', multiple: true });
  const files: PickedFile[] = [];
  const problems = new Set<string>();
  // One after the other: nine unpacked photos at once are more than a cheap phone has room for.
  for (const file of chosen.slice(0, count)) {
    const taken = await prepare(file);
    if (typeof taken === 'string') problems.add(taken);
    else files.push(taken);
  }
  if (chosen.length > count) problems.add(`最多还能加${count}张，多出来的没有加。`);
  return { files, problem: problems.size > 0 ? [...problems].join('') : null };
}

async function prepare(file: File): Promise<PickedFile | string> {
  if (file.size > TOO_LARGE) return '有照片太大了，打不开。请把它截个图再选。';
  const kind = sniff(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  try {
    // A drawing made of code (SVG) is no photo, whatever the browser would do with it.
    if (kind === null || kind === 'video') return '有一个文件不是照片，没有加上。';
    const image = await createImageBitmap(file);
    const blob = await toJpeg(drawPhoto(image, PHOTO_SIDE));
    const preview = drawPhoto(image, PREVIEW_SIDE).toDataURL('image/jpeg', 0.7);
    image.close();
    if (blob.size > PHOTO_BYTES_MAX) return '有照片太大了。请把它截个图再选。';
    const key = newRequestId();
    await keepFile(key, blob);
    return { key, preview, contentType: 'image/jpeg', bytes: blob.size };
  } catch {
    return kind === 'heic'
      ? '有照片是苹果的 HEIC 格式，这台手机打不开。请把它截个图再选。'
      : '有照片打不开，可能坏了。请换一张，也可以把它截个图再选。';
  }
}
