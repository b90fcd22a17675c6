import type { UploadTicket } from '@contract/actions';
import type { EnvelopeError } from '@contract/envelope';
import type { Client } from '@shared/client';
import { FileGone } from '../platform/media-types';
import type { DraftFile, DraftPhoto } from './draft';

export interface FileTools {
  client: Client;
  sendFile: (key: string, ticket: UploadTicket) => Promise<void>;
  /** Called after each file with how it stands, so that none is sent twice. */
  keepFile: (file: DraftFile) => void;
  /** Says what is being done, for the button. */
  say: (words: string) => void;
}

/** What sending files came to. `unsent`: no network where nobody was reached; `stuck`: so many did not arrive, of which so many are gone for good. */
export type FilesOutcome =
  | { kind: 'uploaded' }
  | { kind: 'refused'; message: string }
  | { kind: 'unsent'; message: string; reached: boolean }
  | { kind: 'stuck'; count: number; gone: number };

type Prepare = 'resident.prepareUpload' | 'staff.prepareUpload';

/** Sends the files that are not in the cloud yet, one after the other, each by a ticket of its own. Never rejects. */
export async function sendFiles(
  prepare: Prepare,
  files: readonly DraftFile[],
  tools: FileTools,
): Promise<FilesOutcome> {
  let count = 0;
  let gone = 0;
  for (const [index, file] of files.entries()) {
    if (file.fileId) continue;
    tools.say(`正在传${nameOf(file)} ${index + 1}/${files.length}…`);
    const { contentType, bytes } = file;
    const ticket = await tools.client.call(prepare, { contentType, bytes });
    if (!ticket.ok) {
      const { message } = ticket.error;
      return ticket.reached ? { kind: 'refused', message } : { kind: 'unsent', message, reached: false };
    }
    const came = await arrived(file, ticket.data, tools);
    tools.keepFile(came);
    if (came.fileId === null) count += 1;
    if (came.gone) gone += 1;
  }
  return count > 0 ? { kind: 'stuck', count, gone } : { kind: 'uploaded' };
}

async function arrived(
  { gone: _, ...file }: DraftFile,
  ticket: UploadTicket,
  { sendFile }: FileTools,
): Promise<DraftFile> {
  try {
    await sendFile(file.key, ticket);
    return { ...file, fileId: ticket.fileId };
  } catch (reason) {
    return reason instanceof FileGone ? { ...file, fileId: null, gone: true } : { ...file, fileId: null };
  }
}

/** Whether the cloud says that it does not have a file which this device believed to be there. */
export const saysFilesAreLost = ({ field, retryAfter }: EnvelopeError): boolean =>
  field === 'evidence' && retryAfter !== undefined;

/** What a file is called. */
export function nameOf({ contentType }: Pick<DraftFile, 'contentType'>): string {
  if (contentType.startsWith('audio/')) return '录音';
  return contentType.startsWith('video/') ? '录像' : '照片';
}

export interface PhotoTools extends Omit<FileTools, 'keepFile'> {
  keep: (photos: DraftPhoto[]) => void;
}

/** The same for a form that holds nothing but photos; gives them back as they stand. */
export async function sendPhotos(
  prepare: Prepare,
  photos: readonly DraftPhoto[],
  tools: PhotoTools,
): Promise<FilesOutcome & { photos: DraftPhoto[] }> {
  let current = [...photos];
  const keepFile = (file: DraftFile): void => {
    current = current.map((each) => (each.key === file.key ? file : each));
    tools.keep(current);
  };
  const outcome = await sendFiles(prepare, photos, { ...tools, keepFile });
  return { ...outcome, photos: current };
}
