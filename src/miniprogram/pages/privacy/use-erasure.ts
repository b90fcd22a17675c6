import { useRef, useState } from 'react';
import type { ErasureReceipt, UnderWay } from '@contract/personal-data';
import { newRequestId } from '@shared/request-id';
import { api } from '../../data/api';
import { forgetHere } from '../../data/forget-here';

/** Nobody has so much that it takes more calls. */
const MOST_CALLS = 60;

interface Erasure {
  run: (underWay: UnderWay) => void;
  running: boolean;
  problem: string | null;
}

/** Erases under one request id until it is done; a lost answer is asked for again under the same. Then this device forgets too. */
export function useErasure(onDone: (receipt: ErasureReceipt) => void): Erasure {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [requestId] = useState(() => newRequestId());
  const busy = useRef(false);

  const run = (underWay: UnderWay): void => {
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setProblem(null);
    void erase(underWay, requestId).then((outcome) => {
      busy.current = false;
      setRunning(false);
      if (typeof outcome === 'string') return setProblem(outcome);
      forgetHere();
      onDone(outcome);
    });
  };
  return { run, running, problem };
}

async function erase(underWay: UnderWay, requestId: string): Promise<ErasureReceipt | string> {
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const answer = await api.call('resident.eraseMyData', { underWay }, { requestId });
    if (!answer.ok) return answer.error.message;
    if (answer.data.isDone) return answer.data;
  }
  return '还没有删完，请过一会儿再点一次。';
}
