import { VIDEO_BYTES_MAX, VIDEO_SECONDS_MAX } from '@contract/limits';
import { blankVideoMetadata } from '@shared/file-metadata';
import { newRequestId } from '@shared/request-id';
import { keepFile } from './file-store.h5';
import type { Picked } from './media-types';
import { pickFiles } from './pick-files.h5';

const MB = 1024 * 1024;
/** How long a browser may take to read how long a video is. */
const READING_MS = 4_000;

/** One video from the phone's own picker. A browser cannot make it smaller; what it tells of place and model is blanked. */
export async function chooseVideo(): Promise<Picked> {
  const [file] = await pickFiles({ accept: 'video/*', multiple: false });
  if (!file) return { files: [], problem: null };
  if (file.size > VIDEO_BYTES_MAX) return none(`录像太大了，请拍短一点，${VIDEO_BYTES_MAX / MB} MB 以内。`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!blankVideoMetadata(bytes)) return none('这个录像打不开，请换一个，或者拍几张照片。');
  const contentType = file.type === 'video/quicktime' ? 'video/quicktime' : 'video/mp4';
  const blob = new Blob([bytes], { type: contentType });
  const seconds = await lengthOf(blob);
  if (seconds !== null && seconds > VIDEO_SECONDS_MAX + 1)
    return none(`录像太长了，请拍短一点，${VIDEO_SECONDS_MAX}秒以内。`);
  const key = newRequestId();
  await keepFile(key, blob);
  const length = seconds === null ? {} : { seconds: Math.round(seconds) };
  return { files: [{ key, preview: '', contentType, bytes: blob.size, ...length }], problem: null };
}

const none = (problem: string): Picked => ({ files: [], problem });

/** Null where the browser cannot read the video: its size has been looked at, that has to do. */
function lengthOf(blob: Blob): Promise<number | null> {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(blob);
    const video = document.createElement('video');
    const done = (seconds: number | null): void => {
      URL.revokeObjectURL(address);
      resolve(seconds !== null && Number.isFinite(seconds) ? seconds : null);
    };
    video.preload = 'metadata';
    video.onloadedmetadata = () => done(video.duration);
    video.onerror = () => done(null);
    setTimeout(() => done(null), READING_MS);
    video.src = address;
  });
}
