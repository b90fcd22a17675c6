import {
  DATA_PART_LABELS,
  ANONYMITY_LABELS,
  DOOR_LABELS,
  ESCALATION_LABELS,
  FEEDBACK_REASON_LABELS,
  RELATION_LABELS,
  REPORT_KIND_LABELS,
  ROLE_LABELS,
} from '@contract/labels-zh';
import type { Audience, TimelineEntry } from '@contract/lead-views';
import { groupNameOf, nameOf, type County } from '../county';
import { dueInWords, lateInWords } from '../deadlines/due-in-words';
import { isByCode, type Actor, type Doubted, type LeadEvent, type LeadEventType } from './events';
import { authorForResident, tellResident, type AnswerType } from './story-for-residents';

/** Who reads each kind of event; the committee reads all of them. */
const READERS: Record<LeadEventType, readonly Audience[]> = {
  LeadSubmitted: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadRouted: ['owner', 'tracker', 'liaison', 'member'],
  LeadRerouted: ['liaison', 'member'],
  RouteConfirmed: ['liaison', 'member'],
  TranscriptConfirmed: ['owner', 'tracker', 'liaison', 'member'],
  PlaceSet: ['owner', 'tracker', 'liaison', 'member'],
  DeskTookOver: ['liaison', 'member', 'leader'],
  LeadAccepted: ['owner', 'tracker', 'liaison', 'member', 'leader'],
  SupplementAsked: ['owner', 'tracker', 'liaison', 'member'],
  SupplementGiven: ['owner', 'tracker', 'liaison', 'member'],
  LeadMarkedOutOfScope: ['owner', 'tracker', 'liaison', 'member'],
  LeadMerged: ['owner', 'tracker', 'liaison', 'member'],
  LeadUnmerged: ['owner', 'tracker', 'liaison', 'member'],
  LeadAbsorbed: [],
  LeadReleased: [],
  LeadSplit: ['owner', 'tracker', 'liaison', 'member'],
  LeadWithdrawn: ['owner', 'tracker', 'liaison', 'member'],
  DecisionProposed: [],
  DecisionReturned: [],
  LeadAdopted: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadDeclined: ['owner', 'tracker', 'liaison', 'member', 'leader'],
  LeadReportedUp: ['owner', 'tracker', 'leader'],
  ReportWithdrawn: ['leader'],
  ConsultationHeld: ['owner', 'tracker', 'liaison', 'member', 'leader'],
  LeadHandedOver: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  HandOverAccepted: ['owner', 'tracker', 'unit', 'leader'],
  HandOverReturned: ['unit'],
  // Of the units, only the one that asked (isOfReader).
  ExtensionAsked: ['unit'],
  ExtensionRefused: ['unit'],
  DeadlineExtended: ['owner', 'tracker', 'unit', 'leader'],
  ReplyRecorded: ['unit'],
  OutcomePromised: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadResolved: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadFoundUnresolvable: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadPublished: ['owner', 'tracker', 'liaison', 'member', 'leader'],
  FeedbackGiven: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadReopened: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  ReviewAsked: ['owner', 'tracker', 'leader'],
  ReopenRefused: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadClosed: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  LeadBroadcast: ['liaison', 'member'],
  LeadClaimed: ['liaison', 'member'],
  VisitRecorded: ['liaison', 'member'],
  NoteAdded: [],
  ContactRevealed: [],
  PersonConfirmed: ['owner', 'tracker', 'liaison'],
  PersonDenied: ['owner', 'tracker', 'liaison'],
  DenialSettled: ['owner', 'tracker', 'liaison'],
  DataErased: ['owner', 'tracker'],
  LeadGrouped: [],
  CosignAdded: [],
  CosignWithdrawn: [],
  DeadlineNearing: [],
  DeadlineMissed: ['owner', 'tracker', 'unit', 'leader'],
  LeadChased: ['owner', 'tracker', 'liaison', 'member', 'unit', 'leader'],
  AnonymityChanged: ['owner', 'liaison', 'unit'],
  LeadEscalated: ['leader'],
};

/** The lead's story as this audience may read it, oldest first; `unitIds`: the units its reader answers for. */
export function storyFor(
  audience: Audience,
  events: readonly LeadEvent[],
  county: County,
  unitIds: readonly string[] = [],
): TimelineEntry[] {
  return events
    .filter((event) => audience === 'committee' || READERS[event.type].includes(audience))
    .filter((event) => audience !== 'unit' || isOfReader(event, unitIds))
    .filter(
      ({ type }) => type !== 'LeadReportedUp' || !isToResident(audience) || county.tellsReported === true,
    )
    .map((event) => ({
      at: event.at,
      event: event.type,
      by: isToResident(audience)
        ? authorForResident(event, audience)
        : (speakerOf(event) ?? authorFor(audience, event.by)),
      text: tell(event, county, audience, answerBefore(event, events)),
    }));
}

/** What one unit asked of the committee is not for the units beside it, nor for those that come after it. */
const isOfReader = (event: LeadEvent, unitIds: readonly string[]): boolean =>
  (event.type !== 'ExtensionAsked' && event.type !== 'ExtensionRefused') || unitIds.includes(event.unitId);

/** Where somebody filed for somebody else: which of the two it was. */
function speakerOf(event: LeadEvent): string | null {
  if (event.type === 'PersonConfirmed' || event.type === 'PersonDenied') return '本人';
  return event.type === 'LeadSubmitted' && event.onBehalf !== undefined && event.by.kind === 'resident'
    ? '代办人'
    : null;
}

/** The answer that stood when this happened: what is said of it afterwards is said of that. */
const answerBefore = (event: LeadEvent, events: readonly LeadEvent[]): AnswerType | null =>
  events
    .slice(0, events.indexOf(event))
    .flatMap(({ type }) => (type === 'LeadResolved' || type === 'LeadFoundUnresolvable' ? [type] : []))
    .at(-1) ?? null;

const isToResident = (audience: Audience): audience is 'owner' | 'tracker' =>
  audience === 'owner' || audience === 'tracker';

/** The committee reads who acted, the others which side. */
function authorFor(audience: Audience, by: Actor): string {
  if (isByCode(by) && audience === 'committee') return '群众（用编号和查询码）';
  if (by.kind === 'resident') return '群众';
  if (by.kind === 'system') return '系统';
  const side = by.role === 'staff' ? '县政协' : ROLE_LABELS[by.role];
  return audience === 'committee' ? `${by.name}（${ROLE_LABELS[by.role]}）` : side;
}

/** Why a doubted reply was sent all the same. Residents never read it. */
const tellOverruled = (overruled: Doubted['overruled']): string =>
  overruled === undefined ? '' : `（检查提醒过，仍这样答复：${overruled.note}）`;

type Tellers = {
  [Type in LeadEventType]: (
    event: Extract<LeadEvent, { type: Type }>,
    county: County,
    audience: Audience,
  ) => string;
};

const TELLERS: Tellers = {
  LeadSubmitted: ({ splitFrom, onBehalf, entry }) => {
    if (splitFrom) return `从 ${splitFrom.number} 里分出来，单独办。`;
    if (entry === 'ledger') return '以前的台账里记下的线索。';
    return onBehalf ? `替${RELATION_LABELS[onBehalf.relation]}提交了这条线索。` : '群众提交了这条线索。';
  },
  LeadRouted: ({ owner }, county) =>
    owner.kind === 'countyDesk'
      ? '已分到县政协办公室。'
      : `已分给${nameOf(county.townships, 'townshipId' in owner ? owner.townshipId : null)}的联络员。`,
  LeadRerouted: ({ reason }) => `改派。原因：${reason}`,
  DeskTookOver: ({ bounces }) => `已经转了 ${bounces} 次，由县政协办公室定，不再往下转。`,
  TranscriptConfirmed: () => '听过录音，写成了文字。',
  PlaceSet: ({ placeName }) => `地点定为${placeName}。`,
  RouteConfirmed: ({ route }) => `确认类别：${route.names.category}。`,
  LeadAccepted: () => '已受理。',
  SupplementAsked: ({ question }) => `请补充：${question}`,
  SupplementGiven: ({ answer }) => (answer === '' ? '没有等到补充，按现有情况接着办。' : `补充：${answer}`),
  LeadMarkedOutOfScope: ({ door, note }) => `不属受理范围。${note}可以去：${DOOR_LABELS[door]}。`,
  LeadMerged: ({ into }) => `和 ${into.number} 是同一件事，并在一起办。`,
  LeadUnmerged: () => '撤销并案，单独办理。',
  LeadAbsorbed: ({ other }) => `${other.number} 并入这条线索。`,
  LeadReleased: ({ other }) => `${other.number} 撤销并案。`,
  LeadSplit: ({ part }) => `里面另有一件事，单独立了一条，编号 ${part.number}；两件各办各的。`,
  LeadWithdrawn: ({ reason }) => (reason ? `撤回。原因：${reason}` : '撤回。'),
  DecisionProposed: ({ decision }) =>
    decision.kind === 'adopted'
      ? `建议采纳，等另一位同事确认。${decision.note}`
      : `建议不采纳，等另一位同事确认。${decision.reason}${decision.goTo}`,
  DecisionReturned: ({ note }) => `决定退回再想。${note}`,
  LeadAdopted: ({ note }) => (note ? `县政协采纳。${note}` : '县政协采纳。'),
  LeadDeclined: ({ reason, goTo }) => `没有采纳。${reason}${goTo}`,
  LeadReportedUp: ({ kind, title, recipient, sign }) =>
    `以${REPORT_KIND_LABELS[kind]}《${title}》${sign ? `（${sign}）` : ''}报送${recipient}。`,
  ReportWithdrawn: ({ sign, reason }) => `${sign}作废。原因：${reason}`,
  ConsultationHeld: ({ heldOn, place, conclusion }) => `${sayDate(heldOn)}在${place}协商。${conclusion}`,
  LeadHandedOver: ({ unitId, workingDays }, county) =>
    `交给${nameOf(county.units, unitId)}办理，${workingDays} 个工作日内答复。`,
  HandOverAccepted: () => '承办单位已接收。',
  HandOverReturned: ({ reason, by }) =>
    `${by.kind === 'officer' && by.role === 'staff' ? '县政协收回交办' : '承办单位退回'}。原因：${reason}`,
  ExtensionAsked: ({ unitId, workingDays, reason }, county) =>
    `${nameOf(county.units, unitId)}申请延期 ${workingDays} 个工作日。原因：${reason}`,
  ExtensionRefused: ({ reason }) => `没有同意延期，期限不变。原因：${reason}`,
  DeadlineExtended: ({ workingDays, reason }) => `延期 ${workingDays} 个工作日。原因：${reason}`,
  ReplyRecorded: ({ text, overruled }) => `答复：${text}${tellOverruled(overruled)}`,
  OutcomePromised: ({ unitId, dueOn, text }, county) =>
    `${nameOf(county.units, unitId)}承诺${sayDate(dueOn)}前办好。${text}`,
  LeadResolved: ({ summary, overruled }, _county, audience) =>
    `已解决。${summary}${audience === 'committee' ? tellOverruled(overruled) : ''}`,
  LeadFoundUnresolvable: ({ reason, whatWouldChange, overruled }, _county, audience) =>
    `暂不能解决。${reason}${whatWouldChange}${audience === 'committee' ? tellOverruled(overruled) : ''}`,
  LeadPublished: ({ title }) => `已公开：《${title}》。`,
  FeedbackGiven: tellFeedback,
  LeadReopened: ({ reason }) => `重新办理。${reason}`,
  ReviewAsked: () => '再次说没有解决，等县政协复查。',
  ReopenRefused: ({ reason }) => `复查过了，不再重新办理。原因：${reason}`,
  LeadClosed: ({ reason }) => `办结。${reason}`,
  LeadBroadcast: ({ group, reason }, county) => `紧急呼叫${groupNameOf(group, county)}认领。${reason}`,
  LeadClaimed: ({ name }) => `${name}委员认领。`,
  VisitRecorded: ({ name, text }) => `${name}走访：${text}`,
  NoteAdded: ({ text }) => `备注：${text}`,
  ContactRevealed: ({ reason }) => `查看了联系方式。原因：${reason}`,
  PersonConfirmed: ({ onHelpersDevice }) =>
    `本人确认：是我的事，内容属实。${onHelpersDevice ? '（在代办人的手机上确认）' : ''}`,
  PersonDenied: ({ words, onHelpersDevice }) =>
    `本人说：不是我的意思。${words}${onHelpersDevice ? '（在代办人的手机上说的）' : ''}`,
  DenialSettled: ({ reason }) => `县政协和本人核实过，接着办。${reason}`,
  DataErased: ({ parts, because }) =>
    `${because === 'asked' ? '按本人的要求' : '保存期满，'}删去${parts.map((part) => DATA_PART_LABELS[part]).join('、')}。`,
  LeadGrouped: ({ issueId, reason }) =>
    `${issueId === null ? '移出热点。' : '归入热点。'}${reason ? `原因：${reason}` : ''}`,
  CosignAdded: ({ cosigns }) => `有人附议，现在一共 ${cosigns} 人。`,
  CosignWithdrawn: ({ cosigns }) => `有人收回附议，现在一共 ${cosigns} 人。`,
  DeadlineNearing: (event) => `${dueInWords(event)}，快到了，已经提醒。`,
  LeadEscalated: (event) => `${lateInWords(event)}，报告${ESCALATION_LABELS[event.to]}。`,
  DeadlineMissed: (event) => `${dueInWords(event)}，已经过了。`,
  LeadChased: (event) => `群众催办：${dueInWords(event)}，已经过了，还没有回音。`,
  AnonymityChanged: ({ from, anonymity }) =>
    `群众改了谁能看到：从「${ANONYMITY_LABELS[from]}」改成「${ANONYMITY_LABELS[anonymity]}」。`,
};

/** What the resident thinks of it; the thanks are for who handled it and for the committee alone. */
function tellFeedback(
  { fixed, stars, words, reasons = [], thanks }: Extract<LeadEvent, { type: 'FeedbackGiven' }>,
  _county: County,
  audience: Audience,
): string {
  const why = reasons.map((reason) => FEEDBACK_REASON_LABELS[reason]).join('、');
  const forHandlers = audience === 'unit' || audience === 'committee';
  return [
    `${fixed ? '说已经好了' : '说还没好'}，${stars} 星。`,
    why ? `${why}。` : '',
    words,
    thanks && forHandlers ? `感谢的话：${thanks}` : '',
  ].join('');
}

/** 2026年3月5日 */
function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function tell(event: LeadEvent, county: County, audience: Audience, answer: AnswerType | null): string {
  const plainly = isToResident(audience) ? tellResident(event, county, answer) : null;
  if (plainly !== null) return plainly;
  const teller = TELLERS[event.type] as Tellers[LeadEventType];
  return (teller as (event: LeadEvent, county: County, audience: Audience) => string)(
    event,
    county,
    audience,
  );
}
