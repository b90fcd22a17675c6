import type { Evidence } from '@contract/lead';
import type { FileHead, FileStore } from '../app/ports';
import { HEAD_BYTES } from '../domain/evidence/file-kinds';
import type { CloudApp } from './cloud-app';

/** The cloud tells the addresses of so many files in one call. */
const MOST_AT_ONCE = 50;

/** Photos in the cloud's storage: the client sends the bytes itself, the function only hands out where to. */
export function fileStore(app: CloudApp): FileStore {
  async function urls(evidence: readonly Evidence[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let from = 0; from < evidence.length; from += MOST_AT_ONCE) {
      const asked = evidence.slice(from, from + MOST_AT_ONCE).map(({ fileId }) => fileId);
      const { fileList } = await app.getTempFileURL({ fileList: asked });
      // The cloud answers in the order it was asked.
      for (const [index, { tempFileURL }] of fileList.entries()) {
        const fileId = asked[index];
        if (fileId !== undefined && tempFileURL !== '') found.set(fileId, tempFileURL);
      }
    }
    return found;
  }
  return {
    urls,
    async remove(evidence) {
      for (let from = 0; from < evidence.length; from += MOST_AT_ONCE) {
        const fileList = evidence.slice(from, from + MOST_AT_ONCE).map(({ fileId }) => fileId);
        await app.deleteFile({ fileList });
      }
    },
    async heads(evidence) {
      const addresses = [...(await urls(evidence))];
      return new Map(
        await Promise.all(addresses.map(async ([fileId, url]) => [fileId, await headOf(url)] as const)),
      );
    },
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
  };
}

/** How long a storage may take to show how a file begins. */
const HEAD_MS = 2_000;

/** How a file begins, and how long it is; only the beginning is asked for. */
async function headOf(url: string): Promise<FileHead | 'unread'> {
  try {
    const answer = await fetch(url, {
      headers: { range: `bytes=0-${HEAD_BYTES - 1}` },
      signal: AbortSignal.timeout(HEAD_MS),
    });
    if (!answer.ok || answer.body === null) return 'unread';
    const reader = answer.body.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    if (!(value instanceof Uint8Array)) return 'unread';
    return { bytes: value.slice(0, HEAD_BYTES), size: sizeIn(answer.headers) };
  } catch {
    return 'unread';
  }
}

/** A part of a file says of how many bytes it is a part; a storage that knows no parts says how long the whole is. */
function sizeIn(headers: Headers): number | null {
  const said = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length');
  return said === null ? null : Number(said);
}

interface UploadMetadata {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
  cosFileId: string;
}
