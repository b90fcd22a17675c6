import type { InputOf, OutputOf } from '@contract/actions';
import type { LedgerRow, LedgerRowOutcome } from '@contract/ledger';
import { chinaDate } from '../../domain/deadlines/working-days';
import { isNow, standsAs } from '../../domain/ledger/history';
import { readLedgerRow, type LedgerEntry } from '../../domain/ledger/read-row';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { mayDo } from '../directory/reading';
import { CONTACT_NAME_MAX, ledgerLead, ledgerLeadId, type LedgerOf } from './ledger-lead';

const AT_ONCE = 5;
const NUMBER_DRAWS = 6;
const LEDGERS_MAX = 20;

/** How the county's ledgers are read. */
export async function listLedgers(
  _input: unknown,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listLedgers'>>> {
  if (!mayDo('listLedgers', call)) return refuse('FORBIDDEN');
  return done({ ledgers: await call.ports.ledgers.read() });
}

/** Keeps how a ledger's columns are called, by the ledger's name. */
export async function saveLedger(
  mapping: InputOf<'panel.saveLedger'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.saveLedger'>>> {
  if (!mayDo('saveLedger', call)) return refuse('FORBIDDEN');
  const others = (await call.ports.ledgers.read()).filter(({ name }) => name !== mapping.name);
  const ledgers = [mapping, ...others].slice(0, LEDGERS_MAX);
  await call.ports.ledgers.write(ledgers);
  return done({ ledgers });
}

/** What would become of some rows of a ledger. Changes nothing. */
export async function checkLedgerRows(
  input: InputOf<'panel.checkLedgerRows'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.checkLedgerRows'>>> {
  if (!mayDo('checkLedgerRows', call)) return refuse('FORBIDDEN');
  return done({ outcomes: await each(input, call, look) });
}

/**
 * Brings in some rows of a ledger: each a lead with the life the ledger tells, decided by the lifecycle, one insert a
 * row. Nobody is told of any of it. A row that is there already is left as it is, so that a chunk can be sent again
 * after it was cut off anywhere.
 */
export async function importLedgerRows(
  input: InputOf<'panel.importLedgerRows'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.importLedgerRows'>>> {
  if (!mayDo('importLedgerRows', call)) return refuse('FORBIDDEN');
  return done({ outcomes: await each(input, call, bring) });
}

type Work = (entry: LedgerEntry, of: LedgerOf) => Promise<Omit<LedgerRowOutcome, 'row'>>;

async function each(
  { ledger, rows, keepContact }: InputOf<'panel.checkLedgerRows'>,
  call: Call<OfficerCaller>,
  work: Work,
): Promise<LedgerRowOutcome[]> {
  const county = await call.ports.county();
  const now = call.ports.clock.now();
  const of: LedgerOf = { ledger, keepContact, county, now, call };
  const outcomes: LedgerRowOutcome[] = [];
  const one = async (row: LedgerRow): Promise<LedgerRowOutcome> => {
    const entry = readLedgerRow(row, county, chinaDate(now));
    if (typeof entry === 'string') return { row: row.row, outcome: 'rejected', sentence: entry };
    return { row: row.row, ...(await work(entry, of)) };
  };
  for (let from = 0; from < rows.length; from += AT_ONCE)
    outcomes.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map(one))));
  return outcomes;
}

const KNOWN = { outcome: 'same', sentence: '已经导入过。' } as const;

/** How the lead stands, and what of the row could not be taken as it is written. */
function becomes(entry: LedgerEntry, stands: string, of: LedgerOf): Omit<LedgerRowOutcome, 'row'> {
  const { length } = entry.name;
  const isCut = of.keepContact && length > CONTACT_NAME_MAX;
  const cut = `反映人有 ${length} 个字，只记前 ${CONTACT_NAME_MAX} 个字。`;
  const doubts = [...entry.doubts, ...(isCut ? [cut] : [])];
  return doubts.length === 0
    ? { outcome: 'new', sentence: stands }
    : { outcome: 'new', sentence: `${stands}。${doubts.join('')}`, isDoubtful: true };
}

const look: Work = async (entry, of) => {
  const known = await of.call.ports.leads.find(ledgerLeadId(entry, of));
  if (known !== null) return KNOWN;
  const made = await ledgerLead(entry, of);
  if (!made.ok) return rejected(made.refusal.message);
  return becomes(entry, standsAs(made.value.record.lead.status), of);
};

const bring: Work = async (entry, of) => {
  for (let draw = 0; draw < NUMBER_DRAWS; draw += 1) {
    const made = await ledgerLead(entry, of);
    if (!made.ok) return rejected(made.refusal.message);
    const stored = await of.call.ports.leads.insert(made.value);
    if (stored === 'inserted') return becomes(entry, isNow(made.value.record.lead.status), of);
    if (stored === 'sameId') return KNOWN;
  }
  return rejected('编号一时用完了，请再导一次这张表。');
};

const rejected = (sentence = '这一行的经过不合规矩，没有导入。') =>
  ({ outcome: 'rejected', sentence }) as const;
