import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { STATUS_LABELS } from '@contract/labels-zh';
import { periodOf } from '@contract/periods';
import type { QueueFilter, Statistics } from '@contract/statistics';
import { sayDay, sayFully } from '@shared/dates';
import { share } from '@shared/report/share';
import { Failure, Loading } from '../../components/states';
import { queueAddress } from '../../platform/queue-address';
import { useServices } from '../../platform/services';
import { useMe, usePanelCall, useStatistics } from '../../platform/use-panel';
import { HotPart } from './hot-part';
import './charts.css';
import './overview.css';

/** So many of each fit on one screen. */
const SHOWN = 4;
const EFFECTS: QueueFilter = { measure: 'resolved' };

/** What a leader needs on one screen: how many, what is late, what people speak of, what came of it; every number opens its list. */
export function OverviewPage() {
  const statistics = useStatistics();
  const me = useMe();
  if (statistics.isPending) return <Loading rows={8} label="正在取概览" />;
  if (statistics.error && !statistics.data)
    return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  if (!statistics.data) return null;
  const { data } = statistics;
  const latest = data.months[0]?.id ?? data.asOf.slice(0, 7);
  return (
    <div className="overview">
      <header className="overview__head">
        <div>
          <h1>{me.data?.countyName ?? ''}政协群众线索</h1>
          <p className="quiet">截至 {sayFully(data.asOf)}。点任何一个数字，就是它数的那份名单</p>
        </div>
        <nav className="overview__ways" aria-label="再往下看">
          <Link to="/statistics">全部统计</Link>
          <Link to={`/report?period=${periodOf('quarter', latest)}`}>一页报告</Link>
        </nav>
      </header>
      <Figures data={data} />
      <Now data={data} />
      <div className="overview__pair">
        <HotPart issues={data.issues.slice(0, SHOWN)} />
        <Effects />
      </div>
    </div>
  );
}

function Figures({ data }: { data: Statistics }) {
  const { received, adopted, resolved } = data.funnel;
  return (
    <ul className="overview__figures sheet" aria-label="从开通到现在">
      <Figure label="收到" count={received} filter={{ measure: 'received' }} note="群众提交的全部线索" />
      <Figure
        label="采纳"
        count={adopted}
        filter={{ measure: 'adopted' }}
        note={`${share(adopted, received)}，${adopted} ÷ ${received}`}
      />
      <Figure
        label="解决"
        count={resolved}
        filter={{ measure: 'resolved' }}
        note={`${share(resolved, received)}，${resolved} ÷ ${received}`}
      />
    </ul>
  );
}

const OF_NOW: { key: keyof Statistics['now']; label: string; note: string; filter: QueueFilter }[] = [
  { key: 'mine', label: '在县政协', note: '下一步该县政协机关办', filter: { group: 'mine' } },
  { key: 'waiting', label: '在别处', note: '等乡镇、单位或群众', filter: { group: 'waiting' } },
  { key: 'late', label: '已超期', note: '过了期限还没有结果', filter: { group: 'late' } },
  {
    key: 'promisedLate',
    label: '承诺的日子已过',
    note: '单位答应过群众，还没办好',
    filter: { group: 'late', trait: 'promised' },
  },
];

function Now({ data: { now } }: { data: Statistics }) {
  return (
    <ul className="overview__now" aria-label="眼下">
      {OF_NOW.map(({ key, ...figure }) => (
        <Figure
          key={key}
          {...figure}
          count={now[key]}
          alarm={figure.filter.group === 'late' && now[key] > 0}
          small
        />
      ))}
    </ul>
  );
}

interface FigureProps {
  label: string;
  count: number;
  filter: QueueFilter;
  note: string;
  alarm?: boolean;
  small?: boolean;
}

function Figure({ label, count, filter, note, alarm = false, small = false }: FigureProps) {
  const classes = [
    'overview__figure',
    alarm ? 'overview__figure--alarm' : '',
    small ? 'overview__figure--small' : '',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <span className="overview__label">{label}</span>
      <Link
        className="overview__count"
        to={queueAddress(filter)}
        aria-label={`${label} ${count} 条，打开名单`}
      >
        {count}
      </Link>
      <span className="overview__note">{note}</span>
    </li>
  );
}

/** What was solved, of the leads received last. */
function Effects() {
  const call = usePanelCall();
  const { now } = useServices();
  const effects = useQuery({
    queryKey: ['effects'],
    queryFn: () => call('panel.listQueue', { ...EFFECTS, limit: SHOWN }),
    staleTime: 60_000,
  });
  const items = effects.data?.items ?? [];
  return (
    <section className="course sheet" aria-labelledby="title-effects">
      <h2 id="title-effects">最近收到、已经解决的</h2>
      {effects.isPending ? (
        <Loading rows={4} />
      ) : items.length === 0 ? (
        <p className="quiet">{effects.error ? '暂时取不到。' : '还没有解决的。'}</p>
      ) : (
        <ul className="hot-list hot-list--words">
          {items.map((item) => (
            <li key={item.id}>
              <Link className="hot-list__title overview__effect" to={`/leads/${item.id}`}>
                {item.excerpt}
              </Link>
              <span className="hot-list__more">
                {[item.placeName, item.unitName].filter(Boolean).join(' · ')}
              </span>
              <span className="hot-list__count">
                {sayDay(item.submittedAt, now())}收到 · {STATUS_LABELS[item.status]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
