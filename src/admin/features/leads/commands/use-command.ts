import { useRef } from 'react';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf } from '@contract/actions';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Contact } from '@contract/lead';
import { intentFor, type Intent } from '@shared/request-id';
import { codeOf } from '../../../platform/refusal';
import { usePanelCall, type PanelCall } from '../../../platform/use-panel';
import { leadKey } from '../lead/use-lead';
import { COMMAND_FORMS } from './command-forms';
import type { Values } from './command-form';

interface Order {
  command: OfficerCommand;
  lead: OfficerLeadView;
  values: Values;
}
export interface Done {
  lead: OfficerLeadView;
  /** Only when the contact was asked for. */
  contact: Contact | null;
  person?: Contact;
}

/**
 * Gives a command. The same words sent again keep their request id, so a lost answer cannot do it twice. Afterwards
 * the lead, the lists and the figures are fetched anew; after a stale save the lead is fetched beneath the form.
 */
export function useCommand(): UseMutationResult<Done, Error, Order> {
  const call = usePanelCall();
  const queries = useQueryClient();
  const intent = useRef<Intent | null>(null);
  return useMutation({
    mutationFn: async ({ command, lead, values }: Order) => {
      intent.current = intentFor(intent.current, [command, lead.id, lead.version, values]);
      return send(call, command, lead, values, intent.current.requestId);
    },
    onSuccess: ({ lead }) => {
      intent.current = null;
      queries.setQueryData(leadKey(lead.id), lead);
      void queries.invalidateQueries({ queryKey: ['queue'] });
      void queries.invalidateQueries({ queryKey: ['statistics'] });
    },
    onError: async (error, { lead }) => {
      const code = codeOf(error);
      if (code === 'VERSION_CONFLICT' || code === 'WRONG_STATE')
        await queries.refetchQueries({ queryKey: leadKey(lead.id) });
    },
  });
}

async function send<C extends OfficerCommand>(
  call: PanelCall,
  command: C,
  lead: OfficerLeadView,
  values: Values,
  requestId: string,
): Promise<Done> {
  const action = `panel.${command}` as const;
  const input = { leadId: lead.id, version: lead.version, ...COMMAND_FORMS[command].toInput(values) };
  // TypeScript cannot follow that toInput of C and the input of panel.C are one; the mapped types above are.
  const answer = await call(action, input as InputOf<typeof action>, requestId);
  return 'contact' in answer ? answer : { lead: answer, contact: null };
}
