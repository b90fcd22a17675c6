import { TRACKING_MISSES_PER_CALLER, TRACKING_MISSES_PER_HOUR } from '@contract/limits';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, ResidentCaller } from '../ports';

/**
 * The lead behind a number and its tracking code, for whoever holds both. A wrong code and an unknown number look the
 * same; after five wrong codes for a number, or twenty from one caller, the hour has to pass (RATE_LIMITED).
 */
export async function openByCode(
  { number, trackingCode }: { number: string; trackingCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<LeadRecord>> {
  const at = ports.clock.now();
  const hour = at.slice(0, 13);
  const keys = [`${number}@${hour}`, `${ports.digest(caller.openid).slice(0, 24)}@${hour}`] as const;
  const [record, [forNumber = 0, forCaller = 0]] = await Promise.all([
    ports.leads.findByNumber(number),
    ports.misses.count(keys),
  ]);
  if (forNumber >= TRACKING_MISSES_PER_HOUR || forCaller >= TRACKING_MISSES_PER_CALLER) {
    return refuse('RATE_LIMITED', '查询码试错太多次了，请一个小时后再试。', { retryAfter: 60 * 60 });
  }
  if (record === null || record.trackingCode !== trackingCode) {
    await Promise.all(keys.map((key) => ports.misses.add(key, at)));
    return refuse('NOT_FOUND', '编号或查询码不对，请对照回执再输一次。');
  }
  return done(record);
}
