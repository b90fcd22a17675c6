import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '@contract/views';
import type { QueueFilter } from '@contract/statistics';
import { newRequestId } from '@shared/request-id';
import { useServices } from '../../../platform/services';
import { usePanelCall } from '../../../platform/use-panel';

const KEY = ['views'];

export interface SavedViews {
  views: SavedView[];
  error: unknown;
  isSaving: boolean;
  keep: (name: string, filter: QueueFilter) => Promise<unknown>;
  /** Renames a view, or puts a deleted one back. */
  put: (view: SavedView) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}

type Change = { save: SavedView } | { remove: string };

/** The lists this person keeps; they lie with the account, so every computer shows them. */
export function useSavedViews(): SavedViews {
  const call = usePanelCall();
  const queries = useQueryClient();
  const { now } = useServices();
  const stored = useQuery({ queryKey: KEY, queryFn: () => call('panel.listViews', {}), staleTime: 60_000 });
  const change = useMutation({
    mutationFn: (asked: Change) =>
      'save' in asked
        ? call('panel.saveView', asked.save, newRequestId())
        : call('panel.deleteView', { id: asked.remove }, newRequestId()),
    onSuccess: (answer) => queries.setQueryData(KEY, answer),
  });
  return {
    views: stored.data?.views ?? [],
    error: change.error,
    isSaving: change.isPending,
    // Ids begin with the moment: views stand in the order they were kept.
    keep: (name, filter) =>
      change.mutateAsync({
        save: { id: `v${Date.parse(now()).toString(36)}-${newRequestId().slice(0, 8)}`, name, filter },
      }),
    put: (view) => change.mutateAsync({ save: view }),
    remove: (id) => change.mutateAsync({ remove: id }),
  };
}
