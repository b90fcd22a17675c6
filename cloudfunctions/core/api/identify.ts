import { chinaDate } from '../domain/deadlines/working-days';
import { grantsOn } from '../domain/directory/terms';
import { done, refuse, type Result } from '../domain/result';
import type { Account, OfficerCaller, Ports, ResidentCaller } from '../app/ports';

/** The resident is the OPENID that the platform put beside the call. Without one nobody is called. */
export function identifyResident(openid: string): Result<ResidentCaller> {
  return openid === '' ? refuse('UNAUTHENTICATED') : done({ kind: 'resident', openid });
}

/** No WeChat and no demonstration can be called this. */
const DEVICE_PREFIX = 'web:';

/** The resident is the browser that keeps the token; only a digest of it is known here, and nothing else names them. */
export async function identifyDevice(token: string, { digest }: Ports): Promise<Result<ResidentCaller>> {
  if (token === '') return refuse('UNAUTHENTICATED', '这个浏览器没有带上标记，请刷新页面再试。');
  return done({ kind: 'resident', openid: `${DEVICE_PREFIX}${digest(`device\n${token}`).slice(0, 40)}` });
}

/** The officer whose account is bound to the OPENID. */
export async function identifyStaff(openid: string, ports: Ports): Promise<Result<OfficerCaller>> {
  if (openid === '') return refuse('UNAUTHENTICATED');
  const account = await ports.accounts.findByOpenid(openid);
  return account === null
    ? refuse('FORBIDDEN', '这个微信没有绑定工作身份，请找管理员要绑定码。')
    : done(await officerToday(account, ports));
}

/** The officer behind a session token. Only the token's hash is looked up. */
export async function identifySession(token: string, ports: Ports): Promise<Result<OfficerCaller>> {
  if (token === '') return refuse('UNAUTHENTICATED', '请先登录。');
  const session = await ports.signIn.findSession(ports.digest(token), ports.clock.now());
  if (session === null) return refuse('SIGN_IN_EXPIRED');
  const account = await ports.accounts.find(session.accountId);
  return account === null ? refuse('SIGN_IN_EXPIRED') : done(await officerToday(account, ports));
}

/** An office of a township counts only while its term runs, whatever the account says. */
async function officerToday(account: Account, ports: Ports): Promise<OfficerCaller> {
  const grants = grantsOn(account, await ports.county(), chinaDate(ports.clock.now()));
  return { kind: 'officer', account: { ...account, grants } };
}
