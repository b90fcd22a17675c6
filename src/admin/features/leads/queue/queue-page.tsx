import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BulkCommand } from '@contract/bulk';
import type { QueueItem } from '@contract/lead-views';
import type { QueueFilter, QueueGroup } from '@contract/statistics';
import { queueSearch, readQueueFilter, wholeList } from '../../../platform/queue-address';
import { officeOf, officesOf } from '@shared/offices';
import { queueLength } from '@shared/queue-length';
import { useMe } from '../../../platform/use-panel';
import { KeyboardHelp } from '../../../components/keyboard-help';
import { rememberQueue } from '../last-queue';
import { BULK_FORMS } from './bulk-forms';
import { BulkBar } from './bulk-bar';
import { BulkOutcomeSheet } from './bulk-outcome';
import { BulkSheet } from './bulk-sheet';
import { DayStrip } from './day-strip';
import { FilterBar } from './filter-bar';
import { groupWords } from '@shared/group-words';
import { OfficeSelect } from './office-select';
import { QueueList } from './queue-list';
import { SavedViews } from './saved-views';
import { StatusColumn } from './status-column';
import { useBulk } from './use-bulk';
import { useOrders } from './use-orders';
import { useGather, useQueue, useQueueFigures } from './use-queue';
import { QUEUE_KEYS, useQueueKeys } from './use-queue-keys';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';
import { useWayBack } from './use-way-back';
import './queue.css';

const GROUP_OF_LETTER: Record<string, QueueGroup> = {
  n: 'new',
  m: 'mine',
  t: 'today',
  l: 'late',
  w: 'waiting',
};
/** What 「受理」 is in the office of whoever presses a. */
const ACCEPTING: readonly BulkCommand[] = ['acceptLead', 'acceptHandOver', 'claimLead'];

/** The queue: the day at a glance, the leads under the filter in the address, and what may be done with many of them. */
export function QueuePage() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readQueueFilter(search), [search]);
  const setFilter = (next: QueueFilter): void => setSearch(queueSearch(next));
  const queue = useQueue(filter);
  const figures = useQueueFigures(filter).data;
  const me = useMe();
  const office = me.data ? officeOf(me.data, filter.as) : null;
  const words = groupWords(office?.role ?? null);
  const [helpOpen, setHelpOpen] = useState(false);
  const work = useWork(queue, filter);

  useRemembered(search.toString(), queue, work);
  const goTo = (group: QueueGroup) => () => setFilter({ ...wholeList(filter), group });
  useQueueKeys(
    {
      ...work.keys,
      '/': () => document.querySelector<HTMLInputElement>('[data-number-search] input')?.focus(),
      '?': () => setHelpOpen(true),
    },
    {
      ...Object.fromEntries(Object.entries(GROUP_OF_LETTER).map(([letter, group]) => [letter, goTo(group)])),
      a: () => setFilter(wholeList(filter)),
    },
  );

  const total = queue.isPlaceholderData ? null : queueLength(figures, queue.data?.pages ?? []);
  return (
    <div className="queue">
      <h1 className="only-read-aloud">线索</h1>
      <StatusColumn
        filter={filter}
        counts={figures?.statusCounts ?? null}
        marks={figures?.markCounts ?? {}}
      />
      <div className="queue__main">
        <OfficeSelect offices={me.data ? officesOf(me.data) : []} office={office} onChange={setFilter} />
        <DayStrip filter={filter} figures={figures} words={words} />
        <SavedViews filter={filter} />
        <FilterBar
          filter={filter}
          words={words}
          total={total ?? (queue.data ? `${work.rows.items.length}${queue.hasNextPage ? '+' : ''}` : null)}
          onChange={setFilter}
          onHelp={() => setHelpOpen(true)}
        />
        <QueueList
          queue={queue}
          total={total}
          filter={filter}
          rows={work.rows}
          selection={work.selection}
          bulk={work.bulk.state}
          body={work.body}
          onClear={() => setFilter(wholeList(filter))}
        />
      </div>
      <Together total={queue.hasNextPage ? total : null} work={work} />
      <KeyboardHelp open={helpOpen} onClose={() => setHelpOpen(false)} keys={QUEUE_KEYS} />
    </div>
  );
}

type Work = ReturnType<typeof useWork>;

/** The list is remembered for the leads opened from it, and begins where its reader comes back to. */
function useRemembered(search: string, queue: ReturnType<typeof useQueue>, { body, rows }: Work): void {
  useWayBack(search, body, rows.items.length > 0);
  useEffect(() => rememberQueue(search, queue.data?.pages ?? []), [search, queue.data]);
}

/** What is done to many leads together: the bar with what is chosen (and how many more there are), the form, what came of it. */
function Together({ total, work }: { total: number | null; work: Work }) {
  const { selection, bulk } = work;
  const more = total !== null && selection.items.size < total ? total : null;
  return (
    <>
      <p className="only-read-aloud" role="status">
        {selection.items.size > 0 ? `已选 ${selection.items.size} 条` : ''}
      </p>
      <BulkBar
        selection={selection}
        bulk={bulk}
        more={more}
        isGathering={work.isGathering}
        onGather={work.gather}
        onChoose={work.choose}
        onUndo={work.takeBack}
      />
      <BulkSheet
        command={work.formOf}
        count={selection.items.size}
        onGive={work.give}
        onClose={() => work.choose(null)}
      />
      <BulkOutcomeSheet bulk={bulk} />
    </>
  );
}

/** What is done with the rows of the list: walking, choosing, and giving commands for the chosen ones. */
function useWork(queue: ReturnType<typeof useQueue>, filter: QueueFilter) {
  const items = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data]);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRows(items, body, () => {
    if (queue.hasNextPage && !queue.isFetchingNextPage) void queue.fetchNextPage();
  });
  const selection = useSelection();
  const bulk = useBulk();
  const gathering = useGather(filter);
  const [formOf, setFormOf] = useState<BulkCommand | null>(null);
  const orders = useOrders(selection, bulk, queueSearch(filter).toString());

  const give = (command: BulkCommand, words: Record<string, string>, given?: readonly QueueItem[]): void => {
    orders.give(command, words, given);
    setFormOf(null);
  };
  const choose = (command: BulkCommand | null): void => {
    if (command && BULK_FORMS[command].fields(undefined).length === 0) give(command, {});
    else setFormOf(command);
  };
  const accept = (): void => {
    // Only the row the keyboard stands on: nothing is accepted that nobody went to.
    const here = body.current?.contains(document.activeElement) && rows.current ? [rows.current] : [];
    const chosen = selection.items.size > 0 ? [...selection.items.values()] : here;
    const command = ACCEPTING.find((one) => chosen.every((item) => item.bulk.includes(one)));
    if (chosen.length === 0 || !command) return;
    give(command, {}, chosen);
    rows.step(1);
  };
  const { current } = rows;
  return {
    body,
    rows,
    selection,
    bulk,
    formOf,
    choose,
    give,
    takeBack: orders.takeBack,
    isGathering: gathering.isPending,
    gather: () => gathering.mutate(undefined, { onSuccess: selection.set }),
    keys: {
      j: () => rows.step(1),
      ArrowDown: () => rows.step(1),
      k: () => rows.step(-1),
      ArrowUp: () => rows.step(-1),
      x: () => current && selection.toggle(current),
      X: () => current && selection.extend(current, items),
      a: accept,
      z: orders.takeBack,
      Escape: selection.clear,
    },
  };
}
