import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';

/** Hands the lead to a handling unit with a date in working days. Refuses units the county does not have. */
export async function handOver(
  input: OnLead & CommandInputs['handOver'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { unitId, supportingUnitIds = [], workingDays } = input;
  const hand = async (): Promise<Result<LeadCommand>> => {
    const { units } = await call.ports.county();
    const areHere = [unitId, ...supportingUnitIds].every((id) =>
      units.some((unit) => unit.id === id && !unit.retired),
    );
    return areHere
      ? done({ type: 'handOver', unitId, supportingUnitIds, workingDays })
      : refuse('INVALID_INPUT', '没有这个承办单位，请重新选择。', { field: 'unitId' });
  };
  return changeAndShow('handOver', input, hand, call);
}
