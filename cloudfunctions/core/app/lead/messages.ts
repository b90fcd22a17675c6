import { STATUS_WORDS } from '@contract/labels-zh';
import type { County } from '../../domain/county';
import { isByCode, type LeadEvent, type LeadEventType } from '../../domain/lead/events';
import type { Lead } from '../../domain/lead/lead';
import { supportersOf } from '../../domain/lead/cosigners';
import { isPrivate } from '../../domain/lead/lifecycle';
import { storyFor } from '../../domain/lead/story';
import type { LeadRecord, OutboxMessage, SealedEvent, Voices } from '../ports';
import type { Applying } from './applying';
import type { Follower } from './lead-record';
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

/** Who took it back themselves knows; what staff took back for the person is told to who filed it. */
const isTold = ({ type, by }: LeadEvent): boolean =>
  isNews(type) || (type === 'LeadWithdrawn' && by.kind === 'officer');

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
export const messagesFor = (
  voices: Voices & Pick<LeadRecord, 'content'>,
  lead: Lead,
  sealed: readonly SealedEvent[],
  applying: Pick<Applying, 'county' | 'digest'>,
): OutboxMessage[] => [
  ...sealed.flatMap((one) => newsOf(voices, lead, one, applying)),
  ...sealed.flatMap((one) => toldOfDeedByCode(voices, lead, one)),
];

/** What one event says to everybody who follows the lead; nothing when its turn of the story is not told unasked. */
function newsOf(
  voices: Voices & Pick<LeadRecord, 'content'>,
  lead: Lead,
  { seq, event }: SealedEvent,
  { county, digest }: Pick<Applying, 'county' | 'digest'>,
): OutboxMessage[] {
  const story = isTold(event) ? tellOwner(event, county) : undefined;
  if (story === undefined) return [];
  const headline = STATUS_WORDS[lead.status];
  const news: News = { seq, event, headline, text: `「${headline}」${story}` };
  return [
    ...toSubmitter(voices, lead, news),
    ...toFollowers(voices, lead, news, county),
    ...toPerson(voices, lead, news),
    ...toCosigners(voices, lead, news, digest),
  ];
}

/** One event as it is told: the state it led to, and that with the story. */
interface News extends Pick<SealedEvent, 'seq' | 'event'> {
  headline: string;
  text: string;
}

const tellOwner = (event: LeadEvent, county: County): string | undefined =>
  storyFor('owner', [event], county)[0]?.text;

function toSubmitter(
  { reporterKey: recipientKey }: Voices,
  lead: Lead,
  { seq, event, headline, text }: News,
): OutboxMessage[] {
  if (!isToldHelper(lead, event)) return [];
  const { id: leadId, number } = lead;
  return [{ id: `${leadId}-${seq}`, recipientKey, leadId, number, text, at: event.at, headline }];
}

/** A question is for the one who can answer it; what was split off is of the one whose words those are. */
const OWNERS_ALONE: readonly LeadEventType[] = ['SupplementAsked', 'LeadSplit'];

/** Those whose own lead was merged into this one, each under their own number. */
function toFollowers(
  { followers }: Voices,
  { id }: Lead,
  { seq, event, headline }: News,
  county: County,
): OutboxMessage[] {
  if (followers.length === 0 || OWNERS_ALONE.includes(event.type)) return [];
  const text = `「${headline}」${tellOwner(asTheyHear(event), county) ?? ''}`;
  return followers.flatMap((follower) => {
    const { leadId, number } = follower;
    const told = { leadId, number, text, at: event.at };
    return [
      ...(follower.news === 'person'
        ? []
        : [{ ...told, id: `${id}-${seq}-${leadId}`, recipientKey: follower.reporterKey, headline }]),
      ...(hearsThemselves(follower)
        ? [{ ...told, id: `${id}-${seq}-${leadId}-person`, recipientKey: follower.personKey }]
        : []),
    ];
  });
}

/** The person a merged lead was filed for, as far as they chose to be told and have a device of their own. */
const hearsThemselves = (follower: Follower): follower is Follower & { personKey: string } =>
  follower.personKey !== undefined && (follower.news === 'person' || follower.news === 'both');

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
  { seq, event, text }: News,
): OutboxMessage[] {
  const recipientKey = content.person?.key;
  if (onBehalf === null || onBehalf.news === 'helper' || recipientKey === undefined) return [];
  return [{ id: `${leadId}-${seq}-person`, recipientKey, leadId, number, text, at: event.at }];
}

function toCosigners(
  voices: Voices,
  lead: Lead,
  { seq, event, headline }: News,
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
      text: `您附议的事「${headline}」：${news}`,
      at: event.at,
    };
  });
}
