import { useEffect, useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import { BULK_COMMANDS, type BulkCommand } from '@contract/bulk';
import { BULK_MAX } from '@contract/limits';
import { BULK_FORMS } from './bulk-forms';
import { HELD_MS, type Bulk, type BulkOrder } from './use-bulk';
import type { Selection } from './use-selection';
import './bulk-bar.css';

interface BulkBarProps {
  selection: Selection;
  bulk: Bulk;
  /** Length of the whole list where more of it could be chosen; null where all of it is. */
  more: number | null;
  isGathering: boolean;
  onGather: () => void;
  onChoose: (command: BulkCommand) => void;
  onUndo: () => void;
}

/** What is chosen and what may be done with it; then, for a few seconds, what is about to be sent and the way back. */
export function BulkBar({ bulk, onUndo, ...choosing }: BulkBarProps) {
  const { state } = bulk;
  const isChoosing = choosing.selection.items.size > 0;
  if (state.phase === 'held') return <Held order={state.order} bulk={bulk} onUndo={onUndo} />;
  if (state.phase === 'sending') return <Sending order={state.order} sent={state.sent} />;
  if (state.phase === 'stuck') return <Stuck state={state} bulk={bulk} />;
  return isChoosing ? <Choosing {...choosing} /> : null;
}

const say = ({ command, items }: BulkOrder): string => `${BULK_FORMS[command].verb} ${items.length} 条`;

function Choosing({
  selection,
  more,
  isGathering,
  onGather,
  onChoose,
}: Omit<BulkBarProps, 'bulk' | 'onUndo'>) {
  const chosen = [...selection.items.values()];
  const offers = BULK_COMMANDS.map((command) => ({
    command,
    able: chosen.filter((item) => item.bulk.includes(command)),
  })).filter(({ able }) => able.length > 0);
  return (
    <section className="bulk-bar no-print" aria-label="选中的线索" tabIndex={-1} data-chosen>
      <p className="bulk-bar__count">
        已选 <strong>{chosen.length}</strong> 条
      </p>
      {more !== null && (
        <Button variant="text" loading={isGathering} onClick={onGather}>
          {more > BULK_MAX ? `选前 ${BULK_MAX} 条` : `选全部 ${more} 条`}
        </Button>
      )}
      <div className="bulk-bar__commands">
        {offers.map(({ command, able }) =>
          able.length === chosen.length ? (
            <Button
              key={command}
              theme={command === offers[0]?.command ? 'primary' : 'default'}
              onClick={() => onChoose(command)}
            >
              {BULK_FORMS[command].verb}
            </Button>
          ) : (
            <Button key={command} variant="outline" onClick={() => selection.set(able)}>
              只留能{BULK_FORMS[command].verb}的 {able.length} 条
            </Button>
          ),
        )}
        {offers.length === 0 && <span>选中的现在没有能一起办的事。</span>}
      </div>
      <Button variant="text" onClick={selection.clear}>
        取消选择
      </Button>
    </section>
  );
}

function Held({ order, bulk, onUndo }: { order: BulkOrder; bulk: Bulk; onUndo: () => void }) {
  const left = useSecondsLeft(order);
  return (
    <section className="bulk-bar bulk-bar--held no-print" aria-label="正要发出">
      <p role="status">
        正要<strong>{say(order)}</strong>
        <span aria-hidden="true">，{left} 秒后发出</span>
        <span className="only-read-aloud">，{HELD_MS / 1000} 秒后发出，按 z 撤销</span>
      </p>
      <Button theme="primary" onClick={onUndo} data-undo>
        撤销
      </Button>
      <Button variant="text" onClick={bulk.sendNow}>
        现在就发
      </Button>
    </section>
  );
}

function useSecondsLeft(order: BulkOrder): number {
  const [left, setLeft] = useState(HELD_MS / 1000);
  useEffect(() => {
    setLeft(HELD_MS / 1000);
    const timer = setInterval(() => setLeft((seconds) => Math.max(1, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [order]);
  return left;
}

function Sending({ order, sent }: { order: BulkOrder; sent: number }) {
  return (
    <section className="bulk-bar no-print" aria-label="正在发出">
      <p role="status">正在{say(order)}</p>
      <progress max={order.items.length} value={sent} aria-label="进度" />
      <span aria-hidden="true">
        {sent} / {order.items.length}
      </span>
    </section>
  );
}

function Stuck({ state, bulk }: { state: Extract<Bulk['state'], { phase: 'stuck' }>; bulk: Bulk }) {
  return (
    <section className="bulk-bar bulk-bar--stuck no-print" aria-label="没有发完">
      <p role="alert">
        {say(state.order)}，办到第 {state.sent} 条停下了：{state.why}
      </p>
      <Button theme="primary" onClick={bulk.retry}>
        接着发
      </Button>
      <Button variant="text" onClick={bulk.dismiss}>
        不发了
      </Button>
    </section>
  );
}
