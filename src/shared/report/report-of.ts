import { PACE_LABELS, TRAIT_LABELS } from '@contract/labels-figures-zh';
import { MEASURE_LABELS } from '@contract/labels-zh';
import { momentsOf, periodBefore, sayPeriod } from '@contract/periods';
import {
  PACES,
  type Earlier,
  type Measure,
  type Pace,
  type QueueFilter,
  type Statistics,
} from '@contract/statistics';
import { sayFullDay, sayFully } from '../dates';
import { share } from './share';

/** One row of the report's table: what, how many, of how many, and how many in the period before. */
export interface ReportRow {
  label: string;
  value: string;
  /** The share with its denominator; empty where it is a share of nothing. */
  share: string;
  earlier: string;
  change: string;
  /** The list the number counts; null for days, which no list counts. */
  filter: QueueFilter | null;
}
export interface ReportLine {
  text: string;
  count: number;
  filter: QueueFilter;
}
/** One page about one period: figures, sentences that follow from them, and nothing that praises or blames. */
export interface Report {
  title: string;
  period: string;
  earlierName: string;
  definition: string;
  sentences: string[];
  rows: ReportRow[];
  late: ReportLine[];
  issues: ReportLine[];
  categories: ReportLine[];
  townships: string;
  sessions: string;
  organ: string;
  date: string;
}

const CATEGORIES_SHOWN = 6;
const ISSUES_SHOWN = 4;
const FUNNEL = ['received', 'adopted', 'resolved', 'declined', 'outOfScope', 'unresolvable'] as const;

/** The report of the period these figures are of. Throws for figures of everything, which have no period before. */
export function reportOf(statistics: Statistics, countyName: string): Report {
  const { period, earlier } = statistics;
  if (period === null || earlier === null) throw new Error('a report is of a period');
  const isOver = momentsOf(period).until <= statistics.asOf;
  const day = new Date(Date.parse(statistics.asOf) + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    title: `${sayPeriod(period)}群众线索办理情况`,
    period,
    earlierName: sayPeriod(periodBefore(period)),
    definition: `数的是${sayPeriod(period)}里收到的线索，到 ${sayFully(statistics.asOf)} 各办到哪一步；${isOver ? '' : '本期还没有过完，'}后收到的办的时间短，与上期比采纳、解决时应当看到这一点。`,
    sentences: sentencesOf(statistics, earlier),
    rows: [
      ...countRows(statistics, earlier),
      ...traitRows(statistics, earlier),
      ...paceRows(statistics, earlier),
    ],
    late: lateLines(statistics),
    issues: statistics.issues.slice(0, ISSUES_SHOWN).map(({ id, title, leads, people }) => ({
      text: `${title}（${people} 人）`,
      count: leads,
      filter: { issueId: id },
    })),
    categories: categoryLines(statistics, period),
    townships: statistics.tables.township.map(({ name, counts }) => `${name} ${counts.received}`).join('、'),
    sessions: sessionsIn(statistics),
    organ: `政协${countyName}委员会办公室`,
    date: sayFullDay(day),
  };
}

/** Two or three sentences, each made of the figures by a rule. */
function sentencesOf(statistics: Statistics, earlier: Earlier): string[] {
  const { funnel, paces, now } = statistics;
  const { received, adopted, resolved } = funnel;
  const first =
    received === 0
      ? `本期没有收到群众线索，上期收到 ${earlier.funnel.received} 条。`
      : `本期收到群众线索 ${received} 条，${sayChange(received, earlier.funnel.received)}；采纳 ${adopted} 条，占 ${share(adopted, received)}；解决 ${resolved} 条，占 ${share(resolved, received)}。`;
  const times = (['accept', 'resolve'] as const).flatMap((pace) => sayPace(pace, paces[pace]));
  const last =
    now.late === 0
      ? '眼下没有超过期限的线索。'
      : `眼下全县有 ${now.late} 条超过期限${now.promisedLate > 0 ? `，其中 ${now.promisedLate} 条过了单位承诺的日期` : ''}。`;
  return [first, ...(times.length > 0 ? [`${times.join('；')}。`] : []), last];
}

function sayPace(pace: Pace, { count, median, ninetieth }: Statistics['paces'][Pace]): string[] {
  if (median === null || ninetieth === null) return [];
  return [`${PACE_LABELS[pace]}了的 ${count} 条，一半用了不超过 ${median} 天，九成不超过 ${ninetieth} 天`];
}

function sayChange(now: number, before: number): string {
  if (now === before) return '和上期一样多';
  return `比上期（${before} 条）${now > before ? '多' : '少'} ${Math.abs(now - before)} 条`;
}

const signed = (by: number): string => (by === 0 ? '持平' : by > 0 ? `+${by}` : `−${-by}`);

function countRows({ funnel, period }: Statistics, earlier: Earlier): ReportRow[] {
  return FUNNEL.map((measure: Measure) => ({
    label: MEASURE_LABELS[measure],
    value: `${funnel[measure]} 条`,
    share: measure === 'received' ? '' : `${share(funnel[measure], funnel.received)}（÷ ${funnel.received}）`,
    earlier: `${earlier.funnel[measure]} 条`,
    change: signed(funnel[measure] - earlier.funnel[measure]),
    filter: { measure, ...(period ? { period } : {}) },
  }));
}

function traitRows({ traits, funnel, period }: Statistics, earlier: Earlier): ReportRow[] {
  const rated = traits.fixed + traits.notFixed;
  return (['late', 'bounced', 'fixed'] as const).map((trait) => {
    const of = trait === 'fixed' ? rated : funnel.received;
    return {
      label: TRAIT_LABELS[trait],
      value: `${traits[trait]} 条`,
      share: `${share(traits[trait], of)}（÷ ${of}${trait === 'fixed' ? ' 条评价' : ''}）`,
      earlier: `${earlier.traits[trait]} 条`,
      change: signed(traits[trait] - earlier.traits[trait]),
      filter: { trait, ...(period ? { period } : {}) },
    };
  });
}

function paceRows({ paces }: Statistics, earlier: Earlier): ReportRow[] {
  return PACES.map((pace) => {
    const [own, before] = [paces[pace], earlier.paces[pace]];
    const isKnown = own.median !== null && before.median !== null;
    return {
      label: `到${PACE_LABELS[pace]}（中位 / 九成）`,
      value: sayTwo(own),
      share: own.count > 0 ? `按 ${own.count} 条算` : '',
      earlier: sayTwo(before),
      change: isKnown ? signed((own.median ?? 0) - (before.median ?? 0)) : '—',
      filter: null,
    };
  });
}

const sayTwo = ({ median, ninetieth }: Statistics['paces'][Pace]): string =>
  median === null ? '—' : `${median} / ${ninetieth ?? median} 天`;

function lateLines({ now }: Statistics): ReportLine[] {
  return [
    { text: '全县眼下超过期限', count: now.late, filter: { group: 'late' } },
    { text: '其中过了承诺日期的', count: now.promisedLate, filter: { group: 'late', trait: 'promised' } },
  ];
}

function categoryLines({ tables }: Statistics, period: string): ReportLine[] {
  return [...tables.category]
    .sort((one, other) => other.counts.received - one.counts.received)
    .slice(0, CATEGORIES_SHOWN)
    .map(({ id, name, counts }) => ({
      text: name,
      count: counts.received,
      filter: { measure: 'received', dimension: 'category', dimensionId: id, period },
    }));
}

function sessionsIn({ sessions, traits, consultedResolved }: Statistics): string {
  const problems = sessions.reduce((sum, session) => sum + session.problems, 0);
  return `开协商会 ${sessions.length} 场，议了 ${problems} 件次；本期收到的线索里协商过 ${traits.consulted} 条，其中解决 ${consultedResolved} 条（${share(consultedResolved, traits.consulted)}，÷ ${traits.consulted}）。`;
}
