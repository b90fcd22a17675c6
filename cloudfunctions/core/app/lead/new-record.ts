import type { Receipt } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import { decide } from '../../domain/lead/decide';
import type { Actor } from '../../domain/lead/events';
import { evolve } from '../../domain/lead/evolve';
import { wordsOf, type Lead, type LeadContent } from '../../domain/lead/lead';
import { nextStep } from '../../domain/lead/next-step';
import { chinaDate } from '../../domain/deadlines/working-days';
import type { Asked, LeadRecord, LeadWrite, Ports } from '../ports';
import { officerMessagesFor } from './officer-messages';
import { calendarOf, indexOf, seal } from './record';
import { foundBy } from './similar-rows';

/** What a new lead begins with. */
export interface Beginning extends Asked {
  command: Extract<LeadCommand, { type: 'submitLead' }>;
  by: Actor;
  at: string;
  content: LeadContent;
  reporterKey: string;
  hint: Receipt['hint'];
}

/** The first write of a new lead, receipt and all. Decides by the lifecycle's rules, which refuse no submission. */
export async function newLeadWrite(beginning: Beginning, ports: Ports): Promise<LeadWrite> {
  const { command, by, at, content, reporterKey, hint, requestId, fingerprint } = beginning;
  const county = await ports.county();
  const calendar = calendarOf(county);
  const decided = decide(null, command, { at, by, calendar, policy: county.policy });
  if (!decided.ok) throw new Error('a submission is never refused by the lifecycle');
  const lead = decided.value.reduce<Lead | null>(evolve, null);
  if (lead === null) throw new Error('a submission makes a lead');
  const trackingCode = ports.random.digits(6);
  const events = seal([], decided.value, {
    requestId,
    // A digest of contact and words must not outlive them: what this request was for stands beside the log.
    fingerprint: '',
    digest: ports.digest,
    draw: ports.random.token,
  });
  const record: LeadRecord = {
    lead,
    content,
    events,
    version: 1,
    reporterKey,
    trackingCode,
    requestFingerprint: fingerprint,
    receipt: {
      leadId: lead.id,
      number: lead.number,
      trackingCode,
      submittedAt: at,
      next: nextStep(lead, county, calendar),
      hint,
    },
    followers: [],
    cosigners: [],
    deedVersion: 1,
    found: foundBy(wordsOf(content), county, ports.rarity()),
    // What comes from an old ledger is news to nobody.
    outbox: lead.entry === 'ledger' ? [] : officerMessagesFor(null, lead, events, county),
  };
  return { record, index: indexOf(record, { county, calendar, digest: ports.digest }) };
}

/** Day and six digits: short enough to be read over the telephone. */
export function drawNumber(at: string, ports: Ports): string {
  return `${chinaDate(at).slice(2).replaceAll('-', '')}-${ports.random.digits(6)}`;
}
