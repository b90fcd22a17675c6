import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { isAllowed } from '../../domain/lead/lifecycle';
import { done, refuse, type Result } from '../../domain/result';
import { actorFor, checkVersion, commit, decideOn, officersLead, wasDoneBefore } from '../lead/change-lead';
import { changeAsOfficer } from '../lead/command-lead';
import { presentToOfficer } from '../lead/present-lead';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { ownIssueId } from './group-leads';

/**
 * Puts the lead into the issue of another one, by that one's number; what a person said no machine changes. Where the
 * other one is in no issue, the two begin one. Refuses numbers nobody has and leads that may be in no issue; who may
 * not do this, or has not seen the lead as it stands, changes neither of the two.
 */
export async function joinIssue(
  input: OnLead & CommandInputs['joinIssue'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const loaded = await officersLead(input.leadId, 'joinIssue', call);
  if (!loaded.ok) return loaded;
  const before = wasDoneBefore(loaded.value, call);
  if (!before.ok) return before;
  if (before.value) return presentToOfficer(loaded.value, call.caller.account.grants, call.ports);
  const current = checkVersion(loaded.value, input);
  if (!current.ok) return current;
  const other = await call.ports.leads.findByNumber(input.withNumber);
  if (other === null || other.lead.id === input.leadId || !isAllowed(other.lead, 'joinIssue')) {
    return refuse('INVALID_INPUT', '没有这个编号，或者那一条不能归入热点。', { field: 'withNumber' });
  }
  const refused = await whyNot(current.value, other, input.reason, call);
  if (refused) return refused;
  const begun = await beginWith(other, input.reason, call);
  if (!begun.ok) return begun;
  const command = { type: 'joinIssue' as const, issueId: begun.value, reason: input.reason };
  const changed = await changeAsOfficer('joinIssue', input, command, call);
  return changed.ok ? presentToOfficer(changed.value, call.caller.account.grants, call.ports) : changed;
}

/** What would refuse the lead itself, asked before the other one is written. */
async function whyNot(
  record: LeadRecord,
  other: LeadRecord,
  reason: string,
  { ports, caller, fingerprint, requestId }: Call<OfficerCaller>,
): Promise<Refused | null> {
  const command = { type: 'joinIssue' as const, issueId: other.lead.issueId ?? ownIssueId(other), reason };
  const by = actorFor(caller, 'joinIssue', record);
  const context = { ports, county: await ports.county(), requestId, fingerprint, by };
  const write = decideOn(record, command, context);
  return write.ok ? null : write;
}
type Refused = ReturnType<typeof refuse>;

/** The issue of the other lead, begun with it where it has none. An issue of one lead hurts nobody. */
async function beginWith(
  other: LeadRecord,
  reason: string,
  call: Call<OfficerCaller>,
): Promise<Result<string>> {
  if (other.lead.issueId !== null) return done(other.lead.issueId);
  const { ports, caller, fingerprint, requestId } = call;
  const issueId = ownIssueId(other);
  const by = actorFor(caller, 'joinIssue', other);
  const context = { ports, county: await ports.county(), requestId, fingerprint, by };
  const write = decideOn(other, { type: 'joinIssue', issueId, reason }, context);
  if (!write.ok) return write;
  const saved = await commit(write.value, other.version, ports);
  return saved.ok ? done(issueId) : saved;
}
