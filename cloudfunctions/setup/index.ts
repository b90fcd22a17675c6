import { createHash, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCloudApp } from '../core/adapters/cloud-app';
import { createPorts } from '../core/adapters/create-ports';
import { DocumentStore } from '../core/adapters/document-store';
import { accountsOfContent, countyOfContent, demoIdentities } from './county-of-content';
import { demoCounty, demoPeople } from './demo-county';
import { exportArchive } from './archive/export-archive';
import { restoreArchive } from './archive/restore-archive';
import { exportCorrections } from './export-corrections';
import { carryOutRetention } from './retention';
import { refreshLeads } from './refresh-leads';
import { inBatches, say } from './telling';

const USAGE =
  '用法：setup county（建目录和人员）、setup bind-code 人员编号（发绑定码）、setup demo（演示县）、setup refresh（升级以后把旧线索和统计更新到现在的样子，可以重复运行）、setup export-corrections --out 文件（导出改派和确认，作训练数据）、setup retention [--dry-run]（删去到期的个人信息；加 --dry-run 只看不删）、setup archive 新文件夹（导出全部数据和附件）、setup restore 文件夹（恢复到空的数据库）';

/** Which county to set up; the functions read the same variable. */
const COUNTY_ID = process.env['COUNTY_ID'];

/**
 * An operator's tool, never deployed. `county` writes the directory, its people and a first administrator with a bind
 * code; `bind-code` gives one person a new code; `refresh` brings leads up to date that older functions stored; `demo` writes the demonstration county with its leads. Safe to run
 * twice: what is there stays.
 */
async function setUp([what, who, file]: readonly (string | undefined)[]): Promise<void> {
  const app = openCloudApp();
  const store = new DocumentStore(app.database());
  if (what === 'county') return setUpCounty(store);
  if (what === 'bind-code' && who) return giveBindCode(store, who);
  if (what === 'refresh') return void (await refreshLeads(createPorts(app), store));
  if (what === 'export-corrections' && who === '--out' && file)
    return exportCorrections(createPorts(app), file);
  if (what === 'retention') return carryOutRetention(createPorts(app), who === '--dry-run');
  if (what === 'archive' && who) return void (await exportArchive(store, createPorts(app), who));
  if (what === 'restore' && who) return restoreArchive(app, store, () => createPorts(app), who);
  if (what !== 'demo') throw new Error(USAGE);
  await writeDirectory(store);
  await demoPeople(store, countyOfContent(COUNTY_ID).id);
  await demoCounty(createPorts(app));
  // Last, because the local cloud takes this list for the sign that the demonstration is complete.
  const dataDir = process.env['DATA_DIR'];
  if (dataDir)
    writeFileSync(join(dataDir, 'demo-identities.json'), JSON.stringify(demoIdentities(), null, 2));
}

async function writeDirectory(store: DocumentStore): Promise<void> {
  const county = countyOfContent(COUNTY_ID);
  await store.insert('directories', { _id: county.id, county });
  const { townships, sectors, units } = county;
  say(`目录：${townships.length} 个乡镇单位，${sectors.length} 个界别，${units.length} 个承办单位`);
}

async function setUpCounty(store: DocumentStore): Promise<void> {
  await writeDirectory(store);
  const countyId = countyOfContent(COUNTY_ID).id;
  const people = accountsOfContent(countyId);
  await inBatches(people, ({ id, name, grants }) =>
    store.insert('accounts', { _id: id, countyId, name, grants }),
  );
  say(`人员：${people.length} 人，用 setup bind-code 人员编号 给每人发绑定码`);
  const administrator = { _id: FIRST, countyId, name: '管理员', grants: [{ role: 'administrator' }] };
  if ((await store.insert('accounts', administrator)) === null) await giveBindCode(store, FIRST);
  else say('管理员已经有了，不再新建。');
}

const FIRST = 'first-administrator';

/** A code is printed once and stored only as a hash; a person who is already bound gets none. */
async function giveBindCode(store: DocumentStore, accountId: string): Promise<void> {
  const account = await store.get('accounts', accountId);
  if (account === null) throw new Error(`没有 ${accountId} 这个人。`);
  if (account['openid'] !== undefined) throw new Error(`${accountId} 已经绑定了微信。`);
  const code = Array.from({ length: 10 }, () => randomInt(10)).join('');
  const bindCodeHash = createHash('sha256').update(`bind\n${code}`).digest('hex');
  await store.change('accounts', { _id: accountId }, { bindCodeHash });
  say(`${accountId === FIRST ? '管理员' : String(account['name'])}绑定码（只显示这一次）：${code}`);
}

setUp(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
