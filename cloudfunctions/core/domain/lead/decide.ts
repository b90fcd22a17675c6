import type { Evidence, FeedbackReason, Route } from '@contract/lead';
import { FEEDBACK_REASON_LABELS } from '@contract/labels-zh';
import { alarmsOf } from '../deadlines/alarms';
import { deadlineOf, workingDaysLeft } from '../deadlines/deadline-of';
import { chinaDate, isDate } from '../deadlines/working-days';
import { done, refuse, type Result } from '../result';
import type { CommandOf, DecideContext, LeadCommand, LeadCommandName } from './commands';
import type { Doubted, LeadEvent, LeadFact } from './events';
import { askExtension, extendDeadline, refuseExtension } from './extension';
import { COUNTY_DESK, type Lead } from './lead';
import { isAllowed, isForDeskToDecide, isPrivate, MOST_BOUNCES } from './lifecycle';
import { confirmDecision, propose, returnDecision } from './second-pair-of-eyes';
import { wrongState } from './wrong-state';

type Later = Exclude<LeadCommandName, 'submitLead'>;
type Decider<Name extends Later> = (
  lead: Lead,
  command: CommandOf<Name>,
  context: DecideContext,
) => LeadFact[] | ReturnType<typeof refuse>;

/** What the command makes happen to the lead, or why not: WRONG_STATE, or a refusal of the command's own. Pure. */
export function decide(lead: Lead | null, command: LeadCommand, context: DecideContext): Result<LeadEvent[]> {
  if (command.type === 'submitLead') return done(submit(command, context));
  if (lead === null) return refuse('NOT_FOUND');
  // Whether the unit in charge asked for more time is not told to the units beside it, by no kind of refusal either.
  if (command.type === 'askExtension' && isBeside(lead, context.unitId))
    return refuse('FORBIDDEN', IN_CHARGE);
  if (!isAllowed(lead, command.type)) return refuse('WRONG_STATE', wrongState(lead, command.type));
  const decider = DECIDERS[command.type] as Decider<Later>;
  const decided = decider(lead, command as CommandOf<Later>, context);
  return Array.isArray(decided) ? done(stamp(decided, context)) : decided;
}

const stamp = (facts: LeadFact[], context: DecideContext): LeadEvent[] =>
  facts.map((fact) => ({ ...fact, at: context.at, by: context.by }));

/** The resident submits; placing it is the system's own deed in the same moment. */
function submit(command: CommandOf<'submitLead'>, context: DecideContext): LeadEvent[] {
  const { type: _, route, owner, ...submitted } = command;
  const { acceptWithin } = context.policy;
  return [
    ...stamp([{ type: 'LeadSubmitted', ...submitted }], context),
    ...stamp([{ type: 'LeadRouted', route, owner, acceptWithin }], { ...context, by: { kind: 'system' } }),
  ];
}

/** Every command's own rule, once the lifecycle allows it. */
const DECIDERS: { [Name in Later]: Decider<Name> } = {
  acceptLead: (_lead, _command, { policy }) => [{ type: 'LeadAccepted', decideWithin: policy.decideWithin }],
  rerouteLead: (lead, { route, owner, placeId, reason }, { policy, by }) => {
    if (isForDeskToDecide(lead) && !isStaff(by)) return refuse('FORBIDDEN', DESK_DECIDES);
    if (takesOthersAlong(lead, route)) return refuse('INVALID_INPUT', UNMERGE_FIRST);
    return [
      {
        type: 'LeadRerouted',
        route,
        owner: lead.bounces + 1 >= MOST_BOUNCES ? COUNTY_DESK : owner,
        placeId,
        reason,
        acceptWithin: policy.acceptWithin,
      },
      ...lastBounce(lead),
    ];
  },
  confirmRoute: (lead, { route, owner }) =>
    takesOthersAlong(lead, route)
      ? refuse('INVALID_INPUT', UNMERGE_FIRST)
      : [{ type: 'RouteConfirmed', route, owner: holderOf(lead, owner) }],
  setPlace: (lead, { route, owner, placeId, placeName }) => [
    { type: 'PlaceSet', route, owner: holderOf(lead, owner), placeId, placeName },
  ],
  confirmTranscript: (lead, { contentHash, placed }) => [
    {
      type: 'TranscriptConfirmed',
      contentHash,
      ...(placed && { placed: { ...placed, owner: holderOf(lead, placed.owner) } }),
    },
  ],
  askForSupplement: (lead, { question }, { at, policy, calendar }) => [
    {
      type: 'SupplementAsked',
      question,
      answerWithin: policy.supplementWithin,
      workingDaysLeft: workingDaysLeft(lead.clock, at, calendar),
    },
  ],
  giveSupplement: (_lead, { text }) => [{ type: 'SupplementGiven', answer: text }],
  markOutOfScope: (_lead, { door, note }) => [{ type: 'LeadMarkedOutOfScope', door, note }],
  mergeLead: (lead, { into, reason }, { at, calendar }) =>
    into.leadId === lead.id
      ? refuse('INVALID_INPUT', '不能并入自己，请填另一条线索的编号。', { field: 'intoNumber' })
      : [{ type: 'LeadMerged', into, reason, workingDaysLeft: workingDaysLeft(lead.clock, at, calendar) }],
  unmergeLead: (_lead, { reason }) => [{ type: 'LeadUnmerged', reason }],
  splitLead: (_lead, { part, reason }) => [{ type: 'LeadSplit', part, reason }],
  broadcastLead: (_lead, { group, reason }) => [{ type: 'LeadBroadcast', group, reason }],
  absorbLead: (_lead, { other }) => [{ type: 'LeadAbsorbed', other }],
  releaseLead: (lead, { other }) =>
    lead.absorbed.some(({ leadId }) => leadId === other.leadId) ? [{ type: 'LeadReleased', other }] : [],
  withdrawLead: (_lead, { reason }) => [{ type: 'LeadWithdrawn', reason: reason ?? '' }],
  adoptLead: (_lead, { note = '' }, context) => propose({ kind: 'adopted', note }, context),
  declineLead: (_lead, { reason, goTo }, context) => propose({ kind: 'declined', reason, goTo }, context),
  confirmDecision: (lead, _command, context) => confirmDecision(lead, context),
  returnDecision: (_lead, { note }) => returnDecision(note),
  reportUp: (_lead, { type: _, ...paper }) => [{ type: 'LeadReportedUp', ...paper }],
  withdrawReport: (_lead, { type: _, ...withdrawn }, { policy }) => [
    { type: 'ReportWithdrawn', ...withdrawn, handleWithin: policy.handleWithin },
  ],
  holdConsultation: (_lead, { type: _, ...record }) => [{ type: 'ConsultationHeld', ...record }],
  handOver: (_lead, { unitId, supportingUnitIds = [], workingDays }) =>
    supportingUnitIds.includes(unitId)
      ? refuse('INVALID_INPUT', '主办单位不能同时是协办单位。', { field: 'supportingUnitIds' })
      : [{ type: 'LeadHandedOver', unitId, supportingUnitIds: [...new Set(supportingUnitIds)], workingDays }],
  acceptHandOver: (lead, _command, { unitId }) => byLeadUnit(lead, unitId, [{ type: 'HandOverAccepted' }]),
  returnHandOver: (lead, { reason }, { policy, unitId }) =>
    isForDeskToDecide(lead) && unitId !== undefined
      ? refuse('FORBIDDEN', DESK_DECIDES)
      : byLeadUnit(lead, unitId, [
          { type: 'HandOverReturned', reason, handleWithin: policy.handleWithin },
          ...lastBounce(lead),
        ]),
  askExtension: (lead, command, { unitId }) => byLeadUnit(lead, unitId, askExtension(lead, command)),
  extendDeadline,
  refuseExtension,
  recordReply: (lead, { text, evidence, overruled }, { unitId }) =>
    byLeadUnit(lead, unitId, [
      { type: 'ReplyRecorded', text, unitId: unitId ?? null, ...shown(evidence), ...doubted(overruled) },
    ]),
  resolveLead: (_lead, { summary, overruled }, { policy }) => [
    { type: 'LeadResolved', summary, feedbackWithin: policy.feedbackWithin, ...doubted(overruled) },
  ],
  markUnresolvable: (_lead, { reason, whatWouldChange, overruled }, { policy: { feedbackWithin } }) => [
    { type: 'LeadFoundUnresolvable', reason, whatWouldChange, feedbackWithin, ...doubted(overruled) },
  ],
  promiseOutcome: promiseOutcome,
  publishLead: (_lead, { title, text }) => [{ type: 'LeadPublished', title, text }],
  giveFeedback: (lead, { type: _, words = '', ...given }, { policy }) =>
    hearFeedback(lead, { ...given, words }, policy),
  chaseLead: (lead, _command, { calendar }) => {
    const deadline = deadlineOf(lead, calendar);
    return deadline === null ? refuse('WRONG_STATE') : [{ type: 'LeadChased', ...deadline }];
  },
  changeAnonymity: (lead, { anonymity }) =>
    anonymity === lead.anonymity
      ? refuse('INVALID_INPUT', '现在就是这样，不用改。', { field: 'anonymity' })
      : [{ type: 'AnonymityChanged', from: lead.anonymity, anonymity }],
  reopenLead: (_lead, { reason }, { policy }) => [
    { type: 'LeadReopened', reason, acceptWithin: policy.acceptWithin },
  ],
  refuseReopen: (_lead, { reason }) => [{ type: 'ReopenRefused', reason }],
  closeLead: (_lead, { reason }) => [{ type: 'LeadClosed', reason }],
  claimLead: (_lead, _command, { by }) =>
    by.kind === 'officer'
      ? [{ type: 'LeadClaimed', accountId: by.accountId, name: by.name }]
      : refuse('FORBIDDEN'),
  recordVisit: (_lead, { text, evidence }, { by }) => [
    { type: 'VisitRecorded', text, name: by.kind === 'officer' ? by.name : '', ...shown(evidence) },
  ],
  addNote: (_lead, { text }) => [{ type: 'NoteAdded', text }],
  revealContact: (_lead, { reason }) => [{ type: 'ContactRevealed', reason }],
  confirmForPerson: (_lead, { onHelpersDevice }) => [{ type: 'PersonConfirmed', onHelpersDevice }],
  denyForPerson: (_lead, { onHelpersDevice, words }) => [{ type: 'PersonDenied', onHelpersDevice, words }],
  withdrawForPerson: (_lead, { reason }) => [{ type: 'LeadWithdrawn', reason }],
  keepAfterDenial: (_lead, { reason }) => [{ type: 'DenialSettled', reason }],
  eraseData: (_lead, { parts, because }) => [{ type: 'DataErased', parts, because }],
  groupLead: (_lead, { issueId }) => [{ type: 'LeadGrouped', issueId, reason: '' }],
  joinIssue: (lead, { issueId, reason }) =>
    lead.issueId === issueId
      ? refuse('INVALID_INPUT', '这两条已经在同一个热点里。', { field: 'withNumber' })
      : [{ type: 'LeadGrouped', issueId, reason }],
  leaveIssue: (_lead, { reason }) => [{ type: 'LeadGrouped', issueId: null, reason }],
  cosignLead: (_lead, { cosigns }) => [{ type: 'CosignAdded', cosigns }],
  withdrawCosign: (_lead, { cosigns }) => [{ type: 'CosignWithdrawn', cosigns }],
  noteDeadline: noteDeadline,
};

const isStaff = (by: DecideContext['by']): boolean => by.kind === 'officer' && by.role === 'staff';
const DESK_DECIDES = `这件事已经转了 ${MOST_BOUNCES} 次，现在由县政协办公室定。有不同意见请直接找县政协办公室。`;

/** Who shall hold the lead; what was passed on too often stays with the county desk. */
const holderOf = (lead: Lead, owner: Lead['owner']): Lead['owner'] =>
  isForDeskToDecide(lead) ? COUNTY_DESK : owner;

/** The bounce after which the county desk takes the lead over. */
const lastBounce = (lead: Lead): LeadFact[] =>
  lead.bounces + 1 === MOST_BOUNCES ? [{ type: 'DeskTookOver', bounces: MOST_BOUNCES }] : [];

/** A promise is a unit's, for a day to come: whoever was not asked cannot have promised. */
function promiseOutcome(
  lead: Lead,
  { unitId, dueOn, text }: CommandOf<'promiseOutcome'>,
  { at }: DecideContext,
): LeadFact[] | ReturnType<typeof refuse> {
  const asked = lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];
  if (!asked.includes(unitId)) {
    return refuse('INVALID_INPUT', '只能登记主办或协办单位的承诺；要别的单位办，请先交办。', {
      field: 'unitId',
    });
  }
  if (!isDate(dueOn) || dueOn <= chinaDate(at)) {
    return refuse('INVALID_INPUT', '承诺的日期要在今天以后。', { field: 'dueOn' });
  }
  return [{ type: 'OutcomePromised', unitId, dueOn, text }];
}

/** Others' leads stand in this one: made private, it would take their public ones along; made public, it would show theirs. */
const takesOthersAlong = (lead: Lead, route: Pick<Route, 'private'>): boolean =>
  lead.absorbed.length > 0 && route.private !== isPrivate(lead);
const UNMERGE_FIRST = '这一条里并着别人说的同一件事，不公开的和公开的不能放在一起。请先撤销并案，再改类别。';

/** Only what was overruled leaves a trace. */
const doubted = (overruled: Doubted['overruled']): Doubted => (overruled === undefined ? {} : { overruled });

/** Nothing is kept of photos that are not there. */
const shown = (evidence: readonly Evidence[] = []): { evidence?: Evidence[] } =>
  evidence.length > 0 ? { evidence: [...evidence] } : {};

const IN_CHARGE = '这件事由主办单位答复，协办单位请把情况告诉主办单位。';
const isBeside = ({ handOver }: Lead, unitId: string | undefined): boolean =>
  unitId !== undefined && handOver?.supportingUnitIds.includes(unitId) === true;

/** Only the lead unit answers; supporting units help it. Committee staff (no unit) may act for it. */
function byLeadUnit(
  lead: Lead,
  unitId: string | undefined,
  facts: LeadFact[],
): LeadFact[] | ReturnType<typeof refuse> {
  if (unitId !== undefined && lead.handOver?.unitId !== unitId) {
    return refuse('FORBIDDEN', IN_CHARGE);
  }
  return facts;
}

interface Heard {
  fixed: boolean;
  stars: number;
  words: string;
  reasons?: FeedbackReason[];
  thanks?: string;
  evidence?: Evidence[];
}

/** 满意 closes; 没好 reopens once by itself, later it waits for the committee to look. */
function hearFeedback(
  lead: Lead,
  { fixed, stars, words, reasons = [], thanks = '', evidence }: Heard,
  { acceptWithin, decideWithin }: DecideContext['policy'],
): LeadFact[] | ReturnType<typeof refuse> {
  const why = [reasons.map((reason) => FEEDBACK_REASON_LABELS[reason]).join('，'), words.trim()];
  const reason = why.filter(Boolean).join('。');
  if (!fixed && reason === '') {
    return refuse('INVALID_INPUT', '请选一个原因，或者写一句哪里还没好，我们才知道怎么接着办。', {
      field: 'words',
    });
  }
  const heard: LeadFact = {
    type: 'FeedbackGiven',
    fixed,
    stars,
    words,
    ...(reasons.length > 0 ? { reasons: [...new Set(reasons)] } : {}),
    ...(thanks.trim() ? { thanks: thanks.trim() } : {}),
    ...shown(evidence),
  };
  if (fixed) {
    return lead.status === 'closed' ? [heard] : [heard, { type: 'LeadClosed', reason: '群众确认已经解决' }];
  }
  return lead.reopenCount === 0
    ? [heard, { type: 'LeadReopened', reason, acceptWithin }]
    : [heard, { type: 'ReviewAsked', reviewWithin: decideWithin }];
}

/** What the passing of time does: everything that has come due, in its order, each once however late somebody looks. */
function noteDeadline(
  lead: Lead,
  { offices = [] }: CommandOf<'noteDeadline'>,
  { at, calendar, policy }: DecideContext,
): LeadFact[] {
  return alarmsOf(lead, calendar, policy, offices)
    .filter((alarm) => alarm.at <= at)
    .map(({ fact }) => fact);
}
