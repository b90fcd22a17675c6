/** Bundles the local cloud and its function host to dist/local-cloud. Only libsql stays outside: it is native. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const outdir = join(root, 'dist/local-cloud');

const result = await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/local-cloud/main.ts',
    'function-host': 'src/local-cloud/runner/function-host.ts',
  },
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['libsql'],
  sourcemap: 'linked',
  write: false,
  logLevel: 'warning',
});

mkdirSync(outdir, { recursive: true });
for (const file of result.outputFiles) {
  // Put in place whole: a cloud that starts meanwhile finds the old file or the new one, never half of it.
  const part = `${file.path}.${process.pid}.part`;
  writeFileSync(part, file.contents);
  renameSync(part, file.path);
}
console.log(
  `dist/local-cloud/main.js ${Math.round((result.outputFiles.find(({ path }) => path.endsWith('main.js'))?.contents.length ?? 0) / 1024)} KB`,
);
