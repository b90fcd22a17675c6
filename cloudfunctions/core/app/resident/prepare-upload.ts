import type { UploadTicket } from '@contract/actions';
import { PHOTO_BYTES_MAX } from '@contract/limits';
import { done, refuse, type Result } from '../../domain/result';
import { evidenceFolder } from '../lead/submit-lead';
import type { Call, ResidentCaller } from '../ports';

const EXTENSIONS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** Where to send one photo. Refuses what is not a JPEG, PNG or WebP, and what is too large. */
export async function prepareUpload(
  { contentType, bytes }: { contentType: string; bytes: number },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<UploadTicket>> {
  const extension = EXTENSIONS[contentType];
  if (!extension)
    return refuse('INVALID_INPUT', '请选 JPG、PNG 或 WebP 格式的照片。', { field: 'contentType' });
  if (bytes > PHOTO_BYTES_MAX)
    return refuse('INVALID_INPUT', '照片太大了，请选 10 MB 以内的。', { field: 'bytes' });
  const path = `${evidenceFolder(caller.openid, ports)}/${ports.random.token()}.${extension}`;
  return done(await ports.files.prepareUpload(path));
}
