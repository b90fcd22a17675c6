import { greater, type DocumentStore, type Fields } from '../core/adapters/document-store';
import { isWrittenAs, LEADS, recordOf } from '../core/adapters/lead-document';
import { recountOlder } from '../core/adapters/tally-repository';
import { courseOf } from '../core/domain/lead/course';
import { wordsOf } from '../core/domain/lead/lead';
import { ERASED_WORDS } from '../core/app/lead/sealed-words';
import { calendarOf, indexOf } from '../core/app/lead/record';
import { foundBy } from '../core/app/lead/similar-rows';
import type { LeadRecord, LeadWrite, Ports } from '../core/app/ports';
import { say } from './telling';

const PAGE = 100;
const COUNTED_AT_ONCE = 50;
/** Others may be counting the same leads: how often in a row nothing may be taken before it is left to them. */
const PATIENCE = 5;

/**
 * Brings a database up to date that functions of an older version wrote, so that lists, the board, the look-up of
 * earlier leads and all figures are those of today: counts anew whatever was counted by other keys, and writes every
 * lead anew that would be written otherwise today. Log and contact stay as they are. Returns how many leads it wrote; a
 * second run writes none. May be cut off anywhere and run again, and the county may work meanwhile: figures are exact
 * as soon as the first line is out, those of a period and of how leads went as soon as the second one is.
 */
export async function refreshLeads(ports: Ports, store: DocumentStore): Promise<number> {
  const county = await ports.county();
  say(`统计：${await recountOlder(store, county.id)} 条线索重新计数`);
  let written = 0;
  for (let after: string | null = ''; after !== null;) {
    const page = { orderBy: [['_id', 'asc'] as [string, 'asc']], limit: PAGE };
    const documents = await store.find(LEADS, { _id: greater(after) }, page);
    for (const document of documents.filter(({ countyId }) => countyId === county.id))
      if (await refreshLead(document, ports, store)) written += 1;
    after = documents.length < PAGE ? null : String(documents.at(-1)?.['_id']);
  }
  say(`线索：${written} 条重新写入`);
  await countAll(ports);
  return written;
}

/** Whether it had to be written. Looked at again when somebody changed it meanwhile. */
async function refreshLead(document: Fields, ports: Ports, store: DocumentStore): Promise<boolean> {
  for (let stands: Fields | null = document; stands !== null;) {
    const record = recordOf(stands);
    const write = await writtenToday(record, ports);
    if (isWrittenAs(stands, write, (await ports.county()).id)) return false;
    if (await ports.leads.save(write, record.version)) return true;
    stands = await store.get(LEADS, record.lead.id);
  }
  return false;
}

/** The write of today. Whoever is about to act on the lead need not look again: nothing changes that is shown. */
async function writtenToday(stored: LeadRecord, ports: Ports): Promise<LeadWrite> {
  const county = await ports.county();
  const { content } = stored;
  const record: LeadRecord = {
    ...stored,
    lead: { ...stored.lead, course: courseOf(stored.events.map(({ event }) => event)) },
    // Words that were erased are not found again.
    found: content.text === ERASED_WORDS ? stored.found : foundBy(wordsOf(content), county, ports.rarity()),
    version: stored.version + 1,
  };
  return { record, index: indexOf(record, { county, calendar: calendarOf(county), digest: ports.digest }) };
}

/** Until none waits: a long queue makes reading slow, and the timer takes it on in small portions. */
async function countAll(ports: Ports): Promise<void> {
  for (let inVain = 0; inVain < PATIENCE;)
    inVain = (await ports.tally.countWaiting(COUNTED_AT_ONCE)) === 0 ? inVain + 1 : 0;
}
