import { IN_TIME, noClock, start, startUntil } from './clock';
import type { LeadEvent } from './events';
import { withAsk } from './extension';
import { COUNTY_DESK, type Lead } from './lead';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;
type EndingEvent = EventOf<
  | 'LeadResolved'
  | 'LeadFoundUnresolvable'
  | 'FeedbackGiven'
  | 'LeadReopened'
  | 'ReviewAsked'
  | 'ReopenRefused'
  | 'LeadClosed'
>;
/** From the hand-over to the end. */
export type HandlingEvent =
  | EventOf<
      | 'LeadHandedOver'
      | 'HandOverAccepted'
      | 'HandOverReturned'
      | 'ExtensionAsked'
      | 'ExtensionRefused'
      | 'DeadlineExtended'
      | 'ReplyRecorded'
      | 'OutcomePromised'
    >
  | EndingEvent;

/** The lead after an event of its handling. */
export function handlingBy(lead: Lead, event: HandlingEvent): Partial<Lead> {
  switch (event.type) {
    case 'LeadHandedOver':
      return handedOver(event);
    case 'HandOverAccepted':
      return { handOver: lead.handOver && { ...lead.handOver, acceptedAt: event.at } };
    case 'HandOverReturned':
      return {
        owner: COUNTY_DESK,
        bounces: lead.bounces + 1,
        handOver: lead.handOver && { ...lead.handOver, returned: { reason: event.reason, at: event.at } },
        ...start('handle', event.at, event.handleWithin),
      };
    case 'ExtensionAsked': {
      const { workingDays, reason, at } = event;
      return withAsk(lead, { workingDays, reason, at });
    }
    case 'ExtensionRefused':
      return withAsk(lead, null);
    case 'DeadlineExtended':
      return {
        clock: lead.clock && { ...lead.clock, workingDays: lead.clock.workingDays + event.workingDays },
        handOver: lead.handOver && {
          ...lead.handOver,
          workingDays: lead.handOver.workingDays + event.workingDays,
          extensionAsked: null,
        },
        ...IN_TIME,
      };
    case 'ReplyRecorded': {
      const { text, at, unitId, overruled, evidence } = event;
      const note = overruled ? { overruleNote: overruled.note } : {};
      const reply = { text, at, unitId, ...note, ...(evidence ? { evidence } : {}) };
      return { ...takenOn(lead, event), reply };
    }
    case 'OutcomePromised': {
      const { unitId, dueOn, text, at } = event;
      return {
        ...takenOn(lead, event),
        promise: { unitId, dueOn, text, at },
        ...startUntil('promise', at, dueOn),
      };
    }
    default:
      return endingBy(lead, event);
  }
}

function handedOver({
  unitId,
  supportingUnitIds,
  workingDays,
  at,
}: EventOf<'LeadHandedOver'>): Partial<Lead> {
  const fresh = { acceptedAt: null, returned: null, extensionAsked: null };
  return {
    status: 'inProgress',
    owner: { kind: 'unit', unitId },
    handOver: { unitId, supportingUnitIds, handedOverAt: at, workingDays, ...fresh },
    reply: null,
    promise: null,
    ...start('handle', at, workingDays),
  };
}

/**
 * The unit in charge that answers or promises has taken the matter on, at the latest at that moment, whether or not it
 * said so before. An answer without a unit is one that the committee wrote down for it.
 */
function takenOn(
  { handOver }: Lead,
  { unitId, at }: EventOf<'ReplyRecorded' | 'OutcomePromised'>,
): Partial<Lead> {
  const isInCharge = handOver !== null && (unitId === null || unitId === handOver.unitId);
  return isInCharge && handOver.acceptedAt === null ? { handOver: { ...handOver, acceptedAt: at } } : {};
}

function feedbackOf({
  fixed,
  stars,
  words,
  at,
  reasons,
  thanks,
  evidence,
}: EventOf<'FeedbackGiven'>): Lead['feedback'][number] {
  const said = { ...(reasons ? { reasons } : {}), ...(thanks ? { thanks } : {}) };
  return { fixed, stars, words, at, ...said, ...(evidence ? { evidence } : {}) };
}

function endingBy(lead: Lead, event: EndingEvent): Partial<Lead> {
  switch (event.type) {
    case 'LeadResolved':
      return {
        status: 'resolved',
        resolution: 'resolved',
        owner: COUNTY_DESK,
        outcome: { kind: 'resolved', summary: event.summary, at: event.at },
        ...start('feedback', event.at, event.feedbackWithin),
      };
    case 'LeadFoundUnresolvable':
      return {
        status: 'unresolvable',
        resolution: 'unresolvable',
        owner: COUNTY_DESK,
        outcome: {
          kind: 'unresolvable',
          reason: event.reason,
          whatWouldChange: event.whatWouldChange,
          at: event.at,
        },
        ...start('feedback', event.at, event.feedbackWithin),
      };
    case 'FeedbackGiven':
      return {
        feedback: [...lead.feedback, feedbackOf(event)],
      };
    case 'LeadReopened':
      return {
        status: 'reopened',
        resolution: 'open',
        outcome: null,
        outOfScope: null,
        promise: null,
        awaitsReview: false,
        reopenCount: lead.reopenCount + 1,
        ...start('accept', event.at, event.acceptWithin),
      };
    case 'ReviewAsked':
      // What was closed is open again: somebody has to answer the resident by a date.
      return {
        status: lead.outcome?.kind ?? lead.status,
        awaitsReview: true,
        ...start('review', event.at, event.reviewWithin),
      };
    case 'ReopenRefused':
    case 'LeadClosed':
      return { status: 'closed', awaitsReview: false, ...noClock };
  }
}
