import { createHash, randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCloudApp } from '../core/adapters/cloud-app';
import { createPorts } from '../core/adapters/create-ports';
import { DocumentStore } from '../core/adapters/document-store';
import type { Ports } from '../core/app/ports';
import type { LeadContent } from './content/types';
import { accountsOfContent, countyOfContent, demoIdentities, demoOpenid } from './county-of-content';
import { demoLeads } from './demo-leads';

/**
 * An operator's tool, never deployed: `setup county` writes the directory and one administrator with a bind code;
 * `setup demo` writes the demonstration county with its people and leads. Safe to run twice: what is there stays.
 */
async function setUp(what: string | undefined): Promise<void> {
  const app = openCloudApp();
  const store = new DocumentStore(app.database());
  const county = countyOfContent();
  if (what !== 'county' && what !== 'demo') throw new Error('用法：setup county 或 setup demo');
  await store.insert('directories', { _id: county.id, county });
  say(
    `目录：${county.townships.length} 个乡镇单位，${county.sectors.length} 个界别，${county.units.length} 个承办单位`,
  );
  if (what === 'county') return firstAdministrator(store, county.id);
  await demoPeople(store, county.id);
  await demoCounty(createPorts(app));
  // Last, because the local cloud takes this list for the sign that the demonstration is complete.
  const dataDir = process.env['DATA_DIR'];
  if (dataDir)
    writeFileSync(join(dataDir, 'demo-identities.json'), JSON.stringify(demoIdentities(), null, 2));
}

/** The first administrator binds by a code that is printed once and stored only as a hash. */
async function firstAdministrator(store: DocumentStore, countyId: string): Promise<void> {
  const code = Array.from({ length: 10 }, () => randomInt(10)).join('');
  const bindCodeHash = createHash('sha256').update(`bind\n${code}`).digest('hex');
  const account = {
    _id: 'first-administrator',
    countyId,
    name: '管理员',
    grants: [{ role: 'administrator' }],
    bindCodeHash,
  };
  if ((await store.insert('accounts', account)) === null) say(`管理员绑定码（只显示这一次）：${code}`);
  else say('管理员已经有了，不再新建。');
}

async function demoPeople(store: DocumentStore, countyId: string): Promise<void> {
  const accounts = accountsOfContent();
  await inBatches(accounts, (account) =>
    store.insert('accounts', {
      _id: account.id,
      countyId,
      name: account.name,
      grants: account.grants,
      openid: demoOpenid(account.id),
    }),
  );
  say(`人员：${accounts.length} 人`);
}

async function demoCounty(ports: Ports): Promise<void> {
  const contents = readDemoLeads();
  const clerk = demoIdentities().find(({ kind }) => kind === 'staff');
  const writes = demoLeads(contents, {
    county: await ports.county(),
    clerk: {
      kind: 'officer',
      accountId: clerk?.openid.replace('demo-', '') ?? '',
      name: clerk?.name ?? '',
      role: 'staff',
    },
    now: Date.parse(ports.clock.now()),
    digest: ports.digest,
  });
  await inBatches(writes, (write) => ports.leads.insert(write));
  say(`线索：${writes.length} 条`);
}

/** The leads lie beside the built tool, so that their words are in no function's bundle. */
function readDemoLeads(): LeadContent[] {
  const folder = [join(__dirname, 'leads'), join(process.cwd(), 'cloudfunctions/setup/content/leads')].find(
    existsSync,
  );
  if (!folder) throw new Error('找不到演示线索。');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LeadContent[]);
}

const AT_ONCE = 16;
async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

setUp(process.argv[2]).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
