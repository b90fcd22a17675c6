import type { Contact } from '@contract/lead';
import type { County } from '../../domain/county';
import { decide } from '../../domain/lead/decide';
import type { Actor } from '../../domain/lead/events';
import { ledgerSteps, type LedgerStep } from '../../domain/ledger/history';
import type { LedgerEntry } from '../../domain/ledger/read-row';
import { ownerOf, routeLead } from '../../domain/routing/route-lead';
import { done, type Result } from '../../domain/result';
import type { Call, LeadWrite, OfficerCaller } from '../ports';
import { canonical } from '../canonical';
import { drawNumber, newLeadWrite } from '../lead/new-record';
import { apply, calendarOf, indexOf } from '../lead/record';
import { byStaff } from '../lead/staff-route';

/** Which ledger, who brings it in, and when. */
export interface LedgerOf {
  ledger: string;
  keepContact: boolean;
  county: County;
  now: string;
  call: Call<OfficerCaller>;
}

/** The same row of the same ledger is always the same lead. */
export const ledgerLeadId = ({ identity }: LedgerEntry, { ledger, county, call }: LedgerOf): string =>
  `L${call.ports.digest(`ledger\n${county.id}\n${ledger}\n${identity}`).slice(0, 24)}`;

/**
 * A lead with the whole life the ledger tells of it, or the lifecycle's refusal. Nothing is stored yet, and nothing
 * waits to be sent: what happened years ago is no news.
 */
export async function ledgerLead(entry: LedgerEntry, of: LedgerOf): Promise<Result<LeadWrite>> {
  const { county, call } = of;
  const first = await submitted(entry, of);
  const calendar = calendarOf(county);
  // One person brings the ledger in: what was decided then is not decided again.
  const policy = { ...county.policy, secondPairOfEyes: false };
  let write = first;
  const steps = ledgerSteps(entry, { ledger: of.ledger, handOverDays: county.policy.handOverWorkingDays });
  for (const [position, step] of steps.entries()) {
    const at = momentOf(step, entry, of, position);
    const decided = decide(write.record.lead, step.command, { at, by: clerkOf(call), calendar, policy });
    if (!decided.ok) return decided;
    const asked = { requestId: `ledger-${first.record.lead.id}-${position}`, fingerprint: '' };
    const { digest, random } = call.ports;
    write = apply(write.record, decided.value, { ...asked, county, calendar, digest, draw: random.token });
  }
  const record = { ...write.record, version: 1, deedVersion: 1, outbox: [] };
  return done({ record, index: indexOf(record, { county, calendar, digest: call.ports.digest }) });
}

const clerkOf = ({ caller }: Call<OfficerCaller>): Actor => ({
  kind: 'officer',
  accountId: caller.account.id,
  name: caller.account.name,
  role: 'staff',
});

/** The ledger knows days, not hours: what follows on the same day follows a minute later. */
function momentOf(
  { on }: LedgerStep,
  { date, doneOn }: LedgerEntry,
  { now }: LedgerOf,
  position: number,
): string {
  if (on === 'now') return now;
  const day = on === 'done' ? (doneOn ?? date) : date;
  const at = Date.parse(`${day}T09:00:00+08:00`) + (position + 1) * 60_000;
  return new Date(Math.min(at, Date.parse(now))).toISOString();
}

async function submitted(entry: LedgerEntry, of: LedgerOf): Promise<LeadWrite> {
  const { county, now, call, keepContact } = of;
  const { ports } = call;
  const placed = routeLead(
    { text: entry.text, codePlaceId: null, chosenPlaceId: entry.townshipId },
    county,
    ports.readCategory,
  );
  const { category } = entry;
  const route = category
    ? byStaff(
        placed.route,
        { category, townshipId: placed.route.townshipId, placeBy: placed.route.placeBy, words: [] },
        county,
      )
    : placed.route;
  const day = Date.parse(`${entry.date}T09:00:00+08:00`);
  const at = new Date(Math.min(day, Date.parse(now))).toISOString();
  const contact = keepContact ? contactOf(entry) : null;
  const content = { text: entry.text, placeNote: '', evidence: [], contact, seal: ports.random.token() };
  const leadId = ledgerLeadId(entry, of);
  return newLeadWrite(
    {
      command: {
        type: 'submitLead',
        leadId,
        number: drawNumber(at, ports),
        entry: 'ledger',
        anonymity: 'hiddenFromUnit',
        placeId: placed.placeId,
        contentHash: ports.digest(canonical(content)),
        route,
        owner: ownerOf(route, county),
      },
      by: { kind: 'resident' },
      at,
      content,
      reporterKey: reporterKeyOf(entry, of, leadId),
      hint: null,
      requestId: `ledger-${leadId}`,
      fingerprint: '',
    },
    ports,
  );
}

/** One telephone is one person, as far as people are counted; a row without one is somebody of its own. */
const reporterKeyOf = ({ phone }: LedgerEntry, { keepContact, call }: LedgerOf, leadId: string): string =>
  keepContact && phone !== ''
    ? `ledger-${call.ports.digest(`phone\n${phone}`).slice(0, 24)}`
    : `ledger-${leadId}`;

/** So long may the name of somebody be who can be rung up. */
export const CONTACT_NAME_MAX = 30;

function contactOf({ name: written, phone }: LedgerEntry): Contact | null {
  const name = written.slice(0, CONTACT_NAME_MAX);
  return name || phone ? { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } : null;
}
