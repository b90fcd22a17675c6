import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { BulkCommand } from '@contract/bulk';
import type { QueueItem } from '@contract/lead-views';
import type { Bulk } from './use-bulk';
import type { Selection } from './use-selection';

interface Orders {
  /** For the chosen rows, unless others are named. */
  give: (command: BulkCommand, words: Record<string, string>, given?: readonly QueueItem[]) => void;
  takeBack: () => void;
}

/** Giving a command for the chosen rows of the list at an address, and taking it back with the choice as it was. */
export function useOrders(selection: Selection, bulk: Bulk, address: string): Orders {
  const ordered = useRef<QueueItem[]>([]);
  const { clear } = selection;
  useEffect(() => {
    clear();
    ordered.current = [];
  }, [address, clear]);
  return {
    give(command, words, given) {
      ordered.current = [...selection.items.values()];
      bulk.hold(command, words, given ?? ordered.current);
      clear();
    },
    takeBack() {
      flushSync(() => {
        if (bulk.undo()) selection.set(ordered.current);
      });
      // The button that gave the order, or took it back, is gone, and the focus with it.
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[data-chosen]')?.focus();
    },
  };
}
