import type { FileStore } from '../http/file-store';
import type { Action } from './database-actions';
import { objects, text, texts } from './parameters';

const DEFAULT_LIFE_S = 600;
const LONGEST_LIFE_S = 86_400;
const MOST_FILES = 50;

/** The storage part of the wire: tickets for uploads, addresses for downloads, removal. */
export function storageActions(files: FileStore): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (params) => {
      const path = text(params, 'path');
      const fileId = files.fileId(path);
      return { data: { ...files.uploadTicket(path), token: 'local', fileId, cosFileId: fileId } };
    },
    'storage.batchGetDownloadUrl': async (params) => {
      const wanted = objects(params, 'file_list').slice(0, MOST_FILES);
      const list = wanted.map(async (item) => {
        const fileID = text(item, 'fileid');
        const path = files.pathOf(fileID);
        if (path === undefined || !(await files.exists(path))) {
          return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
        }
        const asked = Number(item['max_age'] ?? DEFAULT_LIFE_S);
        const seconds = Math.min(LONGEST_LIFE_S, asked > 0 ? asked : DEFAULT_LIFE_S);
        return { fileID, code: 'SUCCESS', tempFileURL: files.downloadUrl(path, seconds), maxAge: seconds };
      });
      return { data: { download_list: await Promise.all(list) } };
    },
    'storage.batchDeleteFile': async (params) => {
      const list = texts(params, 'fileid_list')
        .slice(0, MOST_FILES)
        .map(async (fileID) => {
          const path = files.pathOf(fileID);
          if (path === undefined || !(await files.exists(path)))
            return { fileID, code: 'STORAGE_FILE_NONEXIST' };
          await files.remove(path);
          return { fileID, code: 'SUCCESS' };
        });
      return { data: { delete_list: await Promise.all(list) } };
    },
  };
}
