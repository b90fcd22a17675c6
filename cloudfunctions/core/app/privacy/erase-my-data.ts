import type { DataPart, ErasurePlan, ErasureReceipt, UnderWay } from '@contract/personal-data';
import { isAllowed } from '../../domain/lead/lifecycle';
import { isOver } from '../../domain/privacy/over-at';
import { done, refuse, type Result } from '../../domain/result';
import { decideOn } from '../lead/change-lead';
import { summarise } from '../lead/queue-summary';
import { personKeyOf } from '../lead/voices';
import type { Call, LeadRecord, Ports, ResidentCaller } from '../ports';
import { eraseFromLead } from './erase-lead';
import { filesOf, GONE_PREFIX, partsHeld, unlinked } from './erase-parts';
import { calendarOf, indexOf } from '../lead/record';

const MOST = 1_000;
/** How many leads one call takes on; the next call goes on with the rest. */
const SHARE = 60;
const PORTION = 100;
/** Of a matter that goes on only what is needed to go on with it stays. */
const STAYS_UNDER_WAY: readonly DataPart[] = ['text', 'place', 'words'];
const RESIDENT = { kind: 'resident' } as const;

/** What erasing everything of the caller's would mean. Changes nothing. */
export async function checkErasure(
  _input: unknown,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<ErasurePlan>> {
  return done(await planFor(caller, ports));
}

/**
 * Erases everything of the caller's own: contact, the person it was filed for, files, later words, messages, and who it
 * was. What is over loses its text too; of what is under way the caller says whether it goes on without their name or is
 * taken back where it can be. Figures stay, the log stays whole and tells of it. Cut off anywhere, the same request goes
 * on; `isDone` false asks for the same call once more.
 */
export async function eraseMyData(
  { underWay }: { underWay: UnderWay },
  { ports, caller, requestId }: Call<ResidentCaller>,
): Promise<Result<ErasureReceipt>> {
  const id = `E${ports.digest(`${caller.openid}\n${requestId}`).slice(0, 24)}`;
  const noted = (await ports.personalData.readErasure(id)) ?? (await begin(id, underWay, caller, ports));
  const { receipt, pseudonym } = noted;
  if (pseudonym === null) return done(receipt);
  const isEmpty = await eraseLeads(underWay, pseudonym, caller, ports);
  if (isEmpty === 'busy') return refuse('UNAVAILABLE', undefined, { retryAfter: 2 });
  if (!isEmpty) return done(receipt);
  if (!(await leaveVoices(pseudonym, caller, ports)))
    return refuse('UNAVAILABLE', undefined, { retryAfter: 2 });
  const keys = [caller.openid, personKeyOf(caller.openid, ports.digest)];
  while ((await ports.personalData.removeNotices(keys, PORTION)) > 0);
  await ports.personalData.removeConsents(caller.openid);
  const finished = { ...receipt, isDone: true };
  await ports.personalData.endErasure(id, finished);
  return done(finished);
}

async function planFor({ openid }: ResidentCaller, ports: Ports): Promise<ErasurePlan> {
  const personKey = personKeyOf(openid, ports.digest);
  const county = await ports.county();
  const [records, voiced, notices] = await Promise.all([
    ports.leads.listByReporter(openid, null, MOST),
    ports.personalData.listVoiced(personKey, MOST),
    ports.personalData.countNotices([openid, personKey]),
  ]);
  return {
    leads: records.length,
    underWay: records
      .filter(({ lead }) => !isOver(lead))
      .map((record) => ({
        number: record.lead.number,
        excerpt: summarise(record, county, ports.digest).excerpt,
        canWithdraw: isAllowed(record.lead, 'withdrawLead'),
      })),
    contacts: records.filter(({ content }) => content.contact !== null).length,
    persons: records.filter(({ content }) => content.person !== undefined).length,
    files: records.reduce((sum, { content, lead }) => sum + filesOf(content, lead).length, 0),
    cosigns: voiced.filter(({ cosigners }) => cosigners.some((one) => one.personKey === personKey)).length,
    notices,
  };
}

async function begin(id: string, underWay: UnderWay, caller: ResidentCaller, ports: Ports) {
  const { underWay: open, ...counts } = await planFor(caller, ports);
  const taken = underWay === 'withdraw' ? open.filter(({ canWithdraw }) => canWithdraw).length : 0;
  const receipt = { ...counts, id, at: ports.clock.now(), textsKept: open.length - taken, isDone: false };
  return ports.personalData.beginErasure(id, { receipt, pseudonym: `${GONE_PREFIX}${ports.random.token()}` });
}

/** True once none is left, false while there are more than a call's share, `busy` while others keep changing one. */
async function eraseLeads(
  underWay: UnderWay,
  pseudonym: string,
  { openid }: ResidentCaller,
  ports: Ports,
): Promise<boolean | 'busy'> {
  for (let round = 0; round < 4; round += 1) {
    const records = await ports.leads.listByReporter(openid, null, SHARE);
    if (records.length === 0) return true;
    let erased = 0;
    for (const record of records)
      if (await eraseOne(record, { underWay, pseudonym, openid }, ports)) erased += 1;
    if (erased === SHARE) return false;
  }
  return 'busy';
}

async function eraseOne(
  record: LeadRecord,
  { underWay, pseudonym, openid }: { underWay: UnderWay; pseudonym: string; openid: string },
  ports: Ports,
): Promise<boolean> {
  const { mergedInto } = record.lead;
  // Where it went together with another first: once the lead itself is nobody's, the other could no longer be found.
  if (mergedInto !== null && !(await unlinkIn(mergedInto.leadId, openid, pseudonym, ports))) return false;
  const ended = underWay === 'withdraw' ? await withdrawn(record, ports) : record;
  const parts = partsHeld(ended).filter((part) => isOver(ended.lead) || !STAYS_UNDER_WAY.includes(part));
  return eraseFromLead(ended, { parts, because: 'asked', pseudonym, by: RESIDENT }, ports);
}

/** The record taken back where the lifecycle still lets it be; written with what is erased, in one. */
async function withdrawn(record: LeadRecord, ports: Ports): Promise<LeadRecord> {
  if (!isAllowed(record.lead, 'withdrawLead')) return record;
  const asked = { requestId: `erase-withdraw-${record.version}`, fingerprint: '' };
  const county = await ports.county();
  const write = decideOn(
    record,
    { type: 'withdrawLead', reason: '' },
    { ports, county, by: RESIDENT, ...asked },
  );
  return write.ok ? { ...write.value.record, version: record.version } : record;
}

async function leaveVoices(pseudonym: string, { openid }: ResidentCaller, ports: Ports): Promise<boolean> {
  const personKey = personKeyOf(openid, ports.digest);
  for (let round = 0; round < 20; round += 1) {
    const voiced = await ports.personalData.listVoiced(personKey, PORTION);
    if (voiced.length === 0) return true;
    for (const { lead } of voiced) await unlinkIn(lead.id, openid, pseudonym, ports);
  }
  return false;
}

/** Puts the other name into somebody else's lead; true when it stands there. Nothing anybody decides on changes. */
async function unlinkIn(leadId: string, openid: string, pseudonym: string, ports: Ports): Promise<boolean> {
  const record = await ports.leads.find(leadId);
  if (record === null) return true;
  const county = await ports.county();
  const context = { county, calendar: calendarOf(county), digest: ports.digest };
  const renamed = {
    ...unlinked(record, openid, { digest: ports.digest, pseudonym }),
    version: record.version + 1,
  };
  // The lead's own submitter is erased with the lead itself.
  const other = { ...renamed, reporterKey: record.reporterKey };
  return ports.leads.save({ record: other, index: indexOf(other, context) }, record.version);
}
