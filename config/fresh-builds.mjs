/**
 * Builds what is missing or out of date, and nothing else. Shared by `npm start`, `npm test` and `npm run check`.
 *
 * Each target has a stamp in dist/.stamps: a hash over the content of everything that goes into it. A build is
 * fresh when its stamp equals the hash of today's sources and its output is still there.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const TARO_INPUTS = ['src/miniprogram', 'src/shared', 'types', 'project.config.json'];
const PAGE_POLICY = 'page-policy.ts';
const isTaroConfig = (name) =>
  name === PAGE_POLICY || /^(index|dev|prod|taro)[\w.-]*\.(ts|mts|js|mjs|cjs)$/.test(name);

/**
 * What can be built. `inputs`: files and folders whose content decides freshness; `configs`: which files directly
 * in config/ count too; `output`: a file or folder that exists only after a successful build.
 */
export const TARGETS = {
  functions: {
    label: '云函数',
    command: ['node', 'config/build-functions.mjs'],
    inputs: ['cloudfunctions', 'types/contract'],
    configs: (name) => name === 'build-functions.mjs' || name === 'database.json',
    output: 'dist/cloudfunctions',
  },
  'local-cloud': {
    label: '本地云',
    command: ['node', 'config/build-local-cloud.mjs'],
    inputs: ['src/local-cloud', 'types/contract', 'cloudfunctions/setup'],
    configs: (name) => name === 'build-local-cloud.mjs' || name === 'database.json',
    output: 'dist/local-cloud',
  },
  admin: {
    label: '工作台',
    command: ['node', 'node_modules/vite/bin/vite.js', 'build', '-c', 'config/vite.admin.config.mts'],
    inputs: ['src/admin', 'src/shared', 'types'],
    configs: (name) => name === 'vite.admin.config.mts' || name === PAGE_POLICY,
    output: 'dist/admin',
  },
  h5: {
    label: '居民端 H5',
    command: ['node', 'node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
    inputs: TARO_INPUTS,
    configs: isTaroConfig,
    output: 'dist/h5',
  },
  weapp: {
    label: '微信小程序',
    command: ['node', 'node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp'],
    inputs: TARO_INPUTS,
    configs: isTaroConfig,
    output: 'dist/miniprogram',
  },
};

export const ALL_TARGETS = Object.keys(TARGETS);

/** Whether a target's output is there and made from today's sources. */
export function isFresh(name) {
  const target = targetOf(name);
  const stamp = stampFile(name);
  return isFilled(target.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash(target);
}

/**
 * Builds, one after the other, each named target that is not fresh; returns the names it built.
 * Rejects with the end of the build's log when a build fails; the stamp is written only after success.
 */
export async function ensureBuilt(names = ALL_TARGETS, { say = console.log } = {}) {
  const stale = names.filter((name) => !isFresh(name));
  for (const [index, name] of stale.entries()) {
    await build(name, `[${index + 1}/${stale.length}]`, say);
  }
  return stale;
}

async function build(name, place, say) {
  const target = targetOf(name);
  const hash = inputHash(target);
  const started = Date.now();
  say(`${place} 正在构建${target.label} (${name}) …`);
  rmSync(stampFile(name), { force: true });
  const code = await run(target.command, logFile(name), () => say(`${place} …${seconds(started)} 秒`));
  if (code !== 0 || !isFilled(target.output)) {
    const tail = readFileSync(logFile(name), 'utf8').split('\n').slice(-40).join('\n');
    throw new Error(`构建失败：${name}（${target.command.join(' ')}，退出码 ${code}）\n${tail}`);
  }
  writeFileSync(stampFile(name), hash);
  say(`${place} ${target.label}已就绪，用时 ${seconds(started)} 秒`);
}

function run([command, ...args], log, tick) {
  const out = openSync(log, 'w');
  const executable = command === 'node' ? process.execPath : command;
  const child = spawn(executable, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', out, out],
  });
  const ticking = setInterval(tick, 10_000);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  }).finally(() => {
    clearInterval(ticking);
    closeSync(out);
  });
}

function targetOf(name) {
  const target = TARGETS[name];
  if (!target) throw new Error(`没有名为 ${name} 的构建目标，可选：${ALL_TARGETS.join('、')}`);
  return target;
}

/** Of package.json only what a build reads counts: editing a script must not rebuild everything. */
function inputHash(target) {
  const { babel, browserslist, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const configs = readdirSync(join(ROOT, 'config'))
    .filter(target.configs)
    .map((name) => `config/${name}`);
  const hash = createHash('sha256').update(
    JSON.stringify([process.versions.modules, babel, browserslist, dependencies]),
  );
  for (const input of [...target.inputs, ...configs, 'package-lock.json', 'tsconfig.json']) {
    for (const file of filesUnder(join(ROOT, input))) {
      hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isFilled(output) {
  return filesUnder(join(ROOT, output)).length > 0;
}

function stampFile(name) {
  return join(stampFolder(), `${name}.hash`);
}

function logFile(name) {
  return join(stampFolder(), `${name}.log`);
}

function stampFolder() {
  const folder = join(ROOT, 'dist', '.stamps');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const built = await ensureBuilt(names.length > 0 ? names : undefined);
  if (built.length === 0) console.log('构建产物都是最新的。');
}
