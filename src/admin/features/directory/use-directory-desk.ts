import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@contract/actions';
import type { DirectoryEntry, DirectoryPerson, DirectorySection } from '@contract/directory-desk';
import { newRequestId } from '@shared/request-id';
import { usePanelCall, useMe } from '../../platform/use-panel';

const KEY = 'directory-desk';

/** One part of the directory, all of its pages, with the version an edit must name. */
export function useSection(section: DirectorySection, enabled = true) {
  const call = usePanelCall();
  return useQuery({
    queryKey: [KEY, section],
    enabled,
    queryFn: async () => {
      const items: DirectoryEntry[] = [];
      for (let from: number | null = 0; ;) {
        const page: OutputOf<'panel.getDirectorySection'> = await call('panel.getDirectorySection', {
          section,
          from,
        });
        items.push(...page.items);
        if (page.next === null) return { version: page.version, items };
        from = page.next;
      }
    },
  });
}

/** Everybody with an account. */
export function usePeople(enabled = true) {
  const call = usePanelCall();
  return useQuery({
    queryKey: [KEY, 'people'],
    enabled,
    queryFn: async () => {
      const items: DirectoryPerson[] = [];
      for (let from: string | undefined; ;) {
        const page: OutputOf<'panel.listPeople'> = await call('panel.listPeople', from ? { from } : {});
        items.push(...page.items);
        if (page.next === null) return items;
        from = page.next;
      }
    },
  });
}

export function useCoverage() {
  const call = usePanelCall();
  return useQuery({ queryKey: [KEY, 'coverage'], queryFn: () => call('panel.getCoverage', {}) });
}

export function useChanges(about: InputOf<'panel.listDirectoryChanges'>, enabled = true) {
  const call = usePanelCall();
  return useQuery({
    queryKey: [KEY, 'changes', about],
    enabled,
    queryFn: () => call('panel.listDirectoryChanges', about),
  });
}

/** Whether the person signed in may change the directory; staff only read it. */
export function useMayChange(): boolean {
  const me = useMe();
  return me.data?.grants.some(({ role }) => role === 'administrator') ?? false;
}

/** A command of the directory; whatever came of it, what is shown is asked for anew. */
export function useDirectoryCommand<
  A extends 'panel.saveDirectory' | 'panel.savePerson' | 'panel.giveBindCode' | 'panel.unbindPerson',
>(action: A) {
  const call = usePanelCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ input, requestId }: { input: InputOf<A>; requestId?: string }) =>
      call(action, input, requestId ?? newRequestId()),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [KEY] });
      await queries.invalidateQueries({ queryKey: ['directory'] });
    },
  });
}
