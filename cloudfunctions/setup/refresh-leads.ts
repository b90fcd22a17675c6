import { wordsOf } from '../core/domain/lead/lead';
import { ERASED_WORDS } from '../core/app/lead/sealed-words';
import { calendarOf, indexOf } from '../core/app/lead/record';
import { foundBy } from '../core/app/lead/similar-rows';
import type { Ports } from '../core/app/ports';
import { say } from './telling';

const PAGE = 100;
const EVERY_LEAD = 'all';

/**
 * Writes every lead anew that older functions stored, so that the lists, the look-up of earlier leads and the figures
 * of today find it. State, log and contact stay as they are; the timer counts it again. Safe to run twice, and while
 * the county works: who changes a lead meanwhile has it written anew by that change.
 */
export async function refreshLeads(ports: Ports): Promise<number> {
  const county = await ports.county();
  const context = { county, calendar: calendarOf(county), digest: ports.digest };
  let written = 0;
  for (let after: string | null = null; ;) {
    const page = await ports.leads.listQueue({ keys: [EVERY_LEAD], by: 'newest', after, limit: PAGE });
    for (const { id } of page) {
      const stored = await ports.leads.find(id);
      // Words that were erased are not found again.
      if (stored === null || stored.found.print !== '' || stored.content.text === ERASED_WORDS) continue;
      const found = foundBy(wordsOf(stored.content), county, ports.rarity());
      const record = { ...stored, found, version: stored.version + 1 };
      // Whoever is about to act on it need not look again: nothing changed that is shown.
      if (await ports.leads.save({ record, index: indexOf(record, context) }, stored.version)) written += 1;
    }
    after = page.at(-1)?.order ?? null;
    if (page.length < PAGE) break;
  }
  say(`线索：${written} 条重新写入`);
  return written;
}
