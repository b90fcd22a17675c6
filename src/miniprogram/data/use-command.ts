import { useRef, useState } from 'react';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import { intentFor, type Intent } from '@shared/request-id';
import { api } from './api';
import { saysFilesAreLost } from './send-photos';

interface Command<Input> {
  run: (input: Input) => void;
  running: boolean;
  /** Why the last try was refused, in a sentence; null when it was not. */
  problem: string | null;
}

/**
 * Runs one action on tap: never twice at once, the same request id as long as the input is the same. `onDone` gets
 * the answer; `onStale` is called when somebody else changed the lead meanwhile, `onFilesLost` when the cloud does not have
 * a file that this device believed to be there.
 */
export function useCommand<A extends ActionName>(
  action: A,
  onDone: (output: OutputOf<A>) => void,
  onStale?: () => void,
  onFilesLost?: () => void,
): Command<InputOf<A>> {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const intent = useRef<Intent | null>(null);

  const run = (input: InputOf<A>): void => {
    if (busy.current) return;
    busy.current = true;
    intent.current = intentFor(intent.current, input);
    setRunning(true);
    setProblem(null);
    void api.call(action, input, { requestId: intent.current.requestId }).then((result) => {
      busy.current = false;
      setRunning(false);
      if (result.ok) {
        intent.current = null;
        onDone(result.data);
        return;
      }
      setProblem(result.error.message);
      if (result.reached) intent.current = null;
      if (result.error.code === 'VERSION_CONFLICT' || result.error.code === 'WRONG_STATE') onStale?.();
      if (saysFilesAreLost(result.error)) onFilesLost?.();
    });
  };
  return { run, running, problem };
}
