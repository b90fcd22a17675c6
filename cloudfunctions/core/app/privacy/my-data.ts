import type { MyData, MyLeadData } from '@contract/personal-data';
import type { Contact } from '@contract/lead';
import { done, type Result } from '../../domain/result';
import { presentToResident } from '../lead/present-lead';
import { orderOf } from '../lead/record';
import { personKeyOf } from '../lead/voices';
import type { Call, LeadRecord, Ports, ResidentCaller } from '../ports';

const PAGE = 20;
/** More co-signs and messages than these nobody has; what is older has been swept. */
const MOST = 500;

/**
 * Everything kept about the caller and nothing about anybody else: leads as they read them, with contact and readings of it
 * in the clear, what they joined in, what they were sent. A page at a time; refuses nothing.
 */
export async function getMyData(
  { cursor }: { cursor?: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<MyData>> {
  const records = await ports.leads.listByReporter(caller.openid, cursor ?? null, PAGE + 1);
  const page = records.slice(0, PAGE);
  const leads = await Promise.all(page.map((record) => ofLead(record, ports)));
  const last = page.at(-1);
  const nextCursor = records.length > PAGE && last ? orderOf(last.lead) : null;
  return done({
    leads,
    nextCursor,
    ...(cursor === undefined ? await beside(caller, ports) : NOTHING_BESIDE),
  });
}

const NOTHING_BESIDE = { cosigns: [], notices: [], wechatMessagesLeft: 0 };

async function ofLead(record: LeadRecord, ports: Ports): Promise<MyLeadData> {
  const { contact, person } = record.content;
  return { lead: await presentToResident(record, ports), contact, person: named(person) };
}

/** Without the key under which a device is told: it says nothing to anybody. */
function named(person: LeadRecord['content']['person']): Contact | null {
  if (person === undefined) return null;
  const { key: _key, ...contact } = person;
  return contact;
}

async function beside(
  { openid }: ResidentCaller,
  ports: Ports,
): Promise<Omit<MyData, 'leads' | 'nextCursor'>> {
  const personKey = personKeyOf(openid, ports.digest);
  const templates = ((await ports.county()).wechatTemplates ?? []).map(({ id }) => id);
  const [voiced, notices, wechatMessagesLeft] = await Promise.all([
    ports.personalData.listVoiced(personKey, MOST),
    ports.notices.list([openid, personKey], MOST),
    ports.reminders.left(openid, templates),
  ]);
  return {
    cosigns: voiced.flatMap(({ cosigners }) =>
      cosigners
        .filter((cosigner) => cosigner.personKey === personKey)
        .map(({ number, at }) => ({ number, at })),
    ),
    notices: notices.map(({ at, number, text }) => ({ at, number, text })),
    wechatMessagesLeft,
  };
}
