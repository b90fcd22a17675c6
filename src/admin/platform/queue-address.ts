import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { PERIOD_SHAPE } from '@contract/periods';
import {
  DIMENSIONS,
  MEASURES,
  PACES,
  QUEUE_GROUPS,
  QUEUE_MARKS,
  TRAITS,
  type QueueFilter,
} from '@contract/statistics';

/** The address of the queue that shows exactly the leads a filter counts. */
export function queueAddress(filter: QueueFilter): string {
  const words = queueSearch(filter).toString();
  return words ? `/leads?${words}` : '/leads';
}

/** A filter as the words behind the question mark; nothing that is not set. */
export function queueSearch(filter: QueueFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.group) search.set('group', filter.group);
  if (filter.mark) search.set('mark', filter.mark);
  if (filter.status) search.set('status', filter.status);
  if (filter.measure) search.set('measure', filter.measure);
  if (filter.dimension && filter.dimensionId !== undefined) {
    search.set('dimension', filter.dimension);
    search.set('dimensionId', filter.dimensionId);
  }
  if (filter.trait) search.set('trait', filter.trait);
  if (filter.pace && filter.days !== undefined) {
    search.set('pace', filter.pace);
    search.set('days', String(filter.days));
  }
  if (filter.session) search.set('session', filter.session);
  if (filter.period) search.set('period', filter.period);
  if (filter.issueId) search.set('issueId', filter.issueId);
  if (filter.number) search.set('number', filter.number);
  if (filter.sort) search.set('sort', filter.sort);
  if (filter.as) search.set('as', filter.as);
  return search;
}

/** The filter that stands in an address; words nobody knows are left out rather than sent on. */
export function readQueueFilter(search: URLSearchParams): QueueFilter {
  const filter: QueueFilter = {};
  const group = QUEUE_GROUPS.find((one) => one === search.get('group'));
  const mark = QUEUE_MARKS.find((one) => one === search.get('mark'));
  const status = LEAD_STATUSES.find((one) => one === search.get('status'));
  const measure = MEASURES.find((one) => one === search.get('measure'));
  const dimension = DIMENSIONS.find((one) => one === search.get('dimension'));
  const dimensionId = search.get('dimensionId');
  const trait = TRAITS.find((one) => one === search.get('trait'));
  const pace = PACES.find((one) => one === search.get('pace'));
  const days = search.get('days');
  const session = search.get('session');
  const period = search.get('period');
  const issueId = search.get('issueId');
  const number = search.get('number');
  const as = search.get('as');
  if (group) filter.group = group;
  if (mark) filter.mark = mark;
  if (status) filter.status = status;
  if (measure) filter.measure = measure;
  if (dimension && dimensionId) Object.assign(filter, { dimension, dimensionId });
  if (trait) filter.trait = trait;
  if (pace && days && /^\d{1,3}$/.test(days)) Object.assign(filter, { pace, days: Number(days) });
  if (session) filter.session = session;
  if (period && PERIOD_SHAPE.test(period)) filter.period = period;
  if (issueId) filter.issueId = issueId;
  if (number) filter.number = number;
  if (search.get('sort') === 'newest') filter.sort = 'newest';
  if (as) filter.as = as;
  return filter;
}

/** The status a filter asks for, when it is one we know. */
export function statusOf(filter: QueueFilter): LeadStatus | null {
  return LEAD_STATUSES.find((one) => one === filter.status) ?? null;
}

/** The whole list of the office somebody is looking from: what is left when every condition is taken away. */
export function wholeList({ as }: QueueFilter): QueueFilter {
  return as ? { as } : {};
}
