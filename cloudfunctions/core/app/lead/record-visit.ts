import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';
import { arrivedPhotos } from './evidence';

/** Records what somebody saw on the spot, with their photos. Refuses like every command, and photos that are not their own or did not arrive. */
export async function recordVisit(
  { text, evidence = [], ...onLead }: OnLead & CommandInputs['recordVisit'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { caller, ports } = call;
  return changeAndShow(
    'recordVisit',
    onLead,
    async () => {
      const photos = await arrivedPhotos(evidence, caller, ports);
      return photos.ok ? done({ type: 'recordVisit', text, evidence: photos.value }) : photos;
    },
    call,
  );
}
