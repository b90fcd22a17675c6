import type { RefObject } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { QueueItem } from '@contract/lead-views';
import type { QueueFilter } from '@contract/statistics';
import { Empty, Failure, Loading } from '../../../components/states';
import { useServices } from '../../../platform/services';
import type { BulkState } from './use-bulk';
import type { Rows } from './use-rows';
import type { Selection } from './use-selection';
import type { useQueue } from './use-queue';
import { QueueRow } from './queue-row';

interface QueueListProps {
  queue: ReturnType<typeof useQueue>;
  /** How long the whole list is; null while that is not known. */
  total: number | null;
  filter: QueueFilter;
  rows: Rows;
  selection: Selection;
  bulk: BulkState;
  body: RefObject<HTMLTableSectionElement>;
  onClear: () => void;
}

/** The rows of the queue with every state it can be in: waiting, refused, empty, filled, more to come. */
export function QueueList(props: QueueListProps) {
  const { queue, total, filter, onClear, rows } = props;
  if (queue.isPending) return <Loading rows={12} label="正在取线索" />;
  if (queue.error && !queue.data) return <Failure error={queue.error} onRetry={() => void queue.refetch()} />;
  if (rows.items.length === 0) return <Nothing filter={filter} onClear={onClear} />;
  return (
    <div className="sheet queue-sheet" aria-busy={queue.isPlaceholderData}>
      <Table {...props} />
      <footer className="queue-foot">
        <p className="quiet">{sayListed(rows.items.length, total, queue.hasNextPage)}</p>
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

function sayListed(listed: number, total: number | null, hasMore: boolean): string {
  if (total !== null) return `已列出 ${listed} 条，共 ${total} 条`;
  return hasMore ? `已列出 ${listed} 条，后面还有` : `共 ${listed} 条`;
}

function Table({ total, rows, selection, bulk, body }: QueueListProps) {
  const { now } = useServices();
  const moment = now();
  const { items } = rows;
  const held = new Set(
    bulk.phase === 'held' || bulk.phase === 'sending' ? bulk.order.items.map(({ id }) => id) : [],
  );
  const isWhole = items.every(({ id }) => selection.items.has(id));
  return (
    <table className="queue-table">
      <caption className="only-read-aloud">
        线索，{total ?? items.length} 条。用上下键走，回车打开，x 选中。
      </caption>
      <thead>
        <tr>
          <th scope="col" className="queue-row__box">
            <input
              type="checkbox"
              aria-label="选中列出的全部"
              checked={isWhole}
              onChange={() => (isWhole ? selection.clear() : selection.set(items))}
            />
          </th>
          <th scope="col">编号</th>
          <th scope="col">群众说的事</th>
          <th scope="col">状态</th>
          <th scope="col">在谁手里</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item) => (
          <QueueRow
            key={item.id}
            item={item}
            now={moment}
            isCurrent={item.id === rows.current?.id}
            isChosen={selection.items.has(item.id)}
            isHeld={held.has(item.id)}
            onFocus={() => rows.setCurrent(item)}
            onChoose={(isRange) => choose(item, isRange, items, selection)}
          />
        ))}
      </tbody>
    </table>
  );
}

function choose(item: QueueItem, isRange: boolean, items: readonly QueueItem[], selection: Selection): void {
  if (isRange) selection.extend(item, items);
  else selection.toggle(item);
}

const GROUP_EMPTY: Partial<Record<string, string>> = {
  new: '没有新来的',
  mine: '没有等您办的',
  today: '今天没有到期的',
  late: '没有超期的',
  waiting: '没有在等别人的',
};

function Nothing({ filter, onClear }: { filter: QueueFilter; onClear: () => void }) {
  const isNarrowed = Object.keys(filter).some((condition) => condition !== 'as');
  const inGroup = filter.group && GROUP_EMPTY[filter.group];
  const title = filter.number ? `没有编号是 ${filter.number} 的线索` : (inGroup ?? '这里现在没有线索');
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
