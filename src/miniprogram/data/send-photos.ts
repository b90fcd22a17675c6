import type { UploadTicket } from '@contract/actions';
import type { Client } from '@shared/client';
import type { DraftPhoto } from './draft';

export interface PhotoTools {
  client: Client;
  sendPhoto: (key: string, ticket: UploadTicket) => Promise<void>;
  /** Called after each photo, so that none is sent twice. */
  keep: (photos: DraftPhoto[]) => void;
  /** Says what is being done, for the button. */
  say: (words: string) => void;
}

/** What sending photos came to. `unsent`: no network; `photosStuck`: so many did not arrive, the others did. */
export type PhotosOutcome =
  | { kind: 'uploaded'; photos: DraftPhoto[] }
  | { kind: 'refused'; message: string }
  | { kind: 'unsent'; message: string }
  | { kind: 'photosStuck'; count: number };

/** Sends the photos that are not in the cloud yet, one after the other, each by a ticket of its own. Never rejects. */
export async function sendPhotos(
  prepare: 'resident.prepareUpload' | 'staff.prepareUpload',
  photos: readonly DraftPhoto[],
  tools: PhotoTools,
): Promise<PhotosOutcome> {
  let current = [...photos];
  let stuck = 0;
  for (const [index, photo] of photos.entries()) {
    if (photo.fileId) continue;
    tools.say(`正在传照片 ${index + 1}/${photos.length}…`);
    const { contentType, bytes } = photo;
    const ticket = await tools.client.call(prepare, { contentType, bytes });
    if (!ticket.ok) return { kind: ticket.reached ? 'refused' : 'unsent', message: ticket.error.message };
    const fileId = await arrived(photo.key, ticket.data, tools);
    if (fileId === null) stuck += 1;
    current = current.map((each) => (each.key === photo.key ? { ...each, fileId } : each));
    tools.keep(current);
  }
  return stuck > 0 ? { kind: 'photosStuck', count: stuck } : { kind: 'uploaded', photos: current };
}

async function arrived(key: string, ticket: UploadTicket, { sendPhoto }: PhotoTools): Promise<string | null> {
  try {
    await sendPhoto(key, ticket);
    return ticket.fileId;
  } catch {
    return null;
  }
}
