import type { LeadEvent } from './events';
import type { Clock, Lead } from './lead';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;

/** The lead after the event. Exhaustive: an event nobody handles does not compile. */
export function evolve(lead: Lead | null, event: LeadEvent): Lead {
  if (event.type === 'LeadSubmitted') return newLead(event);
  if (lead === null) throw new Error(`a lead cannot begin with ${event.type}`);
  return { ...lead, ...changeBy(lead, event) };
}

/** The lead that a log tells of. */
export function replay(events: readonly LeadEvent[]): Lead {
  const lead = events.reduce<Lead | null>(evolve, null);
  if (lead === null) throw new Error('a log without events tells of no lead');
  return lead;
}

function newLead(event: EventOf<'LeadSubmitted'>): Lead {
  return {
    id: event.leadId,
    number: event.number,
    status: 'submitted',
    statusBefore: null,
    adoption: 'undecided',
    resolution: 'open',
    submittedAt: event.at,
    entry: event.entry,
    anonymity: event.anonymity,
    placeId: event.placeId,
    route: null,
    owner: { kind: 'countyDesk' },
    clock: null,
    stoppedClock: null,
    overdue: false,
    supplements: [],
    outOfScope: null,
    decision: null,
    mergedInto: null,
    absorbed: [],
    handOver: null,
    bounces: 0,
    reply: null,
    reports: [],
    consultations: [],
    visits: [],
    claimedBy: null,
    outcome: null,
    published: null,
    feedback: [],
    reopenCount: 0,
    contactReveals: 0,
  };
}

const COUNTY_DESK = { kind: 'countyDesk' } as const;
/** A new clock; being late belongs to the old one. */
const start = (kind: Clock['kind'], startedAt: string, workingDays: number) => ({
  clock: { kind, startedAt, workingDays },
  overdue: false,
});
const noClock = { clock: null, overdue: false } as const;
/** The clock with what was left on it, to be run again later. */
const stop = (lead: Lead, workingDays: number) =>
  lead.clock === null ? null : { ...lead.clock, workingDays };
const resume = (lead: Lead, at: string) =>
  lead.stoppedClock === null
    ? { ...noClock, stoppedClock: null }
    : { clock: { ...lead.stoppedClock, startedAt: at }, overdue: false, stoppedClock: null };

function changeBy(lead: Lead, event: Exclude<LeadEvent, EventOf<'LeadSubmitted'>>): Partial<Lead> {
  switch (event.type) {
    case 'LeadRouted':
      return {
        status: 'routed',
        route: event.route,
        owner: event.owner,
        ...start('accept', event.at, event.acceptWithin),
      };
    case 'LeadRerouted':
      return {
        route: event.route,
        owner: event.owner,
        ...(lead.clock?.kind === 'accept' ? start('accept', event.at, event.acceptWithin) : {}),
      };
    case 'LeadAccepted':
      return { status: 'accepted', ...start('decide', event.at, event.decideWithin) };
    case 'SupplementAsked':
      return {
        status: 'awaitingSupplement',
        statusBefore: lead.status,
        stoppedClock: stop(lead, event.workingDaysLeft),
        supplements: [
          ...lead.supplements,
          { question: event.question, askedAt: event.at, answer: null, answeredAt: null },
        ],
        ...start('supplement', event.at, event.answerWithin),
      };
    case 'SupplementGiven':
      return {
        status: lead.statusBefore ?? 'routed',
        statusBefore: null,
        supplements: answerLast(lead, event),
        ...resume(lead, event.at),
      };
    case 'LeadMerged':
      return {
        status: 'merged',
        statusBefore: lead.status,
        mergedInto: event.into,
        ...noClock,
        stoppedClock: stop(lead, event.workingDaysLeft),
      };
    case 'LeadUnmerged':
      return {
        status: lead.statusBefore ?? 'routed',
        statusBefore: null,
        mergedInto: null,
        ...resume(lead, event.at),
      };
    case 'LeadAbsorbed':
      return { absorbed: [...lead.absorbed, event.other] };
    case 'LeadReleased':
      return { absorbed: lead.absorbed.filter((other) => other.leadId !== event.other.leadId) };
    case 'LeadWithdrawn':
      return { status: 'withdrawn', ...noClock, stoppedClock: null };
    default:
      return decisionBy(lead, event);
  }
}

type LaterEvent = Exclude<
  LeadEvent,
  EventOf<
    | 'LeadSubmitted'
    | 'LeadRouted'
    | 'LeadRerouted'
    | 'LeadAccepted'
    | 'SupplementAsked'
    | 'SupplementGiven'
    | 'LeadMerged'
    | 'LeadUnmerged'
    | 'LeadAbsorbed'
    | 'LeadReleased'
    | 'LeadWithdrawn'
  >
>;

function decisionBy(lead: Lead, event: LaterEvent): Partial<Lead> {
  switch (event.type) {
    case 'LeadMarkedOutOfScope':
      return { status: 'outOfScope', outOfScope: { door: event.door, note: event.note }, ...noClock };
    case 'LeadAdopted':
      return {
        status: 'adopted',
        adoption: 'adopted',
        decision: { kind: 'adopted', note: event.note, at: event.at },
        ...start('handle', event.at, event.handleWithin),
      };
    case 'LeadDeclined':
      return {
        status: 'declined',
        adoption: 'declined',
        decision: { kind: 'declined', reason: event.reason, goTo: event.goTo, at: event.at },
        ...noClock,
      };
    case 'LeadReportedUp':
      return {
        // What lies before the county's leaders has no date the committee could keep.
        ...(lead.status === 'adopted' ? noClock : {}),
        reports: [
          ...lead.reports,
          { kind: event.kind, title: event.title, recipient: event.recipient, at: event.at },
        ],
      };
    case 'ConsultationHeld': {
      const { heldOn, place, participants, conclusion } = event;
      return { consultations: [...lead.consultations, { heldOn, place, participants, conclusion }] };
    }
    case 'LeadPublished':
      return { published: { title: event.title, text: event.text, at: event.at } };
    case 'LeadClaimed':
      return { claimedBy: { accountId: event.accountId, name: event.name, at: event.at } };
    case 'VisitRecorded':
      return { visits: [...lead.visits, { at: event.at, by: event.name, text: event.text }] };
    case 'NoteAdded':
      return {};
    case 'ContactRevealed':
      return { contactReveals: lead.contactReveals + 1 };
    case 'DeadlineMissed':
      return { overdue: true };
    default:
      return handlingBy(lead, event);
  }
}

type HandlingEvent = Exclude<
  LaterEvent,
  EventOf<
    | 'LeadMarkedOutOfScope'
    | 'LeadAdopted'
    | 'LeadDeclined'
    | 'LeadReportedUp'
    | 'ConsultationHeld'
    | 'LeadPublished'
    | 'LeadClaimed'
    | 'VisitRecorded'
    | 'NoteAdded'
    | 'ContactRevealed'
    | 'DeadlineMissed'
  >
>;

function handlingBy(lead: Lead, event: HandlingEvent): Partial<Lead> {
  switch (event.type) {
    case 'LeadHandedOver':
      return {
        status: 'inProgress',
        owner: { kind: 'unit', unitId: event.unitId },
        handOver: {
          unitId: event.unitId,
          supportingUnitIds: event.supportingUnitIds,
          handedOverAt: event.at,
          workingDays: event.workingDays,
          acceptedAt: null,
          returned: null,
        },
        reply: null,
        ...start('handle', event.at, event.workingDays),
      };
    case 'HandOverAccepted':
      return { handOver: lead.handOver && { ...lead.handOver, acceptedAt: event.at } };
    case 'HandOverReturned':
      return {
        owner: COUNTY_DESK,
        bounces: lead.bounces + 1,
        handOver: lead.handOver && { ...lead.handOver, returned: { reason: event.reason, at: event.at } },
        ...start('handle', event.at, event.handleWithin),
      };
    case 'DeadlineExtended':
      return {
        clock: lead.clock && { ...lead.clock, workingDays: lead.clock.workingDays + event.workingDays },
        overdue: false,
      };
    case 'ReplyRecorded':
      return { reply: { text: event.text, at: event.at, unitId: event.unitId } };
    default:
      return endingBy(lead, event);
  }
}

type EndingEvent = EventOf<
  'LeadResolved' | 'LeadFoundUnresolvable' | 'FeedbackGiven' | 'LeadReopened' | 'LeadClosed'
>;

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
        feedback: [
          ...lead.feedback,
          { fixed: event.fixed, stars: event.stars, words: event.words, at: event.at },
        ],
      };
    case 'LeadReopened':
      return {
        status: 'reopened',
        resolution: 'open',
        outcome: null,
        outOfScope: null,
        reopenCount: lead.reopenCount + 1,
        ...start('accept', event.at, event.acceptWithin),
      };
    case 'LeadClosed':
      return { status: 'closed', ...noClock };
  }
}

function answerLast(lead: Lead, event: EventOf<'SupplementGiven'>): Lead['supplements'] {
  return lead.supplements.map((supplement, index) =>
    index === lead.supplements.length - 1
      ? { ...supplement, answer: event.answer, answeredAt: event.at }
      : supplement,
  );
}
