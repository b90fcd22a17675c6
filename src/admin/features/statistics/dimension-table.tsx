import { Link } from 'react-router';
import { DIMENSION_LABELS, MEASURE_LABELS } from '@contract/labels-zh';
import { MEASURES, type Dimension, type StatisticsRow } from '@contract/statistics';
import { queueAddress } from '../../platform/queue-address';
import { within } from './figure-link';
import { LongTable } from './long-table';

interface DimensionTableProps {
  dimension: Dimension;
  rows: readonly StatisticsRow[];
  period: string | null;
}

/**
 * One table: a row per township (category, …), every number a link; the bar shows received and, darker, adopted. What came
 * by no code is half of everything: beside its bar those of the codes would be dots.
 */
export function DimensionTable({ dimension, rows, period }: DimensionTableProps) {
  const isDrawn = ({ id }: StatisticsRow): boolean => !(dimension === 'code' && id === 'none');
  const most = Math.max(1, ...rows.filter(isDrawn).map(({ counts }) => counts.received));
  return (
    <LongTable
      id={`by-${dimension}`}
      title={`按${DIMENSION_LABELS[dimension]}`}
      aside={
        <p className="dimension__legend" aria-hidden="true">
          <span className="dimension__swatch" /> 收到
          <span className="dimension__swatch dimension__swatch--adopted" /> 其中采纳
        </p>
      }
      head={<Head dimension={dimension} />}
      rows={rows.map((row) => ({
        id: row.id,
        cells: <Cells dimension={dimension} row={row} most={isDrawn(row) ? most : null} period={period} />,
      }))}
    />
  );
}

function Head({ dimension }: { dimension: Dimension }) {
  return (
    <tr>
      <th scope="col">{DIMENSION_LABELS[dimension]}</th>
      <th scope="col" aria-hidden="true" className="dimension__bar-head" />
      {MEASURES.map((measure) => (
        <th key={measure} scope="col" className="dimension__number">
          {MEASURE_LABELS[measure]}
        </th>
      ))}
    </tr>
  );
}

interface CellsProps {
  dimension: Dimension;
  row: StatisticsRow;
  /** What a whole bar stands for; null where none is drawn. */
  most: number | null;
  period: string | null;
}

function Cells({ dimension, row, most, period }: CellsProps) {
  return (
    <>
      <th scope="row">{nameOf(dimension, row)}</th>
      <td aria-hidden="true">{most !== null && <Bar row={row} most={most} />}</td>
      {MEASURES.map((measure) => (
        <td key={measure} className="dimension__number">
          <Link
            to={queueAddress({ measure, dimension, dimensionId: row.id, ...within(period) })}
            className={row.counts[measure] === 0 ? 'dimension__zero' : undefined}
            aria-label={`${nameOf(dimension, row)}，${MEASURE_LABELS[measure]} ${row.counts[measure]} 条`}
          >
            {row.counts[measure]}
          </Link>
        </td>
      ))}
    </>
  );
}

/** Months are ids like 2026-03; everything else comes with its name. */
function nameOf(dimension: Dimension, { id, name }: StatisticsRow): string {
  const month = dimension === 'month' ? /^(\d{4})-(\d{2})$/.exec(id) : null;
  return month ? `${month[1]}年${Number(month[2])}月` : name;
}

function Bar({ row, most }: { row: StatisticsRow; most: number }) {
  const width = (count: number): string => `${(count / most) * 100}%`;
  return (
    <div className="dimension__bar">
      <span className="dimension__bar-received" style={{ width: width(row.counts.received) }} />
      <span className="dimension__bar-adopted" style={{ width: width(row.counts.adopted) }} />
    </div>
  );
}
