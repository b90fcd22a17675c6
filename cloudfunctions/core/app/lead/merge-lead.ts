import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { shareCosigners } from '../../domain/lead/cosigners';
import { isPrivate } from '../../domain/lead/lifecycle';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, LeadWrite, OfficerCaller } from '../ports';
import type { Follower } from './lead-record';
import { actorFor, decideOn, leadToChange, whoWasFaster } from './change-lead';
import { presentToOfficer } from './present-lead';

/**
 * Joins the lead to an earlier one about the same problem: both are written, or neither. The number stays valid.
 * INVALID_INPUT when no lead has the number, when it was merged itself, or when only one of the two is private: whoever
 * submitted one would hear the news of the other. Who may not merge does not learn whether the number exists.
 */
export async function mergeLead(
  input: OnLead & CommandInputs['mergeLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const findTarget = async (): Promise<Result<LeadRecord>> => {
    const target = await call.ports.leads.findByNumber(input.intoNumber);
    if (target !== null && target.lead.status !== 'merged') return done(target);
    return refuse('INVALID_INPUT', '没有这个编号，或者那一条自己也并入了别的线索。', { field: 'intoNumber' });
  };
  return changeBoth('mergeLead', input, call, findTarget, (record, { lead }) => [
    { type: 'mergeLead', into: { leadId: lead.id, number: lead.number }, reason: input.reason },
    { type: 'absorbLead', other: { leadId: record.lead.id, number: record.lead.number } },
  ]);
}

/** Takes a merged lead apart again; it goes on where it stood. */
export async function unmergeLead(
  input: OnLead & CommandInputs['unmergeLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const findTarget = async ({ lead: { mergedInto } }: LeadRecord): Promise<Result<LeadRecord>> => {
    if (mergedInto === null) return refuse('WRONG_STATE', '这条线索没有并案。');
    const target = await call.ports.leads.find(mergedInto.leadId);
    return target === null ? refuse('NOT_FOUND') : done(target);
  };
  return changeBoth('unmergeLead', input, call, findTarget, (record) => [
    { type: 'unmergeLead', reason: input.reason },
    { type: 'releaseLead', other: { leadId: record.lead.id, number: record.lead.number } },
  ]);
}

type Commands = [Parameters<typeof decideOn>[1], Parameters<typeof decideOn>[1]];

async function changeBoth(
  verb: 'mergeLead' | 'unmergeLead',
  input: OnLead,
  call: Call<OfficerCaller>,
  findTarget: (record: LeadRecord) => Promise<Result<LeadRecord>>,
  commandsFor: (record: LeadRecord, target: LeadRecord) => Commands,
): Promise<Result<OfficerLeadView>> {
  const { caller, ports, requestId, fingerprint } = call;
  const loaded = await leadToChange(input, verb, call);
  if (!loaded.ok) return loaded;
  const { record, isDone } = loaded.value;
  if (isDone) return presentToOfficer(record, caller.account, ports);
  const found = await findTarget(record);
  if (!found.ok) return found;
  const target = found.value;
  if (verb === 'mergeLead' && isPrivate(record.lead) !== isPrivate(target.lead)) return cannotGoTogether();
  const by = actorFor(caller, verb, record);
  const context = { ports, requestId, fingerprint, county: await ports.county(), by };
  const [onThis, onTarget] = commandsFor(record, target);
  const people = shareVoices(verb, record, target);
  const here = decideOn(people.record, onThis, context);
  if (!here.ok) return here;
  const there = decideOn(people.target, onTarget, context);
  if (!there.ok) return there;
  const writes: { write: LeadWrite; expected: number }[] = [
    { write: here.value, expected: record.version },
    { write: there.value, expected: target.version },
  ];
  const wasFirst = await ports.leads.saveTogether(writes);
  const changed = wasFirst ? done(here.value.record) : await whoWasFaster(input.leadId, call, ports);
  return changed.ok ? presentToOfficer(changed.value, caller.account, ports) : changed;
}

/** Does not say why: the officer's own screen shows which of the two they may read. */
const cannotGoTogether = (): Result<never> =>
  refuse('INVALID_INPUT', '这两条要分开办，不能并在一起。请核对编号，或者单独办这一条。', {
    field: 'intoNumber',
  });

/**
 * The people of both leads, before the deed: who submitted the merged lead hears the news of the other one, and who
 * joined in counts there, for as long as it is merged.
 */
export function shareVoices(
  verb: 'mergeLead' | 'unmergeLead',
  record: LeadRecord,
  target: LeadRecord,
): { record: LeadRecord; target: LeadRecord } {
  const { lead, reporterKey, content } = record;
  const others = target.followers.filter(({ leadId }) => leadId !== lead.id);
  const { id: leadId, number, submittedAt, placeId } = lead;
  const townshipId = lead.route?.townshipId ?? null;
  const follower: Follower = {
    ...{ reporterKey, leadId, number, submittedAt, placeId, townshipId },
    ...(lead.onBehalf && { news: lead.onBehalf.news }),
    ...(content.person?.key && { personKey: content.person.key }),
  };
  const followers = verb === 'mergeLead' ? [...others, follower] : others;
  const { cosigners } = record;
  const shared = shareCosigners(verb, target.cosigners, { leadId: lead.id, cosigners });
  return {
    record: { ...record, cosigners: shared.other },
    target: { ...target, followers, cosigners: shared.target },
  };
}
