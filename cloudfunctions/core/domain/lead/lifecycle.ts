import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import type { LeadCommandName } from './commands';
import type { Lead } from './lead';
import { canAnswer, isDenied, isHeldByDenial } from './on-behalf';

/** Where a command leads: a state, the same state, the one before the interruption (the same without one), or the one that was proposed. */
type Target = LeadStatus | 'same' | 'before' | 'proposed';
interface Transition {
  from: readonly LeadStatus[];
  to: Target;
}

const BEFORE_DECISION = ['routed', 'accepted', 'reopened'] as const;
const AT_WORK = ['accepted', 'adopted', 'declined', 'inProgress', 'reopened'] as const;
const ANSWERED = ['resolved', 'unresolvable'] as const;
const EVERYWHERE = LEAD_STATUSES;
const LIVING = LEAD_STATUSES.filter((status) => !['submitted', 'withdrawn'].includes(status));
/** What was merged speaks through the other lead; what was withdrawn does not speak. */
const GROUPED = LEAD_STATUSES.filter((status) => !['submitted', 'merged', 'withdrawn'].includes(status));

const STANDING = LEAD_STATUSES.filter((status) => status !== 'withdrawn');

/** What is allowed, and where it leads. The whole life of a lead can be read from this table. */
export const TRANSITIONS: Record<Exclude<LeadCommandName, 'submitLead'>, Transition> = {
  acceptLead: { from: ['routed', 'reopened'], to: 'accepted' },
  rerouteLead: { from: BEFORE_DECISION, to: 'same' },
  confirmRoute: { from: BEFORE_DECISION, to: 'same' },
  setPlace: { from: BEFORE_DECISION, to: 'same' },
  confirmTranscript: { from: LIVING, to: 'same' },
  askForSupplement: {
    from: ['routed', 'accepted', 'reopened', 'adopted', 'inProgress'],
    to: 'awaitingSupplement',
  },
  // Asked for, or of one's own accord as long as somebody works on it.
  giveSupplement: {
    from: ['awaitingSupplement', ...BEFORE_DECISION, 'adopted', 'inProgress'],
    to: 'before',
  },
  markOutOfScope: { from: ['routed', 'accepted'], to: 'outOfScope' },
  mergeLead: { from: ['routed', 'accepted'], to: 'merged' },
  unmergeLead: { from: ['merged'], to: 'before' },
  splitLead: { from: BEFORE_DECISION, to: 'same' },
  // Who is merged into what nobody works on any more would never hear again.
  absorbLead: { from: [...BEFORE_DECISION, 'adopted', 'inProgress', ...ANSWERED], to: 'same' },
  releaseLead: { from: EVERYWHERE, to: 'same' },
  withdrawLead: { from: ['routed', 'accepted', 'awaitingSupplement'], to: 'withdrawn' },
  adoptLead: { from: ['accepted', 'reopened'], to: 'adopted' },
  declineLead: { from: ['accepted', 'reopened'], to: 'declined' },
  confirmDecision: { from: ['accepted', 'reopened'], to: 'proposed' },
  returnDecision: { from: ['accepted', 'reopened'], to: 'same' },
  reportUp: { from: ['adopted', 'inProgress', ...ANSWERED, 'closed'], to: 'same' },
  withdrawReport: { from: EVERYWHERE, to: 'same' },
  holdConsultation: { from: AT_WORK, to: 'same' },
  handOver: { from: AT_WORK, to: 'inProgress' },
  acceptHandOver: { from: ['inProgress'], to: 'same' },
  returnHandOver: { from: ['inProgress'], to: 'same' },
  askExtension: { from: ['inProgress'], to: 'same' },
  extendDeadline: { from: ['inProgress'], to: 'same' },
  refuseExtension: { from: ['inProgress'], to: 'same' },
  recordReply: { from: ['inProgress'], to: 'same' },
  resolveLead: { from: AT_WORK, to: 'resolved' },
  markUnresolvable: { from: AT_WORK, to: 'unresolvable' },
  promiseOutcome: { from: ['inProgress'], to: 'same' },
  publishLead: { from: ['adopted', 'declined', 'inProgress', ...ANSWERED, 'closed'], to: 'same' },
  giveFeedback: { from: [...ANSWERED, 'closed'], to: 'same' },
  reopenLead: { from: ['declined', 'outOfScope', ...ANSWERED, 'closed'], to: 'reopened' },
  refuseReopen: { from: ANSWERED, to: 'closed' },
  closeLead: { from: ANSWERED, to: 'closed' },
  broadcastLead: { from: [...BEFORE_DECISION, 'adopted', 'inProgress'], to: 'same' },
  claimLead: { from: [...BEFORE_DECISION, 'adopted', 'inProgress'], to: 'same' },
  recordVisit: { from: ['routed', ...AT_WORK, ...ANSWERED], to: 'same' },
  addNote: { from: EVERYWHERE, to: 'same' },
  revealContact: { from: EVERYWHERE, to: 'same' },
  // The person it was filed for answers as long as it lies somewhere.
  confirmForPerson: { from: STANDING, to: 'same' },
  denyForPerson: { from: STANDING, to: 'same' },
  withdrawForPerson: { from: ['routed', 'accepted', 'awaitingSupplement'], to: 'withdrawn' },
  keepAfterDenial: { from: EVERYWHERE, to: 'same' },
  eraseData: { from: EVERYWHERE, to: 'same' },
  groupLead: { from: GROUPED, to: 'same' },
  joinIssue: { from: GROUPED, to: 'same' },
  leaveIssue: { from: EVERYWHERE, to: 'same' },
  cosignLead: {
    from: ['routed', 'accepted', 'awaitingSupplement', 'adopted', 'inProgress', 'unresolvable', 'reopened'],
    to: 'same',
  },
  withdrawCosign: { from: EVERYWHERE, to: 'same' },
  noteDeadline: { from: EVERYWHERE, to: 'same' },
  chaseLead: { from: EVERYWHERE, to: 'same' },
  changeAnonymity: { from: EVERYWHERE, to: 'same' },
};

/** Whoever has more to say than this is better called. */
const MOST_SUPPLEMENTS = 20;

/** Nobody writes about more problems at once; what looks like more is a mistake. */
const MOST_PARTS = 9;

type Question = (lead: Lead) => boolean;
const always: Question = () => true;

/** What must be true beside the state. */
const CONDITIONS: Partial<Record<LeadCommandName, Question>> = {
  giveSupplement: (lead) =>
    lead.status === 'awaitingSupplement' || lead.supplements.length < MOST_SUPPLEMENTS,
  confirmTranscript: (lead) => lead.awaitsTranscript,
  confirmRoute: (lead) => lead.route !== null && !lead.route.certain,
  // Neighbours whose leads were merged into this one still wait for it.
  withdrawLead: (lead) => lead.adoption === 'undecided' && lead.absorbed.length === 0,
  mergeLead: (lead) => lead.absorbed.length === 0,
  adoptLead: (lead) => lead.adoption !== 'adopted' && lead.proposal === null,
  declineLead: (lead) => lead.adoption !== 'adopted' && lead.proposal === null,
  confirmDecision: (lead) => lead.proposal !== null,
  returnDecision: (lead) => lead.proposal !== null,
  // What is reported and what a unit is asked must be readable by everybody who gets it.
  // What is private goes to whoever is in charge of it, never into a paper that leaders pass on.
  reportUp: (lead) => lead.adoption === 'adopted' && !lead.awaitsTranscript && !isPrivate(lead),
  withdrawReport: (lead) => lead.reports.length > 0,
  // A unit may not read a private matter, so it could never answer one.
  handOver: (lead) =>
    !isPrivate(lead) &&
    lead.proposal === null &&
    (lead.status !== 'inProgress' || lead.handOver?.returned != null),
  acceptHandOver: (lead) =>
    lead.handOver?.acceptedAt === null && lead.handOver.returned === null && lead.reply === null,
  returnHandOver: (lead) => lead.handOver?.returned === null && lead.reply === null && lead.promise === null,
  askExtension: (lead) =>
    lead.handOver?.extensionAsked === null && lead.handOver.acceptedAt !== null && isWithUnit(lead),
  refuseExtension: (lead) => lead.handOver?.extensionAsked != null,
  // A promised day is moved by another promise, which the resident reads, not by adding days.
  extendDeadline: (lead) => lead.handOver?.returned === null && lead.promise === null,
  promiseOutcome: (lead) => lead.handOver?.returned === null,
  recordReply: (lead) => lead.handOver?.returned === null,
  // What a colleague proposed is answered, not passed over.
  resolveLead: (lead) => lead.proposal === null,
  markUnresolvable: (lead) => lead.proposal === null,
  publishLead: (lead) => (lead.adoption === 'adopted' || lead.resolution === 'resolved') && !isPrivate(lead),
  giveFeedback: (lead) => lead.feedback.length < 5,
  refuseReopen: (lead) => lead.awaitsReview,
  // Only an office can be late; the resident's own times end by themselves.
  chaseLead: (lead) => lead.overdue && lead.chasedAt === null,
  // Who waits for a review is answered, not closed over.
  closeLead: (lead) => !lead.awaitsReview,
  splitLead: (lead) => lead.parts.length < MOST_PARTS,
  // The members of a group may not read a private matter, so none of them could claim one.
  broadcastLead: (lead) => lead.claimedBy === null && !isPrivate(lead),
  claimLead: (lead) => lead.claimedBy === null,
  cosignLead: (lead) => canBeCosigned(lead),
  confirmForPerson: (lead) => canAnswer(lead, 'confirmed'),
  denyForPerson: (lead) => canAnswer(lead, 'denied'),
  withdrawForPerson: (lead) => isDenied(lead) && lead.adoption === 'undecided' && lead.absorbed.length === 0,
  keepAfterDenial: (lead) => isDenied(lead),
  groupLead: (lead) => lead.issueId === null && !lead.groupedByStaff && !isPrivate(lead),
  joinIssue: (lead) => !isPrivate(lead),
  leaveIssue: (lead) => lead.issueId !== null,
};

/** Whether a proposed decision can still be taken: the lead waits for one, or comes back to waiting for it. */
export const standsAsProposed = ({ status, statusBefore }: Lead): boolean =>
  TRANSITIONS.confirmDecision.from.includes(
    status === 'awaitingSupplement' || status === 'merged' ? (statusBefore ?? status) : status,
  );

/**
 * Whether the unit has it and owes an answer: it has neither replied nor promised a day, and the work goes on now or once
 * the resident has answered. Only then is there any sense in asking for more time.
 */
export const isWithUnit = ({ status, statusBefore, handOver, reply, promise }: Lead): boolean =>
  (status === 'inProgress' || (status === 'awaitingSupplement' && statusBefore === 'inProgress')) &&
  handOver?.returned === null &&
  reply === null &&
  promise === null;

/** Passed on this often, a lead goes nowhere any more without the county desk: it decides. */
export const MOST_BOUNCES = 3;

/** Whether the lead was passed on too often for anybody but the county desk to pass it on again. */
export const isForDeskToDecide = (lead: Lead): boolean => lead.bounces >= MOST_BOUNCES;

/** Whether the matter must never reach a township, a unit or the board (reports against officials). */
export function isPrivate(lead: Pick<Lead, 'route'>): boolean {
  return lead.route?.private ?? false;
}

/** Whether the lead's state and facts allow the command, whoever asks. */
export function isAllowed(lead: Lead, command: Exclude<LeadCommandName, 'submitLead'>): boolean {
  return (
    TRANSITIONS[command].from.includes(lead.status) &&
    (CONDITIONS[command] ?? always)(lead) &&
    !isHeldByDenial(lead, command)
  );
}

/** Whether others can be merged into the lead, as far as its state tells. */
export const canTakeIn = ({ status }: Pick<Lead, 'status'>): boolean =>
  TRANSITIONS.absorbLead.from.includes(status);

/** Whether neighbours can join in, as far as its state tells. */
export const canBeCosigned = (lead: Pick<Lead, 'status' | 'route'>): boolean =>
  TRANSITIONS.cosignLead.from.includes(lead.status) && !isPrivate(lead);
