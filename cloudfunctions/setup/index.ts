import { createHash, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCloudApp } from '../core/adapters/cloud-app';
import { createPorts } from '../core/adapters/create-ports';
import { DocumentStore } from '../core/adapters/document-store';
import { canonical } from '../core/app/canonical';
import type { County } from '../core/domain/county';
import {
  accountsOfContent,
  countyOfContent,
  demoIdentities,
  withoutPeople,
  type AccountContent,
} from './county-of-content';
import { demoCounty, demoPeople } from './demo-county';
import { exportArchive } from './archive/export-archive';
import { restoreArchive } from './archive/restore-archive';
import { exportCorrections } from './export-corrections';
import { carryOutRetention } from './retention';
import { refreshLeads } from './refresh-leads';
import { inBatches, say } from './telling';

const USAGE = `用法：npm run setup -- 命令
  county                        建本县的目录和第一个管理员，打印他的绑定码；不带任何人。再运行一次只更新微信消息模板
  county --with-demo-people     同上，连同演示用的虚构人员和联络站（测试、培训用）
  bind-code 人员编号            给一个人发新的绑定码
  demo                          演示县，连同 380 条线索
  refresh                       升级以后把旧线索和统计更新到现在的样子，可以重复运行
  export-corrections --out 文件 导出改派和确认，作训练数据
  retention [--dry-run]         删去到期的个人信息；加 --dry-run 只看不删
  archive 新文件夹              导出全部数据和附件
  restore 文件夹                恢复到空的数据库`;
/** Which county to set up; the functions read the same variable. */
const COUNTY_ID = process.env['COUNTY_ID'];

/**
 * An operator's tool, never deployed. `county` writes the directory and a first administrator with a bind code;
 * `bind-code` gives one person a new code; `refresh` brings leads up to date that older functions stored; `demo` writes
 * the demonstration county with its leads. Safe to run twice: what is there stays.
 */
async function setUp([what, who, file]: readonly (string | undefined)[]): Promise<void> {
  if (!COMMANDS.has(what ?? '')) throw new Error(USAGE);
  refuseWithoutKeys();
  const app = openCloudApp();
  const store = new DocumentStore(app.database());
  if (what === 'county' && who === undefined)
    return setUpCounty(store, withoutPeople(countyOfContent(COUNTY_ID)), []);
  if (what === 'county' && who === WITH_DEMO_PEOPLE) {
    const county = countyOfContent(COUNTY_ID);
    return setUpCounty(store, county, accountsOfContent(county.id));
  }
  if (what === 'bind-code' && who) return giveBindCode(store, who);
  if (what === 'refresh') return void (await refreshLeads(createPorts(app), store));
  if (what === 'export-corrections' && who === '--out' && file)
    return exportCorrections(createPorts(app), file);
  if (what === 'retention' && (who === undefined || who === '--dry-run'))
    return carryOutRetention(createPorts(app), who === '--dry-run');
  if (what === 'archive' && who) return void (await exportArchive(store, createPorts(app), who));
  if (what === 'restore' && who) return restoreArchive(app, store, () => createPorts(app), who);
  if (what !== 'demo') throw new Error(USAGE);
  const county = countyOfContent(COUNTY_ID);
  await writeDirectory(store, county);
  await demoPeople(store, county.id);
  await demoCounty(createPorts(app));
  // Last, because the local cloud takes this list for the sign that the demonstration is complete.
  const dataDir = process.env['DATA_DIR'];
  if (dataDir)
    writeFileSync(join(dataDir, 'demo-identities.json'), JSON.stringify(demoIdentities(), null, 2));
}

const COMMANDS: ReadonlySet<string> = new Set([
  'county',
  'bind-code',
  'demo',
  'refresh',
  'export-corrections',
  'retention',
  'archive',
  'restore',
]);
const WITH_DEMO_PEOPLE = '--with-demo-people';

/** The SDK itself would only print where in its own code it stopped. */
function refuseWithoutKeys(): void {
  const { TCB_ENV, SCF_NAMESPACE, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;
  if ((TCB_ENV || SCF_NAMESPACE) && TENCENTCLOUD_SECRETID && TENCENTCLOUD_SECRETKEY) return;
  throw new Error(
    '没有说是哪个环境，什么都没有做。在命令前面写上 TCB_ENV=环境编号 TENCENTCLOUD_SECRETID=… TENCENTCLOUD_SECRETKEY=…（docs/deploy.md）',
  );
}

/** The directory, where there is none yet; of one that is there only the templates of WeChat's messages are renewed. */
async function writeDirectory(store: DocumentStore, county: County): Promise<void> {
  if ((await store.insert('directories', { _id: county.id, county })) !== null)
    return renewTemplates(store, county);
  const { townships, sectors, units } = county;
  say(`目录：${townships.length} 个乡镇单位，${sectors.length} 个界别，${units.length} 个承办单位`);
}

/**
 * No page edits them: they belong to the account that the operator applied for them with. A new version of the
 * directory, so that whoever is editing it just now does not write the old ones back.
 */
async function renewTemplates(store: DocumentStore, { id, wechatTemplates = [] }: County): Promise<void> {
  const outcome = await store.transact(async (transaction) => {
    const directory = await transaction.get('directories', id);
    const county = directory?.['county'] as County;
    if (canonical(county.wechatTemplates ?? []) === canonical(wechatTemplates)) return 'same';
    const version = Number(directory?.['version'] ?? 1) + 1;
    await transaction.change('directories', id, { version, county: { ...county, wechatTemplates } });
    return 'renewed';
  });
  if (outcome === 'conflict') throw new Error('刚才有人改了名录，微信消息模板没有更新，请再运行一次。');
  if (outcome === 'same') return say('目录已经有了，没有改动。');
  say(`目录已经有了，只更新了微信消息模板：${wechatTemplates.length} 个。`);
}

async function setUpCounty(
  store: DocumentStore,
  county: County,
  people: readonly AccountContent[],
): Promise<void> {
  await writeDirectory(store, county);
  await inBatches(people, ({ id, name, grants }) =>
    store.insert('accounts', { _id: id, countyId: county.id, name, grants }),
  );
  if (people.length > 0) say(`虚构的人员：${people.length} 人，用 setup bind-code 人员编号 发绑定码`);
  const administrator = {
    _id: FIRST,
    countyId: county.id,
    name: '管理员',
    grants: [{ role: 'administrator' }],
  };
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
