import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import type { QueueItem } from '@contract/lead-views';
import type { QueueFilter } from '@contract/statistics';
import { sayDay } from '@shared/dates';
import { sayCosigns } from '@shared/presenters';
import { Due } from '../../../components/due';
import { Empty, Failure, Loading } from '../../../components/states';
import { StatusBadge } from '../../../components/status-badge';
import { useServices } from '../../../platform/services';
import type { useQueue } from './use-queue';

interface QueueListProps {
  queue: ReturnType<typeof useQueue>;
  filter: QueueFilter;
  onClear: () => void;
}

/** The rows of the queue with every state it can be in: waiting, refused, empty, filled, more to come. */
export function QueueList({ queue, filter, onClear }: QueueListProps) {
  if (queue.isPending) return <Loading rows={12} label="正在取线索" />;
  if (queue.error && !queue.data) return <Failure error={queue.error} onRetry={() => void queue.refetch()} />;
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const total = queue.data?.pages[0]?.total ?? 0;
  if (items.length === 0) return <Nothing filter={filter} onClear={onClear} />;
  return (
    <div className="sheet queue-sheet" aria-busy={queue.isPlaceholderData}>
      <table className="queue-table">
        <caption className="only-read-aloud">线索，共 {total} 条</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">群众说的事</th>
            <th scope="col">状态</th>
            <th scope="col">类别</th>
            <th scope="col">在谁手里</th>
            <th scope="col">期限</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
      <footer className="queue-foot">
        <p className="quiet">
          已列出 {items.length} 条，共 {total} 条
        </p>
        {queue.hasNextPage && (
          <Button
            variant="outline"
            loading={queue.isFetchingNextPage}
            onClick={() => void queue.fetchNextPage()}
          >
            加载更多
          </Button>
        )}
      </footer>
    </div>
  );
}

function Row({ item }: { item: QueueItem }) {
  const { now } = useServices();
  const moment = now();
  return (
    <tr className={item.overdue ? 'queue-row queue-row--late' : 'queue-row'}>
      <td className="queue-row__number">
        <Link to={`/leads/${encodeURIComponent(item.id)}`} data-row-link>
          {item.number}
        </Link>
        <span className="queue-row__day">{sayDay(item.submittedAt, moment)}</span>
      </td>
      <td className="queue-row__text">
        <span className="queue-row__excerpt">{item.excerpt}</span>
        <span className="queue-row__place">
          {[item.placeName || '没有写地点', sayCosigns(item.cosigns)].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className="queue-row__status">
        <StatusBadge status={item.status} />
      </td>
      <td className="queue-row__kind">
        {item.categoryName || '未分类'}
        <span className="queue-row__sector">{item.sectorName}</span>
      </td>
      <td className="queue-row__owner">{item.ownerName}</td>
      <td className="queue-row__due">
        <Due deadline={item.deadline} overdue={item.overdue} now={moment} />
      </td>
    </tr>
  );
}

function Nothing({ filter, onClear }: { filter: QueueFilter; onClear: () => void }) {
  const isNarrowed = Object.keys(filter).length > 0;
  const title = filter.number ? `没有编号是 ${filter.number} 的线索` : '这里现在没有线索';
  return (
    <div className="sheet">
      <Empty title={title}>
        {filter.number && <p>请核对编号；也可能它不在您负责的范围里。</p>}
        {isNarrowed ? (
          <Button variant="outline" onClick={onClear}>
            看全部线索
          </Button>
        ) : (
          <p>群众一提交，就会出现在这里。</p>
        )}
      </Empty>
    </div>
  );
}
