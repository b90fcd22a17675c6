import type { LeadStatus } from '@contract/lead';
import { STATUS_WORDS } from '@contract/labels-zh';
import { MEASURES, QUEUE_GROUPS, type QueueFilter } from '@contract/statistics';
import { must } from '../call';
import { readStatistics } from '../figures';
import { isLead, recount, shapeOf, walkQueue } from '../recount';
import { AT_WORK, type Day } from './day';

/** Every figure somebody reads and the list behind it, where the two differ; empty is right. */
export async function figuresThatDoNotAddUp(day: Day): Promise<object[]> {
  const wrong: object[] = [];
  const clerk = await day.at('clerk');
  const statistics = await readStatistics(day.cloud, clerk);
  const counted = await recount(day.cloud);
  if (JSON.stringify(sorted(shapeOf(statistics))) !== JSON.stringify(sorted(counted)))
    wrong.push({ statistics: shapeOf(statistics), counted });
  const figures = [
    ...MEASURES.map((measure) => ({ filter: { measure } as QueueFilter, count: statistics.funnel[measure] })),
    ...Object.entries(statistics.tables).flatMap(([dimension, rows]) =>
      rows.flatMap(({ id, counts }) =>
        MEASURES.filter((measure) => counts[measure] > 0).map((measure) => ({
          filter: { measure, dimension, dimensionId: id } as QueueFilter,
          count: counts[measure],
        })),
      ),
    ),
  ];
  for (const { filter, count } of figures) {
    const { ids, total } = await walkQueue(day.cloud, clerk, filter);
    if (ids.length !== count || new Set(ids).size !== count || total !== count)
      wrong.push({ ...filter, count, total, listed: ids.length });
  }
  return [...wrong, ...(await queuesThatDoNotAddUp(day))];
}

/** For everybody who has a queue: each group of the day, each status and each mark lists as many as it says. */
async function queuesThatDoNotAddUp(day: Day): Promise<object[]> {
  const wrong: object[] = [];
  for (const who of AT_WORK) {
    const person = await day.at(who);
    const { groupCounts, statusCounts, markCounts } = await must(
      day.cloud,
      person,
      'panel.getQueueFigures',
      {},
    );
    const lists: { filter: QueueFilter; count: number }[] = [
      ...QUEUE_GROUPS.map((group) => ({ filter: { group }, count: groupCounts[group] })),
      ...Object.entries(statusCounts).map(([status, count]) => ({ filter: { status }, count })),
      ...Object.entries(markCounts).map(([mark, count]) => ({ filter: { mark } as QueueFilter, count })),
    ];
    for (const { filter, count } of lists) {
      const { ids } = await walkQueue(day.cloud, person, filter);
      if (ids.length !== count || new Set(ids).size !== count)
        wrong.push({ who, ...filter, count, listed: ids.length });
    }
  }
  return wrong;
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

/** The states in which a lead asks nothing more of any office. */
const AT_REST = ['outOfScope', 'declined', 'closed', 'merged', 'withdrawn'];

/** Leads that nobody holds, or of which nobody could say what happens next; empty is right. */
export async function leadsWithoutAnOwner(day: Day): Promise<string[]> {
  const ids = (await day.cloud.documents('leads')).filter(isLead).map(({ _id }) => _id);
  const found: string[] = [];
  for (const leadId of ids) {
    const { number, status, ownerName, next, deadline } = await day.asks('clerk', 'getLead', { leadId });
    const isHeld = (ownerName ?? '') !== '' && (next ?? '') !== '';
    // What waits for somebody has a day by which; what was reported up lies before the county's leaders.
    const hasDay = deadline !== null && deadline !== undefined;
    if (!isHeld || !(hasDay || AT_REST.includes(status) || status === 'adopted'))
      found.push(`${number} ${status}`);
  }
  return found;
}

/** Open leads whose day has passed, by the dates on the leads alone. */
export async function leadsPastTheirDay(day: Day): Promise<string[]> {
  const late: string[] = [];
  for (const document of (await day.cloud.documents('leads')).filter(isLead)) {
    const { id, status, deadline } = await day.asks('clerk', 'getLead', { leadId: document._id });
    const isOffices = deadline != null && deadline.kind !== 'supplement' && deadline.kind !== 'feedback';
    if (isOffices && !AT_REST.includes(status) && deadline.dueAt <= day.now()) late.push(id);
  }
  return late.sort();
}

/** What a resident was told, oldest first: the states the messages begin with, of one lead or of all. */
export async function newsOf(day: Day, key: string, number?: string): Promise<(LeadStatus | undefined)[]> {
  const { items } = await must(day.cloud, day.writer(key), 'resident.listNotices', {});
  return items
    .filter((item) => number === undefined || item.number === number)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
    .map(({ text }) => statusIn(text));
}

const STATUS_OF_LABEL = new Map(
  Object.entries(STATUS_WORDS).map(([status, label]) => [label, status as LeadStatus]),
);
const statusIn = (text: string): LeadStatus | undefined =>
  STATUS_OF_LABEL.get(/^「(.+?)」/.exec(text)?.[1] ?? '');
