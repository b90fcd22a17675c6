import { ROLE_LABELS } from '@contract/labels-zh';
import { audienceFor, grantFor } from '../../domain/permissions/permissions';
import { done, type Result } from '../../domain/result';
import { officersLead } from '../lead/change-lead';
import type { Call, OfficerCaller } from '../ports';

/** A page that was not heard of for this long is no longer open. */
const OPEN_MS = 45_000;
/** A page that stays open is noted again only this close to its end. */
const RENEW_MS = 25_000;
const WORKING_ON_IT = ['committee', 'liaison', 'member'] as const;

/**
 * Notes that the officer has the lead open just now, and says who else has. Only those who work on the lead for the
 * committee, the township or the sector: units and leaders neither leave a trace nor see one. Only until when is kept,
 * never since when, and nothing once it is over: this is no record of who read how long. NOT_FOUND as for reading.
 */
export async function seeLead(
  { leadId }: { leadId: string },
  call: Call<OfficerCaller>,
): Promise<Result<{ others: string[] }>> {
  const { ports, caller } = call;
  const loaded = await officersLead(leadId, 'getLead', call);
  if (!loaded.ok) return loaded;
  const { lead } = loaded.value;
  const { id, name, grants } = caller.account;
  const audience = audienceFor(grants, lead);
  if (!WORKING_ON_IT.some((one) => one === audience)) return done({ others: [] });
  const now = ports.clock.now();
  const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
  const readers = await ports.readers.list(leadId, now);
  const own = readers.find(({ accountId }) => accountId === id);
  if (own === undefined || own.until < later(RENEW_MS)) {
    const role = grantFor(grants, 'getLead', lead)?.role ?? 'staff';
    await ports.readers.note({ leadId, accountId: id, name, role, until: later(OPEN_MS) });
  }
  const others = readers.filter(({ accountId }) => accountId !== id);
  // The committee reads who; the others read which side, as in the story of the lead.
  const called = others.map(({ name: who, role }) =>
    audience === 'committee' ? who : role === 'staff' ? '县政协' : ROLE_LABELS[role],
  );
  return done({ others: [...new Set(called)] });
}
