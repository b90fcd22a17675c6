import type { CosignAnswer } from '@contract/lead-views';
import { COSIGNS_MAX, COSIGNS_PER_PERSON } from '@contract/limits';
import { supportersOf, withCosigner, withoutCosigner, type Cosigner } from '../../domain/lead/cosigners';
import { strangerReads } from '../../domain/permissions/stranger';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, ResidentCaller } from '../ports';
import { decideOn, wasDoneBefore } from './change-lead';
import { cosignsOf, personKeyOf, standingOf, submittersOf } from './voices';

/** Somebody else's co-sign may come in between; each try looks again. */
const TRIES = 6;

/**
 * Joins in a lead of somebody else: one voice a person, which counts for the other lead while this one is merged.
 * Asking twice changes nothing. Refuses one's own lead, a matter that is over or not public (NOT_FOUND where a
 * stranger may not know of it), and more than a few changes of mind.
 */
export const cosignLead = (input: { leadId: string }, call: Call<ResidentCaller>) =>
  changeVoice('cosignLead', input.leadId, call);

/**
 * Takes one's co-sign back, whichever of the merged leads it was given to. Without one nothing changes, and where a
 * stranger may not know of the lead either, it is NOT_FOUND.
 */
export const withdrawCosign = (input: { leadId: string }, call: Call<ResidentCaller>) =>
  changeVoice('withdrawCosign', input.leadId, call);

type Verb = 'cosignLead' | 'withdrawCosign';

async function changeVoice(
  verb: Verb,
  leadId: string,
  call: Call<ResidentCaller>,
): Promise<Result<CosignAnswer>> {
  const { ports, caller } = call;
  const personKey = personKeyOf(caller.openid, ports.digest);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const asked = await ports.leads.find(leadId);
    if (asked === null) return refuse('NOT_FOUND');
    const { mergedInto } = asked.lead;
    const record = mergedInto === null ? asked : await ports.leads.find(mergedInto.leadId);
    if (record === null) return refuse('NOT_FOUND');
    const given: Cosigner = { personKey, leadId, number: asked.lead.number, at: ports.clock.now() };
    const changed = await changeOnce(verb, given, record, call);
    if (!changed.ok) return changed;
    if (changed.value !== 'tooLate') return done(answer(leadId, changed.value, call));
  }
  return refuse('UNAVAILABLE', undefined, { retryAfter: 5 });
}

const answer = (
  leadId: string,
  record: LeadRecord,
  { caller, ports }: Call<ResidentCaller>,
): CosignAnswer => ({
  leadId,
  cosigns: cosignsOf(record, ports.digest),
  cosign: standingOf(record, caller.openid, ports.digest),
});

/** The record after the change; `tooLate` when somebody else changed it meanwhile. */
async function changeOnce(
  verb: Verb,
  given: Cosigner,
  record: LeadRecord,
  call: Call<ResidentCaller>,
): Promise<Result<LeadRecord | 'tooLate'>> {
  const { ports } = call;
  const before = wasDoneBefore(record, call);
  if (!before.ok) return before;
  const hasVoice = record.cosigners.some(({ personKey }) => personKey === given.personKey);
  // What became unknown to strangers since may be left by who joined in before, and is nobody else's to know of.
  const isTheirs = hasVoice || before.value || submittersOf(record, ports.digest).includes(given.personKey);
  if (!isTheirs && strangerReads(record.lead) === null) return refuse('NOT_FOUND');
  if (before.value || hasVoice === (verb === 'cosignLead')) return done(record);
  if (verb === 'cosignLead') {
    const refused = mayNotJoin(given.personKey, record, call);
    if (refused) return refused;
  }
  const cosigners =
    verb === 'cosignLead'
      ? withCosigner(record.cosigners, given)
      : withoutCosigner(record.cosigners, given.personKey);
  const cosigns = supportersOf(cosigners, submittersOf(record, ports.digest)).length;
  const context = { ...call, county: await ports.county(), by: { kind: 'resident' } as const };
  const write = decideOn({ ...record, cosigners }, { type: verb, cosigns }, context);
  if (!write.ok) return write;
  return done((await ports.leads.save(write.value, record.version)) ? write.value.record : 'tooLate');
}

function mayNotJoin(
  personKey: string,
  record: LeadRecord,
  { ports, fingerprint }: Call<ResidentCaller>,
): ReturnType<typeof refuse> | null {
  if (submittersOf(record, ports.digest).includes(personKey)) {
    return refuse('WRONG_STATE', '这是您自己反映的事，不用附议，有消息会告诉您。');
  }
  if (record.cosigners.length >= COSIGNS_MAX) {
    return refuse('WRONG_STATE', '附议的人已经很多，县政协都看到了，不用再附议。');
  }
  const earlier = record.events.filter((sealed) => sealed.fingerprint === fingerprint).length;
  return earlier < COSIGNS_PER_PERSON
    ? null
    : refuse('WRONG_STATE', '您已经改过好几次主意，这一件不能再改了。');
}
