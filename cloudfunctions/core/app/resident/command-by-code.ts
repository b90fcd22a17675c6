import type { CodeCommand, CommandInputs, OnCode } from '@contract/commands';
import type { TrackedLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import type { Actor } from '../../domain/lead/events';
import { done, type Result } from '../../domain/result';
import { changeAsResident } from '../lead/command-lead';
import { feedbackOf } from '../lead/give-feedback';
import { presentToTracker } from '../lead/present-lead';
import type { Call, LeadRecord, ResidentCaller } from '../ports';
import { openByCode } from './open-by-code';

type Said<Name extends CodeCommand> = OnCode & CommandInputs[Name];

/**
 * One plain command of whoever holds number and tracking code, on any device: who submitted on a borrowed phone has no
 * other way. The log says that it came so, and the submitter's own phone is told. Refuses like openByCode and by version
 * and state; a retry changes nothing.
 */
export const commandByCode =
  <Name extends Exclude<CodeCommand, 'giveFeedback'>>(name: Name) =>
  (input: Said<Name>, call: Call<ResidentCaller>): Promise<Result<TrackedLeadView>> => {
    const { number: _number, trackingCode: _trackingCode, version: _version, ...asked } = input;
    return changeByCode(input, { type: name, ...asked } as unknown as LeadCommand, call);
  };

/** Whether it is fixed, said with number and tracking code; refuses also photos that are not this device's own. */
export function giveFeedbackByCode(
  { number, trackingCode, version, ...said }: Said<'giveFeedback'>,
  call: Call<ResidentCaller>,
): Promise<Result<TrackedLeadView>> {
  return changeByCode({ number, trackingCode, version }, feedbackOf(said, call), call);
}

async function changeByCode(
  { number, trackingCode, version }: OnCode,
  command: Parameters<typeof changeAsResident>[1]['command'],
  call: Call<ResidentCaller>,
): Promise<Result<TrackedLeadView>> {
  const opened = await openByCode({ number, trackingCode }, call);
  if (!opened.ok) return opened;
  const by = saidBy(opened.value, call);
  const changed = await changeAsResident(opened.value, { version, command, by }, call);
  return changed.ok ? done(await presentToTracker(changed.value, call.ports)) : changed;
}

const saidBy = ({ reporterKey }: LeadRecord, { caller }: Call<ResidentCaller>): Actor =>
  reporterKey === caller.openid ? { kind: 'resident' } : { kind: 'resident', byCode: true };
