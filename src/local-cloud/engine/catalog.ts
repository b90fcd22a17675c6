import { readFileSync } from 'node:fs';

/** One declared index; every collection has the unique `_id_` besides. */
export interface IndexDefinition {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: 1 | -1])[];
  readonly unique: boolean;
  /** Documents without any of the key fields are left out. */
  readonly sparse: boolean;
}

/** Collections by name, as config/database.json declares them. */
export type Catalog = ReadonlyMap<string, readonly IndexDefinition[]>;

const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** Reads the declaration of collections and indexes; throws a sentence that names what is wrong in it. */
export function readCatalog(file: string): Catalog {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const collections = (parsed as { collections?: unknown }).collections;
  if (typeof collections !== 'object' || collections === null) throw new Error(`${file} 缺少 collections`);
  return new Map(
    Object.entries(collections).map(([name, body]) => {
      if (!NAME.test(name)) throw new Error(`${file}：集合名 ${name} 无效`);
      const indexes: unknown = (body as { indexes?: unknown }).indexes ?? [];
      if (!Array.isArray(indexes)) throw new Error(`${file}：${name}.indexes 必须是数组`);
      return [name, indexes.map((index: unknown) => readIndex(index, `${file}：${name}`))];
    }),
  );
}

function readIndex(raw: unknown, where: string): IndexDefinition {
  const { name, keys, unique, sparse } = raw as Record<string, unknown>;
  if (typeof name !== 'string' || !NAME.test(name)) throw new Error(`${where} 的索引名无效`);
  if (!Array.isArray(keys) || keys.length === 0) throw new Error(`${where}.${name} 没有 keys`);
  return {
    name,
    keys: keys.map((key: unknown) => {
      const [field, direction] = key as [unknown, unknown];
      if (typeof field !== 'string' || (direction !== 1 && direction !== -1)) {
        throw new Error(`${where}.${name} 的 key 应为 ["字段", 1 或 -1]`);
      }
      return [field, direction] as const;
    }),
    unique: unique === true,
    sparse: sparse === true,
  };
}
