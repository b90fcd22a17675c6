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

/** How an order ended; what was not done in it has to be told. */
type Ended = Extract<BulkState, { phase: 'done' | 'stuck' }>;
const hasToBeTold = (state: BulkState): state is Ended =>
  state.phase === 'stuck' || (state.phase === 'done' && state.outcomes.some(({ done }) => !done));

/**
 * What is shown of the orders. A later one never hides how an earlier one ended: what could not be told at once is told
 * when the later one is over, or put away.
 */
function useShown() {
  const [state, setState] = useState<BulkState>({ phase: 'idle' });
  const shown = useRef<BulkState>(state);
  const untold = useRef<Ended[]>([]);
  const show = useCallback((next: BulkState) => {
    shown.current = next;
    setState(next);
  }, []);
  return {
    state,
    /** A new order comes before all. */
    begin: useCallback(
      (next: BulkState) => {
        if (hasToBeTold(shown.current)) untold.current.push(shown.current);
        show(next);
      },
      [show],
    ),
    /** How far an order is, where it is the one that is shown. */
    progress: useCallback(
      (order: BulkOrder, sent: number) => {
        const now = shown.current;
        if (now.phase === 'sending' && now.order === order) show({ phase: 'sending', order, sent });
      },
      [show],
    ),
    end: useCallback(
      (ended: Ended) => {
        const now = shown.current;
        const isBusy = now.phase === 'held' || (now.phase === 'sending' && now.order !== ended.order);
        if (!isBusy && !hasToBeTold(now))
          return show(hasToBeTold(ended) ? ended : (untold.current.shift() ?? ended));
        if (hasToBeTold(ended)) untold.current.push(ended);
      },
      [show],
    ),
    putAway: useCallback(() => show(untold.current.shift() ?? { phase: 'idle' }), [show]),
    /** Away with what is shown, because it is sent again. */
    again: useCallback((order: BulkOrder) => show({ phase: 'sending', order, sent: 0 }), [show]),
  };
}

/** How an order ended, in a line; what was not done belongs into it where no page is left that could tell it. */
function inShort(ended: Ended, isHere: boolean): string {
  const { done, verb } = BULK_FORMS[ended.order.command];
  if (ended.phase === 'stuck')
    return isHere ? '' : `${verb}办到第 ${ended.sent} 条停下了：${ended.why}剩下的请回到待办再办。`;
  const count = ended.outcomes.filter((outcome) => outcome.done).length;
  const left = isHere ? 0 : ended.outcomes.length - count;
  return [
    ...(count > 0 ? [`${count} 条${done}。`] : []),
    ...(left > 0 ? [`${left} 条没有${verb}成，原样没动，请回到待办再看。`] : []),
  ].join('');
}

/** Whether the page is still there. */
function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return isHere;
}

/** Sends an order off, and shows how far it is and how it ended. */
function useSend({ progress, end }: Pick<ReturnType<typeof useShown>, 'progress' | 'end'>) {
  const call = usePanelCall();
  const queries = useQueryClient();
  const say = useToast();
  const isHere = useIsHere();
  return useCallback(
    async (order: BulkOrder) => {
      const ended = await sendAll(call, order, (sent) => progress(order, sent));
      end(ended);
      const told = inShort(ended, isHere.current);
      if (told !== '') say(told);
      await queries.invalidateQueries({ queryKey: ['queue'] });
      void queries.invalidateQueries({ queryKey: ['statistics'] });
    },
    [call, queries, say, progress, end, isHere],
  );
}

/**
 * An order for many leads: held for a moment so that it can be taken back, then sent piece by piece. A later order
 * sends the held one off; leaving the page does too.
 */
export function useBulk(): Bulk {
  const { state, begin, again, putAway, ...shown } = useShown();
  const send = useSend(shown);
  const held = useRef<{ order: BulkOrder; timer: ReturnType<typeof setTimeout> } | null>(null);
  const release = useCallback((): BulkOrder | null => {
    const order = held.current?.order ?? null;
    clearTimeout(held.current?.timer);
    held.current = null;
    return order;
  }, []);
  const sendNow = useCallback(() => {
    const order = release();
    if (order === null) return;
    begin({ phase: 'sending', order, sent: 0 });
    void send(order);
  }, [begin, release, send]);

  useEffect(() => sendNow, [sendNow]);
  useWarnBeforeLeaving(state.phase === 'held' || state.phase === 'sending');

  return {
    state,
    sendNow,
    hold(command, words, items) {
      sendNow();
      const order: BulkOrder = { command, words, items: [...items], chunks: chunksOf(items) };
      held.current = { order, timer: setTimeout(sendNow, HELD_MS) };
      begin({ phase: 'held', order });
    },
    undo() {
      if (!release()) return false;
      putAway();
      return true;
    },
    retry() {
      if (state.phase !== 'stuck') return;
      again(state.order);
      void send(state.order);
    },
    dismiss: putAway,
  };
}

const chunksOf = (items: readonly QueueItem[]): Chunk[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => ({
    requestId: newRequestId(),
    items: items.slice(at * CHUNK, (at + 1) * CHUNK),
  }));

/** Sends every piece and tells how far it got; stops where no answer comes, to be sent again as it is. */
async function sendAll(call: PanelCall, order: BulkOrder, onSent: (sent: number) => void): Promise<Ended> {
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
