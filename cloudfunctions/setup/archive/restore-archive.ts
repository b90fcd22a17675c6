import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudApp } from '../../core/adapters/cloud-app';
import type { DocumentStore } from '../../core/adapters/document-store';
import { recountOlder } from '../../core/adapters/tally-repository';
import { canonical } from '../../core/app/canonical';
import type { Ports } from '../../core/app/ports';
import { inBatches, say } from '../telling';
import { documentsOf, evidenceFile, MANIFEST, running, type Manifest } from './archive-file';
import { KEPT } from './collections';
import { figuresNow } from './export-archive';

const BATCH = 64;
/** Says of which archive a restore has begun, so that one that was interrupted can go on; taken away at the end. */
const BEGUN = { collection: 'jobs', id: 'restore-begun' };

/**
 * Writes an archive into an empty database: first every digest is checked, then files, then documents, then the
 * figures are compared with those of the archive. Refuses a damaged archive and a database that holds anything else;
 * run again after an interruption, it goes on where it stopped.
 */
export async function restoreArchive(
  app: CloudApp,
  store: DocumentStore,
  portsOf: () => Ports,
  folder: string,
): Promise<void> {
  const manifest = readManifest(folder);
  await refuseDamage(folder, manifest);
  await begin(store, manifest);
  await restoreFiles(app, folder, manifest);
  for (const collection of heldBy(manifest)) await restoreCollection(store, folder, collection);
  await store.remove(BEGUN.collection, { _id: BEGUN.id });
  // An archive of an older version was counted in its way; what was restored is counted in the way of this one.
  await recountOlder(store, manifest.countyId);
  const figures = await figuresNow(portsOf());
  if (canonical(figures) !== canonical(manifest.figures))
    throw new Error(
      `恢复以后的数字和存档不同：${canonical(figures)}，存档是 ${canonical(manifest.figures)}。`,
    );
  say(`已恢复，数字和存档相同：${JSON.stringify(figures)}`);
}

function readManifest(folder: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    if (manifest.format === 'zhitong-archive/1') return manifest;
  } catch {
    // Said below, the same for a missing and for an unreadable one.
  }
  throw new Error(`${folder} 不是完整的存档（没有读到 ${MANIFEST}）。`);
}

/** An archive of an older version lacks what came later. */
const heldBy = ({ collections }: Manifest) => KEPT.filter((collection) => collection in collections);

/** Nothing is written before all of it is known to be whole. */
async function refuseDamage(folder: string, manifest: Manifest): Promise<void> {
  for (const collection of heldBy(manifest)) {
    const digest = running();
    let documents = 0;
    for await (const { line } of documentsOf(folder, collection)) {
      digest.add(`${line}\n`);
      documents += 1;
    }
    const noted = manifest.collections[collection];
    if (noted?.sha256 !== digest.hex() || noted.documents !== documents)
      throw new Error(`存档损坏：${collection} 和清单不符。什么都没有写入。`);
  }
  for (const [path, noted] of Object.entries(manifest.files)) {
    const digest = running();
    digest.add(readFileSync(evidenceFile(folder, path)));
    if (digest.hex() !== noted.sha256) throw new Error(`存档损坏：附件 ${path} 和清单不符。什么都没有写入。`);
  }
}

async function begin(store: DocumentStore, manifest: Manifest): Promise<void> {
  const digest = running();
  digest.add(canonical(manifest));
  const archive = digest.hex();
  const begun = await store.get(BEGUN.collection, BEGUN.id);
  if (begun?.['archive'] === archive) return say('接着上次没有做完的恢复。');
  for (const collection of KEPT) {
    const [found] = await store.find(collection, {}, { limit: 1 });
    if (found)
      throw new Error(`数据库里已经有数据（${collection}）。存档只恢复到空的数据库，什么都没有写入。`);
  }
  await store.insert(BEGUN.collection, { _id: BEGUN.id, archive });
}

async function restoreFiles(app: CloudApp, folder: string, manifest: Manifest): Promise<void> {
  for (const path of Object.keys(manifest.files)) {
    const { fileID } = await app.uploadFile({
      cloudPath: path,
      fileContent: readFileSync(evidenceFile(folder, path)),
    });
    if (fileID !== `${manifest.filePrefix}${path}`)
      throw new Error(
        `这个环境的附件编号不同（${fileID}，存档是 ${manifest.filePrefix}…）。记录里的编号是封存的，不能改写：请恢复到同名的环境。`,
      );
  }
  say(`附件：${Object.keys(manifest.files).length} 个`);
}

async function restoreCollection(store: DocumentStore, folder: string, collection: string): Promise<void> {
  let documents = 0;
  let batch: (Record<string, unknown> & { _id: string })[] = [];
  const write = async (): Promise<void> => {
    await inBatches(batch, (document) => restoreDocument(store, collection, document));
    documents += batch.length;
    batch = [];
  };
  for await (const { document } of documentsOf(folder, collection)) {
    batch.push(document);
    if (batch.length === BATCH) await write();
  }
  await write();
  say(`${collection}：${documents} 条`);
}

async function restoreDocument(
  store: DocumentStore,
  collection: string,
  document: Record<string, unknown> & { _id: string },
): Promise<void> {
  const inTheWay = await store.insert(collection, document);
  if (inTheWay === null) return;
  // Written before the interruption, or something else is there that must not be lost.
  const there = await store.get(collection, document._id);
  if (there === null || canonical(there) !== canonical(document))
    throw new Error(`${collection} 里已经有另一条 ${document._id}（${inTheWay}），恢复停在这里。`);
}
