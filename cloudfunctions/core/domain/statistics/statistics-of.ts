import { ENTRY_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { ENTRIES, LEAD_STATUSES } from '@contract/lead';
import { monthsOf, periodBefore } from '@contract/periods';
import {
  MEASURES,
  PACES,
  QUALITY_DIMENSIONS,
  QUALITY_TRAITS,
  TABLE_DIMENSIONS,
  TRAITS,
  type CodeFigures,
  type Dimension,
  type Earlier,
  type Measure,
  type Pace,
  type QualityDimension,
  type Statistics,
  type StatisticsRow,
  type Trait,
} from '@contract/statistics';
import { codeName } from '../codes/code-name';
import { sectorsOfCommittee, type County } from '../county';
import { traitKey } from './course-keys';
import { groupCountsOf, isPast } from './day-keys';
import { paceFiguresOf } from './pace-figures';
import { dimensionKey, type KeyedDimension } from './queue-keys';
import { monthCodes, monthFunnel, monthTables, sumOfMonths, together, type Counts } from './tally';

/** Which parts of the tally the figures of a period are made of; without a period, those of everything. */
export function partsOfFigures(period: string | null): string[] {
  const always = ['o', 'd', 'v', 'f'];
  if (period === null) return [...always, 'base', 't', 'c', 'g', 'u', 'e', 's', 'w'];
  const own = monthsOf(period);
  const earlier = monthsOf(periodBefore(period));
  return [...always, ...own.map(monthFunnel), ...own.map(monthTables), ...earlier.map(monthFunnel)];
}

/** Which parts the figures of codes are made of, of a period or of everything. */
export const partsOfCodes = (period: string | null): string[] =>
  period === null ? ['k'] : monthsOf(period).map(monthCodes);

/** Figures as people read them, from the counts alone. A cell is the number of leads under the cell's key. */
export function statisticsOf(
  counts: Counts,
  county: County,
  asOf: string,
  period: string | null = null,
): Omit<Statistics, 'issues'> {
  const own = countsOf(period, counts);
  const tables = {} as Statistics['tables'];
  for (const dimension of TABLE_DIMENSIONS) tables[dimension] = rowsOf(dimension, own, county);
  return {
    period,
    ...courseOf(own),
    tables,
    quality: qualityOf(own, county),
    consultedResolved: own[together(traitKey('consulted'), 'm:resolved')] ?? 0,
    sessions: sessionsOf(counts, period),
    earlier: period === null ? null : earlierOf(counts, periodBefore(period)),
    months: rowsOf('month', counts, county),
    now: { ...groupCountsOf(counts, null, asOf), promisedLate: promisedLateOf(counts, asOf) },
    asOf,
  };
}

/** What came in by each code, from the counts alone. */
export const codeFiguresOf = (
  counts: Counts,
  county: County,
  asOf: string,
  period: string | null = null,
): CodeFigures => ({ period, rows: rowsOf('code', countsOf(period, counts), county), asOf });

const countsOf = (period: string | null, counts: Counts): Counts =>
  period === null ? counts : sumOfMonths(counts, monthsOf(period));

function courseOf(counts: Counts): Pick<Statistics, 'funnel' | 'paces' | 'traits'> {
  const paces = {} as Record<Pace, Statistics['paces'][Pace]>;
  for (const pace of PACES) paces[pace] = paceFiguresOf(pace, counts);
  const traits = {} as Record<Trait, number>;
  for (const trait of TRAITS) traits[trait] = counts[traitKey(trait)] ?? 0;
  return { funnel: measureAll(counts, null), paces, traits };
}

function qualityOf(counts: Counts, county: County): Statistics['quality'] {
  const quality = {} as Statistics['quality'];
  for (const dimension of QUALITY_DIMENSIONS) quality[dimension] = qualityRows(dimension, counts, county);
  return quality;
}

function qualityRows(dimension: QualityDimension, counts: Counts, county: County) {
  return namesOf(dimension, counts, county)
    .map(({ id, name }) => {
      const key = dimensionKey(dimension, id);
      const traits = QUALITY_TRAITS[dimension].map(
        (trait) => [trait, counts[together(traitKey(trait), key)] ?? 0] as const,
      );
      return { id, name, received: counts[key] ?? 0, traits: Object.fromEntries(traits) };
    })
    .filter(({ received, traits }) => received > 0 || Object.values(traits).some((count) => count > 0));
}

const earlierOf = (counts: Counts, period: string): Earlier => ({
  period,
  ...courseOf(sumOfMonths(counts, monthsOf(period))),
});

/** Consultations by the day they were held on, whenever their leads came in. */
function sessionsOf(counts: Counts, period: string | null): Statistics['sessions'] {
  const months = period === null ? null : monthsOf(period);
  return Object.entries(counts)
    .filter(([key]) => key.startsWith('v:') && !key.includes('|'))
    .map(([key, problems]) => ({
      id: key.slice(2),
      heldOn: key.slice(2, 12),
      problems,
      resolved: counts[together(key, 'm:resolved')] ?? 0,
    }))
    .filter(({ heldOn }) => months === null || months.includes(heldOn.slice(0, 7)))
    .sort((one, other) => (one.id < other.id ? 1 : -1));
}

/** Promises to residents that were not kept in time, and are still open. */
function promisedLateOf(counts: Counts, asOf: string): number {
  const begin = together(traitKey('promised'), 'd:');
  return Object.entries(counts).reduce(
    (sum, [key, count]) =>
      key.startsWith(begin) && isPast(key.slice(begin.length), asOf) ? sum + count : sum,
    0,
  );
}

function rowsOf(dimension: Dimension, counts: Counts, county: County): StatisticsRow[] {
  const rows = namesOf(dimension, counts, county).map(({ id, name }) => ({
    id,
    name,
    counts:
      dimension === 'committee' ? measureCommittee(counts, id, county) : measureKey(counts, dimension, id),
  }));
  // A matter taken out of another lead was not received once more, and still counts where it was decided.
  return rows.filter((row) => Object.values(row.counts).some((count) => count > 0));
}

const measureKey = (counts: Counts, dimension: KeyedDimension, id: string): Record<Measure, number> =>
  measureAll(counts, dimensionKey(dimension, id));

/** A committee's figures are those of its sectors: every sector has one committee. */
function measureCommittee(counts: Counts, committeeId: string, county: County): Record<Measure, number> {
  const sum = measureAll({}, null);
  for (const sectorId of sectorsOfCommittee(committeeId, county)) {
    const own = measureKey(counts, 'sector', sectorId);
    for (const measure of MEASURES) sum[measure] += own[measure];
  }
  return sum;
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

/** Every value of a dimension that a lead may carry, in the county's own order; months, the latest first. */
function namesOf(dimension: Dimension, counts: Counts, county: County): { id: string; name: string }[] {
  const none = { id: 'none', name: '未定' };
  switch (dimension) {
    case 'township':
      return [...county.townships, { id: 'none', name: '没有地点' }];
    case 'category':
      return [...county.categories, none];
    case 'sector':
      return [...county.sectors, none];
    case 'committee':
      return [...county.committees, { id: 'none', name: '县政协机关' }];
    case 'unit':
      return [...county.units, { id: 'none', name: '未交办' }];
    case 'entry':
      return ENTRIES.map((id) => ({ id, name: ENTRY_LABELS[id] }));
    case 'status':
      return LEAD_STATUSES.map((id) => ({ id, name: STATUS_LABELS[id] }));
    case 'code':
      return idsOf('k', counts).map((id) => ({ id, name: codeName(id, county) }));
    case 'month':
      return idsOf('o', counts)
        .map((id) => ({ id, name: id }))
        .reverse();
  }
}

/** What the counts tell of one kind of key, in the order of the ids. */
const idsOf = (kind: string, counts: Counts): string[] =>
  Object.keys(counts)
    .filter((key) => key.startsWith(`${kind}:`))
    .map((key) => key.slice(2))
    .sort();
