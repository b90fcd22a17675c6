import { useCallback, useRef } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@contract/actions';
import type { PaperVerbs, PaperView } from '@contract/papers';
import { intentFor, type Intent } from '@shared/request-id';
import { usePanelCall } from './use-panel';

export const paperKey = (paperId: string) => ['paper', paperId] as const;

/** One paper, as the caller may read it. */
export function usePaper(paperId: string): UseQueryResult<PaperView> {
  const call = usePanelCall();
  return useQuery({ queryKey: paperKey(paperId), queryFn: () => call('panel.getPaper', { paperId }) });
}

/** The papers that stand on a lead. */
export function usePapersOfLead(leadId: string): UseQueryResult<OutputOf<'panel.listPapersOfLead'>> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['papers', 'of-lead', leadId],
    queryFn: () => call('panel.listPapersOfLead', { leadId }),
    retry: false,
  });
}

type Verb = keyof PaperVerbs;

/** Gives a command about papers. The same words sent again keep their request id, so a lost answer cannot do it twice. */
export function usePaperCommand() {
  const call = usePanelCall();
  const queries = useQueryClient();
  const intent = useRef<Intent | null>(null);
  return useCallback(
    async <V extends Verb>(verb: V, input: InputOf<`panel.${V}`>): Promise<OutputOf<`panel.${V}`>> => {
      intent.current = intentFor(intent.current, [verb, input]);
      const answer = await call(`panel.${verb}` as `panel.${V}`, input, intent.current.requestId);
      intent.current = null;
      if (isPaper(answer)) queries.setQueryData(paperKey(answer.id), answer);
      void queries.invalidateQueries({ queryKey: ['papers'] });
      return answer;
    },
    [call, queries],
  );
}

const isPaper = (answer: unknown): answer is PaperView =>
  typeof answer === 'object' && answer !== null && 'instructionList' in answer;
