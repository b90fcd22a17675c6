import type { TrackedLeadView } from '@contract/lead-views';
import type { PersonAnswer } from '@contract/on-behalf';
import type { LeadCommand } from '../../domain/lead/commands';
import { done, type Result } from '../../domain/result';
import { commit, decideOn, wasDoneBefore } from '../lead/change-lead';
import { presentToTracker } from '../lead/present-lead';
import { personKeyOf } from '../lead/voices';
import type { Call, LeadRecord, ResidentCaller } from '../ports';
import { openByCode } from './open-by-code';

/**
 * What the person says of a lead that somebody else filed for them: it is mine and true, or not my will. Whoever holds
 * number and code can say it, on any device; said on the device that filed it, the log tells so. A no makes staff look
 * before anything goes on. Refuses like openByCode, and WRONG_STATE where nothing is to be answered.
 */
export async function answerForPerson(
  { mine, words = '', ...code }: PersonAnswer,
  call: Call<ResidentCaller>,
): Promise<Result<TrackedLeadView>> {
  const { ports, requestId, fingerprint, caller } = call;
  const opened = await openByCode(code, call);
  if (!opened.ok) return opened;
  const before = wasDoneBefore(opened.value, call);
  if (!before.ok) return before;
  if (before.value) return done(await presentToTracker(opened.value, ports));
  const onHelpersDevice = opened.value.reporterKey === caller.openid;
  const command: LeadCommand = mine
    ? { type: 'confirmForPerson', onHelpersDevice }
    : { type: 'denyForPerson', onHelpersDevice, words: words.trim() };
  const record = mine && !onHelpersDevice ? withDevice(opened.value, call) : opened.value;
  const by = { kind: 'resident' } as const;
  const write = decideOn(record, command, {
    ports,
    requestId,
    fingerprint,
    county: await ports.county(),
    by,
  });
  const saved = write.ok ? await commit(write.value, record.version, ports) : write;
  return saved.ok ? done(await presentToTracker(saved.value, ports)) : saved;
}

/** The person's own device hears the news from now on, where they chose to be told. */
function withDevice(record: LeadRecord, { caller, ports }: Call<ResidentCaller>): LeadRecord {
  const key = personKeyOf(caller.openid, ports.digest);
  return { ...record, content: { ...record.content, person: { ...record.content.person, key } } };
}
