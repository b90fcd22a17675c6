import type { FileStore } from '../app/ports';
import type { CloudApp } from './cloud-app';

/** The cloud tells the addresses of so many files in one call. */
const MOST_AT_ONCE = 50;

/** Photos in the cloud's storage: the client sends the bytes itself, the function only hands out where to. */
export function fileStore(app: CloudApp): FileStore {
  return {
    async prepareUpload(path) {
      const { data } = (await app.getUploadMetadata({ cloudPath: path })) as unknown as {
        data: UploadMetadata;
      };
      return {
        fileId: data.fileId,
        url: data.url,
        method: 'POST',
        fields: {
          key: path,
          Signature: data.authorization,
          'x-cos-security-token': data.token,
          'x-cos-meta-fileid': data.cosFileId,
        },
        headers: {},
      };
    },
    async urls(evidence) {
      const urls = new Map<string, string>();
      for (let from = 0; from < evidence.length; from += MOST_AT_ONCE) {
        const asked = evidence.slice(from, from + MOST_AT_ONCE).map(({ fileId }) => fileId);
        const { fileList } = await app.getTempFileURL({ fileList: asked });
        // The cloud answers in the order it was asked.
        for (const [index, { tempFileURL }] of fileList.entries()) {
          const fileId = asked[index];
          if (fileId !== undefined && tempFileURL !== '') urls.set(fileId, tempFileURL);
        }
      }
      return urls;
    },
  };
}

interface UploadMetadata {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
  cosFileId: string;
}
