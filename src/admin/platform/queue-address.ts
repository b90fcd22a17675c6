import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { DIMENSIONS, MEASURES, type QueueFilter } from '@contract/statistics';

/** The address of the queue that shows exactly the leads a filter counts. */
export function queueAddress(filter: QueueFilter): string {
  const words = queueSearch(filter).toString();
  return words ? `/leads?${words}` : '/leads';
}

/** A filter as the words behind the question mark; nothing that is not set. */
export function queueSearch(filter: QueueFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.status) search.set('status', filter.status);
  if (filter.measure) search.set('measure', filter.measure);
  if (filter.dimension && filter.dimensionId !== undefined) {
    search.set('dimension', filter.dimension);
    search.set('dimensionId', filter.dimensionId);
  }
  if (filter.overdue) search.set('overdue', '1');
  if (filter.number) search.set('number', filter.number);
  return search;
}

/** The filter that stands in an address; words nobody knows are left out rather than sent on. */
export function readQueueFilter(search: URLSearchParams): QueueFilter {
  const filter: QueueFilter = {};
  const status = LEAD_STATUSES.find((one) => one === search.get('status'));
  const measure = MEASURES.find((one) => one === search.get('measure'));
  const dimension = DIMENSIONS.find((one) => one === search.get('dimension'));
  const dimensionId = search.get('dimensionId');
  const number = search.get('number');
  if (status) filter.status = status;
  if (measure) filter.measure = measure;
  if (dimension && dimensionId) Object.assign(filter, { dimension, dimensionId });
  if (search.get('overdue') === '1') filter.overdue = true;
  if (number) filter.number = number;
  return filter;
}

/** The status a filter asks for, when it is one we know. */
export function statusOf(filter: QueueFilter): LeadStatus | null {
  return LEAD_STATUSES.find((one) => one === filter.status) ?? null;
}
