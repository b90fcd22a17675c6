import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';

export interface StartOptions {
  /** A folder to keep the data in; a temporary one, removed on stop, when not given. */
  readonly dataDir?: string;
  readonly functionsDir?: string;
  readonly databaseFile?: string;
  /** Further variables; tests run with STRICT_INDEXES=1 and timers that only run when asked. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What `POST /call/<function>` takes besides the caller. */
export interface CallBody {
  readonly action: string;
  readonly input?: unknown;
  readonly requestId?: string;
}

interface Control {
  readonly port: number;
  readonly url: string;
  readonly secret: string;
  readonly secretId: string;
  readonly secretKey: string;
}

export interface LocalCloud {
  readonly port: number;
  readonly url: string;
  readonly controlSecret: string;
  readonly dataDir: string;
  /** The environment in which an SDK of another process talks to this cloud. */
  readonly env: Record<string, string>;
  /** An initialised SDK. */
  sdk(): ReturnType<typeof cloudbase.init>;
  /** Calls a function as the mini-program would; `openid` is the caller. */
  call(functionName: string, body: CallBody, openid?: string): Promise<unknown>;
  /** Runs a timer function and resolves with its answer. */
  runTimer(name: string): Promise<unknown>;
  /** Any request to the cloud with the control secret. */
  control(path: string, init?: RequestInit): Promise<unknown>;
  /** Everything the cloud wrote to stderr so far. */
  errors(): string;
  stop(): Promise<void>;
  kill9(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');

/** Starts a local cloud of its own on a free port; builds it first when it is missing or stale. */
export async function startLocalCloud(options: StartOptions = {}): Promise<LocalCloud> {
  buildWhenStale();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const { child, errors } = await launch({
    DATA_DIR: dataDir,
    FUNCTIONS_DIR: options.functionsDir ?? join(root, 'dist/cloudfunctions'),
    DATABASE_FILE: options.databaseFile ?? join(root, 'config/database.json'),
    STRICT_INDEXES: '1',
    JOBS_INTERVAL_MS: '0',
    PORT: '0',
    ...options.env,
  });
  const run = JSON.parse(readFileSync(join(dataDir, 'control.json'), 'utf8')) as Control;
  return {
    port: run.port,
    url: run.url,
    dataDir,
    controlSecret: run.secret,
    env: environmentOf(run),
    sdk: () => connect(run),
    call: (functionName, body, openid) => callFunction(run, functionName, body, openid),
    runTimer: (name) => runTimer(run, name),
    control: (path, init) => askControl(run, path, init),
    errors,
    stop: async () => {
      await end(child, 'SIGTERM');
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
    kill9: () => end(child, 'SIGKILL'),
  };
}

function buildWhenStale(): void {
  if (process.env['SKIP_BUILDS'] === '1') return;
  // A process of its own, so that scripts run by tsx can use this file as well.
  const command = ['config/fresh-builds.mjs', 'local-cloud'];
  execFileSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function environmentOf({ url, secretId, secretKey }: Control): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/_cloud` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
  };
}

function connect({ url, secretId, secretKey }: Control): ReturnType<typeof cloudbase.init> {
  // Keeps the SDK from asking for a metadata host that exists only inside the real cloud.
  process.env['TENCENTCLOUD_RUNENV'] = 'SCF';
  // Nor should it print a line for every call that a killed cloud never answers.
  process.env['SILENCE'] = 'true';
  process.env['TENCENTCLOUD_REGION'] ??= 'ap-shanghai';
  process.env['SCF_NAMESPACE'] ??= 'local';
  return cloudbase.init({ env: 'local', secretId, secretKey, serviceUrl: `${url}/_cloud`, keepalive: true });
}

async function callFunction(run: Control, name: string, body: CallBody, openid?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(openid === undefined ? {} : { 'x-demo-openid': openid }),
  };
  const response = await fetch(`${run.url}/call/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return (await response.json()) as unknown;
}

async function askControl(run: Control, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(run.url + path, { ...init, headers: { 'x-local-secret': run.secret } });
  return (await response.json()) as unknown;
}

async function runTimer(run: Control, name: string): Promise<unknown> {
  const answer = (await askControl(run, `/_local/run-timer/${name}`, { method: 'POST' })) as {
    ok: boolean;
    data?: unknown;
  };
  if (!answer.ok) throw new Error(`timer ${name} failed: ${JSON.stringify(answer)}`);
  return answer.data;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

/** Starts the process and waits until it listens; rejects with what it said when it ends instead. */
export function launch(
  environment: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; errors: () => string }> {
  const child = spawn(process.execPath, [join(root, 'dist/local-cloud/main.js')], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stdout?.resume();
  return new Promise((done, fail) => {
    child.once('message', () => done({ child, errors: () => said }));
    child.once('exit', (code) => fail(new Error(`the local cloud ended with code ${code}: ${said.trim()}`)));
  });
}
