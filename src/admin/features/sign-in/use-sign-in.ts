import { useCallback, useEffect, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '@contract/envelope';
import { Refusal } from '../../platform/refusal';
import { useServices } from '../../platform/services';

const POLL_EVERY = 1500;
/** Refusals after which the same code may still be confirmed. */
const PASSING: readonly ErrorCode[] = ['UNAVAILABLE', 'RATE_LIMITED'];

export interface SignIn {
  phase: 'loading' | 'waiting' | 'expired' | 'failed';
  qrText: string | null;
  ticket: string | null;
  error: unknown;
  refresh: () => void;
  /** Asks at once instead of at the next tick. */
  checkNow: () => Promise<unknown>;
}

/** One sign-in by scanned code: fetches a code, asks until it was confirmed, begins the session; says when it expired. */
export function useSignIn(): SignIn {
  const { client, session } = useServices();
  const {
    mutate,
    data: code,
    error,
    isPending,
  } = useMutation({
    mutationFn: async () => {
      const result = await client.call('panel.startSignIn', {});
      if (!result.ok) throw new Refusal(result.error, result.reached);
      return result.data;
    },
  });
  const [expired, setExpired] = useState<string | null>(null);
  useEffect(() => mutate(), [mutate]);

  const ticket = code?.ticket ?? null;
  const isOver = ticket !== null && expired === ticket;
  const poll = useQuery({
    queryKey: ['sign-in', ticket],
    enabled: code !== undefined && !isOver,
    refetchInterval: POLL_EVERY,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      if (!code) return null;
      const result = await client.call('panel.pollSignIn', { ticket: code.ticket, pollKey: code.pollKey });
      // A lost connection or a busy server is no verdict: the next tick asks again.
      if (!result.ok && !PASSING.includes(result.error.code)) setExpired(code.ticket);
      if (result.ok && result.data.state === 'confirmed') session.begin(result.data.token);
      return null;
    },
  });
  const refresh = useCallback(() => mutate(), [mutate]);
  const phase = error ? 'failed' : isPending || !code ? 'loading' : isOver ? 'expired' : 'waiting';
  return { phase, qrText: code?.qrText ?? null, ticket, error, refresh, checkNow: poll.refetch };
}
