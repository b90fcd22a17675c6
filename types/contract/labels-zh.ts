import type { CodeKind } from './codes';
import type { CommandName } from './commands';
import type { Door, ErrorCode } from './envelope';
import type {
  Adoption,
  Anonymity,
  DeadlineKind,
  Entry,
  EscalationLevel,
  LeadStatus,
  OutOfScopeKind,
  PlaceMatch,
  Resolution,
  Role,
  RouteRule,
} from './lead';
import type { IdentifierKind } from './publication';
import type { Dimension, Measure, QueueMark } from './statistics';

export * from './labels-papers-zh';
export * from './labels-residents-zh';

/** One Chinese label per value: a missing one does not compile. */
export const STATUS_LABELS: Record<LeadStatus, string> = {
  submitted: '已提交',
  routed: '已分派',
  accepted: '已受理',
  awaitingSupplement: '等待补充',
  outOfScope: '不属受理范围',
  adopted: '已采纳',
  declined: '未采纳',
  inProgress: '正在办理',
  resolved: '已解决',
  unresolvable: '暂不能解决',
  closed: '已办结',
  reopened: '重新办理',
  merged: '已并案',
  withdrawn: '已撤回',
};

/** What each state means to the person who asked. */
export const STATUS_EXPLANATIONS: Record<LeadStatus, string> = {
  submitted: '我们收到了，正在找该管的人。',
  routed: '已经分到人，等着收下。',
  accepted: '县政协收下了，正在研究怎么办。',
  awaitingSupplement: '还缺一点情况，请您补充后我们接着办。',
  outOfScope: '这件事不归政协办。该找谁，写在下面。',
  adopted: '县政协采纳了您的意见，会向县里和部门反映。',
  declined: '这件事没有采纳。为什么、该找谁，都写在下面。',
  inProgress: '已经交给部门，正在办理。',
  resolved: '部门说办好了，请您看看是不是真的好了。',
  unresolvable: '眼下还办不了，原因写在下面。',
  closed: '这件事办完了。',
  reopened: '这件事正在重新办理。',
  merged: '和别人说的同一件事合在一起办。',
  withdrawn: '您已经撤回。',
};

export const ADOPTION_LABELS: Record<Adoption, string> = {
  undecided: '未决定',
  adopted: '已采纳',
  declined: '未采纳',
};
export const RESOLUTION_LABELS: Record<Resolution, string> = {
  open: '未解决',
  resolved: '已解决',
  unresolvable: '暂不能解决',
};

export const ANONYMITY_LABELS: Record<Anonymity, string> = {
  open: '办的人都能看到',
  hiddenFromUnit: '不让办事的部门看到',
  committeeOnly: '只有县政协能看到',
};
/** Exactly who sees what. */
export const ANONYMITY_EXPLANATIONS: Record<Anonymity, string> = {
  open: '县政协、您乡镇的联络员和办事的部门，需要时能看到您留的姓名、电话，方便直接找您。',
  hiddenFromUnit: '县政协和您乡镇的联络员需要时能看到您的姓名、电话，办事的部门看不到。',
  committeeOnly: '只有县政协工作人员需要时能看到您的姓名、电话，乡镇、委员和部门都看不到。',
};
/** The same for those who handle the lead: whom the resident lets look at name and telephone. */
export const ANONYMITY_FOR_STAFF: Record<Anonymity, string> = {
  open: '县政协机关、乡镇联络员和承办单位，写明原因后可以查看姓名、电话，每次都有记录。',
  hiddenFromUnit: '县政协机关和乡镇联络员写明原因后可以查看姓名、电话，承办单位看不到。',
  committeeOnly: '只有县政协机关写明原因后可以查看姓名、电话，乡镇、委员和承办单位都看不到。',
};

export const ENTRY_LABELS: Record<Entry, string> = {
  villageCode: '村（社区）码',
  stationCode: '委员联络站码',
  eventCode: '活动码',
  home: '小程序首页',
  liaison: '联络员代报',
  ledger: '以前的台账',
};

export const CODE_KIND_LABELS: Record<CodeKind, string> = {
  township: '乡镇',
  community: '社区',
  village: '村',
  board: '加挂',
  station: '联络站',
  event: '活动',
};

export const ROLE_LABELS: Record<Role, string> = {
  resident: '群众',
  member: '委员',
  convener: '召集人',
  liaison: '联络员',
  staff: '政协机关',
  leader: '领导',
  unitOfficer: '承办单位',
  administrator: '管理员',
  system: '系统',
};

export const ROUTE_RULE_LABELS: Record<RouteRule, string> = {
  classifier: '按群众的话判断',
  keywords: '按群众用词',
  countyDesk: '规则未能判定，由县政协办公室处理',
  staff: '工作人员指定',
};
export const PLACE_MATCH_LABELS: Record<PlaceMatch, string> = {
  code: '来自扫码',
  chosen: '提交时选定',
  text: '来自文字',
  staff: '工作人员选定',
  none: '没有地点',
};
/** What is said instead of 没有地点 where places were found and it must be asked which. */
export const PLACE_TO_ASK = {
  sameName: '有同名的地方，要先问清是哪一个',
  unclear: '还定不下来，要先问清',
} as const;

export const OUT_OF_SCOPE_KIND_LABELS: Record<OutOfScopeKind, string> = {
  emergency: '紧急求助',
  crime: '案件',
  lawsuit: '官司和法律问题',
  petition: '信访事项',
  personalDispute: '个人之间的纠纷',
  praise: '表扬和感谢',
  nonsense: '看不出要办什么',
};

export const DEADLINE_LABELS: Record<DeadlineKind, string> = {
  accept: '受理期限',
  decide: '研究期限',
  handle: '办理期限',
  promise: '承诺期限',
  supplement: '补充期限',
  feedback: '评价期限',
  review: '复查期限',
};

export const IDENTIFIER_LABELS: Record<IdentifierKind, string> = {
  submitter: '反映人的信息',
  name: '姓名',
  phone: '电话',
  plate: '车牌',
  idNumber: '证件号',
  houseNumber: '门牌',
};

export const ESCALATION_LABELS: Record<EscalationLevel, string> = {
  liaison: '联络员',
  convener: '召集人',
  secretaryGeneral: '秘书长',
  chair: '主席',
};

export const COMMAND_LABELS: Record<CommandName, string> = {
  giveSupplement: '补充情况',
  withdrawLead: '撤回',
  giveFeedback: '说说解决了没有',
  chaseLead: '催一催',
  changeAnonymity: '改谁能看到',
  acceptLead: '受理',
  rerouteLead: '改派',
  confirmRoute: '确认类别',
  setPlace: '选定地点',
  confirmTranscript: '写下录音',
  askForSupplement: '请群众补充',
  markOutOfScope: '不属受理范围',
  mergeLead: '并案',
  unmergeLead: '撤销并案',
  splitLead: '拆成两件',
  withdrawForPerson: '按本人意思撤回',
  keepAfterDenial: '核实后接着办',
  joinIssue: '归入热点',
  leaveIssue: '移出热点',
  adoptLead: '采纳',
  declineLead: '不采纳',
  confirmDecision: '同意这个决定',
  returnDecision: '退回再想',
  holdConsultation: '记录协商',
  handOver: '交办',
  acceptHandOver: '接收交办',
  returnHandOver: '退回交办',
  askExtension: '申请延期',
  extendDeadline: '延期',
  refuseExtension: '不同意延期',
  recordReply: '答复',
  resolveLead: '已解决',
  markUnresolvable: '暂不能解决',
  promiseOutcome: '登记承诺',
  publishLead: '公开',
  reopenLead: '重新办理',
  refuseReopen: '不再重新办理',
  closeLead: '办结',
  broadcastLead: '紧急呼叫',
  claimLead: '认领',
  recordVisit: '记录走访',
  addNote: '备注',
  revealContact: '查看联系方式',
};

export const DOOR_LABELS: Record<Door, string> = {
  police: '报警电话 110',
  fire: '火警电话 119',
  ambulance: '急救电话 120',
  hotline12345: '政务服务热线 12345',
  court: '县人民法院（诉讼服务热线 12368）',
  legalAid: '法律援助 12348',
  petitionOffice: '县信访局',
  discipline: '纪检监察举报 12388',
  mediation: '乡镇（社区）人民调解委员会',
};

/** The sentence a person reads for each refusal, when the place that refused has no better one. */
export const ERROR_SENTENCES: Record<ErrorCode, string> = {
  INVALID_INPUT: '有的地方写得不对，请看一看再试。',
  UNKNOWN_ACTION: '这个版本太旧了，请更新以后再试。',
  BODY_TOO_LARGE: '内容太长了，请删减后再发。',
  UNAUTHENTICATED: '没有认出您是谁，请从微信重新进入。',
  FORBIDDEN: '这一步不归您办。',
  NOT_FOUND: '没有找到，请核对编号。',
  WRONG_STATE: '这件事已经变了，现在不能这样办。请刷新后再看。',
  VERSION_CONFLICT: '刚才有人更新了这件事，请刷新后再办。您写的内容还在。',
  REQUEST_ID_REUSED: '这次提交的编号已经用过，内容却不一样。请重新提交。',
  RATE_LIMITED: '提交得太快了，请过一会儿再试。',
  CONTENT_REJECTED: '内容里有不能发布的文字，请修改后再提交。',
  OUT_OF_SCOPE: '这件事不归这里办。',
  REPLY_DOUBTFUL: '这段答复可能还不够清楚，请看一看提醒。确实没有问题的，写明理由后可以照发。',
  SIGN_IN_EXPIRED: '登录已经过期，请重新登录。',
  UNAVAILABLE: '系统暂时忙，内容没有丢，请稍后再试。',
};

export const MEASURE_LABELS: Record<Measure, string> = {
  received: '收到',
  adopted: '采纳',
  declined: '未采纳',
  resolved: '解决',
  unresolvable: '暂不能解决',
  outOfScope: '不属受理范围',
  published: '公开',
};
export const DIMENSION_LABELS: Record<Dimension, string> = {
  township: '乡镇',
  category: '类别',
  sector: '界别',
  committee: '专委会',
  unit: '承办单位',
  month: '月份',
  entry: '来源',
  code: '二维码',
  status: '状态',
};
export const QUEUE_MARK_LABELS: Record<QueueMark, string> = {
  called: '紧急叫到我的',
  unmanned: '联络员空着',
  toConfirm: '待确认类别',
  private: '不公开事项',
  urgent: '紧急，等人认领',
  part: '拆出来的',
  chased: '群众催办',
  extensionAsked: '申请延期',
};
