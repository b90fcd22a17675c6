import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { QueueFilter } from '@contract/statistics';
import { queueSearch, readQueueFilter } from '../../../platform/queue-address';
import { KeyboardHelp } from '../../../components/keyboard-help';
import { useShortcuts } from '../../../components/use-shortcuts';
import { FilterBar } from './filter-bar';
import { QueueList } from './queue-list';
import { StatusColumn } from './status-column';
import { useQueue } from './use-queue';
import { rememberQueue } from '../last-queue';
import './queue.css';

const KEYS: [string, string][] = [
  ['j 或 ↓', '下一条'],
  ['k 或 ↑', '上一条'],
  ['Enter', '打开这一条'],
  ['/', '按编号查找'],
  ['o', '只看超期的，再按一次取消'],
  ['?', '打开这张说明'],
];

/** The queue: which leads there are for this person, narrowed by what stands in the address. */
export function QueuePage() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readQueueFilter(search), [search]);
  const queue = useQueue(filter);
  const [helpOpen, setHelpOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const setFilter = (next: QueueFilter): void => setSearch(queueSearch(next));

  useEffect(() => rememberQueue(search.toString(), queue.data?.pages ?? []), [search, queue.data]);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const here = rows.findIndex((row) => row === document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1);
    rows[next]?.focus();
    rows[next]?.scrollIntoView({ block: 'nearest' });
    if (next === rows.length - 1 && queue.hasNextPage && !queue.isFetchingNextPage)
      void queue.fetchNextPage();
  };
  useShortcuts({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    '/': () => document.querySelector<HTMLInputElement>('[data-number-search] input')?.focus(),
    o: () => setFilter({ ...filter, overdue: !filter.overdue }),
    '?': () => setHelpOpen(true),
  });

  const first = queue.data?.pages[0];
  return (
    <div className="queue">
      <h1 className="only-read-aloud">线索</h1>
      <StatusColumn filter={filter} counts={first?.statusCounts ?? null} />
      <div className="queue__main" ref={list}>
        <FilterBar
          filter={filter}
          total={first?.total ?? null}
          onChange={setFilter}
          onHelp={() => setHelpOpen(true)}
        />
        <QueueList queue={queue} filter={filter} onClear={() => setFilter({})} />
      </div>
      <KeyboardHelp open={helpOpen} onClose={() => setHelpOpen(false)} keys={KEYS} />
    </div>
  );
}
