import type { BroadcastGroup } from '@contract/lead';
import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { County } from '../../domain/county';
import { refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';

/** Calls a sector or township group to an urgent lead; whoever claims it first has it. Refuses ids the county does not have. */
export async function broadcastLead(
  input: OnLead & CommandInputs['broadcastLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const group = groupOf(input, await call.ports.county());
  if (group === null) {
    return refuse('INVALID_INPUT', '请选一个界别组或者一个乡镇。', { field: 'groupId' });
  }
  const command = { type: 'broadcastLead' as const, group, reason: input.reason };
  return changeAndShow('broadcastLead', input, command, call);
}

function groupOf({ groupId }: CommandInputs['broadcastLead'], county: County): BroadcastGroup | null {
  if (county.sectors.some(({ id }) => id === groupId)) return { kind: 'sector', sectorId: groupId };
  if (county.townships.some(({ id }) => id === groupId)) return { kind: 'township', townshipId: groupId };
  return null;
}
