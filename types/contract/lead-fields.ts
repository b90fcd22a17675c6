import type { ExtensionAsk } from './extension';
import type { IssueLine } from './issues';
import type {
  Adoption,
  Anonymity,
  Broadcast,
  ConsultationRecord,
  ContactReading,
  Deadline,
  Decision,
  Entry,
  EscalationLevel,
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
  WithPhotos,
} from './lead';
import type { OnBehalf } from './on-behalf';

/** One line of a lead's story. `text` is ready to be read; names of people only where the audience may know them. */
export interface TimelineEntry {
  at: string;
  event: string;
  /** 「县政协」「住建局」「您」; for officers the person's name. */
  by: string;
  text: string;
  /** For the committee: whether the submitter got the news on WeChat too, or in the mini-program alone. */
  told?: 'wechat' | 'appOnly';
}

/** The lead that goes on for one that was merged into it, as far as its followers are told. */
export interface GoesOn {
  number: string;
  status: LeadStatus;
  next: string;
}

/** Everything about a lead that can be shown to somebody. Each audience gets a named part of it. */
export interface LeadFields {
  id: string;
  version: number;
  number: string;
  trackingCode: string;
  status: LeadStatus;
  adoption: Adoption;
  resolution: Resolution;
  submittedAt: string;
  text: string;
  placeName: string;
  placeNote: string;
  townshipId: string | null;
  entry: Entry;
  /** The scanned code in words; empty where none was. */
  codeName: string;
  anonymity: Anonymity;
  /** Short-lived addresses of the photos. */
  photoUrls: string[];
  /** Of videos, for those who may know who speaks in them. */
  videoUrls: string[];
  /** The recording; null where there is none. `url` is null for those who may not know who speaks. */
  voice: { url: string | null; seconds: number; transcript: Transcript | null } | null;
  /** The spot the resident pinned. */
  point: Point | null;
  /** Whether the resident left a name or a phone; never the data itself. */
  hasContact: boolean;
  contactMasked: string;
  /** How often the contact was shown to somebody, with a reason each time. */
  contactReveals: number;
  /** Filed for somebody else, and what that person said; null where it is the submitter's own. No names. */
  onBehalf: OnBehalf | null;
  /** The person it was filed for, masked. */
  personMasked: string;
  /** The same, one by one, oldest first. */
  contactReadings: ContactReading[];
  /** How many people joined in beside those who submitted it. */
  cosigns: number;
  /** The hot issue it belongs to; null where it belongs to none. */
  issue: IssueLine | null;
  route: Route | null;
  owner: Owner;
  ownerName: string;
  /** For residents: which office has the next move, or that it is theirs; empty when nothing is left to do. */
  holder: string;
  /** Once merged: how the other lead stands, which goes on for both. */
  goesOn: GoesOn | null;
  categoryName: string;
  sectorName: string;
  committeeName: string;
  deadline: Deadline | null;
  overdue: boolean;
  /** The offices above that were told of the missed date, lowest first. */
  escalatedTo: readonly EscalationLevel[];
  supplements: Supplement[];
  outOfScope: OutOfScopeNote | null;
  decision: Decision | null;
  mergedIntoNumber: string | null;
  mergedNumbers: string[];
  /** The lead this one was taken out of; its text is a part of that one's. */
  splitFromNumber: string | null;
  /** What was taken out of this lead to be handled on its own. */
  partNumbers: string[];
  handOver: HandOver | null;
  handOverUnitName: string;
  /** More time that the unit in charge asks for; null where it asks for none, and for every other unit. */
  extensionAsked: ExtensionAsk | null;
  /** The unit's reply as it stands, before the committee released it. */
  reply: WithPhotos<Reply> | null;
  /** The reply once the lead was resolved or found unresolvable. */
  releasedReply: WithPhotos<Reply> | null;
  reports: Report[];
  consultations: ConsultationRecord[];
  visits: WithPhotos<Visit>[];
  claimedBy: string | null;
  /** The call to a group to claim an urgent lead. */
  broadcast: Broadcast | null;
  /** The group that was called, in words. */
  broadcastTo: string;
  outcome: Outcome | null;
  /** What a unit promised for a day, as long as it is not done; red once the day has passed. */
  promise: PromisedOutcome | null;
  promiseUnitName: string;
  /** A decision that waits for a second pair of eyes. */
  proposal: Proposal | null;
  published: Published | null;
  feedback: WithPhotos<Feedback>[];
  bounces: number;
  /** The resident said a second time that it is not fixed, and nobody has answered that yet. */
  awaitsReview: boolean;
  timeline: TimelineEntry[];
  history: TimelineEntry[];
  /** What happens next, in one sentence: to a resident what they can expect, to an officer what is theirs to do. */
  next: string;
}
export type LeadField = keyof LeadFields;
