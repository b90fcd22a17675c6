import type {
  Anonymity,
  BroadcastGroup,
  ConsultationRecord,
  DeadlineKind,
  Entry,
  EscalationLevel,
  Evidence,
  FeedbackReason,
  OutOfScopeNote,
  Owner,
  Proposal,
  ReportKind,
  Role,
  Route,
} from '@contract/lead';
import type { NewsFor, Relation } from '@contract/on-behalf';
import type { DataPart } from '@contract/personal-data';
import type { OverruledDoubts } from '@contract/replies';

/** Who did it. Residents are not named in events; `byCode`: with number and tracking code alone, on another device. */
export type Actor =
  | { kind: 'resident'; byCode?: true }
  | { kind: 'system' }
  | { kind: 'officer'; accountId: string; name: string; role: Role };

/** A reply that was sent against the check's doubts says so, and why. */
export interface Doubted {
  overruled?: OverruledDoubts;
}

/** What can have happened to a lead: past tense, with everything `evolve` needs; never a contact or the submitted text. */
export type LeadFact =
  | {
      type: 'LeadSubmitted';
      leadId: string;
      number: string;
      entry: Entry;
      /** The number of the code that was scanned. */
      codeId?: string;
      anonymity: Anonymity;
      placeId: string | null;
      contentHash: string;
      /** Filed by somebody else than the person whose matter it is. */
      onBehalf?: { relation: Relation; news: NewsFor };
      /** It came as a recording that nobody has written down. */
      awaitsTranscript?: true;
      /** Taken out of this lead by staff, because that one names two problems. */
      splitFrom?: { leadId: string; number: string };
    }
  | { type: 'LeadRouted'; route: Route; owner: Owner; acceptWithin: number }
  | {
      type: 'LeadRerouted';
      route: Route;
      owner: Owner;
      placeId: string | null;
      reason: string;
      acceptWithin: number;
    }
  /** Passed on once too often: from here on the county desk decides where it goes. */
  | { type: 'DeskTookOver'; bounces: number }
  | { type: 'RouteConfirmed'; route: Route; owner: Owner }
  | { type: 'PlaceSet'; route: Route; owner: Owner; placeId: string; placeName: string }
  /** Somebody listened and wrote it down; with a placement where the lead had no words to be placed by before. */
  | {
      type: 'TranscriptConfirmed';
      contentHash: string;
      placed?: { route: Route; owner: Owner; placeId: string | null };
    }
  | { type: 'LeadAccepted'; decideWithin: number }
  | { type: 'SupplementAsked'; question: string; answerWithin: number; workingDaysLeft: number }
  /** `from`: the moment the stopped clock runs on, where it is not the event's own (nobody answered in time). */
  | { type: 'SupplementGiven'; answer: string; from?: string }
  | ({ type: 'LeadMarkedOutOfScope' } & OutOfScopeNote)
  | { type: 'LeadMerged'; into: { leadId: string; number: string }; reason: string; workingDaysLeft: number }
  | { type: 'LeadUnmerged'; reason: string }
  | { type: 'LeadAbsorbed'; other: { leadId: string; number: string } }
  | { type: 'LeadReleased'; other: { leadId: string; number: string } }
  | { type: 'LeadSplit'; part: { leadId: string; number: string }; reason: string }
  | { type: 'LeadWithdrawn'; reason: string }
  | { type: 'DecisionProposed'; decision: Proposal['decision'] }
  | { type: 'DecisionReturned'; note: string }
  | { type: 'LeadAdopted'; note: string; handleWithin: number }
  | { type: 'LeadDeclined'; reason: string; goTo: string }
  /** Handed up with a paper, named by its id and its number. */
  | {
      type: 'LeadReportedUp';
      kind: ReportKind;
      title: string;
      recipient: string;
      paperId?: string;
      sign?: string;
    }
  /** The paper was withdrawn. Whoever lay before the leaders lies there no longer, and has a date again. */
  | { type: 'ReportWithdrawn'; paperId: string; sign: string; reason: string; handleWithin: number }
  | ({ type: 'ConsultationHeld' } & ConsultationRecord)
  | { type: 'LeadHandedOver'; unitId: string; supportingUnitIds: string[]; workingDays: number }
  | { type: 'HandOverAccepted' }
  | { type: 'HandOverReturned'; reason: string; handleWithin: number }
  | { type: 'ExtensionAsked'; unitId: string; workingDays: number; reason: string }
  | { type: 'ExtensionRefused'; unitId: string; reason: string }
  /** `dueAt`: the date that follows; older logs lack it. */
  | { type: 'DeadlineExtended'; workingDays: number; reason: string; dueAt?: string }
  | ({ type: 'ReplyRecorded'; text: string; unitId: string | null; evidence?: Evidence[] } & Doubted)
  | { type: 'OutcomePromised'; unitId: string; dueOn: string; text: string }
  | ({ type: 'LeadResolved'; summary: string; feedbackWithin: number } & Doubted)
  | ({
      type: 'LeadFoundUnresolvable';
      reason: string;
      whatWouldChange: string;
      feedbackWithin: number;
    } & Doubted)
  | { type: 'LeadPublished'; title: string; text: string }
  | {
      type: 'FeedbackGiven';
      fixed: boolean;
      stars: number;
      words: string;
      reasons?: FeedbackReason[];
      thanks?: string;
      evidence?: Evidence[];
    }
  /** The resident asks where it stays, once the date has passed. */
  | { type: 'LeadChased'; kind: DeadlineKind; dueAt: string }
  | { type: 'AnonymityChanged'; from: Anonymity; anonymity: Anonymity }
  | { type: 'LeadReopened'; reason: string; acceptWithin: number }
  | { type: 'ReviewAsked'; reviewWithin: number }
  | { type: 'ReopenRefused'; reason: string }
  | { type: 'LeadClosed'; reason: string }
  | { type: 'LeadBroadcast'; group: BroadcastGroup; reason: string }
  | { type: 'LeadClaimed'; accountId: string; name: string }
  | { type: 'VisitRecorded'; text: string; name: string; evidence?: Evidence[] }
  | { type: 'NoteAdded'; text: string }
  | { type: 'ContactRevealed'; reason: string }
  | { type: 'PersonConfirmed'; onHelpersDevice: boolean }
  | { type: 'PersonDenied'; onHelpersDevice: boolean; words: string }
  /** Staff looked into the person's no, and the matter goes on. */
  | { type: 'DenialSettled'; reason: string }
  | { type: 'DataErased'; parts: DataPart[]; because: 'asked' | 'kept long enough' }
  /** Somebody else than the submitter joined in, or no longer does; how many people do since. */
  /** Put into a hot issue, or taken out of one. */
  | { type: 'LeadGrouped'; issueId: string | null; reason: string }
  | { type: 'CosignAdded'; cosigns: number }
  | { type: 'CosignWithdrawn'; cosigns: number }
  | { type: 'DeadlineNearing'; kind: DeadlineKind; dueAt: string }
  | { type: 'DeadlineMissed'; kind: DeadlineKind; dueAt: string }
  | { type: 'LeadEscalated'; to: EscalationLevel; kind: DeadlineKind; dueAt: string; lateBy: number };

export type LeadEvent = LeadFact & { at: string; by: Actor };
export type LeadEventType = LeadFact['type'];

/** What changes nothing an officer decides on: whoever was about to act need not look again. */
const QUIET: ReadonlySet<LeadEventType> = new Set([
  'DeadlineNearing',
  'LeadEscalated',
  'LeadGrouped',
  'PersonConfirmed',
  'DataErased',
  'CosignAdded',
  'CosignWithdrawn',
  'LeadChased',
  'AnonymityChanged',
]);
export const isQuiet = ({ type }: LeadEvent): boolean => QUIET.has(type);

/** Said on another device than the one it was submitted from, by somebody who held number and tracking code. */
export const isByCode = (by: Actor): boolean => by.kind === 'resident' && by.byCode === true;
