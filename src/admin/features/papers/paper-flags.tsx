import { useQuery } from '@tanstack/react-query';
import type { PaperText } from '@contract/papers';
import type { PublicationFlag } from '@contract/publication';
import { FLAGS_TITLE } from '@shared/publication-check';
import { FlagList } from '../../components/flag-list';
import { usePanelCall } from '../../platform/use-panel';
import { useSettled } from '../../platform/use-settled';

/** So long after the last key the text is looked through. */
const CHECK_AFTER_MS = 900;

/** What in the text may tell who somebody is, a moment after it was written. */
export function useFlags(paperId: string, text: PaperText): PublicationFlag[] {
  const call = usePanelCall();
  const settled = useSettled(text, CHECK_AFTER_MS);
  const check = useQuery({
    queryKey: ['paper-check', paperId, settled],
    queryFn: async () => (await call('panel.checkPaper', { paperId, text: settled })).flags,
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
  return check.data ?? [];
}

interface PaperFlagsProps {
  flags: readonly PublicationFlag[];
  confirmed: string[];
  onChange: (confirmed: string[]) => void;
}

/** Each place that looks like somebody's own: changed, or looked at and ticked, before the paper leaves the house. */
export function PaperFlags({ flags, confirmed, onChange }: PaperFlagsProps) {
  if (flags.length === 0) {
    return <p className="quiet paper-flags__none">没有发现像个人信息的地方。</p>;
  }
  return (
    <section className="paper-flags" aria-label="个人信息核对" aria-live="polite">
      <p className="paper-flags__title">{FLAGS_TITLE}</p>
      <FlagList flags={flags} confirmed={confirmed} onChange={onChange} />
    </section>
  );
}
