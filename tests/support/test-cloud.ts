import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { OFFICERS_BOUND } from './county';
import { startLocalCloud, type LocalCloud } from './local-cloud';

export type Document = Record<string, unknown> & { _id: string };
export interface JobsAnswer {
  delivered: number;
  deadlines: number;
  counted: number;
  swept: number;
}

/** A local cloud with the county set up, and what tests need to look behind the functions. */
export interface TestCloud extends LocalCloud {
  /** Runs the timer function once. */
  jobs(): Promise<JobsAnswer>;
  /** Every document of a collection, read through the SDK. */
  documents(collection: string): Promise<Document[]>;
  /** Every document of every collection as text: two equal snapshots mean that nothing changed. */
  snapshot(): Promise<string>;
  /** Everything the functions printed. */
  logs(): string;
  /** SDK calls so far, by action. */
  sdkCalls(): Promise<Record<string, number>>;
  /** Ends the cloud as a power cut would and starts it again on the same data. */
  killAndRestart(): Promise<TestCloud>;
}

export interface TestCloudOptions {
  /** `county`: the directory and its people, a dozen of them bound to their WeChat. `demo`: everybody, and the 380 demonstration leads. */
  content?: 'county' | 'demo' | 'nothing';
  env?: Record<string, string>;
}

const root = resolve(import.meta.dirname, '../..');
const COLLECTIONS = Object.keys(
  (JSON.parse(readFileSync(join(root, 'config/database.json'), 'utf8')) as { collections: object })
    .collections,
);

/** Starts a cloud of its own for a test file; stop() removes its data. */
export async function startTestCloud({
  content = 'county',
  env = {},
}: TestCloudOptions = {}): Promise<TestCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'test-cloud-'));
  const cloud = around(await startLocalCloud({ dataDir, env }), env);
  if (content === 'demo') await setUp(cloud, 'demo');
  if (content === 'county') {
    await setUp(cloud, 'county', '--with-demo-people');
    const store = new DocumentStore(cloud.sdk().database());
    for (const { accountId, openid } of OFFICERS_BOUND)
      await store.change('accounts', { _id: accountId }, { openid });
  }
  return cloud;
}

/** Runs the setup tool as an operator would; what it printed. */
export async function setUp(cloud: LocalCloud, ...what: string[]): Promise<string> {
  const environment = { ...process.env, ...cloud.env, DATA_DIR: cloud.dataDir };
  const tool = join(root, 'dist/setup/index.js');
  const { stdout } = await promisify(execFile)(process.execPath, [tool, ...what], {
    cwd: root,
    env: environment,
  });
  return stdout;
}

function around(cloud: LocalCloud, env: Record<string, string>): TestCloud {
  const database = cloud.sdk().database();
  const documents = async (collection: string): Promise<Document[]> => {
    const all: Document[] = [];
    for (let after = ''; ; after = all.at(-1)?._id ?? '') {
      const query = database.collection(collection).where({ _id: database.command.gt(after) });
      const page = (await query.orderBy('_id', 'asc').limit(1_000).get()).data as Document[];
      all.push(...page);
      if (page.length < 1_000) return all;
    }
  };
  return {
    ...cloud,
    documents,
    jobs: async () => (await cloud.runTimer('jobs')) as JobsAnswer,
    async snapshot() {
      const contents: [string, Document[]][] = [];
      for (const name of COLLECTIONS) contents.push([name, await documents(name)]);
      return JSON.stringify(contents);
    },
    logs: () => textUnder(join(cloud.dataDir, 'logs')),
    async sdkCalls() {
      return ((await cloud.control('/_local/health')) as { calls: Record<string, number> }).calls;
    },
    async killAndRestart() {
      await cloud.kill9();
      return around(await startLocalCloud({ dataDir: cloud.dataDir, env }), env);
    },
    async stop() {
      await cloud.stop();
      rmSync(cloud.dataDir, { recursive: true, force: true });
    },
  };
}

function textUnder(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? textUnder(path) : readFileSync(path, 'utf8')))
    .join('\n');
}

/** How many SDK calls something took, without those that only ask for the count. */
export async function countCalls(
  cloud: TestCloud,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await cloud.sdkCalls();
  await work();
  const after = await cloud.sdkCalls();
  const changes = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, count]) => count > 0));
}
