import type { UploadTicket } from '@contract/actions';
import type { EvidenceKind } from '@contract/lead';
import { BYTES_MAX, ENDINGS, FILE_KINDS } from '../../domain/evidence/file-kinds';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, ResidentCaller } from '../ports';
import { evidenceFolder, tooLarge } from './evidence';

interface File {
  contentType: string;
  bytes: number;
}

/** Where to send one file. Refuses a type that is not among `kinds`, and what is too large. */
export async function prepareUpload(
  { contentType, bytes }: File,
  { ports, caller }: Call<ResidentCaller | OfficerCaller>,
  kinds: readonly EvidenceKind[] = ['photo', 'voice', 'video'],
): Promise<Result<UploadTicket>> {
  // A recorder names its codec behind the type.
  const ending = ENDINGS[contentType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? '';
  const kind = FILE_KINDS[ending]?.kind;
  if (kind === undefined || !kinds.includes(kind))
    return refuse('INVALID_INPUT', '请选照片（JPG、PNG、WebP），别的文件这里收不了。', {
      field: 'contentType',
    });
  if (bytes > BYTES_MAX[kind]) return tooLarge(kind, 'bytes');
  // A letter first: a token may begin with a dash, and no storage takes such a name.
  const path = `${evidenceFolder(caller, ports)}/f${ports.random.token()}.${ending}`;
  return done(await ports.files.prepareUpload(path));
}

/** The same for those who visit or reply; FORBIDDEN for who only looks on. */
export async function prepareUploadAsOfficer(
  photo: File,
  call: Call<OfficerCaller>,
): Promise<Result<UploadTicket>> {
  const mayUpload = grantFor(call.caller.account.grants, 'prepareUpload', null) !== null;
  return mayUpload ? prepareUpload(photo, call, ['photo']) : refuse('FORBIDDEN');
}
