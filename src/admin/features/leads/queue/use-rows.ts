import { useEffect, useRef, useState, type RefObject } from 'react';
import type { QueueItem } from '@contract/lead-views';

export interface Rows {
  items: QueueItem[];
  /** The row the keyboard stands on; the first one before it stood anywhere. */
  current: QueueItem | null;
  setCurrent: (item: QueueItem) => void;
  /** Moves the keyboard up or down; asks for more rows at the end. */
  step: (by: number) => void;
}

/**
 * Where the keyboard stands in the list. One row takes the Tab key, the others are walked to; when the row under the
 * keyboard leaves the list, the one that took its place is stood on, so that work goes on without looking for it.
 */
export function useRows(
  items: QueueItem[],
  body: RefObject<HTMLTableSectionElement>,
  onEnd: () => void,
): Rows {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const place = useRef(0);
  const hadFocus = useRef(false);
  const found = items.findIndex(({ id }) => id === currentId);
  const at = found >= 0 ? found : Math.min(place.current, items.length - 1);
  const current = items[at] ?? null;

  const focus = (item: QueueItem | undefined): void => {
    const link = item && rowLinkIn(body.current, item.id);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    if (found >= 0) place.current = found;
    // The row that had the focus is gone, and the focus with it.
    else if (hadFocus.current && document.activeElement === document.body) focus(items[at]);
  });
  useEffect(() => {
    const follow = (): void => {
      hadFocus.current = body.current?.contains(document.activeElement) ?? false;
    };
    const keep = ({ target }: FocusEvent): void => {
      // A row that is taken out of the page loses the focus without anybody having moved it.
      if (target instanceof Node && target.isConnected) follow();
    };
    document.addEventListener('focusin', keep);
    return () => document.removeEventListener('focusin', keep);
  }, [body]);

  return {
    items,
    current,
    setCurrent: ({ id }) => setCurrentId(id),
    step(by) {
      const isInside = body.current?.contains(document.activeElement) ?? false;
      const next = isInside ? Math.min(Math.max(at + by, 0), items.length - 1) : at;
      focus(items[next]);
      if (next === items.length - 1) onEnd();
    },
  };
}

/** The link of a lead's row, which carries the row's focus. */
export function rowLinkIn(body: HTMLElement | null, leadId: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(leadId)}"]`) ?? null;
}
