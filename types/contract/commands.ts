import type { Anonymity, ConsultationRecord, Contact, FeedbackReason, Point } from './lead';
import type { Door } from './envelope';
import type { OnBehalfInput } from './on-behalf';

/** Every change of a lead names the lead and the version its author was looking at. */
export interface OnLead {
  leadId: string;
  version: number;
}

/** Why a reply is right although the check doubts it; without it a doubtful reply is refused. */
export interface Overruling {
  overruleNote?: string;
}

/** Everything a person can do to a lead after it was submitted: command → what it needs beside the lead. */
export interface CommandInputs {
  // the resident
  giveSupplement: { text: string };
  withdrawLead: { reason?: string };
  /** `evidence`: ids of photos of how it looks now; `thanks` goes to who handled it and is counted nowhere. */
  giveFeedback: {
    fixed: boolean;
    stars: number;
    words?: string;
    reasons?: FeedbackReason[];
    thanks?: string;
    evidence?: string[];
  };
  /** Once a date has passed, and once for each date. */
  chaseLead: Record<never, never>;
  changeAnonymity: { anonymity: Anonymity };
  // triage
  acceptLead: Record<never, never>;
  rerouteLead: { categoryId: string; townshipId?: string; reason: string };
  /** Says which of the candidates it is; the standing category is an answer too. */
  confirmRoute: { categoryId: string };
  /** A village or township id. */
  setPlace: { placeId: string };
  /** What the recording says, by somebody who listened to it. A lead without written words is routed by it. */
  confirmTranscript: { text: string };
  askForSupplement: { question: string };
  markOutOfScope: { door: Door; note: string };
  mergeLead: { intoNumber: string; reason: string };
  unmergeLead: { reason: string };
  splitLead: { text: string; categoryId: string; townshipId?: string; reason: string };
  // the person it was filed for said no
  withdrawForPerson: { reason: string };
  keepAfterDenial: { reason: string };
  joinIssue: { withNumber: string; reason: string };
  leaveIssue: { reason: string };
  // the decision
  adoptLead: { note?: string };
  declineLead: { reason: string; goTo: string };
  confirmDecision: Record<never, never>;
  returnDecision: { note: string };
  // follow-through
  holdConsultation: ConsultationRecord;
  handOver: { unitId: string; supportingUnitIds?: string[]; workingDays: number };
  acceptHandOver: Record<never, never>;
  returnHandOver: { reason: string };
  /** The unit in charge asks the committee for more time; the date stands until it is answered. */
  askExtension: { workingDays: number; reason: string };
  /** Gives more time, whether the unit asked for it here or by telephone. */
  extendDeadline: { workingDays: number; reason: string };
  refuseExtension: { reason: string };
  recordReply: { text: string; evidence?: string[] } & Overruling;
  resolveLead: { summary: string } & Overruling;
  markUnresolvable: { reason: string; whatWouldChange: string } & Overruling;
  promiseOutcome: { unitId: string; dueOn: string; text: string };
  /** `confirmed`: places that look like somebody's own, each looked at and found to be none. */
  publishLead: { title: string; text: string; confirmed?: string[] };
  reopenLead: { reason: string };
  refuseReopen: { reason: string };
  closeLead: { reason: string };
  // the people of the place
  /** To a sector's or a township's group, by its id; `confirmed` as in publishLead. */
  broadcastLead: { groupId: string; reason: string; confirmed?: string[] };
  claimLead: Record<never, never>;
  /** `evidence`: ids of photos the officer uploaded, at most 9. */
  recordVisit: { text: string; evidence?: string[] };
  addNote: { text: string };
  revealContact: { reason: string };
}
export type CommandName = keyof CommandInputs;

export const RESIDENT_COMMANDS = [
  'giveSupplement',
  'withdrawLead',
  'giveFeedback',
  'chaseLead',
  'changeAnonymity',
] as const;
export type ResidentCommand = (typeof RESIDENT_COMMANDS)[number];

/** What number and tracking code are enough for, on any device: nothing that ends the matter or changes who sees whom. */
export const CODE_COMMANDS = [
  'giveSupplement',
  'giveFeedback',
  'chaseLead',
] as const satisfies readonly ResidentCommand[];
export type CodeCommand = (typeof CODE_COMMANDS)[number];

/** The lead by what stands on its receipt, and the version its reader was looking at. */
export interface OnCode {
  number: string;
  trackingCode: string;
  version: number;
}

export const OFFICER_COMMANDS = [
  'acceptLead',
  'rerouteLead',
  'confirmRoute',
  'setPlace',
  'confirmTranscript',
  'askForSupplement',
  'markOutOfScope',
  'mergeLead',
  'unmergeLead',
  'splitLead',
  'withdrawForPerson',
  'keepAfterDenial',
  'joinIssue',
  'leaveIssue',
  'adoptLead',
  'declineLead',
  'confirmDecision',
  'returnDecision',
  'holdConsultation',
  'handOver',
  'acceptHandOver',
  'returnHandOver',
  'askExtension',
  'extendDeadline',
  'refuseExtension',
  'recordReply',
  'resolveLead',
  'markUnresolvable',
  'promiseOutcome',
  'publishLead',
  'reopenLead',
  'refuseReopen',
  'closeLead',
  'broadcastLead',
  'claimLead',
  'recordVisit',
  'addNote',
  'revealContact',
] as const satisfies readonly Exclude<CommandName, ResidentCommand>[];
export type OfficerCommand = (typeof OFFICER_COMMANDS)[number];

export interface SubmitLeadInput {
  /** What is wrong, in the resident's words, up to TEXT_MAX characters (limits.ts). May be empty where there is a recording. */
  text: string;
  /** Village or township id, when the resident picked one. */
  placeId?: string;
  /** Words about the exact spot, e.g. 村口小桥东头. */
  placeNote?: string;
  /** What the scanned code carried. */
  scene?: string;
  /** Ids of files already uploaded: at most 9 photos, one recording, one video. */
  evidence?: string[];
  /** About the recording among the files; the transcript is there once the resident has read it over. */
  voice?: { seconds: number; transcript?: string };
  /** Where it is, for those who go there. */
  point?: Point;
  contact?: Contact;
  /** Who is meant, where somebody files for somebody else. */
  onBehalf?: OnBehalfInput;
  anonymity?: Anonymity;
}
