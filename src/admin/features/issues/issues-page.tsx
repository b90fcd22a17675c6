import { Link } from 'react-router';
import { STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES } from '@contract/lead';
import type { IssueItem } from '@contract/issues';
import { sayFully } from '@shared/dates';
import { Empty, Failure, Loading } from '../../components/states';
import { queueAddress } from '../../platform/queue-address';
import { useIssues } from '../../platform/use-panel';
import './issues.css';

/** What several people speak of now, the hottest first; every number of leads opens the list it counts. */
export function IssuesPage() {
  const issues = useIssues();
  if (issues.isPending) return <Loading rows={10} label="正在取热点" />;
  if (issues.error && !issues.data)
    return <Failure error={issues.error} onRetry={() => void issues.refetch()} />;
  const { items = [], asOf = '' } = issues.data ?? {};
  return (
    <div className="issues">
      <header>
        <h1>热点</h1>
        <p className="quiet">
          不同的人说的同一个问题放在一起，截至 {sayFully(asOf)}
          。热度看有多少人、几个村、是不是最近说的；一个人说多少遍都只算一个人，十四天减半。
        </p>
      </header>
      {items.length === 0 ? (
        <div className="sheet">
          <Empty title="现在没有热点">
            <p>两个以上的人说到同一个问题，就会出现在这里。</p>
          </Empty>
        </div>
      ) : (
        <ol className="issues__list">
          {items.map((item) => (
            <IssueRow key={item.id} item={item} />
          ))}
        </ol>
      )}
    </div>
  );
}

function IssueRow({ item }: { item: IssueItem }) {
  const { id, title, leads, people, places, townshipNames, categoryName } = item;
  const where = townshipNames.join('、');
  return (
    <li className="issue sheet" data-issue={id}>
      <div className="issue__head">
        <h2>{title}</h2>
        <p className="issue__about">
          {categoryName || '未分类'}
          {where && ` · ${where}`}
        </p>
      </div>
      <p className="issue__counts">
        <Link
          to={queueAddress({ issueId: id })}
          aria-label={`${title}，${leads} 条线索，打开名单`}
          data-issue-leads
        >
          {leads} 条
        </Link>
        <span>{people} 人</span>
        {places > 0 && <span>{places} 个地方</span>}
      </p>
      <ul className="issue__statuses" aria-label="办到哪里了">
        {LEAD_STATUSES.filter((status) => item.statuses[status]).map((status) => (
          <li key={status}>
            <Link
              to={queueAddress({ status, issueId: id })}
              aria-label={`${title}，${STATUS_LABELS[status]} ${item.statuses[status] ?? 0} 条，打开名单`}
            >
              {STATUS_LABELS[status]} {item.statuses[status]}
            </Link>
          </li>
        ))}
      </ul>
      <Days days={item.days} />
      <p className="issue__heat">
        热度 <strong>{item.heat.toFixed(1)}</strong>
      </p>
    </li>
  );
}

const HEIGHT = 32;

/** How many people spoke up for the first time on each of the last days, as small bars and as a sentence. */
function Days({ days }: { days: readonly number[] }) {
  const most = Math.max(1, ...days);
  const sum = days.reduce((total, people) => total + people, 0);
  return (
    <figure className="issue__days">
      <svg
        viewBox={`0 0 ${days.length * 8} ${HEIGHT}`}
        role="img"
        aria-label={`最近 ${days.length} 天有 ${sum} 个人第一次说`}
      >
        {days.map((people, index) => {
          const height = people === 0 ? 2 : Math.max(6, (people / most) * HEIGHT);
          return (
            <rect
              // The days have no other name than their place.
              key={index}
              x={index * 8}
              y={HEIGHT - height}
              width={6}
              height={height}
              className={people === 0 ? 'issue__day' : 'issue__day issue__day--some'}
            />
          );
        })}
      </svg>
      <figcaption>
        {days.length} 天 {sum} 人
      </figcaption>
    </figure>
  );
}
