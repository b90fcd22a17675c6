import type { UploadTicket } from '@contract/actions';
import { must, type Person } from './call';
import type { TestCloud } from './test-cloud';

/** The least that passes for a photo. */
export const PHOTO = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Sends bytes as a ticket says, as the mini-program does; the HTTP status. */
export async function sendBytes(
  { url, method, fields, headers }: UploadTicket,
  bytes: Uint8Array = PHOTO,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes as BlobPart]), 'photo.png');
  const body = method === 'POST' ? form : (bytes as BodyInit);
  return (await fetch(url, { method, headers, body })).status;
}

/** One photo of a resident, in the storage: its file id. */
export const sendPhoto = (cloud: TestCloud, person: Person): Promise<string> =>
  sendFile(cloud, person, { contentType: 'image/png', bytes: PHOTO });

/** One file in the storage, as a resident or as an officer; its file id. */
export async function sendFile(
  cloud: TestCloud,
  person: Person,
  {
    contentType,
    bytes,
    announced = bytes.length,
  }: { contentType: string; bytes: Uint8Array; announced?: number },
  action: 'resident.prepareUpload' | 'staff.prepareUpload' = 'resident.prepareUpload',
): Promise<string> {
  const ticket = await must(cloud, person, action, { contentType, bytes: announced });
  const status = await sendBytes(ticket, bytes);
  if (status >= 300) throw new Error(`the storage refused the file: ${status}`);
  return ticket.fileId;
}
