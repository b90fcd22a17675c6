import {
  PAPER_MAX,
  PAPER_SOURCES_MAX,
  paperLength,
  type PaperCommandName,
  type PaperSource,
  type PaperText,
  type SuggestionOutcome,
} from '@contract/papers';
import { SUGGESTION_OUTCOME_LABELS } from '@contract/labels-zh';
import { done, refuse, type Result } from '../result';
import { closeFollowUp, correct, instruct, type InstructionCommand } from './instructions';
import { signOf, type Paper, type PaperActor, type PaperDeed } from './paper';

/** A change as the domain takes it: what it names was looked up before. */
export type PaperCommand =
  | { type: 'savePaper'; text: PaperText }
  | { type: 'addPaperSource'; source: PaperSource; isSameIssue: boolean }
  | { type: 'removePaperSource'; leadId: string; reason: string }
  | { type: 'issuePaper'; number: { year: number; place: number }; mark: string }
  | { type: 'withdrawPaper'; reason: string }
  | { type: 'settleSuggestion'; suggestionId: string; outcome: SuggestionOutcome; reason: string }
  | InstructionCommand;

export interface PaperContext {
  at: string;
  by: PaperActor;
  requestId: string;
  fingerprint: string;
}

/**
 * In which states each command is possible. A withdrawn paper may be started again, as another one; what leaders wrote on
 * it while it stood is followed up to the end.
 */
const POSSIBLE: Record<PaperCommandName | 'startPaper', readonly Paper['state'][]> = {
  startPaper: ['withdrawn'],
  savePaper: ['draft'],
  addPaperSource: ['draft'],
  removePaperSource: ['draft'],
  discardPaper: ['draft'],
  issuePaper: ['draft'],
  withdrawPaper: ['issued'],
  settleSuggestion: ['issued'],
  recordInstruction: ['issued'],
  correctInstruction: ['issued', 'withdrawn'],
  closeFollowUp: ['issued', 'withdrawn'],
};

/** Whether the paper's state allows the command, whoever asks. */
export function isPossible(paper: Paper, command: keyof typeof POSSIBLE): boolean {
  if (!POSSIBLE[command].includes(paper.state)) return false;
  if (command === 'settleSuggestion') return paper.text.suggestions.length > 0;
  if (isAboutOpen(command)) return paper.instructions.some(({ effect }) => effect === null);
  return true;
}

const WRONG_STATE: Record<Paper['state'], string> = {
  draft: '这份文稿还没有印发。',
  issued: '这份文稿已经印发，不能再改。要改请作废后另写一份。',
  withdrawn: '这份文稿已经作废。',
};

/** What is done to an instruction that was given, until its effect is written. */
const isAboutOpen = (command: keyof typeof POSSIBLE): boolean =>
  command === 'closeFollowUp' || command === 'correctInstruction';

const NOTHING_OPEN = '这份文稿的批示都登记过落实情况了。';

/** The paper after the command, its log one line longer; or why not. Pure. */
export function changePaper(paper: Paper, command: PaperCommand, context: PaperContext): Result<Paper> {
  if (!isPossible(paper, command.type)) {
    const isFollowedUp = paper.state !== 'draft' && isAboutOpen(command.type);
    return refuse('WRONG_STATE', isFollowedUp ? NOTHING_OPEN : WRONG_STATE[paper.state]);
  }
  const changed = changeBy(paper, command, context);
  if (!changed.ok) return changed;
  const { words, inner, ...change } = changed.value;
  const deed: PaperDeed = {
    ...context,
    deed: command.type,
    words,
    ...(inner === undefined ? {} : { inner }),
  };
  return done({ ...paper, ...change, log: appended(paper.log, deed) });
}

/** One writer's savings in a row are one line: the text is kept, not each key that was pressed. */
function appended(log: readonly PaperDeed[], deed: PaperDeed): PaperDeed[] {
  const last = log.at(-1);
  const goesOn =
    deed.deed === 'savePaper' && last?.deed === 'savePaper' && last.by.accountId === deed.by.accountId;
  return [...(goesOn ? log.slice(0, -1) : log), deed];
}

type Change = Partial<Paper> & Pick<PaperDeed, 'words' | 'inner'>;

function changeBy(paper: Paper, command: PaperCommand, context: PaperContext): Result<Change> {
  switch (command.type) {
    case 'savePaper':
      return hasTwice(command.text.suggestions.map(({ id }) => id))
        ? refuse('INVALID_INPUT', '建议的编号重复了，请刷新页面。', { field: 'text.suggestions' })
        : done({ text: command.text, words: '' });
    case 'addPaperSource':
      return addSource(paper, command);
    case 'removePaperSource':
      return removeSource(paper, command);
    case 'issuePaper':
      return issue(paper, command, context);
    case 'withdrawPaper':
      return done({
        state: 'withdrawn',
        withdrawn: { reason: command.reason, at: context.at },
        untold: [...paper.untold, 'withdrawn'],
        words: command.reason,
      });
    case 'settleSuggestion':
      return settle(paper, command, context);
    case 'recordInstruction':
      return instruct(paper, command, context);
    case 'correctInstruction':
      return correct(paper, command, context);
    case 'closeFollowUp':
      return closeFollowUp(paper, command, context);
  }
}

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** One matter a document: what is in no hot issue with the others needs a reason that a reader can check. */
function addSource(
  paper: Paper,
  { source, isSameIssue }: Extract<PaperCommand, { type: 'addPaperSource' }>,
): Result<Change> {
  if (paper.sources.some(({ leadId }) => leadId === source.leadId)) {
    return refuse('INVALID_INPUT', '这条线索已经在里面了。', { field: 'number' });
  }
  if (paper.sources.length >= PAPER_SOURCES_MAX) {
    return refuse('INVALID_INPUT', `一份文稿最多依据 ${PAPER_SOURCES_MAX} 条线索。`, { field: 'number' });
  }
  if (!isSameIssue && source.reason.trim() === '') return oneMatterOnly();
  return done({ sources: [...paper.sources, source], words: source.number });
}

/** Refuses leads about several matters in one document, until somebody says why they are one. */
export const oneMatterOnly = (): Result<never> =>
  refuse('INVALID_INPUT', '一份文稿只说一件事。这几条不在同一个热点里；确实是同一件事的，请写一句为什么。', {
    field: 'reason',
  });

function removeSource(
  paper: Paper,
  { leadId, reason }: Extract<PaperCommand, { type: 'removePaperSource' }>,
): Result<Change> {
  const source = paper.sources.find((one) => one.leadId === leadId);
  if (source === undefined) return refuse('NOT_FOUND', '这份文稿没有依据这条线索。');
  if (paper.sources.length === 1) {
    return refuse('INVALID_INPUT', '至少要留一条线索。不写了请删掉草稿。', { field: 'leadId' });
  }
  const sources = paper.sources.filter((one) => one !== source);
  return done({ sources, words: `${source.number}，${reason}` });
}

function issue(
  { text, untold }: Paper,
  { number, mark }: Extract<PaperCommand, { type: 'issuePaper' }>,
  { at }: PaperContext,
): Result<Change> {
  const missing = whatIsMissing(text);
  if (missing !== null) return refuse('INVALID_INPUT', missing.sentence, { field: missing.field });
  return done({
    state: 'issued',
    number,
    issuedAt: at,
    untold: [...untold, 'issued'],
    words: signOf(mark, number),
  });
}

/** What keeps the text from being issued, in a sentence; null when nothing does. */
export function whatIsMissing(text: PaperText): { sentence: string; field: string } | null {
  const blank = (words: string): boolean => words.trim() === '';
  if (blank(text.title)) return { sentence: '请写标题。', field: 'text.title' };
  if (blank(text.addressee)) return { sentence: '请写主送哪里。', field: 'text.addressee' };
  if (blank(text.body)) return { sentence: '请写正文。', field: 'text.body' };
  if (blank(text.signer)) return { sentence: '请写签发人。', field: 'text.signer' };
  if (text.suggestions.length === 0) {
    return { sentence: '至少写一条建议，以后好逐条看采纳了没有。', field: 'text.suggestions' };
  }
  if (text.suggestions.some((suggestion) => blank(suggestion.text))) {
    return { sentence: '有一条建议还是空的，请写上或者删掉。', field: 'text.suggestions' };
  }
  const length = paperLength(text);
  return length > PAPER_MAX
    ? { sentence: `正文和建议一共 ${length} 字，最多 ${PAPER_MAX} 字，请删减。`, field: 'text.body' }
    : null;
}

function settle(
  paper: Paper,
  { suggestionId, outcome, reason }: Extract<PaperCommand, { type: 'settleSuggestion' }>,
  { at }: PaperContext,
): Result<Change> {
  const index = paper.text.suggestions.findIndex(({ id }) => id === suggestionId);
  if (index < 0) return refuse('NOT_FOUND', '没有这一条建议。');
  const others = paper.results.filter((result) => result.suggestionId !== suggestionId);
  return done({
    results: [...others, { suggestionId, outcome, reason, at }],
    words: `第 ${index + 1} 条${SUGGESTION_OUTCOME_LABELS[outcome]}，${reason}`,
  });
}
