import type { BoardPage, BoardQuery, Neighbourhood } from './board';
import type { BulkInput, BulkOutcome } from './bulk';
import type { CodeVerbs } from './codes';
import type {
  CodeCommand,
  CommandInputs,
  OfficerCommand,
  OnCode,
  OnLead,
  ResidentCommand,
  SubmitLeadInput,
} from './commands';
import type { DirectoryVerbs } from './directory-desk';
import type { ImportVerbs } from './directory-import';
import type { LedgerVerbs } from './ledger';
import type { Intake, Me, OfficerDirectory, Township } from './directory';
import type {
  CosignAnswer,
  DraftReading,
  MyLeadItem,
  OfficerLeadView,
  PublicLead,
  QueueItem,
  Receipt,
  ResidentLeadView,
  TrackedLeadView,
} from './lead-views';
import type { IssueItem } from './issues';
import type { Contact, LeadStatus } from './lead';
import type { PersonAnswer } from './on-behalf';
import type { DossierVerbs } from './dossiers';
import type { PaperVerbs } from './papers';
import type { RowsVerbs } from './rows';
import type { ErasurePlan, ErasureReceipt, MyData, RetentionTerms, UnderWay } from './personal-data';
import type { PublicationFlag } from './publication';
import type { EarlierLead, SimilarLead } from './similar';
import type { ReplyDoubt } from './replies';
import type { RouteExplanation } from './route-explanation';
import type { QueueFilter, QueueGroup, QueueMark, Statistics } from './statistics';
import type { SavedView } from './views';

type Empty = Record<never, never>;
interface Action<Input, Output> {
  input: Input;
  output: Output;
}

/** Called by residents from the mini-program; the caller is the OPENID. */
export type ResidentActions = {
  'resident.getHome': Action<
    Empty,
    {
      countyName: string;
      figures: { received: number; adopted: number; resolved: number };
      published: PublicLead[];
    }
  >;
  'resident.getIntake': Action<{ scene?: string }, Intake>;
  'resident.listPlaces': Action<Empty, { townships: Township[] }>;
  'resident.prepareUpload': Action<{ contentType: string; bytes: number }, UploadTicket>;
  'resident.readDraft': Action<{ text: string; scene?: string; placeId?: string }, DraftReading>;
  /** What others submitted about the same, before one submits oneself; nothing is kept. */
  'resident.findSimilar': Action<
    { text: string; placeId?: string; scene?: string },
    { items: EarlierLead[] }
  >;
  'resident.submitLead': Action<SubmitLeadInput, Receipt>;
  'resident.listMyLeads': Action<{ cursor?: string }, { items: MyLeadItem[]; nextCursor: string | null }>;
  'resident.getMyLead': Action<{ leadId: string }, ResidentLeadView>;
  'resident.trackLead': Action<{ number: string; trackingCode: string }, TrackedLeadView>;
  /** The person a lead was filed for: it is mine, or not my will. Whoever holds number and code can say it. */
  'resident.answerForPerson': Action<PersonAnswer, TrackedLeadView>;
  /** How long this county keeps what it is told. */
  'resident.getRetention': Action<Empty, RetentionTerms>;
  /** Everything kept about the caller, a page at a time. */
  'resident.getMyData': Action<{ cursor?: string }, MyData>;
  'resident.checkErasure': Action<Empty, ErasurePlan>;
  /** For good; the same request goes on until `isDone`. */
  'resident.eraseMyData': Action<{ underWay: UnderWay }, ErasureReceipt>;
  'resident.listPublished': Action<BoardQuery, BoardPage>;
  'resident.getNeighbourhood': Action<{ placeId: string }, Neighbourhood>;
  'resident.listNotices': Action<Empty, { items: Notice[] }>;
  /** How many messages the person will still get on WeChat, and the templates to ask for more; none: nothing is asked. */
  'resident.getConsents': Action<Empty, Consents>;
  /** What the person has just agreed to in WeChat's own question: one message each. */
  'resident.recordConsents': Action<{ accepted: string[] }, Consents>;
  /** Joins in what somebody else submitted; no version, because a co-sign changes nothing that others decide on. */
  'resident.cosignLead': Action<{ leadId: string }, CosignAnswer>;
  'resident.withdrawCosign': Action<{ leadId: string }, CosignAnswer>;
} & { [C in ResidentCommand as `resident.${C}`]: Action<OnLead & CommandInputs[C], ResidentLeadView> } & {
  /** The same for whoever holds number and tracking code, on any device. */
  [C in CodeCommand as `resident.${C}ByCode`]: Action<OnCode & CommandInputs[C], TrackedLeadView>;
};

/** What officers do, the same in the panel and on the staff pages: who they are decides what they may. */
type OfficerVerbs = {
  getMe: Action<Empty, Me>;
  getDirectory: Action<Empty, OfficerDirectory>;
  /** For one photo of a visit or a reply. */
  prepareUpload: Action<{ contentType: string; bytes: number }, UploadTicket>;
  checkPublication: Action<{ leadId: string; title: string; text: string }, { flags: PublicationFlag[] }>;
  /** What was sent to the person and to the person's groups. */
  listNotices: Action<Empty, { items: OfficerNotice[] }>;
  listQueue: Action<QueueFilter & { cursor?: string; limit?: number }, QueuePage>;
  /** How long the list under a filter is, and every other list the caller can turn to. */
  getQueueFigures: Action<QueueFilter, QueueFigures>;
  getLead: Action<{ leadId: string }, OfficerLeadView>;
  /** Earlier leads about the same problem, as far as the caller may read them. */
  getSimilar: Action<{ leadId: string }, { items: SimilarLead[] }>;
  explainRoute: Action<{ leadId: string }, RouteExplanation>;
  /** Without a period, of everything ever received. */
  getStatistics: Action<{ period?: string }, Statistics>;
  /** What may be wrong with a reply while it is being written. */
  checkReply: Action<{ leadId: string; text: string }, { doubts: ReplyDoubt[] }>;
  /** One command for many leads; what became of each. */
  bulk: Action<BulkInput, { outcomes: BulkOutcome[] }>;
  listViews: Action<Empty, { views: SavedView[] }>;
  saveView: Action<SavedView, { views: SavedView[] }>;
  deleteView: Action<{ id: string }, { views: SavedView[] }>;
  /** Says that this page is open, and hears who else has it open. */
  seeLead: Action<{ leadId: string }, { others: string[] }>;
  /** Problems that several people speak of now, the hottest first. */
  listIssues: Action<Empty, { items: IssueItem[]; asOf: string }>;
} & {
  [C in Exclude<OfficerCommand, 'revealContact'>]: Action<OnLead & CommandInputs[C], OfficerLeadView>;
} & {
  revealContact: Action<
    OnLead & CommandInputs['revealContact'],
    { contact: Contact; person?: Contact; lead: OfficerLeadView }
  >;
};
export type OfficerVerb = keyof OfficerVerbs;

/** What officers do in the panel alone, away from any one lead: each subject adds its own verbs. */
export type DeskVerbs = Empty &
  CodeVerbs &
  DirectoryVerbs &
  ImportVerbs &
  LedgerVerbs &
  PaperVerbs &
  DossierVerbs &
  RowsVerbs;
export type DeskVerb = keyof DeskVerbs;

/** Called from the staff pages of the mini-program; the caller is the account bound to the OPENID. */
export type StaffActions = { [V in OfficerVerb as `staff.${V}`]: OfficerVerbs[V] } & {
  'staff.bindAccount': Action<{ bindCode: string }, Me>;
  'staff.confirmSignIn': Action<{ ticket: string }, { name: string }>;
};

/** Called from the panel in a browser; the caller is the account of the session token. */
export type PanelActions = { [V in OfficerVerb as `panel.${V}`]: OfficerVerbs[V] } & {
  [V in DeskVerb as `panel.${V}`]: DeskVerbs[V];
} & {
  'panel.startSignIn': Action<Empty, { ticket: string; pollKey: string; qrText: string; expiresAt: string }>;
  'panel.pollSignIn': Action<
    { ticket: string; pollKey: string },
    { state: 'waiting' } | { state: 'confirmed'; token: string }
  >;
  'panel.signOut': Action<Empty, Empty>;
};

/** Everything that can be asked: action → input and output. */
export type Actions = ResidentActions & StaffActions & PanelActions;
export type ActionName = keyof Actions;
export type InputOf<A extends ActionName> = Actions[A]['input'];
export type OutputOf<A extends ActionName> = Actions[A]['output'];

export interface QueuePage {
  items: QueueItem[];
  nextCursor: string | null;
}

export interface QueueFigures {
  /** Length of the whole list under the filter; null where it is cut several ways: then its end tells. */
  total: number | null;
  /** How many leads stand in each status within the caller's scope; absent keys are zero. */
  statusCounts: Partial<Record<LeadStatus, number>>;
  /** How many leads each group of the day opens within the caller's scope. */
  groupCounts: Record<QueueGroup, number>;
  /** How many leads each mark opens; a mark the caller may not list is absent. */
  markCounts: Partial<Record<QueueMark, number>>;
}

export interface Consents {
  templates: string[];
  left: number;
}

/** Where and how to send the bytes of one photo; the file id then goes into the submission. */
export interface UploadTicket {
  fileId: string;
  url: string;
  method: 'POST' | 'PUT';
  /** Form fields to send before the file (POST). */
  fields: Record<string, string>;
  headers: Record<string, string>;
}

/** What an officer was told: about a lead, or (with no lead) about the day. */
export type OfficerNotice = Omit<Notice, 'joined'>;

export interface Notice {
  id: string;
  leadId: string;
  number: string;
  text: string;
  at: string;
  /** The paper it tells of, where it is about no lead. */
  paperId?: string;
  /** News of a lead the person only joined in: they have no page of it. */
  joined: boolean;
}
