import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import { isAllowed } from '../../domain/lead/lifecycle';
import { done, refuse, type Result } from '../../domain/result';
import { actorFor, commit, decideOn } from '../lead/change-lead';
import { changeAndShow } from '../lead/command-lead';
import type { Call, LeadRecord, LeadWrite, OfficerCaller } from '../ports';
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
  const join = async (record: LeadRecord): Promise<Result<LeadCommand>> => {
    const other = await call.ports.leads.findByNumber(input.withNumber);
    if (other === null || other.lead.id === input.leadId || !isAllowed(other.lead, 'joinIssue')) {
      return refuse('INVALID_INPUT', '没有这个编号，或者那一条不能归入热点。', { field: 'withNumber' });
    }
    const issueId = other.lead.issueId ?? ownIssueId(other);
    const command = { type: 'joinIssue' as const, issueId, reason: input.reason };
    // What would refuse the lead itself is asked before the other one is written.
    const here = await decideJoining(record, command, call);
    if (!here.ok) return here;
    // An issue of one lead, should the write after this one fail, hurts nobody.
    const begun = other.lead.issueId === null ? await begin(other, command, call) : done(other);
    return begun.ok ? done(command) : begun;
  };
  return changeAndShow('joinIssue', input, join, call);
}

async function begin(
  other: LeadRecord,
  command: LeadCommand,
  call: Call<OfficerCaller>,
): Promise<Result<LeadRecord>> {
  const there = await decideJoining(other, command, call);
  return there.ok ? commit(there.value, other.version, call.ports) : there;
}

async function decideJoining(
  record: LeadRecord,
  command: LeadCommand,
  { ports, caller, fingerprint, requestId }: Call<OfficerCaller>,
): Promise<Result<LeadWrite>> {
  const by = actorFor(caller, 'joinIssue', record);
  return decideOn(record, command, { ports, county: await ports.county(), requestId, fingerprint, by });
}
