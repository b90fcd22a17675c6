import { useCallback, useSyncExternalStore } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, OutputOf, PanelActions } from '@contract/actions';
import type { Me, OfficerDirectory } from '@contract/directory';
import type { CodeFigures, Statistics } from '@contract/statistics';
import { Refusal, isSignedOut } from './refusal';
import { useServices } from './services';

export type PanelAction = keyof PanelActions;
const SIGNED_OUT_NOTICE = '登录已经失效，请重新扫码。登录后会回到刚才那一页。';

/** Answers with the data or throws a Refusal; a refused token ends the session on the way. */
export type PanelCall = <A extends PanelAction>(
  action: A,
  input: InputOf<A>,
  requestId?: string,
) => Promise<OutputOf<A>>;

/** The one way to ask the panel function something from inside the signed-in pages. */
export function usePanelCall(): PanelCall {
  const { client, session } = useServices();
  return useCallback(
    async (action, input, requestId) => {
      const result = await client.call(action, input, requestId ? { requestId } : {});
      if (result.ok) return result.data;
      const refusal = new Refusal(result.error, result.reached);
      if (isSignedOut(refusal)) session.end(SIGNED_OUT_NOTICE);
      throw refusal;
    },
    [client, session],
  );
}

/** The token of this tab, following every change. */
export function useToken(): string | null {
  const { session } = useServices();
  return useSyncExternalStore(session.subscribe, session.getToken);
}

/** Who is signed in and what may be done where. */
export function useMe(): UseQueryResult<Me> {
  const call = usePanelCall();
  return useQuery({ queryKey: ['me'], queryFn: () => call('panel.getMe', {}), staleTime: Infinity });
}

/** Names for forms and filters; they change rarely. */
export function useDirectory(): UseQueryResult<OfficerDirectory> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['directory'],
    queryFn: () => call('panel.getDirectory', {}),
    staleTime: 10 * 60_000,
  });
}

/** What several people speak of now. */
export function useIssues(): UseQueryResult<OutputOf<'panel.listIssues'>> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['issues'],
    queryFn: () => call('panel.listIssues', {}),
    staleTime: 60_000,
  });
}

/** What came in by each code, of everything or of a period, once it is wanted. */
export function useCodeFigures(period: string | null, isWanted: boolean): UseQueryResult<CodeFigures> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['codeFigures', period],
    queryFn: () => call('panel.getCodeFigures', period === null ? {} : { period }),
    placeholderData: (previous) => previous,
    staleTime: 30_000,
    enabled: isWanted,
  });
}

/** The figures, of everything or of a period; also tells the shell whether this person may read them. */
export function useStatistics(period: string | null = null): UseQueryResult<Statistics> {
  const call = usePanelCall();
  return useQuery({
    queryKey: ['statistics', period],
    queryFn: () => call('panel.getStatistics', period === null ? {} : { period }),
    placeholderData: (previous) => previous,
    staleTime: 30_000,
  });
}
