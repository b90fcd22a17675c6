import {
  TRACKING_MISSES_PER_CALLER,
  TRACKING_MISSES_PER_HOUR,
  TRACKING_MISSES_PER_NUMBER,
} from '@contract/limits';
import { done, refuse, type Result } from '../../domain/result';
import { clockHour } from '../clock-hour';
import type { Call, LeadRecord, ResidentCaller } from '../ports';

/**
 * The lead behind a number and its tracking code, for whoever holds both. A wrong code and an unknown number look the
 * same; who guessed five times at a number, or twenty times altogether, waits for the next hour, and so does everybody
 * after thirty wrong codes for it (RATE_LIMITED). The phone it was submitted with is never kept out by others' guesses.
 */
export async function openByCode(
  { number, trackingCode }: { number: string; trackingCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<LeadRecord>> {
  const at = ports.clock.now();
  const { hour, seconds, minutes } = clockHour(at);
  const who = ports.digest(caller.openid).slice(0, 24);
  const keys = [`${number} ${who}@${hour}`, `${who}@${hour}`, `${number}@${hour}`] as const;
  const [record, [own = 0, ofCaller = 0, ofNumber = 0]] = await Promise.all([
    ports.leads.findByNumber(number),
    ports.misses.count(keys),
  ]);
  const isOwn = record?.reporterKey === caller.openid;
  const hasGuessed = own >= TRACKING_MISSES_PER_HOUR || ofCaller >= TRACKING_MISSES_PER_CALLER;
  if (!isOwn && (hasGuessed || ofNumber >= TRACKING_MISSES_PER_NUMBER)) {
    return refuse('RATE_LIMITED', `查询码试错太多次了，请过 ${minutes} 分钟再试。`, { retryAfter: seconds });
  }
  if (record === null || record.trackingCode !== trackingCode) {
    await Promise.all(keys.map((key) => ports.misses.add(key, at)));
    return refuse('NOT_FOUND', '编号或查询码不对，请对着回执再填一次。');
  }
  return done(record);
}
