import { IN_TIME, noClock, resume, start, stop } from './clock';
import type { LeadEvent } from './events';
import { courseAfter, NO_COURSE } from './course';
import { courseBy } from './evolve-course';
import { withAsk } from './extension';
import { isWithUnit, standsAsProposed } from './lifecycle';
import { COUNTY_DESK, type Lead } from './lead';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;

/** The lead after the event. Exhaustive: an event nobody handles does not compile. */
export function evolve(lead: Lead | null, event: LeadEvent): Lead {
  if (event.type === 'LeadSubmitted') return newLead(event);
  if (lead === null) throw new Error(`a lead cannot begin with ${event.type}`);
  const next = { ...lead, ...changeBy(lead, event), course: courseAfter(lead.course, event) };
  const proposal = standsAsProposed(next) ? next.proposal : null;
  // What waited for an answer that nobody can give any more waits no longer.
  return { ...next, proposal, ...(isWithUnit(next) ? {} : withAsk(next, null)) };
}

/** The lead that a log tells of. */
export function replay(events: readonly LeadEvent[]): Lead {
  const lead = events.reduce<Lead | null>(evolve, null);
  if (lead === null) throw new Error('a log without events tells of no lead');
  return lead;
}

/** Nobody has heard from the person yet. */
const UNANSWERED = { standing: 'unconfirmed', answeredAt: null, onHelpersDevice: false } as const;

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
    codeId: event.codeId ?? null,
    anonymity: event.anonymity,
    placeId: event.placeId,
    route: null,
    owner: COUNTY_DESK,
    clock: null,
    stoppedClock: null,
    ...IN_TIME,
    supplements: [],
    outOfScope: null,
    decision: null,
    mergedInto: null,
    absorbed: [],
    splitFrom: event.splitFrom ?? null,
    parts: [],
    handOver: null,
    bounces: 0,
    reply: null,
    reports: [],
    consultations: [],
    visits: [],
    claimedBy: null,
    broadcast: null,
    outcome: null,
    promise: null,
    proposal: null,
    published: null,
    feedback: [],
    reopenCount: 0,
    awaitsReview: false,
    issueId: null,
    groupedByStaff: false,
    contactReveals: 0,
    onBehalf: event.onBehalf ? { ...event.onBehalf, ...UNANSWERED } : null,
    course: NO_COURSE,
    awaitsTranscript: event.awaitsTranscript ?? false,
  };
}

/** Back to where the lead stood before it was interrupted. */
const goOn = (lead: Lead, at: string): Partial<Lead> => ({
  status: lead.statusBefore ?? 'routed',
  statusBefore: null,
  ...resume(lead, at),
});

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
        owner: lead.status === 'accepted' ? lead.owner : event.owner,
        placeId: event.placeId,
        bounces: lead.bounces + 1,
        ...(lead.clock?.kind === 'accept' ? start('accept', event.at, event.acceptWithin) : {}),
      };
    case 'PlaceSet':
      return {
        route: event.route,
        owner: lead.status === 'accepted' ? lead.owner : event.owner,
        placeId: event.placeId,
      };
    case 'RouteConfirmed':
      return { route: event.route, owner: lead.status === 'accepted' ? lead.owner : event.owner };
    case 'LeadAccepted':
      return { status: 'accepted', owner: COUNTY_DESK, ...decidedBy(lead, event) };
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
      return supplementedBy(lead, event);
    case 'LeadMerged':
      return {
        status: 'merged',
        statusBefore: lead.status,
        mergedInto: event.into,
        ...noClock,
        stoppedClock: stop(lead, event.workingDaysLeft),
      };
    case 'LeadUnmerged':
      return { ...goOn(lead, event.at), mergedInto: null };
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
    | 'RouteConfirmed'
    | 'PlaceSet'
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
        owner: COUNTY_DESK,
        decision: { kind: 'adopted', note: event.note, at: event.at },
        ...start('handle', event.at, event.handleWithin),
      };
    case 'LeadDeclined':
      return {
        status: 'declined',
        adoption: 'declined',
        owner: COUNTY_DESK,
        decision: { kind: 'declined', reason: event.reason, goTo: event.goTo, at: event.at },
        ...noClock,
      };
    case 'LeadReportedUp':
      return withReport(lead, event);
    case 'ReportWithdrawn':
      return withoutReport(lead, event);
    case 'ConsultationHeld': {
      const { heldOn, place, participants, conclusion } = event;
      return { consultations: [...lead.consultations, { heldOn, place, participants, conclusion }] };
    }
    case 'LeadPublished':
      return { published: { title: event.title, text: event.text, at: event.at } };
    case 'LeadClaimed':
      return {
        claimedBy: { accountId: event.accountId, name: event.name, at: event.at },
        broadcast: answered(lead.broadcast, event.at),
      };
    case 'VisitRecorded': {
      const { at, name: by, text, evidence } = event;
      return { visits: [...lead.visits, { at, by, text, ...(evidence ? { evidence } : {}) }] };
    }
    // People who join in are counted beside the lead, where a person can be told from another.
    case 'NoteAdded':
    case 'CosignAdded':
    case 'CosignWithdrawn':
      return {};
    case 'LeadGrouped':
      return { issueId: event.issueId, groupedByStaff: event.by.kind === 'officer' };
    case 'ContactRevealed':
      return { contactReveals: lead.contactReveals + 1 };
    case 'DeadlineMissed':
      return { overdue: true };
    default:
      return courseBy(lead, event);
  }
}

/** Nobody promised a day for what lay undecided in an old ledger: it waits for the desk, and is never late. */
const decidedBy = ({ entry, status }: Lead, event: EventOf<'LeadAccepted'>): Partial<Lead> =>
  entry === 'ledger' && status === 'routed' ? noClock : start('decide', event.at, event.decideWithin);

/** What lies before the county's leaders has no date the committee could keep. */
function withReport(lead: Lead, event: EventOf<'LeadReportedUp'>): Partial<Lead> {
  const { kind, title, recipient, at, paperId, sign } = event;
  const report = { kind, title, recipient, at, ...(paperId === undefined ? {} : { paperId, sign }) };
  return { ...(lead.status === 'adopted' ? noClock : {}), reports: [...lead.reports, report] };
}

/** The report stays in the story and no longer counts; a lead that nothing else lies before gets its date back. */
function withoutReport(lead: Lead, event: EventOf<'ReportWithdrawn'>): Partial<Lead> {
  const reports = lead.reports.map((report) =>
    report.paperId === event.paperId ? { ...report, withdrawn: event.reason } : report,
  );
  const isWaiting = lead.status === 'adopted' && lead.clock === null;
  const hasOther = reports.some(({ withdrawn }) => withdrawn === undefined);
  return { reports, ...(isWaiting && !hasOther ? start('handle', event.at, event.handleWithin) : {}) };
}

/** The call to the group, with how long it waited for the one who came. */
function answered(broadcast: Lead['broadcast'], at: string): Lead['broadcast'] {
  if (broadcast === null) return null;
  const minutes = Math.round((Date.parse(at) - Date.parse(broadcast.at)) / 60_000);
  return { ...broadcast, claimedAfterMinutes: Math.max(0, minutes) };
}

const supplementedBy = (lead: Lead, event: EventOf<'SupplementGiven'>): Partial<Lead> =>
  lead.status === 'awaitingSupplement'
    ? { ...goOn(lead, event.from ?? event.at), supplements: answerLast(lead, event) }
    : { supplements: [...lead.supplements, unasked(event)] };

/** What a resident adds of their own accord answers no question. */
const unasked = ({ answer, at }: EventOf<'SupplementGiven'>): Lead['supplements'][number] => ({
  question: '',
  askedAt: at,
  answer,
  answeredAt: at,
});

function answerLast(lead: Lead, event: EventOf<'SupplementGiven'>): Lead['supplements'] {
  return lead.supplements.map((supplement, index) =>
    index === lead.supplements.length - 1
      ? { ...supplement, answer: event.answer, answeredAt: event.at }
      : supplement,
  );
}
