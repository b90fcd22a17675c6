import { WEB_ASKS_PER_MINUTE, WEB_LIMITS, type WebLimit } from '@contract/limits';
import { refuse, type Result, done } from '../../domain/result';
import { clockHour } from '../clock-hour';
import type { Ports, ResidentCaller } from '../ports';

/** Which count an action goes by; what only reads is held back by the process alone. */
function limitOf(action: string, writes: boolean): WebLimit | null {
  if (action === 'resident.submitLead') return 'submit';
  const goesByCode = action === 'resident.answerForPerson' || action.endsWith('ByCode');
  if (action === 'resident.trackLead' || goesByCode) return 'track';
  return writes || action === 'resident.prepareUpload' ? 'write' : null;
}

/**
 * Whether a device may ask this now. Behind a browser stands no WeChat account, and a new device costs nothing: so each
 * address is counted too, more generously, for many share one. RATE_LIMITED tells when to come back.
 */
export const admit =
  (address: string) =>
  async (
    asked: { action: string; writes: boolean },
    caller: ResidentCaller,
    ports: Ports,
  ): Promise<Result<null>> => {
    const at = ports.clock.now();
    const device = caller.openid;
    const limit = limitOf(asked.action, asked.writes);
    if (limit === null) return mayAsk(device, at) && mayAsk(`a ${address}`, at) ? done(null) : tooMany(60);
    const salt = await ports.visits.saltOf(at.slice(0, 10), () => ports.random.token(), at);
    const place = ports.digest(`${salt}\n${address}`).slice(0, 24);
    const { hour, seconds } = clockHour(at);
    const keys = [`${limit} ${device}@${hour}`, `${limit} a:${place}@${hour}`];
    const [byDevice = 0, byAddress = 0] = await ports.visits.count(keys, at);
    const most = WEB_LIMITS[limit];
    return byDevice > most.device || byAddress > most.address ? tooMany(seconds) : done(null);
  };

const tooMany = (retryAfter: number): ReturnType<typeof refuse> =>
  refuse(
    'RATE_LIMITED',
    retryAfter > 60
      ? `这里一个小时内办得太多了，请 ${Math.ceil(retryAfter / 60)} 分钟后再试。急事请打 12345。`
      : '问得太快了，请一分钟后再试。',
    { retryAfter },
  );

/** Who asked how often in the running minute, as far as this process knows: a flood of reading is cut without writing. */
const asked = new Map<string, number>();
let minute = '';

function mayAsk(who: string, at: string): boolean {
  if (at.slice(0, 16) !== minute) {
    asked.clear();
    minute = at.slice(0, 16);
  }
  const times = (asked.get(who) ?? 0) + 1;
  asked.set(who, times);
  return times <= (who.startsWith('a ') ? WEB_ASKS_PER_MINUTE.address : WEB_ASKS_PER_MINUTE.device);
}
