import type { OutputOf } from '@contract/actions';
import type { MyLeadItem, ResidentLeadView } from '@contract/lead-views';
import type { County } from '../../domain/county';
import { nextStep } from '../../domain/lead/next-step';
import { done, type Result } from '../../domain/result';
import { ownLead } from '../lead/change-lead';
import { presentToResident } from '../lead/present-lead';
import { summarise } from '../lead/queue-summary';
import { calendarOf, orderOf } from '../lead/record';
import { personKeyOf } from '../lead/voices';
import type { Call, LeadRecord, Ports, ResidentCaller } from '../ports';

const PAGE = 20;

/** What this resident submitted, newest first, with what happens next for each. */
export async function listMyLeads(
  { cursor }: { cursor?: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.listMyLeads'>>> {
  const county = await ports.county();
  const records = await ports.leads.listByReporter(caller.openid, cursor ?? null, PAGE + 1);
  const page = records.slice(0, PAGE);
  const items = page.map((record) => itemOf(record, county, ports));
  const last = page.at(-1);
  return done({ items, nextCursor: records.length > PAGE && last ? orderOf(last.lead) : null });
}

/** The row of a lead of the resident's own, with what happens next and whether it waits for them. */
function itemOf(record: LeadRecord, county: County, ports: Pick<Ports, 'digest'>): MyLeadItem {
  const { lead } = record;
  const { number, status, submittedAt, excerpt, placeName } = summarise(record, county, ports.digest);
  const next = nextStep(lead, county, calendarOf(county));
  const needsMe =
    status === 'awaitingSupplement' ||
    (status === 'resolved' && (lead.feedback.at(-1)?.at ?? '') < (lead.outcome?.at ?? ''));
  return { id: lead.id, number, status, submittedAt, excerpt, placeName, next, needsMe };
}

/** One lead of the resident's own. Somebody else's is NOT_FOUND. */
export async function getMyLead(
  { leadId }: { leadId: string },
  call: Call<ResidentCaller>,
): Promise<Result<ResidentLeadView>> {
  const loaded = await ownLead(leadId, call);
  return loaded.ok ? done(await presentToResident(loaded.value, call.ports)) : loaded;
}

/** The news this resident was sent, newest first: of what they submitted, and of what they joined in. */
export async function listNotices(
  _input: unknown,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.listNotices'>>> {
  const keys = [caller.openid, personKeyOf(caller.openid, ports.digest)];
  const notices = await ports.notices.list(keys, 50);
  return done({
    items: notices.map(({ recipientKey, ...notice }) => ({
      ...notice,
      joined: recipientKey !== caller.openid,
    })),
  });
}
