import { describe, expect, it } from 'vitest';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import type { LeadEvent, LeadEventType } from '../../cloudfunctions/core/domain/lead/events';
import { isAllowed, TRANSITIONS } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import { COMMANDS, FACTS, history, inState } from '../support/builders';
import { given, stateOf } from '../support/given-when-then';

type Command = keyof typeof TRANSITIONS;
const commandNames = Object.keys(TRANSITIONS) as Command[];

/** What was merged speaks through the other lead, what was withdrawn does not speak. */
function grouped() {
  return same(...LEAD_STATUSES.filter((status) => !['submitted', 'merged', 'withdrawn'].includes(status)));
}

/** The table of the lifecycle, told a second time by hand: command → from → to. */
const LIFE: Record<Command, Partial<Record<LeadStatus, LeadStatus>>> = {
  acceptLead: { routed: 'accepted', reopened: 'accepted' },
  rerouteLead: { routed: 'routed', accepted: 'accepted', reopened: 'reopened' },
  setPlace: { routed: 'routed', accepted: 'accepted', reopened: 'reopened' },
  // The leads of this table were written, not spoken.
  confirmTranscript: {},
  askForSupplement: {
    routed: 'awaitingSupplement',
    accepted: 'awaitingSupplement',
    reopened: 'awaitingSupplement',
    adopted: 'awaitingSupplement',
    inProgress: 'awaitingSupplement',
  },
  giveSupplement: {
    awaitingSupplement: 'accepted',
    ...same('routed', 'accepted', 'reopened', 'adopted', 'inProgress'),
  },
  markOutOfScope: { routed: 'outOfScope', accepted: 'outOfScope' },
  mergeLead: { routed: 'merged', accepted: 'merged' },
  unmergeLead: { merged: 'routed' },
  splitLead: same('routed', 'accepted', 'reopened'),
  broadcastLead: same('routed', 'accepted', 'reopened', 'adopted', 'inProgress'),
  absorbLead: same('routed', 'accepted', 'adopted', 'inProgress', 'reopened', 'resolved', 'unresolvable'),
  releaseLead: same(...LEAD_STATUSES),
  withdrawLead: { routed: 'withdrawn', accepted: 'withdrawn', awaitingSupplement: 'withdrawn' },
  adoptLead: { accepted: 'adopted', reopened: 'adopted' },
  declineLead: { accepted: 'declined', reopened: 'declined' },
  // Nothing is proposed in a lead that merely stands in a state (second-pair-of-eyes.test.ts).
  confirmDecision: {},
  confirmRoute: {},
  returnDecision: {},
  // Only what was adopted goes up; a lead is found unresolvable here without adoption.
  reportUp: same('adopted', 'inProgress', 'resolved', 'closed'),
  // Nothing was reported in these (decisions.test.ts).
  withdrawReport: {},
  holdConsultation: same('accepted', 'adopted', 'declined', 'inProgress', 'reopened'),
  handOver: { accepted: 'inProgress', adopted: 'inProgress', declined: 'inProgress', reopened: 'inProgress' },
  acceptHandOver: same('inProgress'),
  returnHandOver: same('inProgress'),
  // The hand-over of these leads was not received yet, and no more time is asked for (extensions.test.ts).
  askExtension: {},
  extendDeadline: same('inProgress'),
  refuseExtension: {},
  recordReply: same('inProgress'),
  resolveLead: {
    accepted: 'resolved',
    adopted: 'resolved',
    declined: 'resolved',
    inProgress: 'resolved',
    reopened: 'resolved',
  },
  markUnresolvable: {
    accepted: 'unresolvable',
    adopted: 'unresolvable',
    declined: 'unresolvable',
    inProgress: 'unresolvable',
    reopened: 'unresolvable',
  },
  promiseOutcome: same('inProgress'),
  publishLead: same('adopted', 'inProgress', 'resolved', 'closed'),
  giveFeedback: { resolved: 'closed', unresolvable: 'closed', closed: 'closed' },
  reopenLead: {
    declined: 'reopened',
    outOfScope: 'reopened',
    resolved: 'reopened',
    unresolvable: 'reopened',
    closed: 'reopened',
  },
  refuseReopen: {},
  closeLead: { resolved: 'closed', unresolvable: 'closed' },
  // The leads of this table were filed by the person themselves.
  confirmForPerson: {},
  denyForPerson: {},
  withdrawForPerson: {},
  keepAfterDenial: {},
  eraseData: same(...LEAD_STATUSES),
  groupLead: grouped(),
  joinIssue: grouped(),
  // The leads of this table are in no hot issue.
  leaveIssue: {},
  cosignLead: same(
    'routed',
    'accepted',
    'awaitingSupplement',
    'adopted',
    'inProgress',
    'unresolvable',
    'reopened',
  ),
  withdrawCosign: same(...LEAD_STATUSES),
  claimLead: same('routed', 'accepted', 'reopened', 'adopted', 'inProgress'),
  recordVisit: same(
    'routed',
    'accepted',
    'adopted',
    'declined',
    'inProgress',
    'reopened',
    'resolved',
    'unresolvable',
  ),
  addNote: same(...LEAD_STATUSES),
  revealContact: same(...LEAD_STATUSES),
  noteDeadline: same(...LEAD_STATUSES),
  // The leads of this table are in time.
  chaseLead: {},
  changeAnonymity: same(...LEAD_STATUSES),
};
/** States that the table lets through, where only other facts than those of WAY_INTO allow it (decisions.test.ts). */
const GIVEN_THE_FACTS: Partial<Record<Command, LeadStatus[]>> = {
  confirmRoute: ['routed', 'accepted', 'reopened'],
  confirmDecision: ['accepted', 'reopened'],
  returnDecision: ['accepted', 'reopened'],
  refuseReopen: ['resolved', 'unresolvable'],
  reportUp: ['unresolvable'],
  withdrawReport: [...LEAD_STATUSES],
  publishLead: ['unresolvable', 'declined'],
  handOver: ['inProgress'],
  askExtension: ['inProgress'],
  refuseExtension: ['inProgress'],
  leaveIssue: [...LEAD_STATUSES],
  confirmForPerson: LEAD_STATUSES.filter((status) => status !== 'withdrawn'),
  denyForPerson: LEAD_STATUSES.filter((status) => status !== 'withdrawn'),
  withdrawForPerson: ['routed', 'accepted', 'awaitingSupplement'],
  keepAfterDenial: [...LEAD_STATUSES],
  chaseLead: [...LEAD_STATUSES],
  confirmTranscript: LEAD_STATUSES.filter((status) => status !== 'submitted' && status !== 'withdrawn'),
};
function same(...statuses: LeadStatus[]): Partial<Record<LeadStatus, LeadStatus>> {
  return Object.fromEntries(statuses.map((status) => [status, status]));
}

const everyPair = commandNames.flatMap((command) => LEAD_STATUSES.map((status) => ({ command, status })));
const allowedPairs = everyPair.flatMap(({ command, status }) => {
  const to = LIFE[command][status];
  return to === undefined ? [] : [{ command, status, to }];
});
const refusedPairs = everyPair.filter(({ command, status }) => LIFE[command][status] === undefined);

describe('the life of a lead', () => {
  it('has a way into each of its states', () => {
    for (const status of LEAD_STATUSES) expect(stateOf(inState(status))?.status).toBe(status);
  });

  it('is told twice, by the table and by this test, and both agree on the states', () => {
    for (const command of commandNames) {
      const told = new Set([...Object.keys(LIFE[command]), ...(GIVEN_THE_FACTS[command] ?? [])]);
      expect(new Set(TRANSITIONS[command].from), command).toEqual(told);
    }
  });

  it.each(allowedPairs)('$command leads from $status to $to', ({ command, status, to }) => {
    given(inState(status)).when(COMMANDS[command]).thenLead({ status: to });
  });

  it.each(refusedPairs)('$command is refused in $status, with a sentence', ({ command, status }) => {
    given(inState(status)).when(COMMANDS[command]).thenRefused('WRONG_STATE');
  });

  it('refuses every later command on a lead that does not exist', () => {
    for (const command of commandNames) {
      expect(() => given([]).when(COMMANDS[command]).thenNothing()).toThrow('NOT_FOUND');
    }
  });

  it('offers a command exactly where deciding takes it', () => {
    for (const { command, status } of everyPair) {
      const lead = stateOf(inState(status));
      expect(lead && isAllowed(lead, command), `${command} in ${status}`).toBe(
        LIFE[command][status] !== undefined,
      );
    }
  });

  it('names the state and the command in the sentence of a refusal', () => {
    given(inState('withdrawn'))
      .when(COMMANDS.adoptLead)
      .thenRefused('WRONG_STATE', /撤回.*「采纳」/);
  });

  it('sends whoever works on a merged lead to the lead it stands in', () => {
    given(inState('merged'))
      .when(COMMANDS.acceptLead)
      .thenRefused('WRONG_STATE', /260309-000009/);
  });
});

describe('a log', () => {
  const everyEvent = history([
    'LeadRerouted',
    'RouteConfirmed',
    'DeskTookOver',
    'PersonConfirmed',
    'PersonDenied',
    'DenialSettled',
    'DataErased',
    'PlaceSet',
    'TranscriptConfirmed',
    'LeadAbsorbed',
    'LeadReleased',
    'LeadMerged',
    'LeadUnmerged',
    'LeadMarkedOutOfScope',
    'LeadReopened',
    'LeadAccepted',
    'LeadSplit',
    'LeadBroadcast',
    'LeadClaimed',
    'VisitRecorded',
    'ConsultationHeld',
    'SupplementAsked',
    'SupplementGiven',
    'LeadDeclined',
    'LeadReopened',
    'DecisionProposed',
    'DecisionReturned',
    'LeadAdopted',
    'LeadReportedUp',
    'ReportWithdrawn',
    'LeadHandedOver',
    'HandOverReturned',
    'LeadHandedOver',
    'HandOverAccepted',
    'DeadlineNearing',
    'DeadlineMissed',
    'LeadEscalated',
    'LeadChased',
    'AnonymityChanged',
    'LeadGrouped',
    'CosignAdded',
    'CosignWithdrawn',
    'ExtensionAsked',
    'ExtensionRefused',
    'ExtensionAsked',
    'DeadlineExtended',
    'ReplyRecorded',
    'OutcomePromised',
    'LeadResolved',
    'LeadPublished',
    'FeedbackGiven',
    'LeadReopened',
    'LeadFoundUnresolvable',
    'ReviewAsked',
    'ReopenRefused',
    'LeadClosed',
    'NoteAdded',
    'ContactRevealed',
    'LeadWithdrawn',
  ]);

  it('of every kind of event, replayed, is the state reached step by step', () => {
    const kinds = new Set<LeadEventType>(everyEvent.map(({ type }) => type));
    expect([...kinds].sort()).toEqual(Object.keys(FACTS).sort());
    everyEvent.forEach((_event, index) => {
      const part = everyEvent.slice(0, index + 1);
      expect(replay(part)).toEqual(stateOf(part));
    });
  });

  it('leaves every earlier state as it was', () => {
    const states = everyEvent.map((_event, index) => stateOf(everyEvent.slice(0, index + 1)));
    const copies = structuredClone(states);
    replay(everyEvent);
    expect(states).toEqual(copies);
  });

  it('survives being written down and read back', () => {
    expect(replay(JSON.parse(JSON.stringify(everyEvent)) as LeadEvent[])).toEqual(replay(everyEvent));
  });

  it('cannot be empty and cannot begin with anything but a submission', () => {
    expect(() => replay([])).toThrow('no lead');
    expect(() => replay(history().slice(1))).toThrow('cannot begin with LeadRouted');
  });
});
