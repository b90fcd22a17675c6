import { PHOTOS_MAX } from '@contract/limits';
import type { Evidence, EvidenceKind } from '@contract/lead';
import { BYTES_MAX, FILE_KINDS, looksLike } from '../../domain/evidence/file-kinds';
import { done, refuse, type Result } from '../../domain/result';
import type { OfficerCaller, Ports, ResidentCaller } from '../ports';

type Uploader = ResidentCaller | OfficerCaller;

const MOST: Record<EvidenceKind, number> = { photo: PHOTOS_MAX, voice: 1, video: 1 };

/** Where somebody's files lie in the storage; does not tell who it is. An officer's are one, from phone and panel alike. */
export function evidenceFolder(caller: Uploader, ports: Ports): string {
  const whose =
    caller.kind === 'resident' ? `evidence\n${caller.openid}` : `officer evidence\n${caller.account.id}`;
  return `evidence/${ports.digest(whose).slice(0, 24)}`;
}

/**
 * Files count only when the caller uploaded them. Null when one of them is somebody else's, of a kind that does not
 * belong here, or there are too many.
 */
export function ownFiles(
  fileIds: readonly string[],
  caller: Uploader,
  ports: Ports,
  kinds: readonly EvidenceKind[] = ['photo'],
): Evidence[] | null {
  const own = new RegExp(`^cloud://[\\w.-]+/${evidenceFolder(caller, ports)}/[\\w-]+\\.([a-z0-9]{3,4})$`);
  const files: Evidence[] = [];
  for (const fileId of fileIds) {
    const kind = FILE_KINDS[own.exec(fileId)?.[1] ?? '']?.kind;
    if (kind === undefined || !kinds.includes(kind)) return null;
    files.push({ fileId, kind });
  }
  if (kinds.some((kind) => files.filter((file) => file.kind === kind).length > MOST[kind])) return null;
  return files.filter(({ fileId }, index) => fileIds.indexOf(fileId) === index);
}

/**
 * Whether the files have arrived and are what their names say. Refuses one that is not there (field `evidence`: send
 * it again), one that is too large, and one whose first bytes are something else. A storage that does not answer stops nobody.
 */
export async function checkArrived(files: readonly Evidence[], ports: Ports): Promise<Result<null>> {
  if (files.length === 0) return done(null);
  const heads = await ports.files.heads(files);
  for (const { fileId } of files) {
    const head = heads.get(fileId);
    if (head === undefined) return notArrived();
    const kind = FILE_KINDS[fileId.slice(fileId.lastIndexOf('.') + 1)];
    if (head === 'unread' || kind === undefined) continue;
    // What was announced as small may have been sent large.
    if (head.size !== null && head.size > BYTES_MAX[kind.kind]) return tooLarge(kind.kind, 'evidence');
    if (!looksLike(kind, head.bytes))
      return refuse('INVALID_INPUT', '有一个文件打不开，不像照片、语音或录像，请换一个。', {
        field: 'evidence',
      });
  }
  return done(null);
}

/** An officer's photos once they are their own and have arrived; refuses like `checkArrived`, and other people's files. */
export async function arrivedPhotos(
  fileIds: readonly string[],
  caller: OfficerCaller,
  ports: Ports,
): Promise<Result<Evidence[]>> {
  const photos = ownFiles(fileIds, caller, ports);
  if (photos === null) return notOwnFiles();
  const arrived = await checkArrived(photos, ports);
  return arrived.ok ? done(photos) : arrived;
}

const NAMES: Record<EvidenceKind, string> = { photo: '照片', voice: '录音', video: '录像' };

/** What is said of a file that is larger than its kind may be. */
export function tooLarge(kind: EvidenceKind, field: string): ReturnType<typeof refuse> {
  const most = BYTES_MAX[kind] / 1024 / 1024;
  return refuse('INVALID_INPUT', `${NAMES[kind]}太大了，请选 ${most} MB 以内的。`, { field });
}

const notArrived = (): ReturnType<typeof refuse> =>
  refuse('INVALID_INPUT', '有照片或录音没有传到，请再传一次。', { field: 'evidence', retryAfter: 1 });

/** What is said where photos are not the caller's own. */
export const notOwnFiles = (): ReturnType<typeof refuse> =>
  refuse('INVALID_INPUT', '照片没有传好，请重新选一次。', { field: 'evidence' });
