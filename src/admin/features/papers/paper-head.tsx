import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import { PAPER_STATE_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { PaperView } from '@contract/papers';
import { sayFully } from '@shared/dates';
import { useToast } from '../../components/toast';
import { downloadPaper } from './download-paper';

/** What it is called in the panel, above the page as it will be printed. */
export function PaperHead({ paper }: { paper: PaperView }) {
  return (
    <header className="paper__head no-print">
      <h1 id="paper-name">{paper.text.title || '没有标题的草稿'}</h1>
      <p className="quiet">
        {REPORT_KIND_LABELS[paper.kind]} · {paper.sign || '印发时编号'} ·{' '}
        <span className={`paper-mark paper-mark--${paper.state}`}>{PAPER_STATE_LABELS[paper.state]}</span>
      </p>
      {paper.withdrawn && (
        <p className="paper__withdrawn" role="note">
          {sayFully(paper.withdrawn.at)}作废：{paper.withdrawn.reason}
        </p>
      )}
    </header>
  );
}

/** The paper as a Word document, made in the browser. */
export function DownloadButton({ paper }: { paper: PaperView }) {
  const [isBusy, setBusy] = useState(false);
  const say = useToast();
  const download = (): void => {
    setBusy(true);
    downloadPaper(paper)
      .catch(() => say('没有做成 Word 文件，请再点一次。'))
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="outline" loading={isBusy} onClick={download}>
      下载 Word
    </Button>
  );
}
