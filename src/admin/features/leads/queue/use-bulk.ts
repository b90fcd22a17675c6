import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@contract/actions';
import type { BulkCommand, BulkOutcome } from '@contract/bulk';
import type { QueueItem } from '@contract/lead-views';
import { newRequestId } from '@shared/request-id';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { usePanelCall, type PanelCall } from '../../../platform/use-panel';
import { BULK_FORMS } from './bulk-forms';

/** So long an order lies here and can be taken back; after that it is sent, and what is done is done. */
export const HELD_MS = 6_000;
const CHUNK = 50;

interface Chunk {
  requestId: string;
  items: QueueItem[];
}
export interface BulkOrder {
  command: BulkCommand;
  words: Record<string, string>;
  items: QueueItem[];
  chunks: Chunk[];
}
export type RowOutcome = BulkOutcome & { number: string };

export type BulkState =
  | { phase: 'idle' }
  | { phase: 'held'; order: BulkOrder }
  | { phase: 'sending'; order: BulkOrder; sent: number }
  | { phase: 'stuck'; order: BulkOrder; sent: number; why: string }
  | { phase: 'done'; order: BulkOrder; outcomes: RowOutcome[] };

export interface Bulk {
  state: BulkState;
  hold: (command: BulkCommand, words: Record<string, string>, items: readonly QueueItem[]) => void;
  /** Takes the held order back; false when there was none any more. */
  undo: () => boolean;
  sendNow: () => void;
  /** Sends again what got no answer, under the same request ids: nothing is done twice. */
  retry: () => void;
  dismiss: () => void;
}

/**
 * An order for many leads: held for a moment so that it can be taken back, then sent piece by piece. A later order
 * sends the held one off; leaving the page does too.
 */
export function useBulk(): Bulk {
  const call = usePanelCall();
  const queries = useQueryClient();
  const say = useToast();
  const [state, setState] = useState<BulkState>({ phase: 'idle' });
  const held = useRef<{ order: BulkOrder; timer: ReturnType<typeof setTimeout> } | null>(null);

  const send = useCallback(
    async (order: BulkOrder) => {
      setState({ phase: 'sending', order, sent: 0 });
      // What is held meanwhile is what the person has to see: it can still be taken back.
      const tell = (next: BulkState): void => setState((now) => (now.phase === 'held' ? now : next));
      const next = await sendAll(call, order, (sent) => tell({ phase: 'sending', order, sent }));
      tell(next);
      if (next.phase === 'done') {
        const count = next.outcomes.filter(({ done }) => done).length;
        if (count > 0) say(`${count} 条${BULK_FORMS[order.command].done}。`);
      }
      await queries.invalidateQueries({ queryKey: ['queue'] });
      void queries.invalidateQueries({ queryKey: ['statistics'] });
    },
    [call, queries, say],
  );
  const release = useCallback((): BulkOrder | null => {
    const order = held.current?.order ?? null;
    clearTimeout(held.current?.timer);
    held.current = null;
    return order;
  }, []);
  const sendNow = useCallback(() => {
    const order = release();
    if (order) void send(order);
  }, [release, send]);

  useEffect(() => sendNow, [sendNow]);
  useWarnBeforeLeaving(state.phase === 'held' || state.phase === 'sending');

  return {
    state,
    sendNow,
    hold(command, words, items) {
      sendNow();
      const order: BulkOrder = { command, words, items: [...items], chunks: chunksOf(items) };
      held.current = { order, timer: setTimeout(sendNow, HELD_MS) };
      setState({ phase: 'held', order });
    },
    undo() {
      if (!release()) return false;
      setState({ phase: 'idle' });
      return true;
    },
    retry() {
      if (state.phase === 'stuck') void send(state.order);
    },
    dismiss: () => setState({ phase: 'idle' }),
  };
}

const chunksOf = (items: readonly QueueItem[]): Chunk[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => ({
    requestId: newRequestId(),
    items: items.slice(at * CHUNK, (at + 1) * CHUNK),
  }));

/** Sends every piece and tells how far it got; stops where no answer comes, to be sent again as it is. */
async function sendAll(
  call: PanelCall,
  order: BulkOrder,
  onSent: (sent: number) => void,
): Promise<Extract<BulkState, { phase: 'done' | 'stuck' }>> {
  const outcomes: RowOutcome[] = [];
  for (const { requestId, items } of order.chunks) {
    const sent = items.map(({ id, version }) => ({ leadId: id, version }));
    // TypeScript cannot follow that these words are those of this command; the form made them so, the server checks.
    const input = { command: order.command, words: order.words, items: sent } as InputOf<'panel.bulk'>;
    try {
      const answer = await call('panel.bulk', input, requestId);
      const numbers = new Map(items.map(({ id, number }) => [id, number]));
      outcomes.push(
        ...answer.outcomes.map((outcome) => ({ ...outcome, number: numbers.get(outcome.leadId) ?? '' })),
      );
      onSent(outcomes.length);
    } catch (error) {
      return { phase: 'stuck', order, sent: outcomes.length, why: sentenceOf(error) };
    }
  }
  return { phase: 'done', order, outcomes };
}

function useWarnBeforeLeaving(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn]);
}
