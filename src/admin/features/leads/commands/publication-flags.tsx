import { useQuery } from '@tanstack/react-query';
import { FLAGS_TITLE, type OpenFields } from '@shared/publication-check';
import { CHECK_AFTER_MS } from '@shared/reply-check';
import { FlagList } from '../../../components/flag-list';
import { usePanelCall } from '../../../platform/use-panel';
import { useSettled } from '../../../platform/use-settled';
import { textOf, type Values } from './command-form';

interface PublicationFlagsProps {
  leadId: string;
  of: OpenFields;
  values: Values;
  confirmed: string[];
  problem: string | null;
  onChange: (confirmed: string[]) => void;
}

/** What in words for other readers looks like somebody's own: changed, or looked at and ticked, one by one. */
export function PublicationFlags({
  leadId,
  of,
  values,
  confirmed,
  problem,
  onChange,
}: PublicationFlagsProps) {
  const call = usePanelCall();
  const words = useSettled(
    JSON.stringify([of.title ? textOf(values, of.title) : '', textOf(values, of.text)]),
    CHECK_AFTER_MS,
  );
  const [title = '', text = ''] = JSON.parse(words) as string[];
  const check = useQuery({
    queryKey: ['publication-check', leadId, words],
    queryFn: async () => (await call('panel.checkPublication', { leadId, title, text })).flags,
    enabled: (title + text).trim() !== '',
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
  const flags = (title + text).trim() === '' ? [] : (check.data ?? []);
  if (flags.length === 0 && !problem) return null;
  return (
    <section className="publication-flags" aria-label="个人信息核对" aria-live="polite">
      <p className="publication-flags__title">{FLAGS_TITLE}</p>
      <FlagList flags={flags} confirmed={confirmed} onChange={onChange} />
      {problem && (
        <p className="command-form__refusal" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
