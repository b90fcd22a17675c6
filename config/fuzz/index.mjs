/**
 * `npm run fuzz -- 20`: every property test with twenty times as many cases, new ones each time; a failure prints the
 * seed and path that bring it back. `npm run fuzz -- 20 tests/domain` only those.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [times = '10', ...under] = process.argv.slice(2);
if (!/^[1-9]\d{0,3}$/.test(times)) {
  console.error('写多少倍，1 到 9999，例如：npm run fuzz -- 20');
  process.exit(2);
}

const folders = under.length > 0 ? under : ['tests'];
const files = readdirSync(join(ROOT, 'tests'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"))
  .map((path) => relative(ROOT, path))
  .filter((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));
if (files.length === 0) {
  console.error(`${folders.join('、')} 里没有这样的测试。`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '-c', 'config/vitest.config.mts', ...files],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FUZZ: times } },
);
process.exitCode = status ?? 1;
