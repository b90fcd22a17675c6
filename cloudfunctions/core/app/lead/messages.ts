import { STATUS_WORDS } from '@contract/labels-zh';
import { isByCode, type LeadEvent, type LeadEventType } from '../../domain/lead/events';
import type { Lead } from '../../domain/lead/lead';
import { supportersOf } from '../../domain/lead/cosigners';
import { isPrivate } from '../../domain/lead/lifecycle';
import { storyFor } from '../../domain/lead/story';
import type { LeadRecord, OutboxMessage, SealedEvent, Voices } from '../ports';
import type { Applying } from './applying';
import { submittersOf } from './voices';

/** The turns of the story a resident is told without asking. */
const NEWS: ReadonlySet<LeadEventType> = new Set([
  'LeadAccepted',
  'SupplementAsked',
  'LeadMarkedOutOfScope',
  'LeadMerged',
  'LeadSplit',
  'OutcomePromised',
  'ReopenRefused',
  'LeadUnmerged',
  'LeadAdopted',
  'LeadReportedUp',
  'LeadDeclined',
  'LeadHandedOver',
  'DeadlineExtended',
  'LeadResolved',
  'LeadFoundUnresolvable',
  'LeadReopened',
]);

/** Whether a resident is told of it without asking. */
export const isNews = (type: LeadEventType): boolean => NEWS.has(type);

/** What who only joined in is told: never what was written to the submitter, which may speak of that person. */
const COSIGNERS_NEWS: Partial<Record<LeadEventType, string>> = {
  LeadAccepted: '县政协收下了，开始研究。',
  LeadMarkedOutOfScope: '这件事不归县政协办，已经告诉反映的人该去哪里。',
  LeadAdopted: '县政协采纳了，会向县里和部门反映。',
  LeadDeclined: '县政协研究过，没有采纳。',
  LeadHandedOver: '已经交给部门办理。',
  DeadlineExtended: '部门要多用几天。',
  LeadResolved: '部门说已经解决。要是没好，请您另说一件。',
  LeadFoundUnresolvable: '眼下还解决不了。',
  LeadReopened: '正在重新办理。',
};

/** The messages that go out with these events, in the same write. */
export function messagesFor(
  voices: Voices & Pick<LeadRecord, 'content'>,
  lead: Lead,
  sealed: readonly SealedEvent[],
  { county, digest }: Pick<Applying, 'county' | 'digest'>,
): OutboxMessage[] {
  const news = sealed
    .filter(({ event }) => NEWS.has(event.type) && storyFor('owner', [event], county).length > 0)
    .flatMap(({ seq, event }) => {
      const textOf = (told: LeadEvent): string =>
        `「${STATUS_WORDS[lead.status]}」${storyFor('owner', [told], county)[0]?.text ?? ''}`;
      const text = textOf(event);
      const beside = textOf(asTheyHear(event));
      const submitter = { reporterKey: voices.reporterKey, leadId: lead.id, number: lead.number };
      const submitters = isToldHelper(lead, event) ? [submitter] : [];
      // A question is for the one who can answer it.
      const followers = event.type === 'SupplementAsked' ? [] : voices.followers;
      const toSubmitters = [...submitters, ...followers].map(
        ({ reporterKey: recipientKey, leadId, number }) => ({
          id: leadId === lead.id ? `${lead.id}-${seq}` : `${lead.id}-${seq}-${leadId}`,
          recipientKey,
          leadId,
          number,
          text: leadId === lead.id ? text : beside,
          at: event.at,
          headline: STATUS_WORDS[lead.status],
        }),
      );
      return [
        ...toSubmitters,
        ...toPerson(voices, lead, { seq, event, text }),
        ...toCosigners(voices, lead, { seq, event }, digest),
      ];
    });
  return [...news, ...sealed.flatMap((one) => toldOfDeedByCode(voices, lead, one))];
}

/** What one resident said is not for another to read, though both spoke of the same thing. */
const asTheyHear = (event: LeadEvent): LeadEvent =>
  event.type === 'LeadReopened' && event.by.kind === 'resident'
    ? { ...event, by: { kind: 'system' }, reason: '一起说这件事的人说，还没有好' }
    : event;

const DEEDS_BY_CODE: Partial<Record<LeadEventType, string>> = {
  FeedbackGiven: '说了这件事解决没有',
  SupplementGiven: '补充了情况',
  LeadChased: '催了一次',
};

/** Number and code may be in other hands than the phone they were made on: who submitted it hears what was done with them. */
function toldOfDeedByCode(
  { reporterKey: recipientKey }: Voices,
  lead: Lead,
  { seq, event }: SealedEvent,
): OutboxMessage[] {
  const deed = DEEDS_BY_CODE[event.type];
  if (deed === undefined || !isByCode(event.by) || lead.onBehalf?.news === 'person') return [];
  const { id: leadId, number } = lead;
  const text = `有人用编号和查询码${deed}。不是您的意思，就点开这件事再说一次，或者打县政协的电话。`;
  return [{ id: `${leadId}-${seq}`, recipientKey, leadId, number, text, at: event.at }];
}

/** Who filed it is told, unless it is the person alone who wants to be; a question is always theirs. */
const isToldHelper = ({ onBehalf }: Lead, { by, type }: SealedEvent['event']): boolean =>
  by.kind !== 'resident' && (onBehalf?.news !== 'person' || type === 'SupplementAsked');

/** The person it was filed for, once they confirmed it on a device of their own. */
function toPerson(
  { content }: Pick<LeadRecord, 'content'>,
  { id: leadId, number, onBehalf }: Lead,
  { seq, event, text }: Pick<SealedEvent, 'seq' | 'event'> & { text: string },
): OutboxMessage[] {
  const recipientKey = content.person?.key;
  if (onBehalf === null || onBehalf.news === 'helper' || recipientKey === undefined) return [];
  return [{ id: `${leadId}-${seq}-person`, recipientKey, leadId, number, text, at: event.at }];
}

function toCosigners(
  voices: Voices,
  lead: Lead,
  { seq, event }: Pick<SealedEvent, 'seq' | 'event'>,
  digest: Applying['digest'],
): OutboxMessage[] {
  const news = COSIGNERS_NEWS[event.type];
  // What became private is no longer theirs to follow.
  if (news === undefined || voices.cosigners.length === 0 || isPrivate(lead)) return [];
  return supportersOf(voices.cosigners, submittersOf(voices, digest)).map((recipientKey) => {
    const given = voices.cosigners.find(({ personKey }) => personKey === recipientKey);
    return {
      id: `${lead.id}-${seq}-${recipientKey}`,
      recipientKey,
      leadId: given?.leadId ?? lead.id,
      number: given?.number ?? lead.number,
      text: `您附议的事「${STATUS_WORDS[lead.status]}」：${news}`,
      at: event.at,
    };
  });
}
