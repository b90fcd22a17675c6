import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fields } from '../../core/adapters/document-store';

/** Where things lie in an archive's folder. */
export const MANIFEST = 'manifest.json';
export const documentsFile = (folder: string, collection: string): string =>
  join(folder, 'documents', `${collection}.ndjson`);
export const evidenceFile = (folder: string, path: string): string => join(folder, 'files', path);

/** The first lines of an archive: what it holds, with a digest of each part and the figures it must show again. */
export interface Manifest {
  format: 'zhitong-archive/1';
  countyId: string;
  exportedAt: string;
  /** How file ids begin in the environment it comes from. */
  filePrefix: string | null;
  figures: Record<string, number>;
  collections: Record<string, { documents: number; sha256: string }>;
  files: Record<string, { bytes: number; sha256: string }>;
}

/** SHA-256 over what is fed to it, piece by piece. */
export function running(): { add(piece: string | Uint8Array): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (piece) => void hash.update(piece), hex: () => hash.digest('hex') };
}

/** The documents of one collection as they lie in an archive, one after another, with the text each was written as. */
export async function* documentsOf(
  folder: string,
  collection: string,
): AsyncGenerator<{ line: string; document: Fields & { _id: string } }> {
  const lines = createInterface({ input: createReadStream(documentsFile(folder, collection), 'utf8') });
  for await (const line of lines) {
    if (line !== '') yield { line, document: JSON.parse(line) as Fields & { _id: string } };
  }
}

/** `cloud://environment.bucket/path`, apart; null for any other text. */
export function partsOfFileId(fileId: string): { prefix: string; path: string } | null {
  const [, prefix, path] = /^(cloud:\/\/[^/]+\/)(.+)$/.exec(fileId) ?? [];
  return prefix && path ? { prefix, path } : null;
}

/** Every file id that stands anywhere in a document. */
export function fileIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return partsOfFileId(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(fileIdsIn);
}
