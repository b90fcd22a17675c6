import { checkShipped } from '../core/adapters/shipped-files';
import { callerOpenid } from '../core/adapters/cloud-app';
import { createPorts } from '../core/adapters/create-ports';
import { identifyResident } from '../core/api/identify';
import { RESIDENT_ACTIONS } from '../core/api/resident-actions';
import { serve } from '../core/api/serve';

// Looked at before anything else: a damaged file must stop the function, not route at random.
checkShipped('routing-weights.bin', 'rarity-table.bin');
const ports = createPorts();

/** Answers residents' calls from the mini-program. */
export async function main(event: unknown) {
  const openid = callerOpenid();
  return serve(event, [{ actions: RESIDENT_ACTIONS, identify: async () => identifyResident(openid) }], ports);
}
