import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@contract/actions';
import { intentFor, type Intent } from '@shared/request-id';
import { Refusal, sentenceOf } from '../../platform/refusal';
import { usePanelCall } from '../../platform/use-panel';
import { CODES_KEY } from './use-codes';

type CodeCommand = 'panel.createCode' | 'panel.retireCode' | 'panel.requestWechatCodes';
export interface Problem {
  field: string | null;
  message: string;
}

/** Gives one command about codes; the same words keep their request id, so that a second tap or a retry does nothing twice. */
export function useCodeCommand<C extends CodeCommand>(command: C) {
  const call = usePanelCall();
  const queries = useQueryClient();
  const intent = useRef<Intent | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const give = async (input: InputOf<C>): Promise<OutputOf<C> | null> => {
    intent.current = intentFor(intent.current, input);
    setBusy(true);
    setProblem(null);
    try {
      const answer = await call(command, input, intent.current.requestId);
      intent.current = null;
      await queries.invalidateQueries({ queryKey: CODES_KEY });
      return answer;
    } catch (error) {
      const field = error instanceof Refusal ? (error.field ?? null) : null;
      setProblem({ field, message: sentenceOf(error) });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { give, isBusy, problem, setProblem };
}
