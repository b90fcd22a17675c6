import { MEASURE_LABELS } from '@contract/labels-zh';
import type { Dimension, Measure, StatisticsRow } from '@contract/statistics';
import { FigureLink, within } from './figure-link';

interface RowsTableProps {
  caption: string;
  dimension: Dimension;
  rows: readonly StatisticsRow[];
  measures: readonly Measure[];
  period: string | null;
  nameOf: (row: StatisticsRow) => string;
  linked: boolean;
}

/** The numbers of a chart, each a link where the table is seen. */
export function RowsTable({ caption, dimension, rows, measures, period, nameOf, linked }: RowsTableProps) {
  return (
    <table className="plain-table">
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className="plain-table__number">
              {MEASURE_LABELS[measure]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{nameOf(row)}</th>
            {measures.map((measure) => (
              <td key={measure} className="plain-table__number">
                {linked ? (
                  <FigureLink
                    filter={{ measure, dimension, dimensionId: row.id, ...within(period) }}
                    count={row.counts[measure]}
                    label={`${nameOf(row)}，${MEASURE_LABELS[measure]}`}
                  />
                ) : (
                  row.counts[measure]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
