import { Button } from 'tdesign-react/es/button';
import { DIMENSION_LABELS } from '@contract/labels-zh';
import type { Dimension, Statistics, StatisticsRow } from '@contract/statistics';
import { sayFully } from '@shared/dates';
import { Failure, Loading } from '../../components/states';
import { useMe, useStatistics } from '../../platform/use-panel';
import { DimensionTable } from './dimension-table';
import { Funnel } from './funnel';
import './statistics.css';

/** The order in which a leader asks: where, what, who, when, from where, how far. */
const ORDER: readonly Dimension[] = ['township', 'category', 'unit', 'sector', 'month', 'entry', 'code', 'status'];

/** The picture on one page: the funnel and a table per dimension; every number opens the list it counts. */
export function StatisticsPage() {
  const statistics = useStatistics();
  if (statistics.isPending) return <Loading rows={10} label="正在取统计" />;
  if (statistics.error && !statistics.data)
    return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return statistics.data ? <Picture statistics={statistics.data} /> : null;
}

function Picture({ statistics }: { statistics: Statistics }) {
  const me = useMe();
  const shown = ORDER.filter((dimension) => statistics.tables[dimension].length > 0);
  return (
    <div className="statistics">
      <header className="statistics__head">
        <div>
          <h1>{me.data?.countyName ?? ''}政协群众线索</h1>
          <p className="quiet">
            截至 {sayFully(statistics.asOf)}
            <span className="no-print">。点任何一个数字，就是它数的那份名单</span>
          </p>
        </div>
        <Button className="no-print" variant="outline" onClick={() => window.print()}>
          打印这一页
        </Button>
      </header>
      <Funnel funnel={statistics.funnel} />
      <nav className="statistics__jump no-print" aria-label="分项统计">
        {shown.map((dimension) => (
          <button key={dimension} type="button" onClick={() => jumpTo(dimension)}>
            按{DIMENSION_LABELS[dimension]}
          </button>
        ))}
      </nav>
      {shown.map((dimension) => (
        <DimensionTable
          key={dimension}
          dimension={dimension}
          rows={inReadingOrder(dimension, statistics.tables[dimension])}
        />
      ))}
    </div>
  );
}

/** Lists of names begin with the most; months, entries and states keep their own order. */
function inReadingOrder(dimension: Dimension, rows: readonly StatisticsRow[]): readonly StatisticsRow[] {
  if (dimension === 'month' || dimension === 'entry' || dimension === 'status') return rows;
  return [...rows].sort((one, other) => other.counts.received - one.counts.received);
}

/** Addresses live behind the hash, so a jump within the page is a scroll and a focus, not a link. */
function jumpTo(dimension: Dimension): void {
  const table = document.getElementById(`by-${dimension}`);
  table?.scrollIntoView({ block: 'start' });
  table?.focus({ preventScroll: true });
}
