import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FlagList } from '../../../components/flag-list';
import { usePanelCall } from '../../../platform/use-panel';
import { textOf, type Values } from './command-form';

/** So long after the last key the text is looked through. */
const CHECK_AFTER_MS = 600;

interface PublicationFlagsProps {
  leadId: string;
  values: Values;
  confirmed: string[];
  problem: string | null;
  onChange: (confirmed: string[]) => void;
}

/** What in the text to be published looks like somebody's own: changed, or looked at and ticked, one by one. */
export function PublicationFlags({ leadId, values, confirmed, problem, onChange }: PublicationFlagsProps) {
  const call = usePanelCall();
  const words = useSettled(JSON.stringify([textOf(values, 'title'), textOf(values, 'text')]));
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
      <p className="publication-flags__title">这些地方像是个人信息，请改掉；确实不是的，逐条核对后勾选。</p>
      <FlagList flags={flags} confirmed={confirmed} onChange={onChange} />
      {problem && (
        <p className="command-form__refusal" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
