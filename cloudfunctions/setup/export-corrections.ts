import { writeFileSync } from 'node:fs';
import type { Ports } from '../core/app/ports';
import { correctionOf } from '../core/domain/routing/correction';
import { BY_STAFF_KEY } from '../core/domain/statistics/queue-keys';
import { say } from './telling';

const PAGE = 100;

/** Writes what staff corrected or confirmed as training rows, newest first: no contact, no number, nothing private. */
export async function exportCorrections(ports: Ports, file: string): Promise<void> {
  const county = await ports.county();
  const rows: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await ports.leads.listQueue({ keys: [BY_STAFF_KEY], by: 'newest', after, limit: PAGE });
    for (const { id } of page) {
      const record = await ports.leads.find(id);
      if (record === null) continue;
      const events = record.events.map(({ event }) => event);
      const row = correctionOf(record.lead, record.content, events, county);
      if (row !== null)
        rows.push(JSON.stringify({ id: ports.digest(`correction\n${id}`).slice(0, 16), ...row }));
    }
    after = page.at(-1)?.order ?? null;
    if (page.length < PAGE) break;
  }
  writeFileSync(file, rows.map((row) => `${row}\n`).join(''));
  say(`${file}：${rows.length} 条，已去掉号码和留的姓名，不公开的事项不在里面。`);
}
