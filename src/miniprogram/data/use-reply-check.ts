import { useCallback } from 'react';
import type { ReplyDoubt } from '@contract/replies';
import { api } from './api';
import { useFoundLater } from './use-found-later';

/** What may be wrong with a reply. No answer is no doubt: the reply is checked again when it is sent. */
export function useReplyCheck(leadId: string, reply: string | null): readonly ReplyDoubt[] {
  const ask = useCallback(async (): Promise<readonly ReplyDoubt[]> => {
    if (reply === null) return [];
    const result = await api.call('staff.checkReply', { leadId, text: reply });
    return result.ok ? result.data.doubts : [];
  }, [leadId, reply]);
  return useFoundLater(ask);
}
