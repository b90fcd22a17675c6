import type { BoardState, StationKind } from './board';
import type { TemplateUse } from './directory';
import type { FeedbackReason, LeadStatus } from './lead';
import type { NewsFor, Relation, Standing } from './on-behalf';
import type { DataPart } from './personal-data';

/** Where a lead stands, for residents, who know no office: five characters at most, as WeChat's messages want them. */
export const STATUS_WORDS: Record<LeadStatus, string> = {
  submitted: '已收到',
  routed: '已分到人',
  accepted: '已收下',
  awaitingSupplement: '等您补充',
  outOfScope: '不归这里办',
  adopted: '已采纳',
  declined: '没有采纳',
  inProgress: '正在办',
  resolved: '已解决',
  unresolvable: '还办不了',
  closed: '办完了',
  reopened: '重新在办',
  merged: '合在一起办',
  withdrawn: '已撤回',
};

export const RELATION_LABELS: Record<Relation, string> = {
  elder: '家里的老人',
  spouse: '爱人',
  child: '未满 14 岁的孩子',
  relative: '亲戚',
  neighbour: '邻居',
  villager: '本村群众',
};
export const NEWS_FOR_LABELS: Record<NewsFor, string> = {
  helper: '告诉我',
  person: '告诉本人',
  both: '两个人都告诉',
};
/** Exactly how each of them is told. */
export const NEWS_FOR_EXPLANATIONS: Record<NewsFor, string> = {
  helper: '消息发到您这里，由您转告。',
  person: '工作人员按您留的电话告诉本人。只有要补充情况时才找您。',
  both: '消息发到您这里，工作人员也按电话告诉本人。',
};
export const STANDING_LABELS: Record<Standing, string> = {
  unconfirmed: '本人还没有确认',
  confirmed: '本人已经确认',
  denied: '本人说不是他的意思',
  keptAfterDenial: '和本人核实过，接着办',
};
export const DATA_PART_LABELS: Record<DataPart, string> = {
  contact: '姓名和电话',
  person: '本人的姓名和电话',
  media: '照片、录像和录音',
  place: '具体位置',
  text: '写的内容',
  words: '后来补充和评价的话',
  reporter: '是谁提交的',
};

export const BOARD_STATE_LABELS: Record<BoardState, string> = {
  adopted: '已采纳',
  solved: '已解决',
  underway: '正在办',
};
export const STATION_KIND_LABELS: Record<StationKind, string> = {
  membersHome: '委员之家',
  liaisonStation: '委员联络站',
  parlour: '委员会客厅',
};

export const TEMPLATE_USE_LABELS: Record<TemplateUse, string> = {
  decline: '不采纳的理由',
  goTo: '该去哪里',
  supplement: '请群众补充',
  outOfScope: '不属受理范围',
  unresolvable: '暂不能解决',
};

/** One star to five, in the words that can be tapped. */
export const STAR_WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

export const FEEDBACK_REASON_LABELS: Record<FeedbackReason, string> = {
  soundWork: '修得结实',
  quick: '办得快',
  keptTold: '有人跟我说',
  slow: '拖得太久',
  notTold: '没人跟我说',
  untouched: '没有人动过',
  halfDone: '只弄了一半',
  cameBack: '好了又坏了',
  beside: '弄的不是我说的',
  onlyWords: '只有话，没有办',
};
