import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentStore } from '../core/adapters/document-store';
import { groupLeads } from '../core/app/issues/group-leads';
import type { Ports } from '../core/app/ports';
import type { LeadContent } from './content/types';
import { accountsOfContent, demoIdentities, demoOpenid } from './county-of-content';
import { demoCodes } from './demo-codes';
import { demoLeads, idOf, numberOf } from './demo-leads';
import { demoPapers, writeDemoDossier, writeDemoPapers } from './demo-papers';
import { inBatches, say } from './telling';

/** The county's people, each already bound to a demonstration identity. */
export async function demoPeople(store: DocumentStore, countyId: string): Promise<void> {
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

/** The demonstration leads with their histories. */
export async function demoCounty(ports: Ports): Promise<void> {
  const contents = readDemoLeads();
  const person = demoIdentities().find(({ kind }) => kind === 'staff');
  const clerk = {
    accountId: person?.openid.replace('demo-', '') ?? '',
    name: person?.name ?? '',
    role: 'staff' as const,
  };
  const { digest } = ports;
  const county = await ports.county();
  const now = Date.parse(ports.clock.now());
  const leadOf = (key: string) => {
    const index = contents.findIndex((content) => content.key === key);
    const content = contents[index];
    if (content === undefined) throw new Error(`没有演示线索 ${key}。`);
    return { leadId: idOf(key, { digest }), number: numberOf(content, index, now) };
  };
  const about = { county, clerk, now, digest, leadOf };
  const papers = demoPapers(about);
  const writes = demoLeads(contents, {
    county,
    clerk: { kind: 'officer', ...clerk },
    now,
    digest,
    readCategory: ports.readCategory,
    rarity: ports.rarity(),
    papers,
  });
  await inBatches(writes, (write) => ports.leads.insert(write));
  say(`线索：${writes.length} 条`);
  const codes = demoCodes(await ports.county(), Date.parse(ports.clock.now()));
  await inBatches(codes, (code) =>
    ports.codes.create(code, { requestId: `demo-${code.id}`, fingerprint: '' }),
  );
  await writeDemoDossier(about, ports);
  say(`文稿：${await writeDemoPapers(papers, writes, about, ports)} 份`);
  while ((await groupLeads(ports)) > 0);
  const issues = await ports.issues.listHottest(0, 1_000);
  say(`热点：${issues.length} 个`);
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
