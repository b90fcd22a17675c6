import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { CallResult } from '@shared/client';
import { answered, asking, type LoadState } from './load-state';

interface Loading<Data> {
  state: LoadState<Data>;
  reload: () => void;
  /** Shows data that came another way, e.g. as the answer to a command. */
  show: (data: Data) => void;
}

/** Asks when the page opens, when `key` changes, and again whenever the page comes back to the front. A null key waits. */
export function useLoad<Data>(key: string | null, ask: () => Promise<CallResult<Data>>): Loading<Data> {
  const [state, setState] = useState<LoadState<Data>>({ phase: 'idle' });
  const turn = useRef(0);
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => asking(before));
    void latestAsk.current().then((result) => {
      // An answer to an older question must not replace a newer one.
      if (mine === turn.current) setState((before) => answered(before, result));
    });
  }, []);

  useEffect(() => {
    if (key !== null) reload();
  }, [key, reload]);

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current && key !== null) reload();
    shownBefore.current = true;
  });

  const show = useCallback((data: Data) => {
    turn.current += 1;
    setState({ phase: 'ready', data, stale: null });
  }, []);
  return { state, reload, show };
}
