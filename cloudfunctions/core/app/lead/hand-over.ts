import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';

/** Hands the lead to a handling unit with a date in working days. Refuses units the county does not have. */
export async function handOver(
  input: OnLead & CommandInputs['handOver'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { unitId, supportingUnitIds = [], workingDays } = input;
  const { units } = await call.ports.county();
  if (![unitId, ...supportingUnitIds].every((id) => units.some((unit) => unit.id === id && !unit.retired))) {
    return refuse('INVALID_INPUT', '没有这个承办单位，请重新选择。', { field: 'unitId' });
  }
  const command = { type: 'handOver' as const, unitId, supportingUnitIds, workingDays };
  return changeAndShow('handOver', input, command, call);
}
