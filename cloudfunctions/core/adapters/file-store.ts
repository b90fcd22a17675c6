import type { FileStore } from '../app/ports';
import type { CloudApp } from './cloud-app';

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
      const { fileList } = await app.getTempFileURL({ fileList: evidence.map(({ fileId }) => fileId) });
      return fileList.map(({ tempFileURL }) => tempFileURL).filter((url) => url !== '');
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
