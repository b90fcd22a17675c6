import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import { PAPER_STATE_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import { REPORT_KINDS, type ReportKind } from '@contract/lead';
import { PAPER_SOURCES_MAX } from '@contract/papers';
import type { OfficerLeadView, QueueItem } from '@contract/lead-views';
import { Checkbox } from 'tdesign-react/es/checkbox';
import { SideSheet } from '../../../components/side-sheet';
import { useStartPaper } from '../../../components/use-start-paper';
import { sentenceOf } from '../../../platform/refusal';
import { usePanelCall } from '../../../platform/use-panel';
import { usePapersOfLead } from '../../../platform/use-papers';
import { Section } from './section';

/** The papers that stand on the lead, and for the desk the way to write one from it. */
export function PapersPart({ lead }: { lead: OfficerLeadView }) {
  const papers = usePapersOfLead(lead.id);
  const [isStarting, setStarting] = useState(false);
  const items = papers.data?.items ?? [];
  const canWrite = lead.audience === 'committee' && lead.adoption === 'adopted' && !lead.route?.private;
  if (items.length === 0 && !canWrite) return null;
  return (
    <Section title="文稿" aside={items.length > 0 ? `${items.length} 份` : null}>
      {items.map(({ id, title, sign, kind, state, instructions }) => (
        <p key={id} className="lead-paper">
          <Link to={`/papers/${encodeURIComponent(id)}`}>{title || '没有标题的草稿'}</Link>
          <span className="quiet">
            {' '}
            {REPORT_KIND_LABELS[kind]} {sign} {state !== 'issued' && PAPER_STATE_LABELS[state]}
            {instructions > 0 && ` 批示 ${instructions} 次`}
          </span>
        </p>
      ))}
      {canWrite && (
        <Button variant="outline" className="no-print" onClick={() => setStarting(true)}>
          写成文稿
        </Button>
      )}
      <SideSheet title="写成文稿" open={isStarting} onClose={() => setStarting(false)}>
        <StartForm lead={lead} />
      </SideSheet>
    </Section>
  );
}

/** The adopted leads of the same hot issue, beside this one. */
function useOthersOfIssue(lead: OfficerLeadView): QueueItem[] {
  const call = usePanelCall();
  const issueId = lead.issue?.id ?? '';
  const others = useQuery({
    queryKey: ['queue', 'adopted-of-issue', issueId],
    queryFn: () => call('panel.listQueue', { issueId, measure: 'adopted', limit: PAPER_SOURCES_MAX }),
    enabled: issueId !== '',
  });
  return (others.data?.items ?? []).filter(({ id }) => id !== lead.id);
}

/** Which kind, and which adopted leads of the same hot issue go in: then the draft is composed and opened. */
function StartForm({ lead }: { lead: OfficerLeadView }) {
  const begin = useStartPaper();
  const beside = useOthersOfIssue(lead);
  const [kind, setKind] = useState<ReportKind>('opinionBrief');
  const [without, setWithout] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const chosen = beside.filter(({ id }) => !without.includes(id)).map(({ id }) => id);
    try {
      await begin({ leadIds: [lead.id, ...chosen], kind });
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="act-form">
      <p className="act-form__intro">
        先由线索里的问题、地点、人数、群众的话（去掉个人信息）、办理和协商情况凑成一份草稿，您再改。
      </p>
      <KindChoice kind={kind} onChange={setKind} />
      {beside.length > 0 && <OtherLeads items={beside} without={without} onChange={setWithout} />}
      {problem && (
        <p className="act-form__problem" role="alert">
          {problem}
        </p>
      )}
      <p className="act-form__buttons">
        <Button theme="primary" loading={isBusy} onClick={() => void start()}>
          写成草稿
        </Button>
      </p>
    </div>
  );
}

function KindChoice({ kind, onChange }: { kind: ReportKind; onChange: (kind: ReportKind) => void }) {
  return (
    <fieldset className="start-paper">
      <legend>文种</legend>
      {REPORT_KINDS.map((one) => (
        <label key={one}>
          <input type="radio" name="paper-kind" checked={kind === one} onChange={() => onChange(one)} />
          {REPORT_KIND_LABELS[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface OtherLeadsProps {
  items: readonly QueueItem[];
  without: readonly string[];
  onChange: (without: string[]) => void;
}

function OtherLeads({ items, without, onChange }: OtherLeadsProps) {
  return (
    <fieldset className="start-paper">
      <legend>同一个热点里也采纳了的，一起写进去</legend>
      {items.map(({ id, number, excerpt }) => (
        <p key={id}>
          <Checkbox
            checked={!without.includes(id)}
            onChange={(isIn) => onChange(isIn ? without.filter((one) => one !== id) : [...without, id])}
            label={`${number} ${excerpt}`}
          />
        </p>
      ))}
    </fieldset>
  );
}
