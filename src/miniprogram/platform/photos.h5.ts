import type { UploadTicket } from '@contract/actions';
import { newRequestId } from '@shared/request-id';
import type { PickedPhoto } from './host-types';

const LONGEST_SIDE = 1600;
const PREVIEW_SIDE = 220;

/** The bytes of photos picked since the page was opened; previews outlive them in the draft. */
const picked = new Map<string, Blob>();

/** Opens the phone's own picker. Each photo is drawn anew, smaller, which also leaves its EXIF data behind. */
export async function choosePhotos(count: number): Promise<{ photos: PickedPhoto[]; unreadable: number }> {
  const files = (await pickFiles()).slice(0, count);
  const results = await Promise.allSettled(files.map(prepare));
  const photos = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { photos, unreadable: results.length - photos.length };
}

/** Sends a picked photo where the ticket says; rejects when its bytes are gone or were refused. */
export async function sendPhoto(key: string, ticket: UploadTicket): Promise<void> {
  const blob = picked.get(key);
  if (!blob) throw new Error('the photo was picked in an earlier visit');
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

function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = true;
    input.hidden = true;
    const done = (): void => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    document.body.append(input);
    input.click();
  });
}

async function prepare(file: File): Promise<PickedPhoto> {
  const image = await createImageBitmap(file);
  const blob = await toJpeg(draw(image, LONGEST_SIDE), 0.82);
  const preview = draw(image, PREVIEW_SIDE).toDataURL('image/jpeg', 0.7);
  image.close();
  const key = newRequestId();
  picked.set(key, blob);
  return { key, preview, contentType: 'image/jpeg', bytes: blob.size };
}

function draw(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('not a picture'))),
      'image/jpeg',
      quality,
    );
  });
}
