import type { UploadTicket } from '@contract/actions';
import { asOnChineseMaps } from '@shared/points';
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
  const response = await fetch(fromHere(ticket.url), {
    method: ticket.method,
    headers: ticket.headers,
    body: ticket.method === 'POST' ? formOf(ticket.fields, blob) : blob,
  });
  if (!response.ok) throw new Error(`upload answered ${response.status}`);
}

/** The local cloud names itself 127.0.0.1; opened as localhost it would count as a stranger. */
function fromHere(address: string): string {
  const url = new URL(address);
  const loopback = ['127.0.0.1', 'localhost'];
  const isOurs =
    loopback.includes(url.hostname) && loopback.includes(location.hostname) && url.port === location.port;
  return isOurs ? location.origin + url.pathname + url.search : address;
}

function formOf(fields: Record<string, string>, blob: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', blob);
  return form;
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
