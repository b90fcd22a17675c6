import type { Me } from '@contract/directory';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/**
 * Binds the caller's WeChat to the account that waits under a bind code. A used or unknown code is NOT_FOUND; who has
 * an account already gets WRONG_STATE, and the code stays good.
 */
export async function bindAccount(
  { bindCode }: { bindCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<Me>> {
  if ((await ports.accounts.findByOpenid(caller.openid)) !== null) {
    return refuse('WRONG_STATE', '这个微信已经绑定了工作身份，不用再绑。要换身份，请找管理员。');
  }
  const account = await ports.accounts.bind(ports.digest(`bind\n${bindCode}`), caller.openid);
  if (account === null) return refuse('NOT_FOUND', '绑定码不对或已经用过，请找管理员重新要一个。');
  const { name: countyName } = await ports.county();
  return done({ accountId: account.id, name: account.name, countyName, grants: account.grants });
}
