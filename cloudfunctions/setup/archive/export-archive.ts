import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { MEASURES } from '@contract/statistics';
import { greater, type DocumentStore, type Fields } from '../../core/adapters/document-store';
import { canonical } from '../../core/app/canonical';
import { brokenAt } from '../../core/app/lead/record';
import type { Ports, SealedEvent } from '../../core/app/ports';
import { readCounts } from '../../core/app/statistics/read-counts';
import { say } from '../telling';
import {
  documentsFile,
  evidenceFile,
  fileIdsIn,
  MANIFEST,
  partsOfFileId,
  running,
  type Manifest,
} from './archive-file';
import { KEPT } from './collections';

/** Leads are large: so many at once keep an answer of the database well under its limit. */
const PAGE = 100;
/** Only the operator may read it: an archive holds what residents left about themselves. */
const ONLY_OWNER = { file: 0o600, folder: 0o700 };

/**
 * Writes everything the county stands on into a new folder: each document as one line, each file residents and
 * officers added, and a manifest with digests and figures. Refuses a folder that is not empty and a log that does not
 * verify; a file that is gone from storage is told and left out. What fails on the way leaves nothing behind.
 */
export async function exportArchive(store: DocumentStore, ports: Ports, folder: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} 里已经有东西。请给一个新文件夹。`);
  // The uppermost folder that was made for it, none where it was given an empty one.
  const made = mkdirSync(folder, { recursive: true, mode: ONLY_OWNER.folder });
  try {
    return await writeArchive(store, ports, folder);
  } catch (fault) {
    const written = made === undefined ? readdirSync(folder).map((name) => join(folder, name)) : [made];
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw fault;
  }
}

async function writeArchive(store: DocumentStore, ports: Ports, folder: string): Promise<Manifest> {
  mkdirSync(join(folder, 'documents'), { mode: ONLY_OWNER.folder });
  const collections: Manifest['collections'] = {};
  const fileIds = new Set<string>();
  for (const collection of KEPT) {
    collections[collection] = await writeCollection(store, ports, folder, collection, fileIds);
    say(`${collection}：${collections[collection].documents} 条`);
  }
  const county = await ports.county();
  const manifest: Manifest = {
    format: 'zhitong-archive/1',
    countyId: county.id,
    exportedAt: ports.clock.now(),
    filePrefix: prefixOf(fileIds),
    figures: await figuresNow(ports),
    collections,
    files: await writeFiles(ports, folder, [...fileIds].sort()),
  };
  // Last: a folder without it is an export that did not end.
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: ONLY_OWNER.file });
  return manifest;
}

/** The figures of the first line of the statistics page, as they are at this moment. */
export async function figuresNow(ports: Ports): Promise<Record<string, number>> {
  const { counts } = await readCounts(['base'], ports);
  return Object.fromEntries(FIGURES.map((key) => [key, counts[key] ?? 0]));
}
const FIGURES = ['all', ...MEASURES.filter((name) => name !== 'received').map((name) => `m:${name}`)];

async function writeCollection(
  store: DocumentStore,
  ports: Ports,
  folder: string,
  collection: string,
  fileIds: Set<string>,
): Promise<{ documents: number; sha256: string }> {
  const file = openSync(documentsFile(folder, collection), 'wx', ONLY_OWNER.file);
  const digest = running();
  let documents = 0;
  try {
    for (let after = ''; ;) {
      const page = await store.find(
        collection,
        { _id: greater(after) },
        { orderBy: [['_id', 'asc']], limit: PAGE },
      );
      for (const document of page) {
        refuseBrokenLog(document, ports);
        for (const id of fileIdsIn(document)) fileIds.add(id);
        const line = `${canonical(document)}\n`;
        digest.add(line);
        writeSync(file, line);
      }
      documents += page.length;
      after = String(page.at(-1)?.['_id'] ?? '');
      if (page.length < PAGE) return { documents, sha256: digest.hex() };
    }
  } finally {
    closeSync(file);
  }
}

function refuseBrokenLog({ _id, events }: Fields, ports: Ports): void {
  if (!Array.isArray(events)) return;
  const at = brokenAt(events as SealedEvent[], ports.digest);
  if (at !== null) throw new Error(`线索 ${String(_id)} 的第 ${at + 1} 条记录和前面接不上，没有导出。`);
}

function prefixOf(fileIds: ReadonlySet<string>): string | null {
  const prefixes = new Set([...fileIds].map((id) => partsOfFileId(id)?.prefix));
  if (prefixes.size > 1) throw new Error(`附件来自几个环境：${[...prefixes].join('、')}，没有导出。`);
  return [...prefixes][0] ?? null;
}

async function writeFiles(ports: Ports, folder: string, fileIds: string[]): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  const urls = await ports.files.urls(fileIds.map((fileId) => ({ fileId, kind: 'photo' })));
  for (const fileId of fileIds) {
    const path = partsOfFileId(fileId)?.path ?? '';
    const url = urls.get(fileId);
    const answer = url === undefined ? null : await fetch(url);
    if (!answer?.ok) {
      say(`存储里没有 ${path}，没有导出。`);
      continue;
    }
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const to = evidenceFile(folder, path);
    mkdirSync(dirname(to), { recursive: true, mode: ONLY_OWNER.folder });
    writeFileSync(to, bytes, { mode: ONLY_OWNER.file });
    const digest = running();
    digest.add(bytes);
    files[path] = { bytes: bytes.length, sha256: digest.hex() };
  }
  return files;
}
