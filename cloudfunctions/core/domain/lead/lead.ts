import type { Course } from './course';
import type {
  Adoption,
  Anonymity,
  Broadcast,
  ConsultationRecord,
  Contact,
  DeadlineKind,
  Decision,
  Entry,
  EscalationLevel,
  Evidence,
  Feedback,
  HandOver,
  LeadStatus,
  OutOfScopeNote,
  Outcome,
  Owner,
  Point,
  PromisedOutcome,
  Proposal,
  Published,
  Reply,
  Report,
  Resolution,
  Route,
  Supplement,
  Transcript,
  Visit,
} from '@contract/lead';
import type { ExtensionAsk } from '@contract/extension';
import type { OnBehalf } from '@contract/on-behalf';

/** A running clock: working days from a moment. The date it ends on is always recomputed, never stored as truth. */
export interface Clock {
  kind: DeadlineKind;
  startedAt: string;
  workingDays: number;
  /** A promised day (YYYY-MM-DD in China): such a clock ends there, however the working days fall. */
  until?: string;
}

/** A hand-over with what the unit in charge asks of the committee: not for everybody who reads the hand-over. */
export interface HeldHandOver extends HandOver {
  extensionAsked: ExtensionAsk | null;
}

/** What follows from the events of one lead. Never the submitted text or the contact: those are its content. */
export interface Lead {
  id: string;
  number: string;
  status: LeadStatus;
  /** Where to go back to after a supplement or an unmerge. */
  statusBefore: LeadStatus | null;
  adoption: Adoption;
  resolution: Resolution;
  submittedAt: string;
  entry: Entry;
  /** The number of the code it came by; null where none was scanned. */
  codeId: string | null;
  anonymity: Anonymity;
  placeId: string | null;
  route: Route | null;
  owner: Owner;
  clock: Clock | null;
  /** What was left on the clock when it was stopped to wait for the resident or for another lead. */
  stoppedClock: Clock | null;
  overdue: boolean;
  /** Who holds the lead was reminded of the date that runs now. */
  reminded: boolean;
  /** When the resident asked where it stays, after the date that runs now had passed. */
  chasedAt: string | null;
  /** The offices above that were told that the date has passed. */
  escalatedTo: readonly EscalationLevel[];
  supplements: Supplement[];
  outOfScope: OutOfScopeNote | null;
  decision: Decision | null;
  mergedInto: { leadId: string; number: string } | null;
  absorbed: { leadId: string; number: string }[];
  splitFrom: { leadId: string; number: string } | null;
  parts: { leadId: string; number: string }[];
  handOver: HeldHandOver | null;
  bounces: number;
  reply: Reply | null;
  reports: Report[];
  consultations: ConsultationRecord[];
  visits: Visit[];
  claimedBy: { accountId: string; name: string; at: string } | null;
  broadcast: Broadcast | null;
  outcome: Outcome | null;
  promise: PromisedOutcome | null;
  proposal: Proposal | null;
  published: Published | null;
  feedback: Feedback[];
  reopenCount: number;
  /** The resident asked again to have it reopened, and waits for an answer. */
  awaitsReview: boolean;
  /** The hot issue it belongs to, and whether a person said so: then no machine says otherwise. */
  issueId: string | null;
  groupedByStaff: boolean;
  contactReveals: number;
  /** Null where who filed it speaks for themselves. */
  onBehalf: OnBehalf | null;
  /** What figures tell of its course; later events take none of it back. */
  course: Course;
  /** It came as a recording that nobody has written down yet. */
  awaitsTranscript: boolean;
}

/** What the resident gave: kept beside the events so that it can be erased without breaking their chain. */
export interface LeadContent {
  text: string;
  placeNote: string;
  evidence: Evidence[];
  contact: Contact | null;
  /** Whom it was filed for, where they were named; `key`: who confirmed it, and may be told on their own device. */
  person?: Contact & { key?: string };
  /** Mixed into the content's hash: without it the hash tells nothing of what was erased. */
  seal?: string;
  /** Absent where nothing was recorded. */
  voice?: { seconds: number; transcript: Transcript | null };
  /** Absent where nothing was pinned. */
  point?: Point;
}

/** Whom a lead's words may name: who submitted it, and the person it was filed for. */
export const peopleIn = ({ contact, person }: Pick<LeadContent, 'contact' | 'person'>): Contact[] =>
  [contact, person].flatMap((each) => each ?? []);

/** Whether somebody can be called: who filed it, or whom it was filed for. */
export const isReachable = ({ contact, person }: Pick<LeadContent, 'contact' | 'person'>): boolean =>
  contact !== null || Boolean(person?.name ?? person?.phone);

/** Everything the resident said, written and spoken, as far as it can be read. What was only spoken is the text itself. */
export const wordsOf = ({ text, voice }: Pick<LeadContent, 'text' | 'voice'>): string =>
  [...new Set([text, voice?.transcript?.text ?? ''])].filter(Boolean).join('\n');

/** The content once the recording is written down. */
export const withTranscript = (content: LeadContent, transcript: Transcript): LeadContent => ({
  ...content,
  text: content.text === '' ? transcript.text : content.text,
  ...(content.voice && { voice: { ...content.voice, transcript } }),
});

/** Where a lead lies that nobody else holds. */
export const COUNTY_DESK = { kind: 'countyDesk' } as const satisfies Owner;
