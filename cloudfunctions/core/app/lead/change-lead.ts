import type { OnLead } from '@contract/commands';
import type { OfficerVerb } from '@contract/actions';
import type { County } from '../../domain/county';
import type { DecideContext, LeadCommand } from '../../domain/lead/commands';
import { decide } from '../../domain/lead/decide';
import type { Actor } from '../../domain/lead/events';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { wasAskedBefore } from '../asked';
import type { Asked, Call, LeadRecord, LeadWrite, OfficerCaller, Ports, ResidentCaller } from '../ports';
import { apply, calendarOf } from './record';

/** Loads a lead a resident owns. Somebody else's is not found, so that ids tell nothing. */
export async function ownLead(
  leadId: string,
  { caller, ports }: Call<ResidentCaller>,
): Promise<Result<LeadRecord>> {
  const record = await ports.leads.find(leadId);
  if (record === null || record.reporterKey !== caller.openid) return refuse('NOT_FOUND');
  return done(record);
}

/** Loads a lead an officer may do this to. Not found where the officer may not even read it; FORBIDDEN where only the deed is refused. */
export async function officersLead(
  leadId: string,
  verb: OfficerVerb,
  { caller, ports }: Call<OfficerCaller>,
): Promise<Result<LeadRecord>> {
  const record = await ports.leads.find(leadId);
  const { grants } = caller.account;
  if (record === null || grantFor(grants, 'getLead', record.lead) === null) return refuse('NOT_FOUND');
  if (grantFor(grants, verb, record.lead) === null) return refuse('FORBIDDEN');
  return done(record);
}

/**
 * The lead an officer may do this to, as its author saw it, and whether this very request has done it already. Refuses like
 * officersLead, and like checkVersion where it is still to be done.
 */
export async function leadToChange(
  onLead: OnLead,
  verb: OfficerVerb,
  call: Call<OfficerCaller>,
): Promise<Result<{ record: LeadRecord; isDone: boolean }>> {
  const loaded = await officersLead(onLead.leadId, verb, call);
  if (!loaded.ok) return loaded;
  const before = wasDoneBefore(loaded.value, call);
  if (!before.ok) return before;
  if (before.value) return done({ record: loaded.value, isDone: true });
  const current = checkVersion(loaded.value, onLead);
  return current.ok ? done({ record: current.value, isDone: false }) : current;
}

/** Refuses when something was done to the lead since the version its author was looking at; co-signs do not count. */
export function checkVersion(record: LeadRecord, { version }: OnLead): Result<LeadRecord> {
  const hasSeenAll = record.deedVersion <= version && version <= record.version;
  return hasSeenAll ? done(record) : refuse('VERSION_CONFLICT');
}

/**
 * Whether this very request already changed the lead: then its answer is the lead as it stands. Refuses like
 * wasAskedBefore.
 */
export function wasDoneBefore(record: LeadRecord, asked: Asked): Result<boolean> {
  return wasAskedBefore(record.events, asked);
}

/** The write a command leads to, or the domain's refusal. Changes nothing yet. */
export function decideOn(
  record: LeadRecord,
  command: LeadCommand,
  context: Pick<DecideContext, 'by' | 'unitId'> & Asked & { ports: Ports; county: County },
): Result<LeadWrite> {
  const { ports, county, requestId, fingerprint, by, unitId } = context;
  const calendar = calendarOf(county);
  const decided = decide(record.lead, command, {
    at: ports.clock.now(),
    by,
    calendar,
    policy: county.policy,
    unitId,
  });
  if (!decided.ok) return decided;
  return done(
    apply(record, decided.value, {
      requestId,
      fingerprint,
      county,
      calendar,
      digest: ports.digest,
      draw: ports.random.token,
    }),
  );
}

/**
 * Writes if nobody was faster; otherwise VERSION_CONFLICT and nothing happened. Where the faster one was this very
 * request, sent twice at once, its answer is the lead as it stands.
 */
export async function commit(write: LeadWrite, expected: number, ports: Ports): Promise<Result<LeadRecord>> {
  if (await ports.leads.save(write, expected)) return done(write.record);
  return whoWasFaster(write.record.lead.id, write.record.events.at(-1), ports);
}

/** For a write that came too late: the lead as it stands where this very request was faster, else VERSION_CONFLICT. */
export async function whoWasFaster(
  leadId: string,
  asked: Asked | undefined,
  ports: Ports,
): Promise<Result<LeadRecord>> {
  const stored = await ports.leads.find(leadId);
  const wasUs = stored !== null && asked !== undefined ? wasDoneBefore(stored, asked) : done(false);
  return stored !== null && wasUs.ok && wasUs.value ? done(stored) : refuse('VERSION_CONFLICT');
}

/** The officer as the log names them, in the role that allows the deed. */
export function actorFor(caller: OfficerCaller, verb: OfficerVerb, record: LeadRecord): Actor {
  const { id, name, grants } = caller.account;
  return { kind: 'officer', accountId: id, name, role: grantFor(grants, verb, record.lead)?.role ?? 'staff' };
}

/** The unit an officer answers for in this deed, if the deed is a unit's. */
export function unitFor(caller: OfficerCaller, verb: OfficerVerb, record: LeadRecord): string | undefined {
  const grant = grantFor(caller.account.grants, verb, record.lead);
  return grant?.role === 'unitOfficer' ? grant.unitId : undefined;
}
