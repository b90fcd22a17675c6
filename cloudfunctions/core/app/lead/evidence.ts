import { PHOTOS_MAX } from '@contract/limits';
import type { Evidence } from '@contract/lead';
import { refuse } from '../../domain/result';
import type { OfficerCaller, Ports, ResidentCaller } from '../ports';

type Uploader = ResidentCaller | OfficerCaller;

/** Where somebody's photos lie in the storage; does not tell who it is. An officer's are one, from phone and panel alike. */
export function evidenceFolder(caller: Uploader, ports: Ports): string {
  const whose =
    caller.kind === 'resident' ? `evidence\n${caller.openid}` : `officer evidence\n${caller.account.id}`;
  return `evidence/${ports.digest(whose).slice(0, 24)}`;
}

/** Photos count only when the caller uploaded them. Null when one of them is somebody else's, or there are too many. */
export function ownFiles(fileIds: readonly string[], caller: Uploader, ports: Ports): Evidence[] | null {
  const own = new RegExp(`^cloud://[\\w.-]+/${evidenceFolder(caller, ports)}/[\\w-]+\\.(jpg|png|webp)$`);
  if (fileIds.length > PHOTOS_MAX || !fileIds.every((fileId) => own.test(fileId))) return null;
  return [...new Set(fileIds)].map((fileId) => ({ fileId, kind: 'photo' }));
}

/** What is said where photos are not the caller's own. */
export const notOwnFiles = (): ReturnType<typeof refuse> =>
  refuse('INVALID_INPUT', '照片没有传好，请重新选一次。', { field: 'evidence' });
