import type { Grant } from '@contract/directory';
import { nameOf, type County } from '../../domain/county';
import type { LeadEvent } from '../../domain/lead/events';
import type { Lead } from '../../domain/lead/lead';
import { isPrivate } from '../../domain/lead/lifecycle';
import { calendarOf } from '../../domain/deadlines/calendar-of';
import { deadlineOf } from '../../domain/deadlines/deadline-of';
import { dayInWords } from '../../domain/deadlines/day-in-words';
import { dueInWords, lateInWords } from '../../domain/deadlines/due-in-words';
import { officeHolder } from '../../domain/deadlines/offices-above';
import { addWorkingDays } from '../../domain/deadlines/working-days';
import { holderOf, officeNameOf } from '../../domain/lead/holder';
import { officeDueAt } from '../../domain/lead/turn';
import { placeNameOf } from '../../domain/permissions/view-for';
import type { KnownPerson } from '../../domain/publication/find-identifiers';
import { hideSubmitter } from '../../domain/publication/hide-submitter';
import type { OutboxMessage, SealedEvent } from '../ports';

/** Under which key a group of officers, or one of them, is sent something. A group's message is one message, read by all of it. */
export const STAFF_KEY = 'group:staff';
export const accountKey = (accountId: string): string => `account:${accountId}`;
const sectorKey = (sectorId: string): string => `group:g:${sectorId}`;
const townshipKey = (townshipId: string): string => `group:t:${townshipId}`;
export const unitKey = (unitId: string): string => `group:u:${unitId}`;

/** Every key under which this person is sent something. */
export function keysOfOfficer({ id, grants }: { id: string; grants: readonly Grant[] }): string[] {
  const keys = grants.flatMap(({ role, sectorId, townshipId, unitId }) => [
    ...(role === 'staff' ? [STAFF_KEY] : []),
    ...(sectorId ? [sectorKey(sectorId)] : []),
    ...(townshipId ? [townshipKey(townshipId)] : []),
    ...(unitId ? [unitKey(unitId)] : []),
  ]);
  return [...new Set([accountKey(id), ...keys])];
}

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;

interface Telling {
  recipientKey: string;
  text: string;
}

/**
 * What officers are told with these events, in the same write; no word of the resident and no name of one. `before` is
 * the lead without them, null for one that was just sent in; `known` are those whose names and numbers nobody is told.
 */
export function officerMessagesFor(
  before: Pick<Lead, 'owner'> | null,
  lead: Lead,
  sealed: readonly SealedEvent[],
  county: County,
  known: readonly KnownPerson[] = [],
): OutboxMessage[] {
  // What is already late needs no reminder that it will be.
  const isLate = sealed.some(({ event }) => event.type === 'DeadlineMissed');
  const worthTelling = sealed.filter(({ event }) => !(isLate && event.type === 'DeadlineNearing'));
  return worthTelling.flatMap(({ seq, event }) =>
    [...arrival(before, lead, event, county), ...tellingsOf(lead, event, county, known)].map(
      ({ recipientKey, text }) => ({
        id: `${lead.id}-${seq}-${recipientKey}`,
        leadId: lead.id,
        number: lead.number,
        recipientKey,
        text,
        at: event.at,
      }),
    ),
  );
}

/**
 * A township hears of each lead that comes to it to be accepted: it has few, and looks at no queue all day. The desk has
 * its queue and the morning's message, and stands in for an office that nobody holds.
 */
function arrival(
  before: Pick<Lead, 'owner'> | null,
  lead: Lead,
  event: LeadEvent,
  county: County,
): Telling[] {
  const { owner } = lead;
  if (owner.kind !== 'liaison' && owner.kind !== 'convener') return [];
  const wasThere = before?.owner.kind === owner.kind && before.owner.townshipId === owner.townshipId;
  if (wasThere || !('owner' in event) || lead.clock?.kind !== 'accept') return [];
  const holder = holderOf(owner, county);
  const dueAt = officeDueAt(lead, calendarOf(county));
  if (holder === null || dueAt === null) return [];
  const text = `新来一件：${aboutOf(lead, county)}。最晚${dayInWords(dueAt, event.at)}受理。`;
  return [{ recipientKey: accountKey(holder.accountId), text }];
}

/** Where the lead lies now. */
function holderKey({ owner }: Lead, county: County): string {
  switch (owner.kind) {
    case 'countyDesk':
      return STAFF_KEY;
    case 'unit':
      return unitKey(owner.unitId);
    case 'liaison':
    case 'convener': {
      // Of an empty office the desk hears.
      const holder = holderOf(owner, county);
      return holder ? accountKey(holder.accountId) : STAFF_KEY;
    }
  }
}

/** The desk knows what it took back itself. */
const isByUnit = ({ by }: LeadEvent): boolean => by.kind === 'officer' && by.role === 'unitOfficer';

/** What was handed over waits for no reminder: the unit in charge reads by when, those beside it whom to help. */
function handedOver(event: EventOf<'LeadHandedOver'>, about: string, county: County): Telling[] {
  const { unitId, supportingUnitIds, workingDays, at } = event;
  const day = dayInWords(addWorkingDays(at, workingDays, calendarOf(county)), at);
  const inCharge = { recipientKey: unitKey(unitId), text: `交办来了：${about}。请先接收，最晚${day}答复。` };
  const beside = supportingUnitIds.map((id) => ({
    recipientKey: unitKey(id),
    text: `请协办：${about}。由${nameOf(county.units, unitId)}主办，最晚${day}答复。`,
  }));
  return [inCharge, ...beside];
}

/**
 * More time, with the day it ends on: the unit may have asked for it here or by telephone. Those beside it read the day
 * and nothing else: why, and whether anybody asked, lies between the unit in charge and the desk.
 */
function extended(
  { handOver }: Lead,
  event: EventOf<'DeadlineExtended'>,
  about: string,
  county: County,
): Telling[] {
  if (handOver === null) return [];
  const { workingDays, dueAt, at, reason } = event;
  const day = dueAt === undefined ? '' : `，现在最晚${dayInWords(dueAt, at)}答复`;
  const text = `延期了 ${workingDays} 个工作日：${about}${day}。原因：${reason}`;
  const beside = handOver.supportingUnitIds.map((id) => ({
    recipientKey: unitKey(id),
    text: `协办的一件延期了：${about}。由${nameOf(county.units, handOver.unitId)}主办${day}。`,
  }));
  return [{ recipientKey: unitKey(handOver.unitId), text }, ...beside];
}

/** The date stays: when it is, or that it has passed. */
function extensionRefused(
  lead: Lead,
  { unitId, reason, at }: EventOf<'ExtensionRefused'>,
  about: string,
  county: County,
): Telling {
  const deadline = deadlineOf(lead, calendarOf(county));
  const day = deadline === null ? '' : `，还是最晚${dayInWords(deadline.dueAt, at)}答复`;
  const late = lead.overdue ? '，已经过期，请抓紧' : '';
  return { recipientKey: unitKey(unitId), text: `没有同意延期：${about}${day}${late}。原因：${reason}` };
}

/** Where and what kind of thing, never in the resident's words. */
const aboutOf = (lead: Lead, county: County): string =>
  isPrivate(lead)
    ? '一件不公开的事'
    : [placeNameOf(lead, county), nameOf(county.categories, lead.route?.categoryId ?? null)]
        .filter(Boolean)
        .join('，');

function tellingsOf(lead: Lead, event: LeadEvent, county: County, known: readonly KnownPerson[]): Telling[] {
  const about = aboutOf(lead, county);
  if (event.type === 'DeadlineNearing' || event.type === 'DeadlineMissed') {
    const text = `${event.type === 'DeadlineMissed' ? '超期了' : '快到期了'}：${about}，${dueInWords(event)}。`;
    return [{ recipientKey: holderKey(lead, county), text }];
  }
  if (event.type === 'LeadChased') {
    const text = `群众在催：${about}，${dueInWords(event)}，已经过了，现在在${officeNameOf(lead, county)}。请尽快给个回音。`;
    return [...new Set([holderKey(lead, county), STAFF_KEY])].map((recipientKey) => ({ recipientKey, text }));
  }
  if (event.type === 'SupplementGiven' && event.by.kind === 'resident')
    return [{ recipientKey: holderKey(lead, county), text: `群众补充了情况：${about}。` }];
  if (event.type === 'LeadReopened' && event.by.kind === 'resident') {
    const dueAt = officeDueAt(lead, calendarOf(county));
    const by = dueAt === null ? '' : `最晚${dayInWords(dueAt, event.at)}受理。`;
    return [{ recipientKey: holderKey(lead, county), text: `群众说没有解决，又打开了：${about}。${by}` }];
  }
  if (event.type === 'LeadEscalated') {
    const office = officeHolder(event.to, lead, county);
    const text = `${about}，${lateInWords(event)}，现在在${officeNameOf(lead, county)}，请您过问。`;
    return office === null ? [] : [{ recipientKey: accountKey(office.accountId), text }];
  }
  if (event.type === 'LeadHandedOver') return handedOver(event, about, county);
  if (event.type === 'HandOverReturned' && isByUnit(event)) {
    const unit = nameOf(county.units, lead.handOver?.unitId ?? null);
    return [{ recipientKey: STAFF_KEY, text: `${unit}退回了交办：${about}。原因：${event.reason}` }];
  }
  if (event.type === 'ExtensionAsked') {
    const unit = nameOf(county.units, event.unitId);
    const text = `${unit}申请延期 ${event.workingDays} 个工作日：${about}。原因：${event.reason}`;
    return [{ recipientKey: STAFF_KEY, text }];
  }
  if (event.type === 'DeadlineExtended') return extended(lead, event, about, county);
  if (event.type === 'ExtensionRefused') return [extensionRefused(lead, event, about, county)];
  if (event.type === 'LeadBroadcast') {
    const { group } = event;
    const recipientKey = group.kind === 'sector' ? sectorKey(group.sectorId) : townshipKey(group.townshipId);
    return [{ recipientKey, text: `紧急，请认领：${about}。${hideSubmitter(event.reason, known)}` }];
  }
  if (event.type === 'LeadClaimed' && lead.broadcast?.claimedAfterMinutes != null) {
    const text = `紧急线索有人认领了：${about}，${event.name}，用了${minutesInWords(lead.broadcast.claimedAfterMinutes)}。`;
    return [{ recipientKey: STAFF_KEY, text }];
  }
  return [];
}

const minutesInWords = (minutes: number): string => (minutes < 1 ? '不到 1 分钟' : ` ${minutes} 分钟`);
