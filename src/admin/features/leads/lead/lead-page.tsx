import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { OfficerCommand } from '@contract/commands';
import type { Audience, OfficerLeadView } from '@contract/lead-views';
import { KeyboardHelp } from '../../../components/keyboard-help';
import { Failure, Loading } from '../../../components/states';
import { useShortcuts } from '../../../components/use-shortcuts';
import { CommandPanel } from '../commands/command-panel';
import type { Values } from '../commands/command-form';
import { CommandSheet } from '../commands/command-sheet';
import { lastQueueAddress, neighboursOf, rememberOpened } from '../last-queue';
import { AlsoReading } from './also-reading';
import { Facts } from './facts';
import { History } from './history';
import { LeadHead } from './lead-head';
import { LeadStory } from './lead-story';
import { NextStep } from './next-step';
import { PapersPart } from './papers-part';
import { PlaceQuestion } from './place-question';
import { SimilarPart } from './similar-part';
import { useLead } from './use-lead';
import './lead.css';

const KEYS: [string, string][] = [
  ['j', '名单里的下一条'],
  ['k', '名单里的上一条'],
  ['u', '回到名单'],
  ['a', '跳到「可以办的事」'],
  ['1、2、3', '规则没有把握时，定下第几个类别'],
  ['Esc', '关上打开的表单，写的内容会留着'],
  ['?', '打开这张说明'],
];

/** One lead on one page: what was said, why it came here, what was done, and what may be done now. */
export function LeadPage() {
  const { leadId = '' } = useParams();
  const lead = useLead(leadId);
  useEffect(() => rememberOpened(leadId), [leadId]);
  return (
    <>
      <Neighbours leadId={leadId} />
      {lead.isPending && <Loading rows={10} label="正在取这条线索" />}
      {lead.error && !lead.data && <Failure error={lead.error} onRetry={() => void lead.refetch()} />}
      {lead.data && <LeadBody key={leadId} lead={lead.data} />}
    </>
  );
}

function Neighbours({ leadId }: { leadId: string }) {
  const navigate = useNavigate();
  const [helpOpen, setHelpOpen] = useState(false);
  const { previous, next } = neighboursOf(leadId);
  const open = (id: string | null): void => {
    if (id) void navigate(`/leads/${encodeURIComponent(id)}`);
  };
  useShortcuts({
    j: () => open(next),
    k: () => open(previous),
    u: () => void navigate(lastQueueAddress()),
    a: () => document.querySelector<HTMLElement>('[data-commands] button')?.focus(),
    '?': () => setHelpOpen(true),
  });
  return (
    <nav className="lead-nav no-print" aria-label="名单">
      <Link to={lastQueueAddress()}>← 回到名单</Link>
      <AlsoReading leadId={leadId} />
      <span className="lead-nav__steps">
        {previous && <Link to={`/leads/${encodeURIComponent(previous)}`}>上一条</Link>}
        {next && <Link to={`/leads/${encodeURIComponent(next)}`}>下一条</Link>}
      </span>
      <KeyboardHelp open={helpOpen} onClose={() => setHelpOpen(false)} keys={KEYS} />
    </nav>
  );
}

/** Who is told of earlier leads about the same problem: not the unit that answers, nor those who only look on. */
const JUDGES_DUPLICATES: readonly Audience[] = ['committee', 'liaison', 'member'];

/** Who reads the papers that stand on leads. */
const READS_PAPERS: readonly Audience[] = ['committee', 'leader'];

function LeadBody({ lead }: { lead: OfficerLeadView }) {
  const [command, setCommand] = useState<OfficerCommand | null>(null);
  const [prefilled, setPrefilled] = useState<Values>();
  const choose = (chosen: OfficerCommand | null, values?: Values): void => {
    setPrefilled(values);
    setCommand(chosen);
  };
  return (
    <article className="lead" aria-labelledby="lead-number">
      <div className="lead__reading">
        <LeadHead lead={lead} />
        <LeadStory lead={lead} onChoose={choose} />
        {JUDGES_DUPLICATES.includes(lead.audience) && (
          <SimilarPart lead={lead} onMerge={(values) => choose('mergeLead', values)} />
        )}
        {READS_PAPERS.includes(lead.audience) && <PapersPart lead={lead} />}
        <History entries={lead.history ?? lead.timeline ?? []} />
      </div>
      <aside className="lead__side" aria-label="办理">
        <NextStep lead={lead} />
        <PlaceQuestion lead={lead} />
        <CommandPanel lead={lead} onChoose={choose} />
        <Facts lead={lead} />
      </aside>
      <CommandSheet lead={lead} command={command} prefilled={prefilled} onClose={() => choose(null)} />
    </article>
  );
}
