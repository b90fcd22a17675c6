import type { UploadTicket } from '@contract/actions';
import { PHOTO_BYTES_MAX } from '@contract/limits';
import { drawPhoto, PHOTO_SIDE, toJpeg } from '@shared/draw-photo';
import { sniff } from '@shared/file-metadata';
import { sendFile } from '@shared/send-file';

/** The browser's side of photos: made ready to be sent, and sent. */
export interface PhotoDesk {
  /** The photo as it goes up, with an address to show it by; or, in words, why it cannot. */
  prepare: (file: File) => Promise<{ blob: Blob; preview: string } | string>;
  /** Rejects when it did not arrive. */
  send: (blob: Blob, ticket: UploadTicket) => Promise<void>;
}

/** Photos in a real browser. Each is drawn anew, smaller, which also leaves behind where and when it was taken. */
export function createPhotoDesk(): PhotoDesk {
  return { prepare, send: sendFile };
}

async function prepare(file: File): Promise<{ blob: Blob; preview: string } | string> {
  try {
    const kind = sniff(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    // A drawing made of code (SVG) is no photo, whatever the browser would do with it.
    if (kind === null || kind === 'video') return `「${file.name}」不是照片，没有加上。`;
    const image = await createImageBitmap(file);
    const blob = await toJpeg(drawPhoto(image, PHOTO_SIDE));
    image.close();
    if (blob.size > PHOTO_BYTES_MAX) return `「${file.name}」太大，请截个图再选。`;
    return { blob, preview: URL.createObjectURL(blob) };
  } catch {
    return `「${file.name}」打不开，请换成 JPG 或 PNG 格式。`;
  }
}
