import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useNavigationType } from 'react-router';
import { openedFrom } from '../last-queue';
import { rowLinkIn } from './use-rows';

/**
 * Where a list begins: at the row whose lead was just read, with the focus on it, when somebody comes back from there;
 * at the top when another list was chosen.
 */
export function useWayBack(
  search: string,
  body: RefObject<HTMLTableSectionElement>,
  isFilled: boolean,
): void {
  const [opened] = useState(() => openedFrom(search));
  const awaited = useRef(opened);
  useEffect(() => {
    if (!isFilled || awaited.current === null) return;
    const link = rowLinkIn(body.current, awaited.current);
    awaited.current = null;
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }, [body, isFilled]);

  const isBack = useNavigationType() === 'POP';
  const shown = useRef(search);
  useLayoutEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    awaited.current = null;
    if (!isBack) window.scrollTo(0, 0);
  }, [search, isBack]);
}
