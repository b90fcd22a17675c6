import type { QueueFilter, Dimension, Measure } from '@contract/statistics';
import { isPrivate } from '../lead/lifecycle';
import type { Lead } from '../lead/lead';
import { chinaDate } from '../deadlines/working-days';

/**
 * The keys under which a lead is listed and counted. A list is "the leads with this key", a figure is "how many have
 * it": so every figure opens a list of exactly its length. Keys are
 *   `all`, `s:<status>`, `m:<measure>`                 the whole county
 *   `t:` `c:` `g:` `u:` `o:` `e:` + id                 township, category, sector, unit, month, entry
 *   `in:t:` `in:g:` `in:u:` + id                       what a township, a sector or a unit may see (private leads: none)
 * and `<status or measure>|<one of the others>` for the pairs that queues and tables use.
 */
export function queueKeysOf(lead: Lead): string[] {
  const facts = [`s:${lead.status}`, ...measuresOf(lead).map((measure) => `m:${measure}`)];
  const places = [...dimensionKeys(lead), ...scopeKeys(lead)];
  const byStatus = measuresOf(lead).map((measure) => `m:${measure}|s:${lead.status}`);
  return [
    'all',
    ...facts,
    ...places,
    ...byStatus,
    ...facts.flatMap((fact) => places.map((place) => `${fact}|${place}`)),
  ];
}

/** The facts about a lead that are counted, beside that it was received. */
export function measuresOf(lead: Lead): Exclude<Measure, 'received'>[] {
  const measures: Exclude<Measure, 'received'>[] = [];
  if (lead.adoption !== 'undecided') measures.push(lead.adoption);
  if (lead.resolution !== 'open') measures.push(lead.resolution);
  if (lead.outOfScope !== null) measures.push('outOfScope');
  if (lead.published !== null) measures.push('published');
  return measures;
}

const PREFIXES: Record<Exclude<Dimension, 'status'>, string> = {
  township: 't',
  category: 'c',
  sector: 'g',
  unit: 'u',
  month: 'o',
  entry: 'e',
};

function dimensionKeys(lead: Lead): string[] {
  return [
    `t:${lead.route?.townshipId ?? 'none'}`,
    `c:${lead.route?.categoryId ?? 'none'}`,
    `g:${lead.route?.sectorId ?? 'none'}`,
    `u:${lead.handOver?.unitId ?? 'none'}`,
    `o:${chinaDate(lead.submittedAt).slice(0, 7)}`,
    `e:${lead.entry}`,
  ];
}

/** Whose queues the lead stands in beside the committee's. */
export function scopeKeys(lead: Lead): string[] {
  if (isPrivate(lead)) return [];
  const units = lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];
  return [
    ...(lead.route?.townshipId ? [`in:t:${lead.route.townshipId}`] : []),
    ...(lead.route ? [`in:g:${lead.route.sectorId}`] : []),
    ...units.map((unitId) => `in:u:${unitId}`),
  ];
}

/** The key of one dimension value, e.g. `t:410325100`. */
export const dimensionKey = (dimension: Dimension, id: string): string =>
  dimension === 'status' ? `s:${id}` : `${PREFIXES[dimension]}:${id}`;

/** The keys a lead must carry to stand in the list; the first one is the most telling. `scope` is the caller's own. */
export function keysOfFilter(filter: QueueFilter, scope: string | null): [string, ...string[]] {
  const fact = filter.measure && filter.measure !== 'received' ? `m:${filter.measure}` : null;
  const status = filter.status ? `s:${filter.status}` : null;
  const place =
    filter.dimension && filter.dimensionId ? dimensionKey(filter.dimension, filter.dimensionId) : null;
  const wanted = [fact, status, scope, place].filter((key): key is string => key !== null);
  const [first, second, ...rest] = wanted;
  if (first === undefined) return ['all'];
  if (second === undefined) return [first];
  const pairs = first.startsWith('m:') || first.startsWith('s:');
  return pairs ? [`${first}|${second}`, ...rest] : [first, second, ...rest];
}
