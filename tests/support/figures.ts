import {
  DIMENSIONS,
  MEASURES,
  PACES,
  QUALITY_DIMENSIONS,
  QUALITY_TRAITS,
  TRAITS,
  type CodeFigures,
  type Dimension,
  type QueueFilter,
  type Statistics,
  type StatisticsRow,
} from '@contract/statistics';
import { must, type Person } from './call';
import type { LocalCloud } from './local-cloud';

/** The statistics page whole: with the codes, which it asks for on their own. */
export type WholeStatistics<Part = Statistics> = Omit<Part, 'tables'> & {
  tables: Record<Dimension, StatisticsRow[]>;
};
export const withCodes = <Part extends Pick<Statistics, 'tables'>>(
  statistics: Part,
  { rows }: Pick<CodeFigures, 'rows'>,
): WholeStatistics<Part> => ({ ...statistics, tables: { ...statistics.tables, code: rows } });

/** What the page shows of everything or of a period, as an officer reads it. */
export async function readStatistics(
  cloud: LocalCloud,
  panel: Person,
  period?: string,
): Promise<WholeStatistics> {
  const input = period === undefined ? {} : { period };
  const [statistics, codes] = await Promise.all([
    must(cloud, panel, 'panel.getStatistics', input),
    must(cloud, panel, 'panel.getCodeFigures', input),
  ]);
  return withCodes(statistics, codes);
}

/** A number on a page, and the filter of the list that a click on it opens. */
export interface Figure {
  filter: QueueFilter;
  count: number;
}

/** Every number of the statistics page that counts leads. */
export function figuresOf(statistics: WholeStatistics): Figure[] {
  const { funnel, tables, paces, traits, quality, consultedResolved, sessions, months, now, issues } =
    statistics;
  const period = statistics.period === null ? {} : { period: statistics.period };
  return [
    ...MEASURES.map((measure) => ({ filter: { measure, ...period }, count: funnel[measure] })),
    ...DIMENSIONS.flatMap((dimension) =>
      tables[dimension].flatMap(({ id, counts }) =>
        MEASURES.map((measure) => ({
          filter: { measure, dimension, dimensionId: id, ...period },
          count: counts[measure],
        })),
      ),
    ),
    ...PACES.flatMap((pace) =>
      paces[pace].days.map(({ days, count }) => ({ filter: { pace, days, ...period }, count })),
    ),
    ...TRAITS.map((trait) => ({ filter: { trait, ...period }, count: traits[trait] })),
    ...QUALITY_DIMENSIONS.flatMap((dimension) =>
      quality[dimension].flatMap(({ id, received, traits: own }): Figure[] => [
        { filter: { measure: 'received', dimension, dimensionId: id, ...period }, count: received },
        ...QUALITY_TRAITS[dimension].map((trait) => ({
          filter: { trait, dimension, dimensionId: id, ...period },
          count: own[trait] ?? -1,
        })),
      ]),
    ),
    { filter: { trait: 'consulted', measure: 'resolved', ...period }, count: consultedResolved },
    // A consultation is held when it is held, whenever its leads came in.
    ...sessions.flatMap(({ id, problems, resolved }): Figure[] => [
      { filter: { session: id }, count: problems },
      { filter: { session: id, measure: 'resolved' }, count: resolved },
    ]),
    ...months.flatMap(({ id, counts }) =>
      MEASURES.map((measure) => ({
        filter: { measure, dimension: 'month' as const, dimensionId: id },
        count: counts[measure],
      })),
    ),
    ...(['new', 'mine', 'today', 'late', 'waiting'] as const).map((group) => ({
      filter: { group },
      count: now[group],
    })),
    { filter: { group: 'late', trait: 'promised' }, count: now.promisedLate },
    ...issues.map(({ id, leads }) => ({ filter: { issueId: id }, count: leads })),
  ];
}
