import {
  ANONYMITY_LABELS,
  DATA_PART_LABELS,
  DOOR_LABELS,
  FEEDBACK_REASON_LABELS,
  RELATION_LABELS,
  STAR_WORDS,
} from '@contract/labels-zh';
import type { Role } from '@contract/lead';
import { nameOf, type County } from '../county';
import { calendarOf } from '../deadlines/calendar-of';
import { dayInWords } from '../deadlines/day-in-words';
import { addWorkingDays } from '../deadlines/working-days';
import { isByCode, type LeadEvent, type LeadEventType } from './events';
import { officeTitle } from './holder';

/** An answer a resident can speak of. */
export type AnswerType = 'LeadResolved' | 'LeadFoundUnresolvable';

type Tellers = {
  [Type in LeadEventType]?: (
    event: Extract<LeadEvent, { type: Type }>,
    county: County,
    answer: AnswerType | null,
  ) => string;
};

/** 最晚3月5日（星期四）: so many working days after the event. */
function latest({ at }: LeadEvent, workingDays: number, county: County): string {
  return `最晚${dayInWords(addWorkingDays(at, workingDays, calendarOf(county)), at)}`;
}

/** A sentence with its full stop, however its author ended it. */
const sentence = (words: string): string =>
  /[。！？…]$/u.test(words.trim()) ? words.trim() : `${words.trim()}。`;

/** The same turns as officers read them, in the words of every day, with the date that follows from each. */
const TELLERS: Tellers = {
  LeadSubmitted: ({ splitFrom, onBehalf }) =>
    splitFrom
      ? `从 ${splitFrom.number} 里分出来，单独办。`
      : onBehalf
        ? `替${RELATION_LABELS[onBehalf.relation]}说了这件事，我们收到了。`
        : '您说了这件事，我们收到了。',
  LeadRouted: (event, county) =>
    `先由${officeTitle(event.owner, county)}看，${latest(event, event.acceptWithin, county)}告诉您收不收。`,
  TranscriptConfirmed: () => '听了您的录音，写成了文字。',
  PlaceSet: ({ placeName }) => `地点是${placeName}。`,
  LeadAccepted: (event, county) =>
    `收下了，县政协开始研究，${latest(event, event.decideWithin, county)}给您回音。`,
  SupplementAsked: (event, county) =>
    `想请您补充：${sentence(event.question)}${latest(event, event.answerWithin, county)}。`,
  SupplementGiven: ({ answer }) =>
    answer === '' ? '没有等到您的补充，先按现有的情况接着办。' : `您补充了：${sentence(answer)}`,
  LeadMarkedOutOfScope: ({ door, note }) =>
    `这件事不归政协办。${sentence(note)}可以找：${DOOR_LABELS[door]}。`,
  LeadMerged: ({ into }) => `和 ${into.number} 说的是同一件事，合在一起办。那一件的进展，这里一样告诉您。`,
  LeadUnmerged: () => '和那一件分开了，单独办您这一件。',
  LeadSplit: ({ part }) => `您说的其实是两件事，另一件单独办，编号 ${part.number}。`,
  LeadWithdrawn: tellWithdrawn,
  LeadAdopted: (event, county) =>
    `县政协采纳了。${event.note ? sentence(event.note) : ''}${latest(event, event.handleWithin, county)}告诉您下一步。`,
  LeadDeclined: ({ reason, goTo }) =>
    `研究过了，没有采纳。原因：${sentence(reason)}您可以去：${sentence(goTo)}`,
  LeadReportedUp: () => '您反映的事，县政协写成材料报给县里了。',
  ConsultationHeld: ({ heldOn, place, conclusion, at }) =>
    `${dayInWords(heldOn, at)}在${place}，大家坐下来商量过。商量的结果：${sentence(conclusion)}`,
  LeadHandedOver: (event, county) =>
    `交给${nameOf(county.units, event.unitId)}去办，${latest(event, event.workingDays, county)}答复您（${event.workingDays} 个工作日）。`,
  HandOverAccepted: () => '办事的部门接下了。',
  DeadlineExtended: ({ workingDays, reason, dueAt, at }) =>
    `部门要多用 ${workingDays} 个工作日${dueAt === undefined ? '' : `，改到${dayInWords(dueAt, at)}`}。原因：${sentence(reason)}`,
  OutcomePromised: ({ unitId, dueOn, text, at }, county) =>
    `${nameOf(county.units, unitId)}答应${dayInWords(dueOn, at)}以前办好。${sentence(text)}`,
  LeadResolved: ({ summary }) => `部门说办好了：${sentence(summary)}请您去看看是不是真的好了。`,
  LeadFoundUnresolvable: ({ reason, whatWouldChange }) =>
    `眼下还办不了。原因：${sentence(reason)}什么时候能办：${sentence(whatWouldChange)}`,
  LeadPublished: ({ title }) => `去掉个人信息，公开了：《${title}》。`,
  FeedbackGiven: tellFeedback,
  LeadReopened: (event, county) =>
    `${event.by.kind === 'resident' ? '按您说的，重新办' : '重新办'}，${latest(event, event.acceptWithin, county)}给您回音。${sentence(event.reason)}`,
  ReviewAsked: (event, county) =>
    `您又说没有好，县政协去复查，${latest(event, event.reviewWithin, county)}给您回音。`,
  ReopenRefused: ({ reason }) => `去看过了，不再重新办。原因：${sentence(reason)}`,
  LeadClosed: tellClosed,
  DeadlineMissed: ({ dueAt, at }) => `本来该在${dayInWords(dueAt, at)}以前给您回音，没有做到，是我们晚了。`,
  LeadChased: () => '您催了一次，县政协和正在办的人都看到了。',
  AnonymityChanged: ({ anonymity }) => `您改成了「${ANONYMITY_LABELS[anonymity]}」，从这时起算数。`,
  PersonConfirmed: ({ onHelpersDevice }) =>
    `本人说：是我的事，写的都对。${onHelpersDevice ? '（用帮忙的人的手机说的）' : ''}`,
  PersonDenied: ({ words, onHelpersDevice }) =>
    `本人说：不是我的意思。${words ? sentence(words) : ''}${onHelpersDevice ? '（用帮忙的人的手机说的）' : ''}`,
  DenialSettled: ({ reason }) => `县政协问过本人，接着办。${reason ? sentence(reason) : ''}`,
  DataErased: ({ parts, because }) =>
    `${because === 'asked' ? '按本人说的' : '存到日子了'}，删掉了${parts.map((part) => DATA_PART_LABELS[part]).join('、')}。`,
};

/** Nobody is told that they took back what staff took back for the person it was filed for. */
function tellWithdrawn({ by, reason }: Extract<LeadEvent, { type: 'LeadWithdrawn' }>): string {
  if (by.kind !== 'resident')
    return `县政协问过本人，撤回了，不再办。${reason ? `原因：${sentence(reason)}` : ''}`;
  return reason ? `您撤回了。您说：${sentence(reason)}` : '您撤回了。';
}

/** Only what an officer wrote is told as it was written: the other endings follow from what the resident did or left. */
function tellClosed({ by, reason }: Extract<LeadEvent, { type: 'LeadClosed' }>): string {
  if (by.kind === 'system') return '到了日子，没有听到您说不好，就算办完了。又出问题，随时再说。';
  return by.kind === 'resident' ? '有您这句话，这件事办完了。' : `办完了。${sentence(reason)}`;
}

function tellFeedback(
  { fixed, stars, words, reasons = [], thanks }: Extract<LeadEvent, { type: 'FeedbackGiven' }>,
  _county: County,
  answer: AnswerType | null,
): string {
  const agrees = fixed ? '同意' : '不同意';
  const isFixed = fixed ? '已经好了' : '还没有好';
  const why = reasons.map((reason) => FEEDBACK_REASON_LABELS[reason]).join('、');
  return [
    `您说${answer === 'LeadFoundUnresolvable' ? agrees : isFixed}，选了「${STAR_WORDS[stars - 1] ?? `${stars} 星`}」。`,
    why ? sentence(why) : '',
    words ? sentence(words) : '',
    thanks ? `您谢谢办事的人：${sentence(thanks)}` : '',
  ].join('');
}

/** What happened, as its submitter reads it; null where it is told to everybody in the same words. */
export function tellResident(event: LeadEvent, county: County, answer: AnswerType | null): string | null {
  const teller = TELLERS[event.type] as
    ((event: LeadEvent, county: County, answer: AnswerType | null) => string) | undefined;
  return teller === undefined ? null : teller(event, county, answer);
}

/** The sides as residents call them. */
const SIDES: Record<Role, string> = {
  resident: '您',
  member: '委员',
  convener: '召集人',
  liaison: '联络员',
  staff: '县政协',
  leader: '领导',
  unitOfficer: '部门',
  administrator: '县政协',
  system: '县政协',
};

/** Which side acted, as residents read it. */
export function authorForResident(event: LeadEvent, audience: 'owner' | 'tracker'): string {
  const { by } = event;
  if (event.type === 'PersonConfirmed' || event.type === 'PersonDenied') return '本人';
  // On the own phone it is who helped that reads; by number and code it may be either of the two.
  const isHelped = event.type === 'LeadSubmitted' && event.onBehalf !== undefined;
  if (by.kind === 'resident' && isHelped && audience === 'tracker') return '帮忙说的人';
  if (by.kind === 'resident') return isByCode(by) ? '您（用查询码）' : '您';
  return SIDES[by.kind === 'officer' ? by.role : 'system'];
}
