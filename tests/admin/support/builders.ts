import type { Me, OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView, QueueItem } from '@contract/lead-views';
import { BULK_COMMANDS } from '@contract/bulk';
import {
  MEASURES,
  TRAITS,
  type Measure,
  type QueueGroup,
  type CodeFigures,
  type Statistics,
  type StatisticsRow,
} from '@contract/statistics';

export const NOW = '2026-03-10T02:00:00.000Z';

export const CLERK: Me = { accountId: 'a1', name: '李静', countyName: '嵩县', grants: [{ role: 'staff' }] };

/** Who begins on the overview. */
export const LEADER: Me = {
  accountId: 'a-leader',
  name: '秦主席',
  countyName: '嵩县',
  grants: [{ role: 'leader' }],
};

export const DIRECTORY: OfficerDirectory = {
  countyName: '嵩县',
  townships: [
    {
      id: 't1',
      name: '城关镇',
      shortName: '城关',
      sound: 'cheng guan zhen',
      villages: [{ id: 'v1', name: '安康社区', sound: 'an kang she qu' }],
      liaisonName: '程俊峰',
      convenerName: '郭爱云',
    },
    {
      id: 't2',
      name: '车村镇',
      shortName: '车村',
      sound: 'che cun zhen',
      villages: [{ id: 'v2', name: '龙王村', sound: 'long wang cun' }],
      liaisonName: null,
      convenerName: null,
    },
  ],
  sectors: [{ id: 's1', name: '经济界', committeeId: 'c1' }],
  committees: [{ id: 'c1', name: '经济和科技委员会' }],
  units: [
    { id: 'u1', name: '县住房和城乡建设局' },
    { id: 'u2', name: '县交通运输局' },
  ],
  categories: [
    { id: 'k1', name: '道路交通' },
    { id: 'k2', name: '供水供电' },
  ],
  handOverWorkingDays: 15,
  templates: [
    { id: 'go-1', use: 'goTo', title: '乡镇便民服务中心', text: '到{乡镇}便民服务中心，报编号 {编号}。' },
    { id: 'ask-1', use: 'supplement', title: '问时间', text: '从什么时候开始的？' },
  ],
  secondPairOfEyes: false,
};

const TEXT =
  '小学门口那条路一到下雨就积水，孩子们上学要踩着砖头过去。已经三年了，前年有个老人在这里摔断了腿。';

/** The street was read from the resident's own words, and the county's table sent it on. */
const ROUTE: NonNullable<OfficerLeadView['route']> = {
  categoryId: 'k1',
  sectorId: 's1',
  committeeId: 'c1',
  townshipId: 't1',
  unitIds: ['u2'],
  rule: 'keywords',
  words: ['积水'],
  placeBy: 'code',
  candidates: [
    { categoryId: 'k1', probability: 0.62, words: ['积水'] },
    { categoryId: 'k2', probability: 0.21, words: [] },
  ],
  certain: true,
  private: false,
  outOfScope: null,
  modelVersion: 'a1b2c3d4',
  tableVersion: '00000000',
  names: {
    category: '道路交通',
    sector: '经济界',
    committee: '经济和科技委员会',
    units: ['县交通运输局'],
    township: '城关镇',
  },
};

/** A lead as a clerk of the committee reads it: routed, nothing done yet. */
export function aLead(changes: Partial<OfficerLeadView> = {}): OfficerLeadView {
  return {
    id: 'lead-1',
    version: 1,
    number: 'SX2603-0001',
    status: 'routed',
    adoption: 'undecided',
    resolution: 'open',
    submittedAt: '2026-03-09T01:20:00.000Z',
    placeName: '城关镇青山街社区',
    audience: 'committee',
    allowed: [
      'acceptLead',
      'rerouteLead',
      'askForSupplement',
      'markOutOfScope',
      'mergeLead',
      'addNote',
      'revealContact',
    ],
    text: TEXT,
    placeNote: '小学正门东侧',
    townshipId: 't1',
    entry: 'villageCode',
    codeName: '',
    anonymity: 'hiddenFromUnit',
    photoUrls: [],
    hasContact: true,
    contactMasked: '王** 138****0012',
    contactReveals: 0,
    cosigns: 0,
    route: ROUTE,
    owner: { kind: 'countyDesk' },
    ownerName: '城关镇联络员程俊峰',
    categoryName: '道路交通',
    sectorName: '经济界',
    committeeName: '经济和科技委员会',
    deadline: { kind: 'accept', dueAt: '2026-03-12T10:00:00.000Z' },
    overdue: false,
    history: [
      {
        at: '2026-03-09T01:20:00.000Z',
        event: 'LeadSubmitted',
        by: '群众',
        text: '扫城关镇青山街社区的码提交',
      },
    ],
    next: '等待受理',
    ...changes,
  };
}

/** The row of the queue for a lead. */
export function rowOf(lead: OfficerLeadView): QueueItem {
  return {
    id: lead.id,
    version: lead.version,
    number: lead.number,
    status: lead.status,
    adoption: lead.adoption,
    resolution: lead.resolution,
    submittedAt: lead.submittedAt,
    excerpt: (lead.text ?? '').slice(0, 60),
    placeName: lead.placeName,
    categoryName: lead.categoryName ?? '',
    sectorName: lead.sectorName ?? '',
    ownerName: lead.ownerName ?? '',
    unitName: '',
    deadline: lead.deadline ?? null,
    overdue: lead.overdue ?? false,
    chased: false,
    extensionAsked: false,
    emergency: lead.route?.outOfScope?.kind === 'emergency',
    broadcast: null,
    cosigns: lead.cosigns,
    bulk: BULK_COMMANDS.filter((command) => lead.allowed.includes(command)),
  };
}

/** The groups of a day on which nothing presses. */
export const CALM_DAY: Record<QueueGroup, number> = { new: 0, mine: 0, today: 0, late: 0, waiting: 0 };

const counts = (received: number, adopted: number, resolved: number): Record<Measure, number> => ({
  ...(Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>),
  received,
  adopted,
  resolved,
});
const row = (id: string, name: string, ...figures: [number, number, number]): StatisticsRow => ({
  id,
  name,
  counts: counts(...figures),
});

const pace = (count: number, median: number, ninetieth: number) => ({
  count,
  median,
  ninetieth,
  days: [
    { days: median, count: count - 1 },
    { days: ninetieth, count: 1 },
  ],
});
const COURSE: Pick<Statistics, 'funnel' | 'paces' | 'traits'> = {
  funnel: { ...counts(380, 60, 28), declined: 250, outOfScope: 20, unresolvable: 6, published: 18 },
  paces: {
    accept: pace(350, 1, 3),
    adopt: pace(60, 6, 12),
    reply: pace(40, 15, 30),
    resolve: pace(28, 20, 41),
  },
  traits: {
    ...(Object.fromEntries(TRAITS.map((trait) => [trait, 0])) as Statistics['traits']),
    accepted: 350,
    replied: 40,
    late: 12,
    bounced: 5,
    promised: 3,
    consulted: 9,
    fixed: 20,
    notFixed: 4,
    stars5: 15,
    stars4: 5,
    stars1: 4,
  },
};

export const STATISTICS: Statistics = {
  period: null,
  ...COURSE,
  tables: {
    township: [row('t1', '城关镇', 210, 40, 20), row('t2', '车村镇', 170, 20, 8)],
    category: [row('k1', '道路交通', 380, 60, 28)],
    sector: [row('s1', '经济界', 380, 60, 28)],
    committee: [row('p1', '经济和科技委员会', 380, 60, 28)],
    unit: [row('u1', '县住房和城乡建设局', 80, 60, 28)],
    month: [row('2026-03', '2026-03', 380, 60, 28)],
    entry: [row('villageCode', '村（社区）码', 380, 60, 28)],
    status: [row('routed', '已分派', 380, 60, 28)],
  },
  quality: {
    township: [
      {
        id: '410325100',
        name: '城关镇',
        received: 38,
        traits: { late: 5, bounced: 1, fixed: 6, notFixed: 2 },
      },
    ],
    unit: [
      {
        id: 'housing-construction',
        name: '县住房和城乡建设局',
        received: 9,
        traits: { replied: 7, late: 2, fixed: 3, notFixed: 1 },
      },
    ],
  },
  consultedResolved: 7,
  sessions: [{ id: '2026-03-05:1a2b3c', heldOn: '2026-03-05', problems: 3, resolved: 2 }],
  earlier: null,
  months: [row('2026-03', '2026-03', 380, 60, 28)],
  now: { ...CALM_DAY, new: 10, mine: 7, late: 2, waiting: 20, promisedLate: 1 },
  issues: [],
  asOf: NOW,
};

export const CODE_FIGURES: CodeFigures = {
  period: null,
  rows: [row('4103251000018', '城关镇安康社区', 210, 40, 20), row('none', '没有扫码', 170, 20, 8)],
  asOf: NOW,
};

/** The figures of a quarter, with the one before. */
export const QUARTER: Statistics = {
  ...STATISTICS,
  period: '2026-Q1',
  earlier: {
    ...COURSE,
    period: '2025-Q4',
    funnel: { ...counts(300, 50, 30), declined: 200, outOfScope: 10, unresolvable: 2, published: 9 },
  },
};
