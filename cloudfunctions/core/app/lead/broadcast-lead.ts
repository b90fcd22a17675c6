import type { BroadcastGroup } from '@contract/lead';
import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { County } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';
import { flagsIn, whatIsOpen } from './open-words';

/**
 * Calls a sector or township group to an urgent lead; whoever claims it first has it. Refuses ids the county does not
 * have, and words that may tell who somebody is until each such place was changed or confirmed: every member called reads them.
 */
export async function broadcastLead(
  input: OnLead & CommandInputs['broadcastLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const group = groupOf(input, await call.ports.county());
  if (group === null) {
    return refuse('INVALID_INPUT', '请选一个界别组或者一个乡镇。', { field: 'groupId' });
  }
  const { reason, confirmed = [] } = input;
  const broadcast = async (record: LeadRecord) =>
    whatIsOpen('叫人的话里', await flagsIn(reason, record, call.ports), confirmed) ??
    done({ type: 'broadcastLead' as const, group, reason });
  return changeAndShow('broadcastLead', input, broadcast, call);
}

function groupOf({ groupId }: CommandInputs['broadcastLead'], county: County): BroadcastGroup | null {
  if (county.sectors.some(({ id }) => id === groupId)) return { kind: 'sector', sectorId: groupId };
  if (county.townships.some(({ id }) => id === groupId)) return { kind: 'township', townshipId: groupId };
  return null;
}
