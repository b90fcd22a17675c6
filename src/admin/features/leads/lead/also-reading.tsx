import { useEffect, useState } from 'react';
import { newRequestId } from '@shared/request-id';
import { usePanelCall } from '../../../platform/use-panel';

/** How often an open page says that it is still open. */
const BEAT_MS = 20_000;

/** Who else has this lead open just now; says nothing where nobody has, and stays silent while the page is hidden. */
export function AlsoReading({ leadId }: { leadId: string }) {
  const others = useOthers(leadId);
  return (
    <p className="also-reading" role="status">
      {others.length > 0 && `${others.join('、')}也在看`}
    </p>
  );
}

function useOthers(leadId: string): string[] {
  const call = usePanelCall();
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    let isOpen = true;
    const beat = (): void => {
      if (document.visibilityState === 'hidden') return;
      call('panel.seeLead', { leadId }, newRequestId()).then(
        (answer) => isOpen && setOthers(answer.others),
        // Who else reads is a courtesy: without an answer nothing is said, and nothing is lost.
        () => isOpen && setOthers([]),
      );
    };
    beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [call, leadId]);
  return others;
}
