import type { Envelope } from '@contract/envelope';
import type { QueuePage } from '@contract/actions';

/** Where the leads went: counts by category and by holder. */
export interface Routing {
  /** Leads of this file that were found in the queue. */
  found: number;
  /** Category → holder → count. */
  table: Record<string, Record<string, number>>;
  /** Leads whose category the words decided; the others have none and wait for a person. */
  byRule: number;
  /** Leads that the county desk holds: no place known, a private matter, or no liaison. */
  atCountyDesk: number;
}

const PAGE = 100;
/** As the queue names them: leads whose words told no category, and the holder of last resort. */
const NO_CATEGORY = '其他';
const COUNTY_DESK = '县政协办公室';
const LIAISON = '乡镇联络员';

/** Reads the queue as the demonstration clerk, newest first, until every lead of the file was seen. */
export async function readRouting(url: string, leadIds: ReadonlySet<string>): Promise<Routing> {
  const clerk = await clerkOf(url);
  const routing: Routing = { found: 0, table: {}, byRule: 0, atCountyDesk: 0 };
  let cursor: string | null = null;
  do {
    const page: QueuePage = await queuePage(url, clerk, cursor);
    for (const { id, categoryName, ownerName } of page.items) {
      if (!leadIds.has(id)) continue;
      const holder = ownerName === COUNTY_DESK ? COUNTY_DESK : LIAISON;
      const row = (routing.table[categoryName] ??= {});
      row[holder] = (row[holder] ?? 0) + 1;
      routing.found += 1;
      if (categoryName !== NO_CATEGORY) routing.byRule += 1;
      if (holder === COUNTY_DESK) routing.atCountyDesk += 1;
    }
    cursor = page.nextCursor;
  } while (cursor !== null && routing.found < leadIds.size);
  return routing;
}

async function queuePage(url: string, openid: string, cursor: string | null): Promise<QueuePage> {
  const input = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
  const response = await fetch(`${url}/call/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-openid': openid },
    body: JSON.stringify({ action: 'staff.listQueue', input }),
  });
  const envelope = (await response.json()) as Envelope<QueuePage>;
  if (!envelope.ok) throw new Error(`staff.listQueue：${envelope.error.message}`);
  return envelope.data;
}

async function clerkOf(url: string): Promise<string> {
  const response = await fetch(`${url}/demo/identities`);
  const people = response.ok ? ((await response.json()) as { kind: string; openid: string }[]) : [];
  const clerk = people.find(({ kind }) => kind === 'staff');
  if (!clerk) throw new Error('这个本地云里没有演示身份，看不到线索分到了哪里。请先用 npm start 启动它。');
  return clerk.openid;
}
