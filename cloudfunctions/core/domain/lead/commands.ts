import type { CommandInputs } from '@contract/commands';
import type { BroadcastGroup, EscalationLevel, Evidence, Owner, ReportKind, Route } from '@contract/lead';
import type { AlarmPolicy } from '../deadlines/alarms';
import type { WorkingCalendar } from '../deadlines/working-days';
import type { Actor, Doubted, LeadFact } from './events';

/** Commands that carry more, or something else, than what was typed. */
type LookedUp =
  | 'rerouteLead'
  | 'confirmRoute'
  | 'setPlace'
  | 'confirmTranscript'
  | 'mergeLead'
  | 'splitLead'
  | 'joinIssue'
  | 'broadcastLead'
  | 'recordVisit'
  | 'giveFeedback'
  | ReplyName;
type AsTyped = Exclude<keyof CommandInputs, LookedUp>;
type Asked = { [C in AsTyped]: { type: C } & CommandInputs[C] }[AsTyped];

type ReplyName = 'recordReply' | 'resolveLead' | 'markUnresolvable';
/** What answers the resident: checked before, so that it carries the doubts its author overruled. */
export type ReplyCommand = {
  [C in ReplyName]: { type: C } & Omit<CommandInputs[C], 'overruleNote' | 'evidence'> & Doubted & Shown;
}[ReplyName];

/** Photos that their author uploaded: whose they are was checked before. */
interface Shown {
  evidence?: Evidence[];
}

/** The paper a lead is handed up with. */
export interface PaperOfLead {
  kind: ReportKind;
  title: string;
  recipient: string;
  paperId: string;
  sign: string;
}

/** A command as the domain takes it: names already looked up, so that deciding needs nothing but the lead. */
export type LeadCommand =
  | Asked
  | ReplyCommand
  | ({ type: 'submitLead' } & Omit<Extract<LeadFact, { type: 'LeadSubmitted' }>, 'type'> & {
        route: Route;
        owner: Owner;
      })
  | { type: 'rerouteLead'; route: Route; owner: Owner; placeId: string | null; reason: string }
  | { type: 'confirmRoute'; route: Route; owner: Owner }
  | { type: 'setPlace'; route: Route; owner: Owner; placeId: string; placeName: string }
  | ({ type: 'confirmTranscript' } & Omit<Extract<LeadFact, { type: 'TranscriptConfirmed' }>, 'type'>)
  | { type: 'mergeLead'; into: { leadId: string; number: string }; reason: string }
  | ({ type: 'recordVisit'; text: string } & Shown)
  | ({ type: 'giveFeedback' } & Omit<CommandInputs['giveFeedback'], 'evidence'> & Shown)
  /** Made by issuing a paper and by withdrawing it, never by a person on the lead itself. */
  | ({ type: 'reportUp' } & PaperOfLead)
  | { type: 'withdrawReport'; paperId: string; sign: string; reason: string }
  | { type: 'splitLead'; part: { leadId: string; number: string }; reason: string }
  | { type: 'broadcastLead'; group: BroadcastGroup; reason: string }
  | { type: 'absorbLead'; other: { leadId: string; number: string } }
  | { type: 'releaseLead'; other: { leadId: string; number: string } }
  | { type: 'confirmForPerson'; onHelpersDevice: boolean }
  | { type: 'denyForPerson'; onHelpersDevice: boolean; words: string }
  | ({ type: 'eraseData' } & Omit<Extract<LeadFact, { type: 'DataErased' }>, 'type'>)
  | { type: 'groupLead'; issueId: string }
  | { type: 'joinIssue'; issueId: string; reason: string }
  | { type: 'cosignLead'; cosigns: number }
  | { type: 'withdrawCosign'; cosigns: number }
  /** `offices`: the held ones above the lead, lowest first. */
  | { type: 'noteDeadline'; offices?: readonly EscalationLevel[] };
export type LeadCommandName = LeadCommand['type'];
export type CommandOf<Name extends LeadCommandName> = Extract<LeadCommand, { type: Name }>;

/** The county's promises, in working days, and its way of deciding. Data, edited by the county. */
export interface DeadlinePolicy extends AlarmPolicy {
  acceptWithin: number;
  decideWithin: number;
  handleWithin: number;
  supplementWithin: number;
  feedbackWithin: number;
  /** Whether a decision to adopt or decline counts only once a second colleague has confirmed it. */
  secondPairOfEyes: boolean;
}

/** What deciding may look at beside the lead: the moment, the person, the calendar, the promises. */
export interface DecideContext {
  at: string;
  by: Actor;
  calendar: WorkingCalendar;
  policy: DeadlinePolicy;
  /** The unit the officer answers for, when a unit officer is acting. */
  unitId?: string;
}
