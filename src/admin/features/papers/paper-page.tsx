import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import type { PaperView } from '@contract/papers';
import { sayFully } from '@shared/dates';
import { ActSheet, type Act } from '../../components/act-sheet';
import { Failure, Loading } from '../../components/states';
import { useToast } from '../../components/toast';
import { useStartPaper } from '../../components/use-start-paper';
import { usePaper, usePaperCommand } from '../../platform/use-papers';
import { InstructionsPart } from './instructions-part';
import { DownloadButton, PaperHead } from './paper-head';
import { PaperEditor } from './paper-editor';
import { SheetPreview } from './sheet-preview';
import { SourcesPart } from './sources-part';
import { SuggestionsPart } from './suggestions-part';
import './papers.css';
import './paper.css';

/** One paper: while it is a draft, the desk writes it; once issued, it is read and followed up. */
export function PaperPage() {
  const { paperId = '' } = useParams();
  const paper = usePaper(paperId);
  if (paper.isPending) return <Loading rows={12} label="正在取这份文稿" />;
  if (paper.error && !paper.data) return <Failure error={paper.error} onRetry={() => void paper.refetch()} />;
  if (!paper.data) return null;
  return (
    <article className="paper" aria-labelledby="paper-name">
      <nav className="paper__back no-print" aria-label="文稿">
        <Link to="/papers">← 回到文稿名单</Link>
      </nav>
      {paper.data.allowed.includes('savePaper') ? (
        <PaperEditor key={paperId} paper={paper.data} />
      ) : (
        <IssuedPaper paper={paper.data} />
      )}
    </article>
  );
}

function IssuedPaper({ paper }: { paper: PaperView }) {
  const [act, setAct] = useState<Act | null>(null);
  const give = usePaperCommand();
  const say = useToast();
  const withdraw = (): void =>
    setAct({
      title: '作废这份文稿',
      intro: `作废后编号 ${paper.sign} 保留，不再给别的文稿；原文还能看到，标明作废。要另报，作废后点「照这一份重写」。${stillOpen(paper)}`,
      fields: [{ name: 'reason', label: '为什么作废', kind: 'words', max: 2000 }],
      confirm: '作废',
      grave: true,
      send: async ({ reason = '' }) => {
        await give('withdrawPaper', { paperId: paper.id, version: paper.version, reason });
        say(paper.openFollowUps > 0 ? '已作废，编号保留。批示还要落实。' : '已作废，编号保留。');
      },
    });
  const again = useWritingAgain(paper);
  return (
    <div className="paper__columns">
      <div className="paper__main">
        <PaperHead paper={paper} />
        <SheetPreview paper={paper} />
      </div>
      <aside className="paper__side" aria-label="后续">
        <InstructionsPart paper={paper} onAct={setAct} />
        <SuggestionsPart paper={paper} onAct={setAct} />
        <SourcesPart paper={paper} onAct={setAct} />
        <History paper={paper} />
        <p className="paper__acts no-print">
          <DownloadButton paper={paper} />
          <Button variant="outline" onClick={() => window.print()}>
            打印
          </Button>
          {paper.allowed.includes('withdrawPaper') && (
            <Button variant="outline" theme="danger" onClick={withdraw}>
              作废
            </Button>
          )}
          {paper.allowed.includes('startPaper') && (
            <Button variant="outline" onClick={() => setAct(again)}>
              照这一份重写
            </Button>
          )}
        </p>
      </aside>
      <ActSheet act={act} onClose={() => setAct(null)} />
    </div>
  );
}

/** What withdrawing does not end. */
const stillOpen = ({ openFollowUps }: PaperView): string =>
  openFollowUps > 0
    ? `还有 ${openFollowUps} 次批示没有落实：作废了也照样要落实，到期照样提醒，落实情况还在这一页登记。`
    : '';

/** The form with which a withdrawn paper becomes the draft of another. */
function useWritingAgain({ id, kind, sources }: PaperView): Act {
  const start = useStartPaper();
  return {
    title: '照这一份重写',
    intro: '标题、正文、建议和依据的线索都照这一份，写成一份新草稿，您再改。编号在印发时另取。',
    fields: [],
    confirm: '写成草稿',
    send: async () => {
      const leadIds = sources.map(({ leadId }) => leadId);
      const reason = sources.find((source) => source.reason !== '')?.reason ?? '';
      await start({ leadIds, kind, reason, insteadOf: id });
    },
  };
}

function History({ paper }: { paper: PaperView }) {
  return (
    <section className="paper-part sheet no-print">
      <h2>经过</h2>
      <ol className="paper-history">
        {paper.history.map(({ at, by, text }) => (
          <li key={at + text}>
            <p className="quiet">
              {sayFully(at)}，{by}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
