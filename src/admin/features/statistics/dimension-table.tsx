import { useState } from 'react';
import { Link } from 'react-router';
import { DIMENSION_LABELS, MEASURE_LABELS } from '@contract/labels-zh';
import type { Dimension, Measure, StatisticsRow } from '@contract/statistics';
import { queueAddress } from '../../platform/queue-address';
import { within } from './figure-link';

const COLUMNS: readonly Measure[] = [
  'received',
  'adopted',
  'declined',
  'resolved',
  'unresolvable',
  'outOfScope',
  'published',
];
const SHOWN_AT_FIRST = 10;

interface DimensionTableProps {
  dimension: Dimension;
  rows: readonly StatisticsRow[];
  period: string | null;
}

/** One table: a row per township (category, …), every number a link; the bar shows received and, darker, adopted. */
export function DimensionTable({ dimension, rows, period }: DimensionTableProps) {
  const [isOpen, setOpen] = useState(false);
  const most = Math.max(1, ...rows.map(({ counts }) => counts.received));
  const isLong = rows.length > SHOWN_AT_FIRST + 2;
  return (
    <section
      className="dimension sheet"
      id={`by-${dimension}`}
      tabIndex={-1}
      aria-labelledby={`title-${dimension}`}
    >
      <header className="dimension__head">
        <h2 id={`title-${dimension}`}>按{DIMENSION_LABELS[dimension]}</h2>
        <p className="dimension__legend" aria-hidden="true">
          <span className="dimension__swatch" /> 收到
          <span className="dimension__swatch dimension__swatch--adopted" /> 其中采纳
        </p>
      </header>
      <div
        className="dimension__scroll"
        tabIndex={0}
        role="region"
        aria-label={`按${DIMENSION_LABELS[dimension]}的数字`}
      >
        <table className="dimension__table">
          <Head dimension={dimension} />
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={row.id}
                dimension={dimension}
                row={row}
                most={most}
                period={period}
                isLater={isLong && !isOpen && index >= SHOWN_AT_FIRST}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isLong && (
        <button
          type="button"
          className="dimension__more no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '收起' : `全部 ${rows.length} 行`}
        </button>
      )}
    </section>
  );
}

function Head({ dimension }: { dimension: Dimension }) {
  return (
    <thead>
      <tr>
        <th scope="col">{DIMENSION_LABELS[dimension]}</th>
        <th scope="col" aria-hidden="true" className="dimension__bar-head" />
        {COLUMNS.map((measure) => (
          <th key={measure} scope="col" className="dimension__number">
            {MEASURE_LABELS[measure]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  dimension: Dimension;
  row: StatisticsRow;
  most: number;
  period: string | null;
  isLater: boolean;
}

function Row({ dimension, row, most, period, isLater }: RowProps) {
  return (
    <tr className={isLater ? 'dimension__later' : undefined}>
      <th scope="row">{nameOf(dimension, row)}</th>
      <td aria-hidden="true">
        <Bar row={row} most={most} />
      </td>
      {COLUMNS.map((measure) => (
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
    </tr>
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
