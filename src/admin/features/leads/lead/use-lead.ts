import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OfficerLeadView } from '@contract/lead-views';
import { usePanelCall } from '../../../platform/use-panel';

/** The key under which one lead is kept. */
export function leadKey(leadId: string): readonly string[] {
  return ['lead', leadId];
}

/** One lead, as much of it as this person may read. */
export function useLead(leadId: string): UseQueryResult<OfficerLeadView> {
  const call = usePanelCall();
  return useQuery({
    queryKey: leadKey(leadId),
    queryFn: () => call('panel.getLead', { leadId }),
    // A form must never be opened over yesterday's lead: leaving the page forgets it.
    gcTime: 0,
  });
}
