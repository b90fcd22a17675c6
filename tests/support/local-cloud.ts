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
  if (process.env['SKIP_BUILDS'] !== '1') {
    execFileSync(process.execPath, ['config/fresh-builds.mjs', 'local-cloud'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
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
  const { url, port, secret, secretId, secretKey } = JSON.parse(
    readFileSync(join(dataDir, 'control.json'), 'utf8'),
  ) as Control;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill(signal);
      await gone;
    }
    if (signal === 'SIGTERM' && options.dataDir === undefined)
      rmSync(dataDir, { recursive: true, force: true });
  };
  const control = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(url + path, { ...init, headers: { 'x-local-secret': secret } });
    return response.json();
  };
  return {
    port,
    url,
    dataDir,
    controlSecret: secret,
    env: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/_cloud` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
    },
    sdk: () => {
      // Keeps the SDK from asking a metadata host, which this machine does not have, where it runs.
      process.env['TENCENTCLOUD_RUNENV'] = 'SCF';
      process.env['TENCENTCLOUD_REGION'] ??= 'ap-shanghai';
      process.env['SCF_NAMESPACE'] ??= 'local';
      return cloudbase.init({
        env: 'local',
        secretId,
        secretKey,
        serviceUrl: `${url}/_cloud`,
        keepalive: true,
      });
    },
    call: async (functionName, body, openid) => {
      const headers = {
        'content-type': 'application/json',
        ...(openid === undefined ? {} : { 'x-demo-openid': openid }),
      };
      const response = await fetch(`${url}/call/${functionName}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return response.json();
    },
    runTimer: async (name) => {
      const answer = (await control(`/_local/run-timer/${name}`, { method: 'POST' })) as {
        ok: boolean;
        data?: unknown;
      };
      if (!answer.ok) throw new Error(`timer ${name} failed: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    control,
    errors,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  };
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
