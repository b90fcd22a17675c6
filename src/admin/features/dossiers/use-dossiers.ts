import { useCallback, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@contract/actions';
import type { DossierView } from '@contract/dossiers';
import { intentFor, type Intent } from '@shared/request-id';
import { usePanelCall } from '../../platform/use-panel';

export const dossierKey = (dossierId: string) => ['dossier', dossierId] as const;

type Verb = 'startDossier' | 'addToDossier' | 'removeFromDossier' | 'putBackIntoDossier';

/** Gives a command about a dossier; the same words keep their request id, so that a retry does nothing twice. */
export function useDossierCommand() {
  const call = usePanelCall();
  const queries = useQueryClient();
  const intent = useRef<Intent | null>(null);
  return useCallback(
    async <V extends Verb>(verb: V, input: InputOf<`panel.${V}`>): Promise<DossierView> => {
      intent.current = intentFor(intent.current, [verb, input]);
      const answer: DossierView = await call(`panel.${verb}`, input as never, intent.current.requestId);
      intent.current = null;
      queries.setQueryData(dossierKey(answer.id), answer);
      void queries.invalidateQueries({ queryKey: ['dossiers'] });
      return answer;
    },
    [call, queries],
  );
}
