import type { TrackedLeadView } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import { presentToTracker } from '../lead/present-lead';
import type { Call, ResidentCaller } from '../ports';
import { openByCode } from './open-by-code';

/** A lead by number and tracking code, on any device. Refuses like openByCode. */
export async function trackLead(
  code: { number: string; trackingCode: string },
  call: Call<ResidentCaller>,
): Promise<Result<TrackedLeadView>> {
  const opened = await openByCode(code, call);
  return opened.ok ? done(await presentToTracker(opened.value, call.ports)) : opened;
}
