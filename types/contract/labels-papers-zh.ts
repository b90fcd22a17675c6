import type { ReportKind } from './lead';
import type { DossierEntryKind } from './dossiers';
import type { FollowUpState, PaperState, SuggestionOutcome } from './papers';

export const REPORT_KIND_LABELS: Record<ReportKind, string> = {
  opinionBrief: '社情民意信息',
  memberProposalLetter: '委员建言',
  consultationReport: '协商专报',
};

export const PAPER_STATE_LABELS: Record<PaperState, string> = {
  draft: '草稿',
  issued: '已印发',
  withdrawn: '作废',
};
export const SUGGESTION_OUTCOME_LABELS: Record<SuggestionOutcome, string> = {
  adopted: '采纳',
  partly: '部分采纳',
  notAdopted: '未采纳',
};
export const FOLLOW_UP_LABELS: Record<FollowUpState, string> = {
  open: '批示待落实',
  late: '批示超期',
  closed: '批示已落实',
};
export const FOLLOW_UP_FILTER_LABELS: Record<'any' | FollowUpState, string> = {
  any: '有批示',
  ...FOLLOW_UP_LABELS,
};

export const DOSSIER_ENTRY_LABELS: Record<DossierEntryKind, string> = {
  lead: '群众反映',
  decision: '研究决定',
  session: '协商',
  handOver: '交办',
  paper: '文稿',
  suggestion: '建议结果',
  instruction: '批示',
  effect: '落实',
  outcome: '办理结果',
};
