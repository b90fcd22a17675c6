import { useEffect, useState, type ReactNode } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { newRequestId } from '@shared/request-id';
import { api } from '../../../data/api';
import { Box } from '../../../platform/elements';

/** How often an open page says that it is still open. */
const BEAT_MS = 20_000;

/** Who else has this lead open just now, here or in the panel; nothing where nobody has. */
export function AlsoReading({ leadId }: { leadId: string }): ReactNode {
  const others = useOthers(leadId);
  return (
    <Box className={others.length > 0 ? 'also-reading' : ''} role="status">
      {others.length > 0 ? `${others.join('、')}也在看` : ''}
    </Box>
  );
}

function useOthers(leadId: string): string[] {
  const [others, setOthers] = useState<string[]>([]);
  const [isInFront, setInFront] = useState(true);
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));
  useEffect(() => {
    if (!isInFront) return undefined;
    let isOpen = true;
    const beat = (): void =>
      void api.call('staff.seeLead', { leadId }, { requestId: newRequestId() }).then((answer) => {
        // Who else reads is a courtesy: without an answer nothing is said, and nothing is lost.
        if (isOpen) setOthers(answer.ok ? answer.data.others : []);
      });
    beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [leadId, isInFront]);
  return others;
}
