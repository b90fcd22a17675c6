import type { Me } from '@contract/directory';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/** Binds the caller's WeChat to the account that waits under a bind code. A used or unknown code is NOT_FOUND. */
export async function bindAccount(
  { bindCode }: { bindCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<Me>> {
  const account = await ports.accounts.bind(ports.digest(`bind\n${bindCode}`), caller.openid);
  if (account === null) return refuse('NOT_FOUND', '绑定码不对或已经用过，请找管理员重新要一个。');
  const { name: countyName } = await ports.county();
  return done({ accountId: account.id, name: account.name, countyName, grants: account.grants });
}
