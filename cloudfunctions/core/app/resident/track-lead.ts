import { TRACKING_MISSES_PER_CALLER, TRACKING_MISSES_PER_HOUR } from '@contract/limits';
import type { TrackedLeadView } from '@contract/lead-views';
import { done, refuse, type Result } from '../../domain/result';
import { presentToTracker } from '../lead/present-lead';
import type { Call, ResidentCaller } from '../ports';

/**
 * A lead by number and tracking code, on any device. A wrong code and an unknown number look the same; after five
 * wrong codes for a number, or twenty from one caller, the hour has to pass (RATE_LIMITED).
 */
export async function trackLead(
  { number, trackingCode }: { number: string; trackingCode: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<TrackedLeadView>> {
  const hour = ports.clock.now().slice(0, 13);
  const keys = [`${number}@${hour}`, `${ports.digest(caller.openid).slice(0, 24)}@${hour}`] as const;
  const [record, [forNumber = 0, forCaller = 0]] = await Promise.all([
    ports.leads.findByNumber(number),
    ports.misses.count(keys),
  ]);
  if (forNumber >= TRACKING_MISSES_PER_HOUR || forCaller >= TRACKING_MISSES_PER_CALLER) {
    return refuse('RATE_LIMITED', '查询码试错太多次了，请一个小时后再试。', { retryAfter: 60 * 60 });
  }
  if (record === null || record.trackingCode !== trackingCode) {
    await Promise.all(keys.map((key) => ports.misses.add(key)));
    return refuse('NOT_FOUND', '编号或查询码不对，请对照回执再输一次。');
  }
  return done(await presentToTracker(record, ports));
}
