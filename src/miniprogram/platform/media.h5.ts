import type { UploadTicket } from '@contract/actions';
import { asOnChineseMaps } from '@shared/points';
import { sendFile } from '@shared/send-file';
import { forgetFiles, isLasting, keptFile } from './file-store.h5';
import { FileGone, type Located, type MediaHost } from './media-types';
import { choosePhotos } from './photos.h5';
import { canRecord, record } from './recorder.h5';
import { chooseVideo } from './video.h5';

const LOCATING_MS = 10_000;

/** Sends a kept file where the ticket says; rejects when its bytes are gone or were refused. */
async function send(key: string, ticket: UploadTicket): Promise<void> {
  const blob = await keptFile(key);
  if (blob === null) throw new FileGone();
  await sendFile(blob, ticket);
}

function locate(): Promise<Located> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ point: asOnChineseMaps({ latitude, longitude }) }),
      ({ code }) =>
        resolve({
          problem:
            code === 1
              ? '没有让用定位。把地方写清楚也一样，比如「村口小桥东头」。'
              : '这会儿定不到位置。把地方写清楚也一样，比如「村口小桥东头」。',
        }),
      { enableHighAccuracy: true, timeout: LOCATING_MS, maximumAge: 60_000 },
    );
  });
}

/** The browser's side of files. */
export const media: MediaHost = {
  choosePhotos,
  chooseVideo,
  canRecord,
  record,
  canLocate: 'geolocation' in navigator && window.isSecureContext,
  locate,
  send,
  async addressOf(key) {
    const blob = await keptFile(key);
    return blob && URL.createObjectURL(blob);
  },
  forget: forgetFiles,
  isLasting,
};
