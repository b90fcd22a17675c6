import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDir } from './data-dir-lock';
import { readCatalog } from './engine/catalog';
import { Store } from './engine/store';
import { Transactions } from './engine/transactions';
import { CloudError } from './engine/values';
import { ControlEndpoints } from './http/control-endpoints';
import { FileStore } from './http/file-store';
import { routes } from './http/routes';
import { ADDRESS, listen, loopbackServer } from './http/server';
import { readFunctions } from './runner/function-config';
import { FunctionLog } from './runner/function-log';
import { Functions } from './runner/functions';
import { Timers } from './runner/timers';
import type { Settings } from './settings';
import { cloudEndpoint } from './wire/cloud-endpoint';
import { databaseActions } from './wire/database-actions';
import { functionActions } from './wire/function-actions';
import { publishedPages } from './wire/published-pages';
import { SentMessages } from './wire/sent-messages';
import { Credentialing } from './wire/signature';
import { storageActions } from './wire/storage-actions';
import { wechatActions } from './wire/wechat-actions';

export interface RunningCloud {
  readonly port: number;
  /** Finishes what is under way, ends the functions, closes the database. */
  stop(): Promise<void>;
}

const GRACE_MS = 5_000;

/** Starts everything; rejects with a sentence when port, data folder or declarations do not allow it. */
export async function startLocalCloud(settings: Settings, functionHost: string): Promise<RunningCloud> {
  mkdirSync(settings.dataDir, { recursive: true });
  const unlock = lockDataDir(settings.dataDir);
  const unindexed = new Set<string>();
  const calls = new Map<string, number>();
  const store = openStore(settings, unindexed);
  const transactions = new Transactions(store, settings.transactionLifetimeMs);
  const credentials = new Credentialing();
  const log = new FunctionLog(settings.dataDir);
  const sent = new SentMessages(settings.dataDir);
  let origin = '';
  const functions = new Functions(
    readFunctions(settings.functionsDir),
    {
      host: functionHost,
      instances: settings.functionInstances,
      cloudUrl: () => `${origin}/_cloud`,
      environment: functionEnvironment(),
    },
    credentials,
    log,
  );
  const files = new FileStore(settings.dataDir, () => origin);
  const timers = new Timers(functions, settings.jobsPace, warn);
  const secret = randomBytes(24).toString('hex');
  const control = new ControlEndpoints(secret, store, functions, timers, sent, unindexed, calls);
  const actions = {
    ...databaseActions(store, transactions),
    ...storageActions(files),
    ...functionActions(functions),
    ...wechatActions(functions, sent, publishedPages(settings.staticDir)),
  };
  const cloud = cloudEndpoint(credentials, actions, calls);
  const server = loopbackServer(
    routes({ cloud, functions, files, control, staticDir: settings.staticDir, dataDir: settings.dataDir }),
  );
  const port = await listen(server, settings.port);
  origin = `http://${ADDRESS}:${port}`;
  const controlFile = join(settings.dataDir, 'control.json');
  const key = credentials.issue(false);
  writeFileSync(controlFile, JSON.stringify({ port, pid: process.pid, url: origin, secret, ...key }), {
    mode: 0o600,
  });
  functions.warm();
  const stop = async (): Promise<void> => {
    timers.stop();
    // The functions first: what they are doing still needs the database behind the server.
    await functions.close(GRACE_MS);
    server.close();
    server.closeAllConnections();
    store.close();
    rmSync(controlFile, { force: true });
    await log.close();
    unlock();
  };
  return { port, stop };
}

function openStore(settings: Settings, unindexed: Set<string>): Store {
  const catalog = readCatalog(settings.databaseFile);
  return new Store(join(settings.dataDir, 'cloud.sqlite'), catalog, (collection, shape) =>
    onScan(settings.strictIndexes, unindexed, `${collection}.${shape}`),
  );
}

/** Told once for each kind of query; with strict indexes such a query is refused every time. */
function onScan(isStrict: boolean, seen: Set<string>, query: string): void {
  if (!seen.has(query)) {
    seen.add(query);
    warn(`没有索引支持的查询：${query}`);
  }
  if (!isStrict) return;
  const message = `没有索引支持的查询：${query}，请在 config/database.json 中声明索引`;
  throw new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** What a deployment would set for its functions: which county they serve. */
function functionEnvironment(): Record<string, string> {
  const countyId = process.env['COUNTY_ID'];
  return countyId === undefined ? {} : { COUNTY_ID: countyId };
}

function warn(text: string): void {
  process.stderr.write(`[本地云] ${text}\n`);
}
