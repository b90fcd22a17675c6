import { MEASURES, type Measure, type QueueFilter, type Statistics } from '@contract/statistics';
import { must, type Person } from './call';
import type { Document, TestCloud } from './test-cloud';

interface CountedLead {
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
}
type Counts = Record<Measure, number>;
export interface Recount {
  funnel: Counts;
  tables: Record<string, Record<string, Counts>>;
}

/** The figures counted anew over every lead, by its facts alone: nothing of the product's own counting is used. */
export async function recount(cloud: TestCloud): Promise<Recount> {
  const leads = (await cloud.documents('leads'))
    .filter(isLead)
    .map((document) => document['lead'] as CountedLead);
  const tables: Recount['tables'] = {};
  for (const [dimension, valueOf] of Object.entries(DIMENSION_OF)) {
    const groups = new Map<string, CountedLead[]>();
    for (const lead of leads) groups.set(valueOf(lead), [...(groups.get(valueOf(lead)) ?? []), lead]);
    // Every matter stands in a status, whether it came in or was taken out of another one.
    const rows = [...groups].map(([id, group]) => [id, measure(group, dimension === 'status')] as const);
    tables[dimension] = Object.fromEntries(rows.filter(([, row]) => Object.values(row).some((n) => n > 0)));
  }
  return { funnel: measure(leads), tables };
}

/** The statistics in the shape of a recount, so that the two can be compared whole. */
export function shapeOf({ funnel, tables }: Statistics): Recount {
  const rows = Object.entries(tables).map(([dimension, table]) => [
    dimension,
    Object.fromEntries(table.map(({ id, counts }) => [id, counts])),
  ]);
  return { funnel, tables: Object.fromEntries(rows) as Recount['tables'] };
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
  published: ({ published }) => published !== null,
};
/** A private matter stands under no township, sector or unit: a row of its own would tell whom it is about. */
const unlessPrivate = ({ route }: CountedLead, id: string | null | undefined): string =>
  route?.private ? 'none' : (id ?? 'none');
const DIMENSION_OF: Record<keyof Statistics['tables'], (lead: CountedLead) => string> = {
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
