import type { UploadTicket } from '@contract/actions';
import { PHOTO_BYTES_MAX } from '@contract/limits';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, ResidentCaller } from '../ports';
import { evidenceFolder } from './evidence';

const EXTENSIONS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

interface Photo {
  contentType: string;
  bytes: number;
}

/** Where to send one photo. Refuses what is not a JPEG, PNG or WebP, and what is too large. */
export async function prepareUpload(
  { contentType, bytes }: Photo,
  { ports, caller }: Call<ResidentCaller | OfficerCaller>,
): Promise<Result<UploadTicket>> {
  const extension = EXTENSIONS[contentType];
  if (!extension)
    return refuse('INVALID_INPUT', '请选 JPG、PNG 或 WebP 格式的照片。', { field: 'contentType' });
  if (bytes > PHOTO_BYTES_MAX)
    return refuse('INVALID_INPUT', '照片太大了，请选 10 MB 以内的。', { field: 'bytes' });
  const path = `${evidenceFolder(caller, ports)}/${ports.random.token()}.${extension}`;
  return done(await ports.files.prepareUpload(path));
}

/** The same for those who visit or reply; FORBIDDEN for who only looks on. */
export async function prepareUploadAsOfficer(
  photo: Photo,
  call: Call<OfficerCaller>,
): Promise<Result<UploadTicket>> {
  const mayUpload = grantFor(call.caller.account.grants, 'prepareUpload', null) !== null;
  return mayUpload ? prepareUpload(photo, call) : refuse('FORBIDDEN');
}
