/**
 * `npm run deploy:database -- ENV`: creates in a CloudBase environment the collections and indexes that
 * config/database.json declares, the same file the local cloud enforces. Only adds what is missing; drops nothing.
 * Needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, and the manager, which is too large to carry along:
 * `npm install --no-save @cloudbase/manager-node@5.6.5`.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Installed by the operator, not by `npm ci`. */
const MANAGER = '@cloudbase/manager-node';

/** What to ask of the cloud for each collection: the indexes in the words of its API. */
export function indexRequests({ collections }) {
  return Object.entries(collections).map(([collection, { indexes }]) => ({
    collection,
    createIndexes: indexes.map(({ name, keys, unique, sparse = false }) => ({
      IndexName: name,
      MgoKeySchema: {
        MgoIsUnique: unique,
        MgoIsSparse: sparse,
        MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })),
      },
    })),
  }));
}

async function deploy(envId) {
  const secretId = process.env['TENCENTCLOUD_SECRETID'];
  const secretKey = process.env['TENCENTCLOUD_SECRETKEY'];
  if (!envId || !secretId || !secretKey) {
    throw new Error(
      '用法：TENCENTCLOUD_SECRETID=… TENCENTCLOUD_SECRETKEY=… npm run deploy:database -- 环境编号',
    );
  }
  const { default: CloudBase } = await import(MANAGER).catch(() => {
    throw new Error('先装管理端：npm install --no-save @cloudbase/manager-node@5.6.5');
  });
  const { database } = CloudBase.init({ secretId, secretKey, envId });
  const schema = JSON.parse(readFileSync(new URL('database.json', import.meta.url), 'utf8'));
  for (const { collection, createIndexes } of indexRequests(schema)) {
    await database.createCollectionIfNotExists(collection);
    const { Indexes = [] } = await database.describeCollection(collection);
    const missing = createIndexes.filter(({ IndexName }) => !Indexes.some(({ Name }) => Name === IndexName));
    if (missing.length > 0) await database.updateCollection(collection, { CreateIndexes: missing });
    console.log(`${collection}：新建 ${missing.length} 个索引，共 ${createIndexes.length} 个`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  deploy(process.argv[2]).catch((fault) => {
    console.error(fault.message);
    process.exitCode = 1;
  });
}
