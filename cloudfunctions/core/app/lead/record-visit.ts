import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';
import { notOwnFiles, ownFiles } from './evidence';

/** Records what somebody saw on the spot, with their photos. Refuses like every command, and photos that are not their own. */
export async function recordVisit(
  { text, evidence = [], ...onLead }: OnLead & CommandInputs['recordVisit'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { caller, ports } = call;
  const photos = ownFiles(evidence, caller, ports);
  return changeAndShow(
    'recordVisit',
    onLead,
    () => (photos === null ? notOwnFiles() : done({ type: 'recordVisit', text, evidence: photos })),
    call,
  );
}
