import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import type { OfficerLeadView } from '@contract/lead-views';
import type { SimilarLead } from '@contract/similar';
import { sayFully } from '@shared/dates';
import { saySamePlace, sayWhySimilar } from '@shared/presenters';
import { StatusBadge } from '../../../components/status-badge';
import { usePanelCall } from '../../../platform/use-panel';
import type { Values } from '../commands/command-form';
import { marked } from './marked';
import { Section } from './section';
import { leadKey } from './use-lead';

interface SimilarPartProps {
  lead: OfficerLeadView;
  /** Opens the form of merging, filled in. */
  onMerge: (values: Values) => void;
}

/** Up to five earlier leads that may be the same problem, why they are thought so, and one tap to merge into one of them. */
export function SimilarPart({ lead, onMerge }: SimilarPartProps) {
  const call = usePanelCall();
  const similar = useQuery({
    queryKey: ['similar', lead.id],
    queryFn: () => call('panel.getSimilar', { leadId: lead.id }),
  });
  if (similar.isPending) {
    return (
      <Section title="以前反映过的">
        <p className="quiet" role="status">
          正在查有没有人反映过同一件事
        </p>
      </Section>
    );
  }
  if (similar.isError) {
    return (
      <Section title="以前反映过的">
        <p className="quiet">
          这次没有查成。
          <Button variant="text" tag="button" onClick={() => void similar.refetch()}>
            再查一次
          </Button>
        </p>
      </Section>
    );
  }
  const { items } = similar.data;
  if (items.length === 0) return null;
  return (
    <Section title="以前反映过的" aside="是不是同一件事，由您判断">
      <ul className="similar">
        {items.map((item) => (
          <SimilarRow key={item.leadId} item={item} lead={lead} onMerge={onMerge} />
        ))}
      </ul>
    </Section>
  );
}

function SimilarRow({ item, lead, onMerge }: SimilarPartProps & { item: SimilarLead }) {
  const [open, setOpen] = useState(false);
  const textId = `similar-${item.leadId}`;
  const place = saySamePlace(item.samePlace);
  return (
    <li className="similar__one">
      <p className="similar__line">
        <Link to={`/leads/${encodeURIComponent(item.leadId)}`}>{item.number}</Link>
        <StatusBadge status={item.status} />
        <span className="quiet">
          {[item.placeName, sayFully(item.submittedAt)].filter(Boolean).join('，')}
        </span>
      </p>
      <p>
        <strong>{item.veryLike ? '很像' : '像'}</strong>
        {place && `，${place}`}
        {item.words.length > 0 && `，都说到${item.words.map((word) => `「${word}」`).join('')}`}
      </p>
      <div id={textId} className="similar__text prewrap">
        {open ? <WholeText item={item} /> : marked(item.excerpt, item.words)}
      </div>
      <p className="similar__deeds no-print">
        <Button
          variant="text"
          tag="button"
          aria-expanded={open}
          aria-controls={textId}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起' : '看全文'}
        </Button>
        {item.mayTakeIn && lead.allowed.includes('mergeLead') && (
          <Button
            variant="outline"
            tag="button"
            onClick={() => onMerge({ intoNumber: item.number, reason: sayWhySimilar(item) })}
          >
            并到 {item.number}
          </Button>
        )}
      </p>
    </li>
  );
}

/** All its words, asked for as the lead itself is: whoever may not read it is told so. */
function WholeText({ item }: { item: SimilarLead }) {
  const call = usePanelCall();
  const whole = useQuery({
    queryKey: leadKey(item.leadId),
    queryFn: () => call('panel.getLead', { leadId: item.leadId }),
    gcTime: 0,
  });
  if (whole.data) return <>{marked(whole.data.text ?? '', item.words)}</>;
  return (
    <span className="quiet" role="status">
      {whole.isError ? '这次没有取到，请收起再看一次。' : '正在取全文'}
    </span>
  );
}
