import type { ReportKind } from './lead';
import type { PublicationFlag } from './publication';

/** 草稿 / 已印发 / 作废: a withdrawn paper keeps its number, so that the series has no gap. */
export const PAPER_STATES = ['draft', 'issued', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What became of one suggestion: 采纳 / 部分采纳 / 未采纳. */
export const SUGGESTION_OUTCOMES = ['adopted', 'partly', 'notAdopted'] as const;
export type SuggestionOutcome = (typeof SUGGESTION_OUTCOMES)[number];

/** Which follow-ups of instructions a list shows. */
export const FOLLOW_UP_STATES = ['open', 'late', 'closed'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
/** `any`: papers with an instruction, whatever came of it. */
export const FOLLOW_UP_FILTERS = ['any', ...FOLLOW_UP_STATES] as const;

/** One matter is told in this many characters, suggestions included, blanks and line ends not counted. */
export const PAPER_MAX = 1_500;
/** A draft may be longer while it is being written, so that nothing is lost. */
export const PAPER_DRAFT_MAX = 8_000;
export const PAPER_TITLE_MAX = 60;
export const SUGGESTIONS_MAX = 12;
export const SUGGESTION_TEXT_MAX = 600;
/** Leads that one paper stands on. */
export const PAPER_SOURCES_MAX = 20;
export const INSTRUCTION_MAX = 500;
export const PAPERS_PAGE_SIZE = 30;

export interface Suggestion {
  id: string;
  text: string;
}

/** What staff write of a paper; everything else follows from what was done with it. */
export interface PaperText {
  title: string;
  /** 主送. */
  addressee: string;
  /** 抄送; empty: nobody. */
  copyTo: string;
  /** Paragraphs apart by line ends; one that begins with 一、 （一） 1. （1） is a heading of that level. */
  body: string;
  suggestions: Suggestion[];
  /** 签发人. */
  signer: string;
}

/** How many characters of the limit the paper takes: the body and the suggestions, without blanks and line ends. */
export function paperLength({ body, suggestions }: Pick<PaperText, 'body' | 'suggestions'>): number {
  const all = [body, ...suggestions.map(({ text }) => text)].join('');
  return Array.from(all.replace(/\s/gu, '')).length;
}

/** A lead the paper stands on. */
export interface PaperSource {
  leadId: string;
  number: string;
  /** Why it is the same matter, where it is in no hot issue with the others. */
  reason: string;
}

export interface SuggestionResult {
  suggestionId: string;
  outcome: SuggestionOutcome;
  reason: string;
  at: string;
}

/** A leader's 批示 and what came of it. The words are for staff and leaders alone. */
export interface InstructionView {
  id: string;
  leader: string;
  office: string;
  /** The day in China, YYYY-MM-DD. */
  givenOn: string;
  /** Absent for whoever may not read it. */
  text?: string;
  dueAt: string;
  state: FollowUpState;
  /** Whether the caller may correct how it was typed. */
  isCorrectable: boolean;
  effect: { text: string; at: string } | null;
}

/** What can be done to a paper. */
export const PAPER_COMMANDS = [
  'savePaper',
  'addPaperSource',
  'removePaperSource',
  'discardPaper',
  'issuePaper',
  'withdrawPaper',
  'settleSuggestion',
  'recordInstruction',
  'correctInstruction',
  'closeFollowUp',
] as const;
export type PaperCommandName = (typeof PAPER_COMMANDS)[number];

/** A row of the list. */
export interface PaperItem {
  id: string;
  kind: ReportKind;
  state: PaperState;
  title: string;
  year: number;
  number: number | null;
  /** 发文字号, e.g. 嵩政协〔2026〕7号; empty for a draft. */
  sign: string;
  /** When it was issued; of a draft, when it was begun. */
  at: string;
  leads: number;
  suggestions: number;
  settled: number;
  instructions: number;
  openFollowUps: number;
  lateFollowUps: number;
}

export interface PaperView extends PaperItem {
  version: number;
  text: PaperText;
  /** 发文机关. */
  organ: string;
  /** Who wrote, issued and withdrew it, as the log names them; leaders read offices. */
  sources: PaperSource[];
  issuedOn: string | null;
  withdrawn: { reason: string; at: string } | null;
  results: SuggestionResult[];
  instructionList: InstructionView[];
  history: { at: string; by: string; text: string }[];
  /** What the caller may do to it now. */
  allowed: (PaperCommandName | 'startPaper')[];
}

/** The year in figures, each counted from the same rows that the list shows. */
export interface PaperFigures {
  drafts: number;
  issued: number;
  withdrawn: number;
  /** 件: papers with an instruction, with one still followed up, with one that is late, withdrawn ones too; each is a list. */
  instructed: number;
  followedUp: number;
  late: number;
  /** 次: the instructions in them. */
  instructions: number;
  openFollowUps: number;
  lateFollowUps: number;
  /** 份: issued papers with suggestions; 条: the suggestions in them. */
  suggesting: number;
  suggestions: number;
  adopted: number;
  partly: number;
  notAdopted: number;
}

export interface PaperFilter {
  year?: number;
  kind?: ReportKind;
  state?: PaperState;
  followUp?: (typeof FOLLOW_UP_FILTERS)[number];
  /** Only papers with suggestions. */
  suggesting?: true;
  /** Words of the title, or a number of the series. */
  words?: string;
}

export interface PapersPage {
  items: PaperItem[];
  total: number;
  nextCursor: string | null;
  year: number;
  years: number[];
  figures: PaperFigures;
}

/** Every change names the paper and the version its author was looking at. */
export interface OnPaper {
  paperId: string;
  version: number;
}

interface Verb<Input, Output> {
  input: Input;
  output: Output;
}

/** What is asked about papers, in the panel alone. */
export type PaperVerbs = {
  listPapers: Verb<PaperFilter & { cursor?: string }, PapersPage>;
  /** The papers that stand on a lead, drafts too where the caller reads them. */
  listPapersOfLead: Verb<{ leadId: string }, { items: PaperItem[] }>;
  getPaper: Verb<{ paperId: string }, PaperView>;
  /** What in the text may tell who somebody is. */
  checkPaper: Verb<{ paperId: string; text: PaperText }, { flags: PublicationFlag[]; length: number }>;
  /** A draft composed from adopted leads about one matter, or in the words of the withdrawn paper it stands in for. */
  startPaper: Verb<{ leadIds: string[]; kind: ReportKind; reason?: string; insteadOf?: string }, PaperView>;
  savePaper: Verb<OnPaper & { text: PaperText }, PaperView>;
  addPaperSource: Verb<OnPaper & { number: string; reason?: string }, PaperView>;
  removePaperSource: Verb<OnPaper & { leadId: string; reason: string }, PaperView>;
  discardPaper: Verb<OnPaper, { discarded: true }>;
  /** `confirmed`: places that look like somebody's own, each looked at and found to be none. */
  issuePaper: Verb<OnPaper & { confirmed?: string[] }, PaperView>;
  withdrawPaper: Verb<OnPaper & { reason: string }, PaperView>;
  settleSuggestion: Verb<
    OnPaper & { suggestionId: string; outcome: SuggestionOutcome; reason: string },
    PaperView
  >;
  /** Of a leader who writes it here, `leader` is the account's own name. */
  recordInstruction: Verb<
    OnPaper & { leader?: string; office: string; givenOn: string; text: string },
    PaperView
  >;
  /** An instruction as it should have been typed, until its effect is written; `reason` says why. */
  correctInstruction: Verb<
    OnPaper & {
      instructionId: string;
      leader?: string;
      office: string;
      givenOn: string;
      text: string;
      reason: string;
    },
    PaperView
  >;
  closeFollowUp: Verb<OnPaper & { instructionId: string; effect: string }, PaperView>;
};
