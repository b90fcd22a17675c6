/**
 * Bundles every folder of cloudfunctions that has an index.ts and a config.json to dist/cloudfunctions/<name>:
 * one minified file, its V8 code cache, and a loader that uses the cache when this Node accepts it. The folder
 * `setup` is an operator's tool: it goes to dist/setup and is never deployed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const SETUP = 'setup';

/** Files that a function reads beside its bundle: residents' words are classified, officers' replies are checked. */
const REPLY_WEIGHTS = 'cloudfunctions/core/adapters/reply-weights.bin';
const ROUTING_WEIGHTS = 'cloudfunctions/core/adapters/routing-weights.bin';
const RARITY_TABLE = 'cloudfunctions/core/adapters/rarity-table.bin';
const BESIDE_BUNDLE = {
  resident: [ROUTING_WEIGHTS, RARITY_TABLE],
  web: [ROUTING_WEIGHTS, RARITY_TABLE],
  staff: [ROUTING_WEIGHTS, REPLY_WEIGHTS, RARITY_TABLE],
  panel: [ROUTING_WEIGHTS, REPLY_WEIGHTS, RARITY_TABLE],
  setup: [ROUTING_WEIGHTS, RARITY_TABLE],
  jobs: [RARITY_TABLE],
};

/** The bundle is one function, as Node makes of every file, and plain ASCII, so that the loader copies nothing. */
const AS_FUNCTION = {
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

/** What the cloud loads. Without the cache, or with one of another V8, it compiles the bundle as usual. */
const LOADER = `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const filename = join(__dirname, 'bundle.js');
let cachedData;
try { cachedData = readFileSync(join(__dirname, 'bundle.cache')); } catch {}
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
const bundle = { exports: {} };
script.runInThisContext().call(bundle.exports, bundle.exports, require, bundle, filename, __dirname);
exports.main = bundle.exports.main;
if (process.env.WRITE_CODE_CACHE) require('node:fs').writeFileSync(process.env.WRITE_CODE_CACHE, script.createCachedData());
`;

/** What takes the place of a part of the SDK that this project may not use. */
const refuse = (part) => `
    module.exports = new Proxy({}, { get() { throw new Error('${part} is not part of this bundle'); } });`;

/**
 * The SDK loads on start what almost no call needs, and compiling it is a third of a cold start. These parts lie in a
 * file of their own, `later.js`, loaded when first used; what this project does not use is left out, and of BSON all
 * but the extended JSON that goes over the wire.
 */
const ON_FIRST_USE = /^(axios|form-data|https?-proxy-agent|jsonwebtoken|xml2js)$/;
const LATER = './later.js';
const LEFT_OUT = {
  '@cloudbase/wx-cloud-client-sdk': `
    const refuse = () => { throw new Error('data models and MySQL are not part of this bundle'); };
    module.exports = { __esModule: true, default: { generateHTTPClient: () => new Proxy({}, { get: refuse }), generateMySQLClient: refuse } };`,
  './realtime/websocket-client': `
    exports.RealtimeWebSocketClient = class { constructor() { throw new Error('realtime is not part of this bundle'); } };`,
  './ai': refuse('AI'),
  './analytics': refuse('analytics'),
  './notification': refuse('notification'),
  // Only a process that outlives its calls keeps connections open: a function does not, and the SDK asks for none there.
  agentkeepalive: `exports.__esModule = true;
    exports.default = exports.HttpsAgent = class { constructor() { throw new Error('kept connections are not part of this bundle'); } };`,
  // Exactly the same: without a field that begins with a dollar there is nothing to turn into anything else.
  bson: `
    const { EJSON } = require('bson/lib/extended_json');
    const isPlain = (text) => typeof text === 'string' && !text.includes('"$');
    exports.EJSON = { ...EJSON, parse: (text, options) => (isPlain(text) ? JSON.parse(text) : EJSON.parse(text, options)) };`,
};
const SDK = /node_modules[\\/]@cloudbase[\\/](node-sdk|database)[\\/]dist[\\/]/;

/** What stays in the bundle but runs only when the SDK asks for it. */
const RUN_ON_FIRST_USE =
  /^(https|(\.{1,2}\/)+(auth|functions|cloudrun|storage|wx|utils\/tcbopenapicommonrequester))$/;
const NODE_SDK = /@cloudbase[\\/]node-sdk[\\/]dist[\\/]/;
const runsOnFirstUse = (importer, path) => NODE_SDK.test(importer) && RUN_ON_FIRST_USE.test(path);

/**
 * What our own code imports with `import()` is seldom asked for and lies in a file of its own, beside the bundle. It has
 * its own copy of the rules it applies; what must be one and the same in both (ports) is handed to it in each call.
 */
function ownParts(parts) {
  return {
    name: 'own-parts',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = `${basename(path)}.js`;
        parts.set(file, join(resolveDir, `${path}.ts`));
        return { path: `./${file}`, external: true };
      });
    },
  };
}

/** Leaves out of the bundle what the SDK seldom needs, and notes in `later` where each such module lies. */
function lightSdk(later) {
  return {
    name: 'light-sdk',
    setup(builder) {
      builder.onResolve({ filter: /./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (path === LATER) return { path, external: true };
        if (pluginData !== 'now' && runsOnFirstUse(importer, path))
          return {
            path: join(resolveDir, path),
            namespace: 'run-on-first-use',
            pluginData: { path, resolveDir },
          };
        if (pluginData === 'now' || !SDK.test(importer)) return undefined;
        if (Object.hasOwn(LEFT_OUT, path)) return { path, namespace: 'left-out', pluginData: { resolveDir } };
        if (!ON_FIRST_USE.test(path)) return undefined;
        const { path: file } = await builder.resolve(path, { resolveDir, kind, pluginData: 'now' });
        later.set(path, file);
        return { path, namespace: 'on-first-use' };
      });
      builder.onLoad({ filter: /./, namespace: 'left-out' }, ({ path, pluginData: { resolveDir } }) => ({
        contents: LEFT_OUT[path],
        loader: 'js',
        resolveDir,
      }));
      builder.onLoad({ filter: /./, namespace: 'on-first-use' }, ({ path }) => ({
        contents: standIn(`require(${JSON.stringify(LATER)})[${JSON.stringify(path)}]()`, false),
        loader: 'js',
        resolveDir: root,
      }));
      builder.onLoad(
        { filter: /./, namespace: 'run-on-first-use' },
        ({ pluginData: { path, resolveDir } }) => ({
          contents: standIn(`require(${JSON.stringify(path)})`, path.startsWith('.')),
          loader: 'js',
          resolveDir,
          pluginData: 'now',
        }),
      );
    },
  };
}

/** What is exported in place of a module until a part of it is asked for. */
const standIn = (loading, isEsModule) => `
  const load = () => ${loading};
  module.exports = new Proxy(class {}, {
    get: (_, name) => (name === '__esModule' ? ${isEsModule} : load()[name]),
    construct: (_, values) => new (load())(...values),
  });`;

/** Builds the functions of one folder; used by the tests for their own small functions as well. */
export async function buildFunctions({
  source = join(root, 'cloudfunctions'),
  target = join(root, 'dist/cloudfunctions'),
  setupTarget = join(root, 'dist/setup'),
  say = console.log,
} = {}) {
  const folders = existsSync(source) ? readdirSync(source, { withFileTypes: true }) : [];
  const names = folders.filter(
    (entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'index.ts')),
  );
  const built = [];
  for (const { name } of names) {
    if (name !== SETUP && !existsSync(join(source, name, 'config.json'))) {
      throw new Error(`cloudfunctions/${name} 缺少 config.json`);
    }
    const folder = name === SETUP ? setupTarget : join(target, name);
    await bundle(join(source, name), folder, name);
    if (name !== SETUP) built.push(name);
    say(
      `${folder.slice(root.length + 1)}：${kilobytes(join(folder, name === SETUP ? 'index.js' : 'bundle.js'))} KB`,
    );
  }
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(target)) {
    if (!built.includes(entry)) rmSync(join(target, entry), { recursive: true, force: true });
  }
}

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The SDK's 64-bit integers compile a helper at the start, for divisions that nobody asks for; they can do without.
  define: { WebAssembly: 'undefined' },
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * V8 reads arrow functions through at the start, and only skims over functions until they are called. Careful: esbuild
 * takes `this` before `super()` in the constructor of a derived class that holds an arrow function, which then fails.
 */
const STARTS_QUICKLY = { supported: { arrow: false, 'dynamic-import': false } };

async function bundle(from, to, name) {
  const part = `${to}.${process.pid}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const isSetup = name === SETUP;
  const later = new Map();
  const parts = new Map();
  // The operator's tool starts seldom and runs outside the cloud: the whole SDK, as it is.
  const ours = {
    ...OPTIONS,
    tsconfig: join(root, 'tsconfig.json'),
    ...(isSetup ? {} : { ...STARTS_QUICKLY, plugins: [ownParts(parts), lightSdk(later)] }),
  };
  await build({
    ...ours,
    entryPoints: [join(from, 'index.ts')],
    outfile: join(part, isSetup ? 'index.js' : 'bundle.js'),
    ...(isSetup ? {} : AS_FUNCTION),
  });
  for (const [file, source] of parts) {
    await build({ ...ours, entryPoints: [source], outfile: join(part, file) });
  }
  if (later.size > 0) await bundleLater(later, part);
  if (!isSetup) ['bundle.js', ...parts.keys()].forEach((file) => spellInAscii(join(part, file)));
  writeFileSync(join(part, 'package.json'), `${JSON.stringify({ name, private: true, main: 'index.js' })}\n`);
  if (!isSetup) {
    writeFileSync(join(part, 'index.js'), LOADER);
    cpSync(join(from, 'config.json'), join(part, 'config.json'));
  }
  for (const file of BESIDE_BUNDLE[name] ?? []) shipBeside(join(root, file), part);
  rmSync(to, { recursive: true, force: true });
  renameSync(part, to);
  if (!isSetup) writeCodeCache(to);
}

/** esbuild spells Chinese in ASCII except in regular expressions; the loader reads bytes, so there it is spelt here. */
function spellInAscii(file) {
  const source = readFileSync(file, 'utf8');
  if (/\\[^\x00-\x7f]/.test(source))
    throw new Error(`${file}：正则里反斜杠后面直接跟着汉字或标点，请去掉反斜杠`);
  const spell = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, source.replace(/[^\x00-\x7f]/g, spell));
}

/** A copy, and its digest, by which the function knows at its start that every byte of the copy is as built. */
function shipBeside(file, folder) {
  const bytes = readFileSync(file);
  writeFileSync(join(folder, basename(file)), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(folder, `${basename(file)}.sha256`), `${digest}\n`);
}

/** The seldom used modules, each compiled into one file and run only when asked for. */
async function bundleLater(later, folder) {
  const entries = [...later].map(
    ([name, file]) => `${JSON.stringify(name)}: () => require(${JSON.stringify(file)}),`,
  );
  await build({
    ...OPTIONS,
    ...STARTS_QUICKLY,
    stdin: { contents: `module.exports = {\n${entries.join('\n')}\n};`, resolveDir: root, loader: 'js' },
    outfile: join(folder, 'later.js'),
  });
}

/** Loads the function once in a process of its own and keeps what V8 compiled. Failing is no error: it is only slower. */
function writeCodeCache(folder) {
  const { status, stderr } = spawnSync(process.execPath, ['index.js'], {
    cwd: folder,
    env: {
      ...process.env,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'build',
      WRITE_CODE_CACHE: join(folder, 'bundle.cache'),
    },
    timeout: 20_000,
  });
  if (status !== 0)
    console.warn(`没有为 ${folder} 生成代码缓存：${String(stderr).split('\n').slice(-4).join(' ')}`);
}

function kilobytes(file) {
  return Math.round(statSync(file).size / 1024);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFunctions();
