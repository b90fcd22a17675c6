import type { Asked } from '../app/asked';
import type { CodePictureRepository, CodeRepository } from '../app/codes/code-ports';
import type { StoredCode } from '../domain/codes/explain-code';
import type { CloudApp } from './cloud-app';
import { greater, type DocumentStore, type Fields } from './document-store';

const CODES = 'codes';
const PICTURES = 'codePictures';
const PAGE = 500;
/** The cloud tells the addresses of so many files in one call. */
const MOST_AT_ONCE = 50;

/** Codes as documents; the number is the id, so that none is given twice. */
export function codeRepository(store: DocumentStore, countyId: string): CodeRepository {
  const documentOf = (code: StoredCode, { requestId, fingerprint }: Asked): Fields & { _id: string } => ({
    _id: code.id,
    ...fieldsOf(code),
    requestId,
    fingerprint,
  });
  return {
    async find(id) {
      const document = await store.get(CODES, id);
      return document === null || document['countyId'] !== countyId ? null : codeOf(document);
    },
    async list() {
      const all: StoredCode[] = [];
      for (let after = ''; ; after = all.at(-1)?.id ?? '') {
        const page = { orderBy: [['_id', 'asc'] as [string, 'asc']], limit: PAGE };
        const documents = await store.find(CODES, { countyId, _id: greater(after) }, page);
        all.push(...documents.map(codeOf));
        if (documents.length < PAGE) return all;
      }
    },
    async create(code, asked) {
      if ((await store.insert(CODES, documentOf(code, asked))) === null) return 'created';
      const document = await store.get(CODES, code.id);
      if (document?.['requestId'] !== asked.requestId) return 'taken';
      return isAskedAgain(document['fingerprint'], asked) ? { same: codeOf(document) } : 'reused';
    },
    retire: (code, successor, asked) =>
      store.transact(async (transaction) => {
        const before = await transaction.get(CODES, code.id);
        if (before?.['retired']) {
          if (before['retiredBy'] !== asked.requestId) return 'over';
          return isAskedAgain(before['retiredAs'], asked) ? 'retired' : 'reused';
        }
        if (successor !== null) {
          if ((await transaction.get(CODES, successor.id)) !== null) return 'taken';
          await transaction.put(CODES, successor.id, documentOf(successor, asked));
        }
        const created = Object.fromEntries(
          ['requestId', 'fingerprint'].flatMap((name) => (before?.[name] ? [[name, before[name]]] : [])),
        );
        await transaction.put(CODES, code.id, {
          ...fieldsOf(code),
          ...created,
          retiredBy: asked.requestId,
          retiredAs: asked.fingerprint,
        });
        return 'retired';
      }),
  };
}

/** Codes from before the fingerprint was kept are taken for asked again. */
const isAskedAgain = (kept: unknown, { fingerprint }: Asked): boolean =>
  kept === undefined || kept === fingerprint;

const fieldsOf = ({ id: _id, ...fields }: StoredCode): Fields => ({ ...fields });

function codeOf(document: Fields): StoredCode {
  const { _id, requestId: _r, fingerprint: _f, retiredBy: _by, retiredAs: _as, ...fields } = document;
  return { ...(fields as unknown as Omit<StoredCode, 'id'>), id: String(_id) };
}

/** Which pictures are wished for and where they lie: one document a county, changed on its version. */
export function codePictureRepository(
  store: DocumentStore,
  app: CloudApp,
  countyId: string,
): CodePictureRepository {
  return {
    async read() {
      const document = await store.get(PICTURES, countyId);
      return {
        version: Number(document?.['version'] ?? 0),
        waiting: (document?.['waiting'] ?? []) as string[],
        // As pairs: an update with an object would merge into what is there.
        files: Object.fromEntries((document?.['files'] ?? []) as [string, string][]),
        problem: (document?.['problem'] ?? null) as string | null,
      };
    },
    async write({ version, waiting, files, problem }) {
      const change = { waiting, files: Object.entries(files), problem, version: version + 1 };
      if (version === 0) return (await store.insert(PICTURES, { _id: countyId, ...change })) === null;
      return (await store.change(PICTURES, { _id: countyId, version }, change)) === 1;
    },
    async keep(codeId, picture) {
      const cloudPath = `codes/${countyId}/${codeId}.png`;
      const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from(picture) });
      return fileID;
    },
    async urls(fileIds) {
      const urls = new Map<string, string>();
      for (let from = 0; from < fileIds.length; from += MOST_AT_ONCE) {
        const asked = fileIds.slice(from, from + MOST_AT_ONCE);
        const { fileList } = await app.getTempFileURL({ fileList: asked });
        // The cloud answers in the order it was asked.
        for (const [index, { tempFileURL }] of fileList.entries()) {
          const fileId = asked[index];
          if (fileId !== undefined && tempFileURL) urls.set(fileId, tempFileURL);
        }
      }
      return urls;
    },
  };
}
