import type { Me } from '@contract/directory';
import { BINDING_MISSES_PER_HOUR } from '@contract/limits';
import { done, refuse, type Result } from '../../domain/result';
import { clockHour } from '../clock-hour';
import type { Call, ResidentCaller } from '../ports';

/**
 * Binds the caller's WeChat to the account that waits under a bind code. A used or unknown code is NOT_FOUND; who has
 * an account already gets WRONG_STATE, and the code stays good; who guesses waits for the next hour (RATE_LIMITED).
 */
export async function bindAccount(
  { bindCode }: { bindCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<Me>> {
  if ((await ports.accounts.findByOpenid(caller.openid)) !== null) {
    return refuse('WRONG_STATE', '这个微信已经绑定了工作身份，不用再绑。要换身份，请找管理员。');
  }
  const { hour, seconds, minutes } = clockHour(ports.clock.now());
  const guesses = `bind ${ports.digest(caller.openid).slice(0, 24)}@${hour}`;
  const [misses = 0] = await ports.misses.count([guesses]);
  if (misses >= BINDING_MISSES_PER_HOUR) {
    return refuse('RATE_LIMITED', `绑定码试错太多次了，请过 ${minutes} 分钟再试。`, { retryAfter: seconds });
  }
  const account = await ports.accounts.bind(ports.digest(`bind\n${bindCode}`), caller.openid);
  if (account === null) {
    await ports.misses.add(guesses, ports.clock.now());
    return refuse('NOT_FOUND', '绑定码不对或已经用过，请找管理员重新要一个。');
  }
  const { name: countyName } = await ports.county();
  return done({ accountId: account.id, name: account.name, countyName, grants: account.grants });
}
