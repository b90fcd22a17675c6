/**
 * `npm start`: builds what is missing or out of date, starts the local cloud, fills an empty data folder with the
 * demonstration county, and says where everything is. Later starts only check and start.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, ensureBuilt, isFresh } from './fresh-builds.mjs';

const dataDir = resolve(process.env['DATA_DIR'] || '.data');
const SOURCES = {
  functions: 'cloudfunctions',
  'local-cloud': 'src/local-cloud',
  admin: 'src/admin',
  h5: 'src/miniprogram',
};

let cloud;
try {
  await buildAll();
  cloud = await startCloud();
  const control = JSON.parse(readFileSync(join(dataDir, 'control.json'), 'utf8'));
  await seedWhenEmpty(control);
  announce(control.url);
} catch (error) {
  console.error(`\n${error.message}`);
  cloud?.kill('SIGTERM');
  process.exitCode = 1;
}

/** The small builds one after the other, then the two web apps side by side: never more than two at once. */
async function buildAll() {
  const present = Object.keys(SOURCES).filter((name) => {
    if (existsSync(join(ROOT, SOURCES[name]))) return true;
    console.warn(`!!! 没有 ${SOURCES[name]}，跳过它：对应的页面或功能打不开。`);
    return false;
  });
  const stale = present.filter((name) => !isFresh(name));
  if (stale.length === 0) return;
  console.log(`首次启动或源代码有变化，需要构建：${stale.join('、')}`);
  for (const name of ['functions', 'local-cloud'].filter((name) => stale.includes(name)))
    await ensureBuilt([name]);
  const apps = ['admin', 'h5'].filter((name) => stale.includes(name));
  const outcomes = await Promise.allSettled(apps.map((name) => ensureBuilt([name])));
  for (const [index, outcome] of outcomes.entries()) {
    // A page that does not build must not hide the other one, or the functions.
    if (outcome.status === 'rejected')
      console.error(`\n!!! ${outcome.reason.message}\n!!! ${apps[index]} 没有构建成功，对应的页面打不开。`);
  }
}

function startCloud() {
  const child = spawn(process.execPath, [join(ROOT, 'dist/local-cloud/main.js')], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      FUNCTIONS_DIR: join(ROOT, 'dist/cloudfunctions'),
      DATABASE_FILE: join(ROOT, 'config/database.json'),
      STATIC_DIR: join(ROOT, 'dist'),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
    if (cloud) process.stderr.write(chunk);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.once('message', () => {
      process.stderr.write(said);
      done(child);
    });
    child.once('exit', (code) => {
      if (!cloud) fail(new Error(said.trim() || `本地云没有启动（退出码 ${code}）`));
      else process.exit(code ?? 1);
    });
  });
}

/** The seeding tool leaves the list of demonstration identities behind; without it the folder counts as empty. */
async function seedWhenEmpty({ url, secretId, secretKey }) {
  const tool = join(ROOT, 'dist/setup/index.js');
  if (existsSync(join(dataDir, 'demo-identities.json'))) return;
  if (!existsSync(tool)) return console.warn('!!! 没有 cloudfunctions/setup，数据目录是空的。');
  console.log('正在写入演示数据 …');
  const child = spawn(process.execPath, [tool, 'demo'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/_cloud` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`写入演示数据失败（退出码 ${code}）。`);
}

function announce(url) {
  console.log(`\n居民端    ${url}/`);
  console.log(`工作台    ${url}/admin/`);
  console.log(`云函数    ${url}/call/<函数名>（POST，例如 resident、staff）`);
  const file = join(dataDir, 'demo-identities.json');
  if (existsSync(file)) {
    console.log('\n演示身份（在页面上一键使用，或放进请求头 x-demo-openid）：');
    for (const { name, openid, note } of JSON.parse(readFileSync(file, 'utf8'))) {
      console.log(`  ${name}  ${openid}${note ? `  ${note}` : ''}`);
    }
  }
  console.log(`\n数据保存在 ${dataDir}；按 Ctrl-C 停止。`);
}
