import { useEffect, useRef, useState } from 'react';
import { host } from '../platform/host';
import type { Recorded } from '../platform/media-types';
import { open } from '../platform/navigate';
import { listensOnPage } from './listening';
import { Microphone, type MicrophoneState } from './microphone';

interface Recorder {
  isAsking: boolean;
  isRunning: boolean;
  start: () => void;
  stop: () => void;
  cancel: () => void;
}

/** The microphone of a page: at most one recording, and none any longer once the page is left. */
export function useRecorder(
  onDone: (recorded: Recorded) => void,
  onProblem: (problem: string) => void,
): Recorder {
  const [state, setState] = useState<MicrophoneState>('off');
  const told = useRef({ onDone, onProblem });
  useEffect(() => {
    told.current = { onDone, onProblem };
  });
  const [microphone] = useState(
    () =>
      new Microphone(host.media.record, {
        onState: setState,
        onDone: (recorded) => told.current.onDone(recorded),
        onProblem: (problem) => told.current.onProblem(problem),
      }),
  );
  useEffect(() => {
    microphone.open();
    return () => microphone.close();
  }, [microphone]);
  return {
    isAsking: state === 'asking',
    isRunning: state === 'on',
    start: () => (listensOnPage() ? open('listen') : microphone.start()),
    stop: () => microphone.stop(),
    cancel: () => microphone.cancel(),
  };
}
