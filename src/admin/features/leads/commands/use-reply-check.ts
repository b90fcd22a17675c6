import { useQuery } from '@tanstack/react-query';
import type { ReplyDoubt } from '@contract/replies';
import { CHECK_AFTER_MS } from '@shared/reply-check';
import { Refusal } from '../../../platform/refusal';
import { usePanelCall } from '../../../platform/use-panel';
import { useSettled } from '../../../platform/use-settled';

const NONE: readonly ReplyDoubt[] = [];

/** What a reply was last refused with, and the words it was refused for. */
export interface RefusedReply {
  error: unknown;
  reply: string | null;
}
export interface ReplyCheck {
  doubts: readonly ReplyDoubt[];
  /** False while they speak of earlier words: then nobody has to answer for them. */
  areOfTheseWords: boolean;
}

/**
 * What may be wrong with a reply, asked a moment after the last key; what the server refused these very words for comes
 * first. An older answer stays until the newer one is there, so that nothing flickers while somebody types.
 */
export function useReplyCheck(leadId: string, reply: string | null, refused: RefusedReply): ReplyCheck {
  const call = usePanelCall();
  const settled = useSettled(reply, CHECK_AFTER_MS);
  const check = useQuery({
    queryKey: ['reply-check', leadId, settled],
    queryFn: async () => (await call('panel.checkReply', { leadId, text: settled ?? '' })).doubts,
    enabled: settled !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
  const { error } = refused;
  if (error instanceof Refusal && error.doubts.length > 0 && refused.reply === reply)
    return { doubts: error.doubts, areOfTheseWords: true };
  if (reply === null || settled === null) return { doubts: NONE, areOfTheseWords: true };
  const isBehind = settled !== reply || check.isPlaceholderData;
  return { doubts: check.data ?? NONE, areOfTheseWords: !isBehind };
}
