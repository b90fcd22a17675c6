import { bindAccount } from '../core/app/account/bind-account';
import { confirmSignIn } from '../core/app/account/sign-in';
import type { OfficerCaller, ResidentCaller } from '../core/app/ports';
import { callerOpenid } from '../core/adapters/cloud-app';
import { createPorts } from '../core/adapters/create-ports';
import { checkShipped } from '../core/adapters/shipped-files';
import type { ActionTable } from '../core/api/action-table';
import { identifyResident, identifyStaff } from '../core/api/identify';
import { STAFF_OFFICER_ACTIONS } from '../core/api/officer-actions';
import * as schemas from '../core/api/schemas';
import { serve } from '../core/api/serve';

// Looked at before anything else: a damaged file must stop the function, not route at random or pass every reply.
checkShipped('routing-weights.bin', 'reply-weights.bin', 'rarity-table.bin');
const ports = createPorts();

/** Whoever holds a bind code: a WeChat user who is not an officer yet. */
const NEWCOMER: ActionTable<'staff.bindAccount', ResidentCaller> = {
  'staff.bindAccount': { schema: schemas.bindAccount, writes: true, run: bindAccount },
};
const OFFICER: ActionTable<'staff.confirmSignIn', OfficerCaller> & typeof STAFF_OFFICER_ACTIONS = {
  ...STAFF_OFFICER_ACTIONS,
  'staff.confirmSignIn': { schema: schemas.confirmSignIn, writes: true, run: confirmSignIn },
};

/** Answers officers' calls from the staff pages of the mini-program. */
export async function main(event: unknown) {
  const openid = callerOpenid();
  const newcomers = { actions: NEWCOMER, identify: async () => identifyResident(openid) };
  const officers = { actions: OFFICER, identify: async () => identifyStaff(openid, ports) };
  return serve(event, [newcomers, officers], ports);
}
