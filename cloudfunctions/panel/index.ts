import { pollSignIn, signOut, startSignIn } from '../core/app/account/sign-in';
import type { OfficerCaller } from '../core/app/ports';
import { createPorts } from '../core/adapters/create-ports';
import { checkShipped } from '../core/adapters/shipped-files';
import type { ActionTable } from '../core/api/action-table';
import { bearerToken, readBody, toHttp, type HttpEvent } from '../core/api/http';
import { identifySession } from '../core/api/identify';
import { PANEL_OFFICER_ACTIONS } from '../core/api/officer-actions';
import * as schemas from '../core/api/schemas';
import { serve, type Door } from '../core/api/serve';
import { done } from '../core/domain/result';

// Looked at before anything else: a damaged file must stop the function, not route at random or pass every reply.
checkShipped('routing-weights.bin', 'reply-weights.bin', 'rarity-table.bin');
const ports = createPorts();

/** Before anybody is known: the way in. */
const STRANGER: ActionTable<'panel.startSignIn' | 'panel.pollSignIn', null> = {
  'panel.startSignIn': { schema: schemas.nothing, writes: false, run: startSignIn },
  'panel.pollSignIn': { schema: schemas.pollSignIn, writes: false, run: pollSignIn },
};

/** Answers the panel over HTTP; the caller is the session token's account, whatever else the request says. */
export async function main(event: HttpEvent) {
  const body = readBody(event);
  if ('refused' in body) return body.refused;
  const token = bearerToken(event);
  const officer: ActionTable<'panel.signOut', OfficerCaller> & typeof PANEL_OFFICER_ACTIONS = {
    ...PANEL_OFFICER_ACTIONS,
    'panel.signOut': { schema: schemas.nothing, writes: false, run: () => signOut(token, ports) },
  };
  const identify = () => identifySession(token, ports);
  const doors: Door[] = [
    { actions: STRANGER, identify: async () => done(null) },
    { actions: officer, identify },
    { actions: deskActions, identify },
  ];
  return toHttp(await serve(body.request, doors, ports));
}

/** A file of its own in the built function: what the desk alone does is not read before somebody does it. */
const deskActions = async () => (await import('../core/api/desk-actions')).DESK_ACTIONS;
