import { admit } from '../core/app/web/admit';
import { checkShipped } from '../core/adapters/shipped-files';
import { createPorts } from '../core/adapters/create-ports';
import { toHttp, type HttpEvent } from '../core/api/http';
import { identifyDevice } from '../core/api/identify';
import { RESIDENT_ACTIONS } from '../core/api/resident-actions';
import { serve } from '../core/api/serve';
import { originsOf, readVisit, withCors } from '../core/api/web-visit';

// Looked at before anything else: a damaged file must stop the function, not route at random.
checkShipped('routing-weights.bin', 'rarity-table.bin');
const ports = createPorts();
const origins = originsOf(process.env['WEB_ORIGINS']);

/**
 * Answers residents who have no WeChat, from the page in a browser. The caller is the device token the browser keeps,
 * never anything in the event that names somebody; how often it may ask is counted by device and by address.
 */
export async function main(event: HttpEvent) {
  const visit = readVisit(event, origins);
  if ('answered' in visit) return visit.answered;
  const { request, token, address, cors } = visit;
  const identify = () => identifyDevice(token, ports);
  const actions = { actions: RESIDENT_ACTIONS, identify, admit: admit(address) };
  return withCors(toHttp(await serve(request, [actions], ports)), cors);
}
