import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { PAPER_MAX, paperLength, type PaperView } from '@contract/papers';
import { ActSheet, type Act } from '../../components/act-sheet';
import { useToast } from '../../components/toast';
import { sentenceOf } from '../../platform/refusal';
import { usePaperCommand } from '../../platform/use-papers';
import { ConflictPart } from './conflict-part';
import { DownloadButton, PaperHead } from './paper-head';
import { PaperFields } from './paper-fields';
import { PaperFlags, useFlags } from './paper-flags';
import { SheetPreview } from './sheet-preview';
import { SourcesPart } from './sources-part';
import { useAutosave, type SavingState } from './use-autosave';

/** A draft being written: its fields on the left, the page as it will be printed on the right; saved by itself. */
export function PaperEditor({ paper }: { paper: PaperView }) {
  const [act, setAct] = useState<Act | null>(null);
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const draft = useAutosave(paper);
  const flags = useFlags(paper.id, draft.text);
  const length = paperLength(draft.text);
  const shown = { ...paper, text: draft.text };
  return (
    <div className="paper__columns paper__columns--writing">
      <div className="paper__writing no-print">
        <PaperHead paper={shown} />
        <p className="paper__saving" role="status">
          <span>{SAVING_WORDS[draft.state.phase]}</span>
          {draft.state.phase === 'failed' && (
            <>
              {draft.state.sentence}
              <Button size="small" variant="text" onClick={() => void draft.saveNow()}>
                再存一次
              </Button>
            </>
          )}
          <Counter length={length} />
        </p>
        {draft.state.phase === 'conflict' && (
          <ConflictPart
            mine={draft.text}
            theirs={draft.state.theirs.text}
            onKeepMine={draft.keepMine}
            onTakeTheirs={draft.takeTheirs}
          />
        )}
        <PaperFields text={draft.text} onChange={draft.change} />
        <PaperFlags flags={flags} confirmed={confirmed} onChange={setConfirmed} />
        <Issuing paper={shown} length={length} confirmed={confirmed} saveNow={draft.saveNow} onAct={setAct} />
        <SourcesPart paper={paper} onAct={setAct} />
      </div>
      <div className="paper__main" tabIndex={0} role="group" aria-label="预览">
        <SheetPreview paper={shown} />
      </div>
      <ActSheet act={act} onClose={() => setAct(null)} />
    </div>
  );
}

const SAVING_WORDS: Record<SavingState['phase'], string> = {
  saved: '已存好',
  waiting: '正在写…',
  saving: '正在存…',
  conflict: '没有存：同事刚才也改了',
  failed: '没有存上：',
};

/** How many characters there are, and how many too many. */
function Counter({ length }: { length: number }) {
  const over = length - PAPER_MAX;
  return (
    <span className={over > 0 ? 'counter counter--over' : 'counter'} data-length={length}>
      {length} / {PAPER_MAX} 字{over > 0 && `，多了 ${over} 字`}
    </span>
  );
}

interface IssuingProps {
  paper: PaperView;
  length: number;
  confirmed: string[];
  saveNow: () => Promise<number | null>;
  onAct: (act: Act) => void;
}

/** What ends the writing: the number, or the draft's end. */
function Issuing({ paper, length, confirmed, saveNow, onAct }: IssuingProps) {
  const give = usePaperCommand();
  const say = useToast();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const ask = (): void => {
    if (length > PAPER_MAX)
      return setProblem(`正文和建议一共 ${length} 字，最多 ${PAPER_MAX} 字，删减后才能印发。`);
    onAct({
      title: '印发并编号',
      intro: `印发后文字不能再改，编号按今年的顺序自动给，不能选。依据的 ${paper.sources.length} 条线索会记下报送。`,
      fields: [],
      confirm: '印发并编号',
      send: async () => {
        const version = await saveNow();
        if (version === null) throw new Error('the draft could not be saved');
        try {
          const issued = await give('issuePaper', { paperId: paper.id, version, confirmed });
          setProblem(null);
          say(`已印发，编号 ${issued.sign}。`);
        } catch (error) {
          setProblem(sentenceOf(error));
          throw error;
        }
      },
    });
  };
  const discard = (): void =>
    onAct({
      title: '删掉草稿',
      intro: '草稿还没有编号，删掉就没有了。线索不受影响。',
      fields: [],
      confirm: '删掉草稿',
      grave: true,
      send: async () => {
        const version = (await saveNow()) ?? paper.version;
        await give('discardPaper', { paperId: paper.id, version });
        say('草稿删掉了。');
        await navigate('/papers');
      },
    });
  return (
    <section className="paper-issuing" aria-label="印发">
      {problem && (
        <p className="act-form__problem" role="alert">
          {problem}
        </p>
      )}
      <p className="paper__acts">
        <Button theme="primary" onClick={ask}>
          印发并编号
        </Button>
        <DownloadButton paper={paper} />
        <Button variant="text" theme="danger" onClick={discard}>
          删掉草稿
        </Button>
      </p>
    </section>
  );
}
