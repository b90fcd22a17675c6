import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What miniprogram-compiler (no types of its own) gives: WeChat's wcc and wcsc behind two functions. */
interface WechatCompilers {
  wxmlToJs: (root: string, options: { maxBuffer: number }) => string;
}

const require = createRequire(fileURLToPath(import.meta.url));
const MAX_OUTPUT = 64 * 1024 * 1024;
const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'mac', linux: 'linux', win32: 'windows' };

export type Compiled = { ran: true; code: string; files: number } | { ran: false; why: string };

/** All WXML and WXS through WeChat's own compiler. Throws with file and line when a file is broken. */
export function compileMarkup(root: string): Compiled {
  const files = [...filesUnder(root, '.wxml'), ...filesUnder(root, '.wxs')].length;
  const why = whyNot('wcc');
  if (why) return { ran: false, why };
  const { wxmlToJs } = require('miniprogram-compiler') as WechatCompilers;
  return { ran: true, code: wxmlToJs(root, { maxBuffer: MAX_OUTPUT }), files };
}

/** All WXSS through WeChat's own compiler. Throws with file and line when a file is broken. */
export function compileStyles(root: string): Compiled {
  const why = whyNot('wcsc');
  if (why) return { ran: false, why };
  const files = filesUnder(root, '.wxss');
  const run = spawnSync(compilerPath('wcsc'), ['-db', '-pc', '0', ...files], {
    cwd: root,
    maxBuffer: MAX_OUTPUT,
  });
  if (run.status !== 0) throw new Error(`WXSS 编译失败：${run.stderr.toString()}`);
  return { ran: true, code: run.stdout.toString(), files: files.length };
}

/** The files of a folder whose names end in `extension`, relative to it. */
export function filesUnder(root: string, extension: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension) && statSync(join(root, name)).isFile())
    .map((name) => relative(root, join(root, name)).replaceAll('\\', '/'))
    .sort();
}

/** The packaged binaries are for x64; elsewhere, or without some system library, they do not start. */
function whyNot(name: 'wcc' | 'wcsc'): string | null {
  if (!FOLDERS[process.platform]) return `微信没有给 ${process.platform} 的编译器`;
  // Loading the package also makes its binaries executable, which the registry's archive forgot.
  const compilers = require('miniprogram-compiler/src/wcsc.js') as unknown;
  const probe = spawnSync(executable(name), [], { timeout: 10_000 });
  if (compilers && probe.error && 'code' in probe.error)
    return `${name} 在这台机器上起不来：${probe.error.message}`;
  return null;
}

function compilerPath(name: 'wcc' | 'wcsc'): string {
  const folder = FOLDERS[process.platform] ?? 'linux';
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return join(require.resolve('miniprogram-compiler/package.json'), '..', 'bin', folder, file);
}

function executable(name: 'wcc' | 'wcsc'): string {
  const path = compilerPath(name);
  if (process.platform !== 'win32') spawnSync('chmod', ['+x', path]);
  return path;
}
