import {
  DIMENSIONS,
  MEASURES,
  type Dimension,
  type Measure,
  type Statistics,
  type StatisticsRow,
} from '@contract/statistics';
import { ENTRY_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { ENTRIES, LEAD_STATUSES } from '@contract/lead';
import { codeName } from '../codes/code-name';
import type { County } from '../county';
import { dimensionKey } from './queue-keys';
import type { Counts } from './tally';

/** Figures as people read them, from the counts alone. A cell is the number of leads under the cell's key. */
export function statisticsOf(counts: Counts, county: County, asOf: string): Statistics {
  const tables = {} as Record<Dimension, StatisticsRow[]>;
  for (const dimension of DIMENSIONS) tables[dimension] = rowsOf(dimension, counts, county);
  return { funnel: measureAll(counts, null), tables, asOf };
}

function rowsOf(dimension: Dimension, counts: Counts, county: County): StatisticsRow[] {
  const rows = namesOf(dimension, counts, county).map(({ id, name }) => ({
    id,
    name,
    counts: measureAll(counts, dimensionKey(dimension, id)),
  }));
  // A matter taken out of another lead was not received once more, and still counts where it was decided.
  return rows.filter((row) => Object.values(row.counts).some((count) => count > 0));
}

function measureAll(counts: Counts, key: string | null): Record<Measure, number> {
  const result = {} as Record<Measure, number>;
  for (const measure of MEASURES) {
    const fact =
      measure === 'received' ? (key ?? 'all') : key === null ? `m:${measure}` : `m:${measure}|${key}`;
    result[measure] = counts[fact] ?? 0;
  }
  return result;
}

/** Every value of a dimension that a lead may carry, in the order people expect. */
function namesOf(dimension: Dimension, counts: Counts, county: County): { id: string; name: string }[] {
  const none = { id: 'none', name: '未定' };
  switch (dimension) {
    case 'township':
      return [...county.townships, { id: 'none', name: '没有地点' }];
    case 'category':
      return [...county.categories, none];
    case 'sector':
      return [...county.sectors, none];
    case 'unit':
      return [...county.units, { id: 'none', name: '未交办' }];
    case 'entry':
      return ENTRIES.map((id) => ({ id, name: ENTRY_LABELS[id] }));
    case 'code':
      return Object.keys(counts)
        .filter((key) => key.startsWith('k:'))
        .map((key) => ({ id: key.slice(2), name: codeName(key.slice(2), county) }))
        .sort((a, b) => a.id.localeCompare(b.id));
    case 'status':
      return LEAD_STATUSES.map((id) => ({ id, name: STATUS_LABELS[id] }));
    case 'month':
      return Object.keys(counts)
        .filter((key) => key.startsWith('o:'))
        .map((key) => ({ id: key.slice(2), name: key.slice(2) }))
        .sort((a, b) => b.id.localeCompare(a.id));
  }
}
