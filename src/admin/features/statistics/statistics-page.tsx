import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { DIMENSION_LABELS } from '@contract/labels-zh';
import { periodOf, sayPeriod } from '@contract/periods';
import { QUALITY_DIMENSIONS, type Dimension, type Statistics } from '@contract/statistics';
import { sayFully } from '@shared/dates';
import { Failure, Loading } from '../../components/states';
import { useMe, useStatistics } from '../../platform/use-panel';
import { PacePart, QualityPart } from './course-part';
import { CodePart } from './code-part';
import { DimensionTable } from './dimension-table';
import { Funnel } from './funnel';
import { HotPart } from './hot-part';
import { PeriodSelect } from './period-select';
import { QualityTable } from './quality-table';
import { inReadingOrder } from './reading-order';
import { SessionsPart } from './sessions-part';
import { Categories, Months } from './statistics-charts';
import { TileMap } from './tile-map';
import { usePeriod } from './use-period';
import './statistics.css';
import './charts.css';

/** The order in which a leader asks: where, what, who, when, from where, how far. */
const ORDER: readonly Dimension[] = [
  'township',
  'category',
  'committee',
  'sector',
  'unit',
  'month',
  'entry',
  'code',
  'status',
];

/** The figures of everything or of a period: the funnel, how fast and how well, and a table per dimension; every number opens the list it counts. */
export function StatisticsPage() {
  const [period, setPeriod] = usePeriod();
  const statistics = useStatistics(period);
  if (statistics.isPending) return <Loading rows={10} label="正在取统计" />;
  if (statistics.error && !statistics.data)
    return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return statistics.data ? (
    <Picture statistics={statistics.data} period={period} onPeriod={setPeriod} />
  ) : null;
}

interface PictureProps {
  statistics: Statistics;
  period: string | null;
  onPeriod: (period: string | null) => void;
}

function Picture({ statistics, period, onPeriod }: PictureProps) {
  const shown = ORDER.filter((dimension) =>
    dimension === 'code' ? statistics.funnel.received > 0 : statistics.tables[dimension].length > 0,
  );
  return (
    <div className="statistics" aria-busy={statistics.period !== period}>
      <Head statistics={statistics} period={period} onPeriod={onPeriod} />
      <Funnel {...statistics} />
      <nav className="statistics__jump no-print" aria-label="分项统计">
        {shown.map((dimension) => (
          <button key={dimension} type="button" onClick={() => jumpTo(dimension)}>
            按{DIMENSION_LABELS[dimension]}
          </button>
        ))}
      </nav>
      <div className="statistics__pair">
        <Months statistics={statistics} />
        <TileMap rows={statistics.tables.township} period={statistics.period} />
      </div>
      <div className="statistics__pair">
        <PacePart {...statistics} />
        <QualityPart {...statistics} />
      </div>
      <div className="statistics__pair">
        <Categories statistics={statistics} />
        <div className="statistics__stack">
          <SessionsPart {...statistics} />
          <HotPart issues={statistics.issues} />
        </div>
      </div>
      {QUALITY_DIMENSIONS.map((dimension) => (
        <QualityTable
          key={dimension}
          dimension={dimension}
          rows={statistics.quality[dimension]}
          period={statistics.period}
        />
      ))}
      {shown.map((dimension) =>
        dimension === 'code' ? (
          <CodePart key={dimension} period={period} />
        ) : (
          <DimensionTable
            key={dimension}
            dimension={dimension}
            rows={inReadingOrder(dimension, statistics.tables[dimension])}
            period={statistics.period}
          />
        ),
      )}
    </div>
  );
}

function Head({ statistics, period, onPeriod }: PictureProps) {
  const me = useMe();
  const months = statistics.months.map(({ id }) => id);
  const forReport = period ?? periodOf('quarter', months[0] ?? statistics.asOf.slice(0, 7));
  return (
    <header className="statistics__head">
      <div>
        <h1>{me.data?.countyName ?? ''}政协群众线索</h1>
        <p className="quiet">
          {period === null ? '从开通到现在收到的' : `${sayPeriod(period)}里收到的线索，到现在各办到哪一步`}
          ，截至 {sayFully(statistics.asOf)}
          <span className="no-print">。点任何一个数字，就是它数的那份名单</span>
        </p>
      </div>
      <div className="statistics__tools no-print">
        <PeriodSelect period={period} months={months} onChange={onPeriod} />
        <Link className="statistics__report" to={`/report?period=${forReport}`}>
          一页报告
        </Link>
        <Button variant="outline" onClick={() => window.print()}>
          打印
        </Button>
      </div>
    </header>
  );
}

/** Addresses live behind the hash, so a jump within the page is a scroll and a focus, not a link. */
function jumpTo(dimension: Dimension): void {
  const table = document.getElementById(`by-${dimension}`);
  table?.scrollIntoView({ block: 'start' });
  table?.focus({ preventScroll: true });
}
