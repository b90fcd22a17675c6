import type { OfficerLeadView } from '@contract/lead-views';
import type { Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { officersLead } from './change-lead';
import { presentToOfficer } from './present-lead';

/** One lead as the officer may read it, with the allowed commands. NOT_FOUND outside the officer's reach. */
export async function getLead(
  { leadId }: { leadId: string },
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const loaded = await officersLead(leadId, 'getLead', call);
  return loaded.ok ? presentToOfficer(loaded.value, call.caller.account, call.ports) : loaded;
}
