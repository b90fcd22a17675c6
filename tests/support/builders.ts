import { createHash } from 'node:crypto';
import type { LeadStatus, Owner, Route } from '@contract/lead';
import type { LeadRecord } from '../../cloudfunctions/core/app/ports';
import { calendarOf, indexOf, seal } from '../../cloudfunctions/core/app/lead/record';
import type { County } from '../../cloudfunctions/core/domain/county';
import type { WorkingCalendar } from '../../cloudfunctions/core/domain/deadlines/working-days';
import type { CommandOf, LeadCommandName } from '../../cloudfunctions/core/domain/lead/commands';
import type { Actor, LeadEvent, LeadEventType, LeadFact } from '../../cloudfunctions/core/domain/lead/events';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import type { LeadContent } from '../../cloudfunctions/core/domain/lead/lead';

/** Tuesday 10 March 2026, ten in the morning in China: an ordinary week, no holiday near. */
export const SUBMITTED_AT = '2026-03-10T02:00:00.000Z';
const HOUR_MS = 60 * 60 * 1000;

/** So many hours after the lead was submitted. */
export const hoursLater = (hours: number): string =>
  new Date(Date.parse(SUBMITTED_AT) + hours * HOUR_MS).toISOString();

/** What is drawn for a sealed event: the same every time, so that logs can be compared. */
export const draw = (): string => 'drawn';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const ROADS = 'roads';
export const DISCIPLINE = 'discipline';
export const EAST = 't-east';
export const WEST = 't-west';
/** A township whose office nobody holds. */
export const NORTH = 't-north';

/** A small county: three townships, two sectors, three units, four categories. */
export const COUNTY: County = {
  id: '410325',
  name: '嵩县',
  townships: [
    {
      id: EAST,
      name: '东河镇',
      shortName: '东河',
      villages: [
        { id: 'v-mill', name: '水磨村' },
        { id: 'v-yang-east', name: '杨庄村' },
      ],
      liaison: { accountId: 'a-liaison-east', name: '程东明' },
      convener: { accountId: 'a-convener-east', name: '郭东云' },
    },
    {
      id: WEST,
      name: '西岭乡',
      shortName: '西岭',
      villages: [
        { id: 'v-stone', name: '石板沟村' },
        { id: 'v-yang-west', name: '杨庄村' },
      ],
      liaison: { accountId: 'a-liaison-west', name: '梁西川' },
      convener: null,
    },
    {
      id: NORTH,
      name: '北坡镇',
      shortName: '北坡',
      villages: [{ id: 'v-pine', name: '松树坪村' }],
      liaison: null,
      convener: null,
    },
  ],
  committees: [{ id: 'k-economy', name: '经济科技委员会' }],
  sectors: [
    { id: 'g-economy', name: '经济界', committeeId: 'k-economy' },
    { id: 'g-health', name: '医药卫生界', committeeId: 'k-economy' },
  ],
  units: [
    { id: 'u-transport', name: '县交通运输局' },
    { id: 'u-housing', name: '县住房和城乡建设局' },
    { id: 'u-water', name: '县水利局' },
  ],
  categories: [
    {
      id: ROADS,
      name: '道路交通',
      sectorIds: ['g-economy'],
      committeeId: 'k-economy',
      unitIds: ['u-transport'],
      private: false,
      keywords: [
        { phrase: '修路', weight: 3 },
        { phrase: '路灯', weight: 2 },
        { phrase: '路', weight: 1 },
      ],
    },
    {
      id: 'clinic',
      name: '医疗卫生',
      sectorIds: ['g-health'],
      committeeId: 'k-economy',
      unitIds: [],
      private: false,
      keywords: [{ phrase: '卫生室', weight: 3 }],
    },
    {
      id: DISCIPLINE,
      name: '纪检监察',
      sectorIds: ['g-economy'],
      committeeId: null,
      unitIds: [],
      private: true,
      keywords: [{ phrase: '贪污', weight: 3 }],
    },
    {
      id: 'other',
      name: '其他',
      sectorIds: [],
      committeeId: null,
      unitIds: [],
      private: false,
      keywords: [],
    },
  ],
  outOfScope: [
    { id: 'lawsuit', kind: 'lawsuit', door: 'court', phrases: ['起诉'], sentence: '打官司请找县人民法院。' },
  ],
  holidays: [],
  workingWeekends: [],
  templates: [],
  tellsReported: true,
  leadership: {
    secretaryGeneral: { accountId: 'a-secretary', name: '赵玉' },
    chair: { accountId: 'a-chair', name: '郑国' },
  },
  policy: {
    acceptWithin: 2,
    decideWithin: 7,
    handleWithin: 15,
    supplementWithin: 10,
    feedbackWithin: 15,
    handOverWorkingDays: 15,
    secondPairOfEyes: false,
    remindBefore: 0,
    escalateAfter: { liaison: 0, convener: 2, secretaryGeneral: 4, chair: 7 },
  },
};
export const CALENDAR: WorkingCalendar = calendarOf(COUNTY);

/** How the lead of these tests is placed: a road in the eastern township. */
export const ROUTE: Route = {
  categoryId: ROADS,
  sectorId: 'g-economy',
  committeeId: 'k-economy',
  townshipId: EAST,
  unitIds: ['u-transport'],
  rule: 'keywords',
  words: ['修路'],
  placeBy: 'code',
  candidates: [
    { categoryId: ROADS, probability: 0.7, words: ['修路'] },
    { categoryId: 'clinic', probability: 0.2, words: [] },
  ],
  certain: true,
  private: false,
  outOfScope: null,
  modelVersion: null,
  tableVersion: '00000000',
  names: {
    category: '道路交通',
    sector: '经济界',
    committee: '经济科技委员会',
    units: ['县交通运输局'],
    township: '东河镇',
  },
};
/** The same placing where the rules were not sure. */
export const UNSURE: Beginning = { routed: { route: { ...ROUTE, certain: false } } };
export const EAST_LIAISON: Owner = { kind: 'liaison', townshipId: EAST, accountId: 'a-liaison-east' };
export const DESK: Owner = { kind: 'countyDesk' };
export const OTHER_LEAD = { leadId: 'L-other', number: '260309-000009' };

export const RESIDENT: Actor = { kind: 'resident' };
export const SYSTEM: Actor = { kind: 'system' };
export const CLERK: Actor = { kind: 'officer', accountId: 'a-clerk', name: '李静', role: 'staff' };
export const SECOND_CLERK: Actor = {
  kind: 'officer',
  accountId: 'a-second-clerk',
  name: '周敏',
  role: 'staff',
};
export const UNIT_CLERK: Actor = { kind: 'officer', accountId: 'a-unit', name: '王路', role: 'unitOfficer' };

type FactOf<Type extends LeadEventType> = Extract<LeadFact, { type: Type }>;
/** One sample of every event, as it happens to the lead of these tests. */
/** The paper that leads of tests are handed up with. */
const PAPER_OF_LEAD = {
  kind: 'opinionBrief',
  title: '关于修路',
  recipient: '县委办',
  paperId: 'P-road',
  sign: '嵩政协〔2026〕7号',
} as const;

export const FACTS: { [Type in LeadEventType]: FactOf<Type> } = {
  LeadSubmitted: {
    type: 'LeadSubmitted',
    leadId: 'L-1',
    number: '260310-000001',
    entry: 'villageCode',
    anonymity: 'hiddenFromUnit',
    placeId: 'v-mill',
    contentHash: 'hash',
  },
  LeadRouted: { type: 'LeadRouted', route: ROUTE, owner: EAST_LIAISON, acceptWithin: 2 },
  PlaceSet: {
    type: 'PlaceSet',
    route: { ...ROUTE, townshipId: WEST, placeBy: 'staff' },
    owner: { kind: 'liaison', townshipId: WEST, accountId: 'a-liaison-west' },
    placeId: 'v-yang-west',
    placeName: '西岭乡杨庄村',
  },
  TranscriptConfirmed: { type: 'TranscriptConfirmed', contentHash: 'hash of words' },
  LeadRerouted: {
    type: 'LeadRerouted',
    route: { ...ROUTE, townshipId: WEST, rule: 'staff' },
    owner: { kind: 'liaison', townshipId: WEST, accountId: 'a-liaison-west' },
    placeId: null,
    reason: '在西岭',
    acceptWithin: 2,
  },
  DeskTookOver: { type: 'DeskTookOver', bounces: 3 },
  RouteConfirmed: { type: 'RouteConfirmed', route: { ...ROUTE, rule: 'staff' }, owner: EAST_LIAISON },
  LeadAccepted: { type: 'LeadAccepted', decideWithin: 7 },
  SupplementAsked: { type: 'SupplementAsked', question: '在哪一段？', answerWithin: 10, workingDaysLeft: 5 },
  SupplementGiven: { type: 'SupplementGiven', answer: '桥东头那一段' },
  LeadMarkedOutOfScope: { type: 'LeadMarkedOutOfScope', door: 'court', note: '已经起诉，由法院判。' },
  LeadMerged: { type: 'LeadMerged', into: OTHER_LEAD, reason: '同一条路', workingDaysLeft: 1 },
  LeadUnmerged: { type: 'LeadUnmerged', reason: '不是同一条路' },
  LeadAbsorbed: { type: 'LeadAbsorbed', other: OTHER_LEAD },
  LeadReleased: { type: 'LeadReleased', other: OTHER_LEAD },
  LeadSplit: { type: 'LeadSplit', part: OTHER_LEAD, reason: '另说了路灯' },
  LeadWithdrawn: { type: 'LeadWithdrawn', reason: '已经修好了' },
  DecisionProposed: { type: 'DecisionProposed', decision: { kind: 'adopted', note: '先找交通局。' } },
  DecisionReturned: { type: 'DecisionReturned', note: '先问清楚是哪一段。' },
  LeadAdopted: { type: 'LeadAdopted', note: '', handleWithin: 15 },
  LeadDeclined: { type: 'LeadDeclined', reason: '不在今年计划内。', goTo: '可向乡镇反映。' },
  LeadReportedUp: { type: 'LeadReportedUp', ...PAPER_OF_LEAD },
  ReportWithdrawn: {
    type: 'ReportWithdrawn',
    paperId: PAPER_OF_LEAD.paperId,
    sign: PAPER_OF_LEAD.sign,
    reason: '数字写错了',
    handleWithin: 15,
  },
  ConsultationHeld: {
    type: 'ConsultationHeld',
    heldOn: '2026-03-20',
    place: '水磨村',
    participants: '村民五人',
    conclusion: '先铺碎石。',
  },
  LeadHandedOver: {
    type: 'LeadHandedOver',
    unitId: 'u-transport',
    supportingUnitIds: ['u-housing'],
    workingDays: 15,
  },
  HandOverAccepted: { type: 'HandOverAccepted' },
  HandOverReturned: { type: 'HandOverReturned', reason: '不归我们管', handleWithin: 15 },
  ExtensionAsked: { type: 'ExtensionAsked', unitId: 'u-transport', workingDays: 8, reason: '等沥青到货' },
  ExtensionRefused: { type: 'ExtensionRefused', unitId: 'u-transport', reason: '可以先填坑' },
  DeadlineExtended: { type: 'DeadlineExtended', workingDays: 5, reason: '下雨' },
  ReplyRecorded: { type: 'ReplyRecorded', text: '已经铺好。', unitId: 'u-transport' },
  OutcomePromised: {
    type: 'OutcomePromised',
    unitId: 'u-transport',
    dueOn: '2026-04-30',
    text: '等雨季过了就铺。',
  },
  LeadResolved: { type: 'LeadResolved', summary: '路已铺好。', feedbackWithin: 15 },
  LeadFoundUnresolvable: {
    type: 'LeadFoundUnresolvable',
    reason: '没有资金。',
    whatWouldChange: '明年申报。',
    feedbackWithin: 15,
  },
  LeadPublished: { type: 'LeadPublished', title: '水磨村路修好了', text: '路已铺好。' },
  FeedbackGiven: { type: 'FeedbackGiven', fixed: false, stars: 2, words: '还有坑' },
  LeadReopened: { type: 'LeadReopened', reason: '还有坑', acceptWithin: 2 },
  ReviewAsked: { type: 'ReviewAsked', reviewWithin: 7 },
  ReopenRefused: { type: 'ReopenRefused', reason: '去看过，路面是好的。' },
  LeadClosed: { type: 'LeadClosed', reason: '已回访' },
  LeadBroadcast: {
    type: 'LeadBroadcast',
    group: { kind: 'sector', sectorId: 'g-health' },
    reason: '村里断水，今晚就要有人到场。',
  },
  LeadClaimed: { type: 'LeadClaimed', accountId: 'a-member', name: '赵委员' },
  VisitRecorded: { type: 'VisitRecorded', text: '看过现场', name: '赵委员' },
  NoteAdded: { type: 'NoteAdded', text: '待核' },
  ContactRevealed: { type: 'ContactRevealed', reason: '核实位置' },
  PersonConfirmed: { type: 'PersonConfirmed', onHelpersDevice: false },
  PersonDenied: { type: 'PersonDenied', onHelpersDevice: false, words: '我没有说过。' },
  DenialSettled: { type: 'DenialSettled', reason: '老人说点错了。' },
  DataErased: { type: 'DataErased', parts: ['contact'], because: 'asked' },
  LeadGrouped: { type: 'LeadGrouped', issueId: 'I-1', reason: '' },
  CosignAdded: { type: 'CosignAdded', cosigns: 1 },
  CosignWithdrawn: { type: 'CosignWithdrawn', cosigns: 0 },
  DeadlineNearing: { type: 'DeadlineNearing', kind: 'accept', dueAt: '2026-03-12T10:00:00.000Z' },
  LeadEscalated: {
    type: 'LeadEscalated',
    to: 'convener',
    kind: 'accept',
    dueAt: '2026-03-12T10:00:00.000Z',
    lateBy: 2,
  },
  DeadlineMissed: { type: 'DeadlineMissed', kind: 'accept', dueAt: '2026-03-12T10:00:00.000Z' },
  LeadChased: { type: 'LeadChased', kind: 'accept', dueAt: '2026-03-12T10:00:00.000Z' },
  AnonymityChanged: { type: 'AnonymityChanged', from: 'hiddenFromUnit', anonymity: 'committeeOnly' },
};

type OfficerFact = Exclude<LeadEventType, 'LeadSubmitted' | 'LeadRouted'>;
/** A step of a history: an event by its name, or with other facts than the sample's. */
export type Step = OfficerFact | Extract<LeadFact, { type: OfficerFact }>;
const BY_RESIDENT: readonly LeadEventType[] = [
  'PersonConfirmed',
  'PersonDenied',
  'SupplementGiven',
  'LeadWithdrawn',
  'FeedbackGiven',
  'LeadChased',
  'AnonymityChanged',
];

/** What differs from the sample in how the lead was submitted and routed. */
export interface Beginning {
  submitted?: Partial<FactOf<'LeadSubmitted'>>;
  routed?: Partial<FactOf<'LeadRouted'>>;
}

/** A log: submitted and routed, then these steps, one hour apart. `first` changes how it was submitted. */
export function history(steps: readonly Step[] = [], first: Beginning = {}): LeadEvent[] {
  const begin: LeadEvent[] = [
    { ...FACTS.LeadSubmitted, ...first.submitted, at: SUBMITTED_AT, by: RESIDENT },
    { ...FACTS.LeadRouted, ...first.routed, at: SUBMITTED_AT, by: SYSTEM },
  ];
  const later = steps.map((step, index): LeadEvent => {
    const fact = typeof step === 'string' ? FACTS[step] : step;
    return { ...fact, at: hoursLater(index + 1), by: BY_RESIDENT.includes(fact.type) ? RESIDENT : CLERK };
  });
  return [...begin, ...later];
}

/** A way into every state, without anything on the lead that a condition could stumble over. */
const WAY_INTO: Record<Exclude<LeadStatus, 'submitted'>, Step[]> = {
  routed: [],
  accepted: ['LeadAccepted'],
  awaitingSupplement: ['LeadAccepted', 'SupplementAsked'],
  outOfScope: ['LeadMarkedOutOfScope'],
  adopted: ['LeadAccepted', 'LeadAdopted'],
  declined: ['LeadAccepted', 'LeadDeclined'],
  inProgress: ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver'],
  resolved: ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'ReplyRecorded', 'LeadResolved'],
  unresolvable: ['LeadAccepted', 'LeadFoundUnresolvable'],
  closed: ['LeadAccepted', 'LeadAdopted', 'LeadResolved', 'LeadClosed'],
  reopened: ['LeadAccepted', 'LeadResolved', 'LeadReopened'],
  merged: ['LeadMerged'],
  withdrawn: ['LeadWithdrawn'],
};
/** The log of a lead that stands in this state; `first` changes how it was submitted. */
export function inState(status: LeadStatus, first: Beginning = {}): LeadEvent[] {
  return status === 'submitted' ? history([], first).slice(0, 1) : history(WAY_INTO[status], first);
}

/** A report against an official: stays at the county desk. */
export const PRIVATE_MATTER: Beginning = {
  routed: {
    route: { ...ROUTE, categoryId: DISCIPLINE, committeeId: null, unitIds: [], private: true },
    owner: DESK,
  },
};

/** One sample of every command, filled so that nothing but the state can refuse it. */
export const COMMANDS: { [Name in Exclude<LeadCommandName, 'submitLead'>]: CommandOf<Name> } = {
  acceptLead: { type: 'acceptLead' },
  setPlace: { ...FACTS.PlaceSet, type: 'setPlace' },
  confirmTranscript: { ...FACTS.TranscriptConfirmed, type: 'confirmTranscript' },
  rerouteLead: {
    type: 'rerouteLead',
    route: FACTS.LeadRerouted.route,
    owner: FACTS.LeadRerouted.owner,
    placeId: null,
    reason: '在西岭',
  },
  confirmRoute: { type: 'confirmRoute', route: FACTS.RouteConfirmed.route, owner: EAST_LIAISON },
  askForSupplement: { type: 'askForSupplement', question: '在哪一段？' },
  giveSupplement: { type: 'giveSupplement', text: '桥东头那一段' },
  markOutOfScope: { type: 'markOutOfScope', door: 'court', note: '已经起诉，由法院判。' },
  mergeLead: { type: 'mergeLead', into: OTHER_LEAD, reason: '同一条路' },
  unmergeLead: { type: 'unmergeLead', reason: '不是同一条路' },
  splitLead: { type: 'splitLead', part: OTHER_LEAD, reason: '另说了路灯' },
  broadcastLead: {
    type: 'broadcastLead',
    group: { kind: 'sector', sectorId: 'g-health' },
    reason: '村里断水，今晚就要有人到场。',
  },
  absorbLead: { type: 'absorbLead', other: OTHER_LEAD },
  releaseLead: { type: 'releaseLead', other: OTHER_LEAD },
  withdrawLead: { type: 'withdrawLead', reason: '已经修好了' },
  adoptLead: { type: 'adoptLead' },
  confirmDecision: { type: 'confirmDecision' },
  returnDecision: { type: 'returnDecision', note: '先问清楚是哪一段。' },
  declineLead: { type: 'declineLead', reason: '不在今年计划内。', goTo: '可向乡镇反映。' },
  reportUp: { type: 'reportUp', ...PAPER_OF_LEAD },
  withdrawReport: {
    type: 'withdrawReport',
    paperId: PAPER_OF_LEAD.paperId,
    sign: PAPER_OF_LEAD.sign,
    reason: '数字写错了',
  },
  holdConsultation: {
    type: 'holdConsultation',
    heldOn: '2026-03-20',
    place: '水磨村',
    participants: '村民五人',
    conclusion: '先铺碎石。',
  },
  handOver: { type: 'handOver', unitId: 'u-transport', supportingUnitIds: ['u-housing'], workingDays: 15 },
  acceptHandOver: { type: 'acceptHandOver' },
  returnHandOver: { type: 'returnHandOver', reason: '不归我们管' },
  askExtension: { type: 'askExtension', workingDays: 8, reason: '等沥青到货' },
  refuseExtension: { type: 'refuseExtension', reason: '可以先填坑' },
  extendDeadline: { type: 'extendDeadline', workingDays: 5, reason: '下雨' },
  recordReply: { type: 'recordReply', text: '已经铺好。' },
  resolveLead: { type: 'resolveLead', summary: '路已铺好。' },
  markUnresolvable: { type: 'markUnresolvable', reason: '没有资金。', whatWouldChange: '明年申报。' },
  promiseOutcome: {
    type: 'promiseOutcome',
    unitId: 'u-transport',
    dueOn: '2026-04-30',
    text: '等雨季过了就铺。',
  },
  publishLead: { type: 'publishLead', title: '水磨村路修好了', text: '路已铺好。' },
  giveFeedback: { type: 'giveFeedback', fixed: true, stars: 5 },
  reopenLead: { type: 'reopenLead', reason: '还有坑' },
  refuseReopen: { type: 'refuseReopen', reason: '去看过，路面是好的。' },
  closeLead: { type: 'closeLead', reason: '已回访' },
  claimLead: { type: 'claimLead' },
  recordVisit: { type: 'recordVisit', text: '看过现场' },
  addNote: { type: 'addNote', text: '待核' },
  revealContact: { type: 'revealContact', reason: '核实位置' },
  confirmForPerson: { type: 'confirmForPerson', onHelpersDevice: false },
  denyForPerson: { type: 'denyForPerson', onHelpersDevice: false, words: '我没有说过。' },
  withdrawForPerson: { type: 'withdrawForPerson', reason: '本人不想反映。' },
  keepAfterDenial: { type: 'keepAfterDenial', reason: '老人说点错了。' },
  eraseData: { type: 'eraseData', parts: ['contact'], because: 'asked' },
  groupLead: { type: 'groupLead', issueId: 'I-1' },
  joinIssue: { type: 'joinIssue', issueId: 'I-2', reason: '同一段路' },
  leaveIssue: { type: 'leaveIssue', reason: '不是一件事' },
  cosignLead: { type: 'cosignLead', cosigns: 1 },
  withdrawCosign: { type: 'withdrawCosign', cosigns: 0 },
  noteDeadline: { type: 'noteDeadline' },
  chaseLead: { type: 'chaseLead' },
  changeAnonymity: { type: 'changeAnonymity', anonymity: 'committeeOnly' },
};

export const CONTENT: LeadContent = {
  text: '水磨村口那段路该修路了，一下雨全是坑。',
  placeNote: '村口小桥东头',
  evidence: [{ fileId: 'cloud://photo-1', kind: 'photo' }],
  contact: { name: '张桂兰', phone: '13900000001' },
};

/** The stored record that such a log makes. */
export function recordOf(events: readonly LeadEvent[], content: Partial<LeadContent> = {}): LeadRecord {
  const lead = replay(events);
  return {
    lead,
    content: { ...CONTENT, ...content },
    events: seal([], events, { requestId: 'r-1', fingerprint: 'f', digest: sha256, draw }),
    version: 3,
    reporterKey: 'openid-zhang',
    trackingCode: '123456',
    requestFingerprint: 'fingerprint',
    receipt: {
      leadId: lead.id,
      number: lead.number,
      trackingCode: '123456',
      submittedAt: SUBMITTED_AT,
      next: '',
      hint: null,
    },
    followers: [],
    cosigners: [],
    deedVersion: 3,
    found: { keys: [], print: '' },
    outbox: [],
  };
}

/** What the store would find the record by. */
export const indexOfRecord = (record: LeadRecord) =>
  indexOf(record, { county: COUNTY, calendar: CALENDAR, digest: sha256 });
