import { useEffect, useState } from 'react';
import { CHECK_AFTER_MS } from '@shared/reply-check';

/**
 * What looking through somebody's words finds, asked a moment after the last key. An older answer stays until the newer
 * is there. `ask` changes with the words, and only with them.
 */
export function useFoundLater<Found>(ask: () => Promise<readonly Found[]>): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const answer = await ask();
      if (!isOver) setFound(answer);
    };
    const timer = setTimeout(() => void look(), CHECK_AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask]);
  return found;
}
