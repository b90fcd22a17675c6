import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import type { PaperSource, PaperView } from '@contract/papers';
import type { Act } from '../../components/act-sheet';
import { useToast } from '../../components/toast';
import { usePaperCommand } from '../../platform/use-papers';

/** The forms with which leads are added and taken out. */
function useSourceActs({ id: paperId, version }: PaperView): {
  add: Act;
  takeOut: (source: PaperSource) => Act;
} {
  const give = usePaperCommand();
  const say = useToast();
  return {
    add: {
      title: '再加一条线索',
      intro: '一份文稿只说一件事。和已有的线索在同一个热点里的可以直接加；不在的，写一句为什么是同一件事。',
      fields: [
        {
          name: 'number',
          label: '线索编号',
          kind: 'line',
          max: 32,
          help: '例如：260305-123456，要是采纳了的',
        },
        { name: 'reason', label: '为什么是同一件事', kind: 'line', max: 200, optional: true },
      ],
      confirm: '加上',
      send: async ({ number = '', reason = '' }) => {
        await give('addPaperSource', { paperId, version, number: number.trim(), reason });
        say('线索加上了。正文请您自己补写。');
      },
    },
    takeOut: ({ leadId, number }) => ({
      title: '移出这条线索',
      intro: `${number} 不再是这份文稿的依据。正文里写到它的话请您自己删。`,
      fields: [{ name: 'reason', label: '为什么移出', kind: 'line', max: 200 }],
      confirm: '移出',
      send: async ({ reason = '' }) => {
        await give('removePaperSource', { paperId, version, leadId, reason });
        say('线索移出了。');
      },
    }),
  };
}

/** The leads the paper stands on; while it is a draft, they can be added and taken out. */
export function SourcesPart({ paper, onAct }: { paper: PaperView; onAct: (act: Act) => void }) {
  const acts = useSourceActs(paper);
  return (
    <section className="paper-part sheet no-print">
      <header>
        <h2>依据的线索</h2>
        <span className="quiet">{paper.sources.length} 条</span>
      </header>
      <ul className="sources">
        {paper.sources.map((source) => (
          <li key={source.leadId}>
            <Link to={`/leads/${encodeURIComponent(source.leadId)}`}>{source.number}</Link>
            {source.reason && <span className="quiet"> {source.reason}</span>}
            {paper.allowed.includes('removePaperSource') && paper.sources.length > 1 && (
              <Button size="small" variant="text" onClick={() => onAct(acts.takeOut(source))}>
                移出<span className="only-read-aloud">{source.number}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {paper.allowed.includes('addPaperSource') && (
        <Button size="small" variant="outline" onClick={() => onAct(acts.add)}>
          再加一条线索
        </Button>
      )}
    </section>
  );
}
