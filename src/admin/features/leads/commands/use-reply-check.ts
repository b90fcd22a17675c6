import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ReplyDoubt } from '@contract/replies';
import { CHECK_AFTER_MS } from '@shared/reply-check';
import { Refusal } from '../../../platform/refusal';
import { usePanelCall } from '../../../platform/use-panel';

const NONE: readonly ReplyDoubt[] = [];

/**
 * What may be wrong with a reply, asked a moment after the last key; what the server refused it for comes first.
 * An older answer stays until the newer one is there, so that nothing flickers while somebody types.
 */
export function useReplyCheck(leadId: string, reply: string | null, error: unknown): readonly ReplyDoubt[] {
  const call = usePanelCall();
  const settled = useSettled(reply);
  const check = useQuery({
    queryKey: ['reply-check', leadId, settled],
    queryFn: async () => (await call('panel.checkReply', { leadId, text: settled ?? '' })).doubts,
    enabled: settled !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
  if (error instanceof Refusal && error.doubts.length > 0) return error.doubts;
  return reply === null || settled === null ? NONE : (check.data ?? NONE);
}

function useSettled(reply: string | null): string | null {
  const [settled, setSettled] = useState(reply);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reply), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [reply]);
  return settled;
}
