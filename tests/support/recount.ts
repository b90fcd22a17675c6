import { monthsOf } from '@contract/periods';
import {
  MEASURES,
  PACE_DAYS_MAX,
  PACES,
  QUALITY_DIMENSIONS,
  QUALITY_TRAITS,
  TRAITS,
  type Dimension,
  type Measure,
  type Pace,
  type QueueFilter,
  type Statistics,
  type Trait,
} from '@contract/statistics';
import { must, type Person } from './call';
import type { WholeStatistics } from './figures';
import type { Document, TestCloud } from './test-cloud';

export interface CountedLead {
  status: string;
  adoption: string;
  resolution: string;
  outOfScope: unknown;
  published: unknown;
  entry: string;
  codeId: string | null;
  submittedAt: string;
  route: { townshipId: string | null; categoryId: string; sectorId: string; private: boolean } | null;
  handOver: { unitId: string } | null;
  splitFrom: unknown;
  bounces: number;
  clock: { kind: string } | null;
  consultations: { heldOn: string; place: string }[];
  feedback: { fixed: boolean; stars: number }[];
  events: { type: string; at: string; kind?: string }[];
}
type Counts = Record<Measure, number>;
/** Everything on the page but what is true of this moment alone. */
export interface Recount {
  funnel: Counts;
  tables: Record<string, Record<string, Counts>>;
  paces: Record<Pace, number[]>;
  traits: Record<Trait, number>;
  /** By `township` and `unit`, then by their id: the traits that any of their leads has. */
  quality: Record<string, Record<string, Partial<Record<Trait, number>>>>;
  consultedResolved: number;
  sessions: { problems: number; resolved: number }[];
}

/**
 * The figures counted anew over every lead, of everything or of a period, by its facts and its log alone: nothing of the
 * product's own counting is used.
 */
export async function recount(cloud: TestCloud, period: string | null = null): Promise<Recount> {
  const leads = (await cloud.documents('leads')).filter(isLead).map(countedLead);
  return recountOf(leads, await sectorsOf(cloud), period);
}

/** The same over leads that stand in no store. */
export function recountOf(
  everything: readonly CountedLead[],
  sectors: readonly SectorOfCommittee[],
  period: string | null,
): Recount {
  const months = period === null ? null : monthsOf(period);
  const leads = everything.filter((lead) => months === null || months.includes(monthOf(lead)));
  const tables: Recount['tables'] = {};
  for (const [dimension, valueOf] of Object.entries({ ...DIMENSION_OF, committee: committeeIn(sectors) })) {
    const groups = new Map<string, CountedLead[]>();
    for (const lead of leads) {
      const group = groups.get(valueOf(lead));
      if (group === undefined) groups.set(valueOf(lead), [lead]);
      else group.push(lead);
    }
    // Every matter stands in a status, whether it came in or was taken out of another one.
    const rows = [...groups].map(([id, group]) => [id, measure(group, dimension === 'status')] as const);
    tables[dimension] = Object.fromEntries(rows.filter(([, row]) => Object.values(row).some((n) => n > 0)));
  }
  const consulted = leads.filter(({ consultations }) => consultations.length > 0);
  return {
    funnel: measure(leads),
    tables,
    paces: Object.fromEntries(PACES.map((pace) => [pace, pacesOf(pace, leads)])) as Recount['paces'],
    traits: Object.fromEntries(
      TRAITS.map((trait) => [trait, leads.filter(HAS_TRAIT[trait]).length]),
    ) as Recount['traits'],
    quality: qualityOf(leads),
    consultedResolved: consulted.filter(FACTS.resolved).length,
    sessions: sessionsOf(everything, months),
  };
}

/** The statistics in the shape of a recount, so that the two can be compared whole. */
export function shapeOf(statistics: WholeStatistics<Omit<Statistics, 'issues'>>): Recount {
  const { funnel, tables, paces, traits, quality, consultedResolved, sessions } = statistics;
  const rows = Object.entries(tables).map(([dimension, table]) => [
    dimension,
    Object.fromEntries(table.map(({ id, counts }) => [id, counts])),
  ]);
  const spread = PACES.map((pace) => [
    pace,
    paces[pace].days.flatMap(({ days, count }) => Array<number>(count).fill(days)),
  ]);
  return {
    funnel,
    tables: Object.fromEntries(rows) as Recount['tables'],
    paces: Object.fromEntries(spread) as Recount['paces'],
    traits,
    quality: Object.fromEntries(
      QUALITY_DIMENSIONS.map((dimension) => [dimension, saidOf(quality[dimension])]),
    ),
    consultedResolved,
    sessions: sessions.map(({ problems, resolved }) => ({ problems, resolved })).sort(bySize),
  };
}

const countedLead = (document: Document): CountedLead => ({
  ...(document['lead'] as CountedLead),
  events: (document['events'] as { event: CountedLead['events'][number] }[]).map(({ event }) => event),
});

const inChina = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
const monthOf = ({ submittedAt }: CountedLead): string => inChina(submittedAt).slice(0, 7);

interface SectorOfCommittee {
  id: string;
  committeeId: string;
}
async function sectorsOf(cloud: TestCloud): Promise<SectorOfCommittee[]> {
  const [directory] = await cloud.documents('directories');
  return (directory?.['county'] as { sectors: SectorOfCommittee[] }).sectors;
}
const committeeIn =
  (sectors: readonly SectorOfCommittee[]) =>
  ({ route }: CountedLead): string =>
    sectors.find(({ id }) => !route?.private && id === route?.sectorId)?.committeeId ?? 'none';

const firstOf = ({ events }: CountedLead, type: string) => events.find((event) => event.type === type)?.at;
const lastOf = ({ events }: CountedLead, type: string) =>
  events.filter((event) => event.type === type).at(-1)?.at;
const MOMENT_OF: Record<Pace, (lead: CountedLead) => string | undefined> = {
  accept: (lead) => firstOf(lead, 'LeadAccepted'),
  reply: (lead) => firstOf(lead, 'ReplyRecorded'),
  adopt: (lead) => (lead.adoption === 'adopted' ? lastOf(lead, 'LeadAdopted') : undefined),
  resolve: (lead) => (lead.resolution === 'resolved' ? lastOf(lead, 'LeadResolved') : undefined),
};
const HAS_TRAIT: Record<Trait, (lead: CountedLead) => boolean> = {
  accepted: (lead) => firstOf(lead, 'LeadAccepted') !== undefined,
  replied: (lead) => firstOf(lead, 'ReplyRecorded') !== undefined,
  late: ({ events }) =>
    events.some(
      ({ type, kind }) => type === 'DeadlineMissed' && kind !== 'supplement' && kind !== 'feedback',
    ),
  bounced: ({ bounces }) => bounces > 0,
  promised: ({ clock }) => clock?.kind === 'promise',
  consulted: ({ consultations }) => consultations.length > 0,
  fixed: ({ feedback }) => feedback.at(-1)?.fixed === true,
  notFixed: ({ feedback }) => feedback.at(-1)?.fixed === false,
  stars1: ({ feedback }) => feedback.at(-1)?.stars === 1,
  stars2: ({ feedback }) => feedback.at(-1)?.stars === 2,
  stars3: ({ feedback }) => feedback.at(-1)?.stars === 3,
  stars4: ({ feedback }) => feedback.at(-1)?.stars === 4,
  stars5: ({ feedback }) => feedback.at(-1)?.stars === 5,
};

function qualityOf(leads: readonly CountedLead[]): Recount['quality'] {
  const quality: Recount['quality'] = {};
  for (const dimension of QUALITY_DIMENSIONS) {
    const own: Recount['quality'][string] = (quality[dimension] = {});
    // What was taken out of another one was received there.
    for (const lead of leads.filter(FACTS.received))
      for (const trait of QUALITY_TRAITS[dimension].filter((one) => HAS_TRAIT[one](lead))) {
        const row = (own[DIMENSION_OF[dimension](lead)] ??= {});
        row[trait] = (row[trait] ?? 0) + 1;
      }
  }
  return quality;
}

/** The rows that say anything, without their zeros. */
const saidOf = (rows: Statistics['quality']['unit']): Recount['quality'][string] =>
  Object.fromEntries(
    rows
      .map(({ id, traits }) => [
        id,
        Object.fromEntries(Object.entries(traits).filter(([, count]) => count > 0)),
      ])
      .filter(([, traits]) => Object.keys(traits ?? {}).length > 0),
  ) as Recount['quality'][string];

/** The days each took, in order. */
function pacesOf(pace: Pace, leads: readonly CountedLead[]): number[] {
  const day = (at: string): number => Math.floor(Date.parse(inChina(at)) / 86_400_000);
  return leads
    .flatMap((lead) => {
      const at = MOMENT_OF[pace](lead);
      return at === undefined ? [] : [Math.min(day(at) - day(lead.submittedAt), PACE_DAYS_MAX)];
    })
    .sort((one, other) => one - other);
}

type Session = Recount['sessions'][number];
const bySize = (one: Session, other: Session): number =>
  one.problems - other.problems || one.resolved - other.resolved;

function sessionsOf(leads: readonly CountedLead[], months: readonly string[] | null): Session[] {
  const sessions = new Map<string, Session>();
  for (const lead of leads) {
    const own = lead.route?.private ? [] : lead.consultations;
    for (const name of new Set(own.map(({ heldOn, place }) => `${heldOn} ${place.replace(/\s/g, '')}`))) {
      if (months !== null && !months.includes(name.slice(0, 7))) continue;
      const { problems, resolved } = sessions.get(name) ?? { problems: 0, resolved: 0 };
      sessions.set(name, { problems: problems + 1, resolved: resolved + (FACTS.resolved(lead) ? 1 : 0) });
    }
  }
  return [...sessions.values()].sort(bySize);
}

/** Every lead a filter lists, page by page, as far as the list goes. */
export async function walkQueue(
  cloud: TestCloud,
  panel: Person,
  filter: QueueFilter,
): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  const { total } = await must(cloud, panel, 'panel.getQueueFigures', filter);
  for (let cursor: string | undefined; ;) {
    const page = await must(cloud, panel, 'panel.listQueue', {
      ...filter,
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...page.items.map(({ id }) => id));
    // A list that is cut several ways tells its length by its end.
    if (page.nextCursor === null) return { ids, total: total ?? ids.length };
    cursor = page.nextCursor;
  }
}

export const isLead = (document: Document): boolean => 'lead' in document;

const FACTS: Record<Measure, (lead: CountedLead) => boolean> = {
  received: ({ splitFrom }) => splitFrom === null,
  adopted: ({ adoption }) => adoption === 'adopted',
  declined: ({ adoption }) => adoption === 'declined',
  resolved: ({ resolution }) => resolution === 'resolved',
  unresolvable: ({ resolution }) => resolution === 'unresolvable',
  outOfScope: ({ outOfScope }) => outOfScope !== null,
  // What the board no longer shows is not counted as published.
  published: ({ published, status, route }) =>
    published !== null && !route?.private && status !== 'merged' && status !== 'withdrawn',
};
/** A private matter stands under no township, sector or unit: a row of its own would tell whom it is about. */
const unlessPrivate = ({ route }: CountedLead, id: string | null | undefined): string =>
  route?.private ? 'none' : (id ?? 'none');
const DIMENSION_OF: Record<Exclude<Dimension, 'committee'>, (lead: CountedLead) => string> = {
  township: (lead) => unlessPrivate(lead, lead.route?.townshipId),
  category: ({ route }) => route?.categoryId ?? 'none',
  sector: (lead) => unlessPrivate(lead, lead.route?.sectorId),
  unit: (lead) => unlessPrivate(lead, lead.handOver?.unitId),
  month: ({ submittedAt }) => new Date(Date.parse(submittedAt) + 8 * 3_600_000).toISOString().slice(0, 7),
  entry: ({ entry }) => entry,
  code: (lead) => unlessPrivate(lead, lead.codeId),
  status: ({ status }) => status,
};

const measure = (leads: CountedLead[], withParts = false): Counts => {
  const counts = Object.fromEntries(
    MEASURES.map((name) => [name, leads.filter(FACTS[name]).length]),
  ) as Counts;
  return withParts ? { ...counts, received: leads.length } : counts;
};
