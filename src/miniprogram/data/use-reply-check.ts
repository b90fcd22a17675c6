import { useEffect, useState } from 'react';
import type { ReplyDoubt } from '@contract/replies';
import { CHECK_AFTER_MS } from '@shared/reply-check';
import { api } from './api';

/** What may be wrong with a reply, asked a moment after the last key. An older answer stays until the newer is there. */
export function useReplyCheck(leadId: string, reply: string | null): readonly ReplyDoubt[] {
  const [doubts, setDoubts] = useState<readonly ReplyDoubt[]>([]);
  useEffect(() => {
    let isOver = false;
    const check = async (): Promise<void> => {
      const result = reply === null ? null : await api.call('staff.checkReply', { leadId, text: reply });
      // No answer is no doubt: the reply is checked again when it is sent.
      if (!isOver) setDoubts(result?.ok ? result.data.doubts : []);
    };
    const timer = setTimeout(() => void check(), CHECK_AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [leadId, reply]);
  return doubts;
}
