import type { Contact } from './lead';
import type { ResidentLeadView } from './lead-views';

/** Kinds of personal data that are kept, each with a purpose and an end of its own. */
export const DATA_PARTS = ['contact', 'person', 'media', 'place', 'text', 'words', 'reporter'] as const;
/** `contact` of who filed it, `person` it was filed for, `words` written later, `reporter`: whose device or WeChat it was. */
export type DataPart = (typeof DATA_PARTS)[number];

/** How many days each kind is kept after the matter was over, notices after they were written; null: for good. */
export type RetentionTerms = Record<DataPart | 'notices', number | null>;

/** What erasing everything of one's own would mean, before anybody decides. */
export interface ErasurePlan {
  leads: number;
  /** Under way: their words are asked about. */
  underWay: { number: string; excerpt: string; canWithdraw: boolean }[];
  contacts: number;
  persons: number;
  files: number;
  cosigns: number;
  notices: number;
}

/** `keep`: the matter goes on without anybody's name; `withdraw`: taken back wherever it still can be. */
export type UnderWay = 'keep' | 'withdraw';

/** What was erased, and what stays; kept without telling whose it was. */
export interface ErasureReceipt extends Omit<ErasurePlan, 'underWay'> {
  id: string;
  at: string;
  /** Matters under way whose words stay until they are over. */
  textsKept: number;
  /** False while a next call has to go on with it. */
  isDone: boolean;
}

/** One's own data, a page at a time; what is not of a lead stands on the first page. */
export interface MyData {
  leads: MyLeadData[];
  nextCursor: string | null;
  cosigns: { number: string; at: string }[];
  notices: { at: string; number: string; text: string }[];
  /** Messages on WeChat one still agreed to. */
  wechatMessagesLeft: number;
}
export interface MyLeadData {
  lead: ResidentLeadView;
  contact: Contact | null;
  person: Contact | null;
}
