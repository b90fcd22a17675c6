import type { Evidence } from '@contract/lead';
import type { Notice, UploadTicket } from '@contract/actions';
import type { Grant } from '@contract/directory';
import type { SavedView } from '@contract/views';
import type { County } from '../domain/county';
import type { Rarity } from '../domain/duplicates/rarity';
import type { ClassifierModel } from '../domain/routing/classifier-model';
import type { CategoryReader } from '../domain/routing/which-category';
import type { Issue } from '../domain/hot-issues/issue';
import type { Counts } from '../domain/statistics/tally';
import type { LeadRecord, OutboxMessage, Voices } from './lead/lead-record';
import type { Asked } from './asked';
import type { LeadRepository } from './lead/lead-ports';
import type { CodePictureRepository, CodeRepository, WechatCodes } from './codes/code-ports';
import type { DossierRepository } from './dossiers/dossier-ports';
import type { PaperRepository } from './papers/paper-ports';
import type { ErasureReceipt } from '@contract/personal-data';
import type { PersonalDataRepository } from './privacy/personal-data';
import type { ReminderRepository, Wechat } from './reminders';
import type { DirectoryRepository } from './directory-port';
import type { LedgerRepository } from './ledger/ledger-port';
import type { VisitRepository } from './web/visits';

export type {
  LeadRepository,
  PublishedRow,
  QueueQuery,
  QueueRow,
  ReplyPeer,
  SimilarRow,
} from './lead/lead-ports';
export type { Asked } from './asked';
export type { Receipt, ReminderRepository, WaitingReminder, Wechat } from './reminders';
export type {
  Follower,
  FoundBy,
  LeadIndex,
  LeadRecord,
  LeadWrite,
  OutboxMessage,
  SealedEvent,
  Voices,
} from './lead/lead-record';

/** The only door to the outside. Adapters implement it on the real SDK; tests on fakes or on the local cloud. */
export interface Ports {
  clock: { now(): string };
  random: { digits(length: number): string; token(): string };
  /** SHA-256, hex. */
  digest(text: string): string;
  /** The directory as it stands today; at most a minute old. */
  county(): Promise<County>;
  directory: DirectoryRepository;
  ledgers: LedgerRepository;
  /** What a text is about. Total over texts; throws when its weights are missing or damaged. */
  readCategory: CategoryReader;
  /** What replies are checked by. Throws when its weights are missing or damaged. */
  replyModel(): ClassifierModel;
  /** Which pairs of characters are common, for fingerprints. Throws when the table is missing or damaged. */
  rarity(): Rarity;
  leads: LeadRepository;
  issues: IssueRepository;
  tally: TallyRepository;
  accounts: AccountRepository;
  signIn: SignInRepository;
  notices: NoticeRepository;
  papers: PaperRepository;
  dossiers: DossierRepository;
  reminders: ReminderRepository;
  wechat: Wechat;
  codes: CodeRepository;
  codePictures: CodePictureRepository;
  wechatCodes: WechatCodes;
  misses: MissRepository;
  visits: VisitRepository;
  personalData: PersonalDataRepository<ErasureReceipt>;
  timer: TimerMemory;
  readers: ReaderRepository;
  views: ViewRepository;
  files: FileStore;
  log: Log;
}

/** A lead that was written since its issue was last looked at. */
export interface Ungrouped {
  record: LeadRecord;
  /** The issue it was last counted in; undefined before anybody looked. */
  groupedIn: string | null | undefined;
}
/** An issue as it is stored; the revision tells whether somebody wrote it meanwhile. */
export interface StoredIssue {
  issue: Issue;
  revision: number;
}
export interface IssueRepository {
  listUngrouped(limit: number): Promise<Ungrouped[]>;
  /** The lead has been looked at; nothing happens when it changed meanwhile. */
  settle(lead: { id: string; version: number; issueId: string | null }): Promise<void>;
  /** The leads that count in the issue, as far as its figures need them. */
  leadsOf(issueId: string): Promise<IssueMember[]>;
  find(issueIds: readonly string[]): Promise<StoredIssue[]>;
  /** Those at least this hot, the hottest first. */
  listHottest(fromScore: number, limit: number): Promise<Issue[]>;
  /** Writes if the stored revision is still `expected` (0: none is stored); `null` takes the issue away. */
  write(issueId: string, issue: Issue | null, expected: number): Promise<boolean>;
}
export type IssueMember = Voices & { text: string; print: string };

/** A lead whose keys changed since it was last counted. */
export interface Uncounted {
  id: string;
  version: number;
  counted: string[];
  carried: string[];
}
/** One part of the tally, with the leads it took in last: a reader who saw them waiting must not add them again. */
export interface TallyPart {
  part: string;
  counts: Counts;
  applied: { id: string; version: number }[];
}
export interface TallyRepository {
  /** The parts and the waiting leads: one query, more only while a thousand leads wait. */
  read(parts: readonly string[]): Promise<{ parts: TallyPart[]; uncounted: Uncounted[] }>;
  /** Counts up to `limit` waiting leads, each exactly once; how many it took. */
  countWaiting(limit: number): Promise<number>;
}

export interface Account {
  id: string;
  name: string;
  grants: Grant[];
}
export interface AccountRepository {
  findByOpenid(openid: string): Promise<Account | null>;
  find(accountId: string): Promise<Account | null>;
  /** Who holds an office or a seat for this township. */
  listOfTownship(townshipId: string): Promise<Account[]>;
  /** Binds the person's WeChat to the account waiting under the code; null when there is none or it was used. */
  bind(bindCodeHash: string, openid: string): Promise<Account | null>;
}
export interface SignInRepository {
  openTicket(ticket: { ticketHash: string; pollKeyHash: string; expiresAt: string }): Promise<void>;
  /** False when the ticket is unknown, used or expired. */
  confirmTicket(ticketHash: string, accountId: string, now: string): Promise<boolean>;
  /** The account that confirmed, exactly once; `waiting` before, null when gone. */
  redeemTicket(ticketHash: string, pollKeyHash: string, now: string): Promise<string | 'waiting' | null>;
  openSession(session: { tokenHash: string; accountId: string; expiresAt: string }): Promise<void>;
  findSession(tokenHash: string, now: string): Promise<{ accountId: string } | null>;
  /** Ends every session of the account. */
  closeSessionsOf(accountId: string): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
  /** Removes what expired; how many. */
  sweep(now: string): Promise<number>;
}
export type DeliveredNotice = Omit<Notice, 'joined'> & { recipientKey: string };
export interface NoticeRepository {
  /** False when this message was already delivered. `reminds`: it is also to go out on WeChat. */
  deliver(message: OutboxMessage, reminds?: boolean): Promise<boolean>;
  /** What was sent to any of these keys of one person, newest first. */
  list(recipientKeys: readonly string[], limit: number): Promise<DeliveredNotice[]>;
}
/** Somebody who has a lead open, until when they are taken to. */
export interface Reader {
  accountId: string;
  name: string;
  role: Grant['role'];
  until: string;
}
export interface ReaderRepository {
  list(leadId: string, now: string): Promise<Reader[]>;
  note(reader: Reader & { leadId: string }): Promise<void>;
  /** Removes what is over; how many. */
  sweep(now: string): Promise<number>;
}
export interface ViewRepository {
  /** What the account keeps, and its version; 0 where nothing was ever kept. */
  read(accountId: string): Promise<{ views: SavedView[]; version: number }>;
  /** Writes only if the stored version is still `expected`. */
  write(accountId: string, views: SavedView[], expected: number): Promise<boolean>;
}
/** What the timer knows of its own last run. */
export interface TimerMemory {
  recall(): Promise<{ lastRunAt: string; doubtedSince: string | null } | null>;
  remember(memory: { lastRunAt: string; doubtedSince: string | null }): Promise<void>;
}
/** Wrong tracking codes, counted per key and hour. */
export interface MissRepository {
  count(keys: readonly string[]): Promise<number[]>;
  add(key: string, at: string): Promise<void>;
}
/** How a file begins, and how long it is; null where the storage does not say. */
export interface FileHead {
  bytes: Uint8Array;
  size: number | null;
}
export interface FileStore {
  /** Takes files away; those that are gone already are no fault. */
  remove(evidence: readonly Evidence[]): Promise<void>;
  prepareUpload(path: string): Promise<UploadTicket>;
  /** Short-lived addresses by file id; files that are gone are left out. */
  urls(evidence: readonly Evidence[]): Promise<ReadonlyMap<string, string>>;
  /** How files begin and how long they are, by file id; `unread` where the file is there and could not be opened; those that are gone are left out. */
  heads(evidence: readonly Evidence[]): Promise<ReadonlyMap<string, FileHead | 'unread'>>;
}
export interface Log {
  info(what: string, facts: LogFacts): void;
  error(what: string, facts: LogFacts): void;
}
/** What may be logged: codes, counts, milliseconds. Never words, names, phones or ids of people. */
export interface LogFacts {
  action?: string;
  code?: string;
  ms?: number;
  count?: number;
  reason?: string;
  stack?: string;
}

export interface ResidentCaller {
  kind: 'resident';
  openid: string;
}
export interface OfficerCaller {
  kind: 'officer';
  account: Account;
}
/** One call: who asks, under which request id, through which ports. */
export interface Call<Caller> extends Asked {
  caller: Caller;
  ports: Ports;
}
