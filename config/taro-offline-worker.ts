import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Chunk, Compilation, Compiler } from 'webpack';

const root = resolve(__dirname, '..');
const HTML = 'index.html';
const COMMON = 'common';

/** The pages that open without a signal; every other one is fetched when somebody opens it. */
const PAGES = ['home', 'submit', 'receipt', 'mine', 'track', 'missing'];

/** All that the worker may keep, compressed. The pages above have fetched nearly all of it by then. */
const MOST = 210 * 1024;

/** `sw.js` keeps the first pages; put in its place, `sw-withdraw.js` takes it back from every phone. */
const WORKERS = {
  'sw.js': 'src/miniprogram/platform/offline-worker.h5.ts',
  'sw-withdraw.js': 'src/miniprogram/platform/withdraw-worker.h5.ts',
};

interface Kept {
  url: string;
  /** What tells two contents under one name apart; null where the name does that. */
  revision: string | null;
}

/** Writes the service worker of the H5 pages, with the list of the files it keeps. Fails the build where they are too many. */
export class OfflineWorker {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('OfflineWorker', (compilation) => {
      // After the names got their last form: the list names them.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 1;
      compilation.hooks.processAssets.tapPromise({ name: 'OfflineWorker', stage }, async () => {
        if (compilation.getAsset(HTML) === undefined) return;
        const files = filesToKeep(compilation);
        for (const [name, entry] of Object.entries(WORKERS))
          compilation.emitAsset(name, new sources.RawSource(await bundle(entry, files)));
      });
    });
  }
}

function filesToKeep(compilation: Compilation): Kept[] {
  const chunks = new Set([...compilation.entrypoints.values()].flatMap((entry) => entry.chunks));
  for (const page of PAGES) for (const chunk of chunksOf(compilation, page)) chunks.add(chunk);
  const names = [HTML, ...[...chunks].flatMap(({ files }) => [...files])];
  const sizes = names.map((name) => gzipSync(contentOf(compilation, name)).byteLength);
  const size = sizes.reduce((sum, each) => sum + each, 0);
  if (size > MOST) throw new Error(`离线要存 ${size} 字节（压缩后），超过 ${MOST}。`);
  return names.map((url) => ({
    url,
    revision: url === HTML ? hashOf(contentOf(compilation, url)) : null,
  }));
}

/** The chunk of a page, and whatever is fetched together with it. */
function chunksOf({ chunks, chunkGraph }: Compilation, page: string): Chunk[] {
  const source = new RegExp(`[\\\\/]miniprogram[\\\\/]pages[\\\\/]${page}[\\\\/]index\\.tsx$`);
  const isPage = (chunk: Chunk): boolean =>
    chunk.name !== COMMON &&
    chunkGraph.getChunkModules(chunk).some((module) => source.test(module.nameForCondition() ?? ''));
  const own = [...chunks].filter(isPage);
  if (own.length === 0)
    throw new Error(`没有找到 ${page} 页的脚本，config/taro-offline-worker.ts 要跟着改。`);
  return own.flatMap((chunk) => [...chunk.groupsIterable].flatMap((group) => group.chunks));
}

const contentOf = (compilation: Compilation, name: string): Buffer =>
  Buffer.from(compilation.getAsset(name)?.source.source() ?? '');

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

async function bundle(entry: string, files: readonly Kept[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2017',
    define: { FILES_TO_KEEP: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
