import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { monthsUpTo } from '@contract/periods';
import { MEASURES, type Measure, type Statistics, type StatisticsRow } from '@contract/statistics';
import { sayMonth } from '@shared/dates';
import { queueAddress } from '../../platform/queue-address';
import { monthLines, nameBars } from './chart-options';
import { ChartPart } from './chart-part';
import { within } from './figure-link';
import { inReadingOrder } from './reading-order';
import { RowsTable } from './rows-table';

const CHART_MEASURES = ['received', 'adopted', 'resolved'] as const;
const MONTHS_DRAWN = 18;
const BARS_DRAWN = 12;

/**
 * The line of months, always the whole line: a period is one stretch of it, and a month in which nothing came is a nought
 * of its own, not left out.
 */
export function Months({ statistics }: { statistics: Statistics }) {
  const navigate = useNavigate();
  const rows = useMemo(() => everyMonth(statistics.months).reverse(), [statistics.months]);
  const option = useMemo(() => monthLines(rows), [rows]);
  const open = (index: number): void => {
    const id = rows[index]?.id;
    if (id) void navigate(queueAddress({ measure: 'received', dimension: 'month', dimensionId: id }));
  };
  return (
    <ChartPart
      title="每个月"
      label={`折线图：最近 ${rows.length} 个月收到、采纳、解决的条数，数字在下面的表里`}
      option={option}
      height={260}
      onPick={open}
      table={(isOpen) => (
        <RowsTable
          caption="月份"
          dimension="month"
          rows={[...rows].reverse()}
          measures={CHART_MEASURES}
          period={null}
          nameOf={({ id }) => sayMonth(id)}
          linked={isOpen}
        />
      )}
    />
  );
}

/** The latest months of the calendar, the latest first, from the first in which anything came at all. */
function everyMonth(known: readonly StatisticsRow[]): StatisticsRow[] {
  const [latest, earliest] = [known[0]?.id, known.at(-1)?.id];
  if (latest === undefined || earliest === undefined) return [];
  const rows = new Map(known.map((row) => [row.id, row]));
  return monthsUpTo(latest, MONTHS_DRAWN)
    .filter((month) => month >= earliest)
    .map((month) => rows.get(month) ?? { id: month, name: month, counts: NOTHING });
}
const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>;

/** What residents speak of most; in a period in which nothing came, a sentence. */
export function Categories({ statistics }: { statistics: Statistics }) {
  const navigate = useNavigate();
  const { tables, period } = statistics;
  const rows = useMemo(() => inReadingOrder('category', tables.category).slice(0, BARS_DRAWN), [tables]);
  const option = useMemo(() => nameBars(rows), [rows]);
  const open = (index: number): void => {
    const id = rows[index]?.id;
    if (id) void navigate(queueAddress({ dimension: 'category', dimensionId: id, ...within(period) }));
  };
  if (rows.length === 0) {
    return (
      <section className="chart-part sheet" aria-labelledby="title-no-categories">
        <h2 id="title-no-categories">各类问题</h2>
        <p className="quiet">这段时间没有收到线索。</p>
      </section>
    );
  }
  return (
    <ChartPart
      title={tables.category.length > rows.length ? `说得最多的 ${rows.length} 类` : '各类问题'}
      label="横条图：各类问题收到和采纳的条数，数字在下面的表里"
      option={option}
      height={60 + rows.length * 34}
      onPick={open}
      table={(isOpen) => (
        <RowsTable
          caption="类别"
          dimension="category"
          rows={rows}
          measures={CHART_MEASURES}
          period={period}
          nameOf={({ name }) => name}
          linked={isOpen}
        />
      )}
    />
  );
}
