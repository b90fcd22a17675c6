import { useCallback, useState } from 'react';
import type { QueueItem } from '@contract/lead-views';
import { BULK_MAX } from '@contract/limits';

export interface Selection {
  items: ReadonlyMap<string, QueueItem>;
  toggle: (item: QueueItem) => void;
  /** From the row last chosen to this one, as they stand in the list. */
  extend: (item: QueueItem, rows: readonly QueueItem[]) => void;
  /** Exactly these, as many as one command may take. */
  set: (items: readonly QueueItem[]) => void;
  clear: () => void;
}

interface Chosen {
  items: Map<string, QueueItem>;
  /** Where a range begins. */
  anchor: string | null;
}
const NOTHING: Chosen = { items: new Map(), anchor: null };

/** Which rows are chosen for a command; never more than a command takes. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const toggle = useCallback(
    (item: QueueItem) =>
      setChosen(({ items }) => {
        const next = new Map(items);
        if (!next.delete(item.id) && next.size < BULK_MAX) next.set(item.id, item);
        return { items: next, anchor: item.id };
      }),
    [],
  );
  const extend = useCallback(
    (item: QueueItem, rows: readonly QueueItem[]) =>
      setChosen(({ items, anchor }) => {
        const here = rows.findIndex(({ id }) => id === item.id);
        const begin = rows.findIndex(({ id }) => id === anchor);
        const range = begin < 0 ? [item] : rows.slice(Math.min(begin, here), Math.max(begin, here) + 1);
        const next = new Map(items);
        for (const row of range) if (next.size < BULK_MAX || next.has(row.id)) next.set(row.id, row);
        return { items: next, anchor: item.id };
      }),
    [],
  );
  const set = useCallback(
    (items: readonly QueueItem[]) =>
      setChosen({
        items: new Map(items.slice(0, BULK_MAX).map((item) => [item.id, item])),
        anchor: null,
      }),
    [],
  );
  const clear = useCallback(() => setChosen(NOTHING), []);
  return { items: chosen.items, toggle, extend, set, clear };
}
