import type { PaperState, PapersPage } from '@contract/papers';

interface FiguresProps {
  page: PapersPage;
  onNarrow: (change: Record<string, string | null>) => void;
}

/**
 * The year in one line. Papers are counted, and each count opens its list; what stands in them is told beside it. Those of
 * instructions count withdrawn papers too: withdrawing ends no leader's word.
 */
export function Figures({ page: { figures, year }, onNarrow }: FiguresProps) {
  const open = (state: PaperState | null, change: Record<string, string> = {}) => ({
    onOpen: () => onNarrow({ followUp: null, suggesting: null, kind: null, words: null, state, ...change }),
  });
  const { adopted, partly, notAdopted } = figures;
  // The three results are all there are: what has none still waits for one.
  const waiting = figures.suggestions - adopted - partly - notAdopted;
  return (
    <dl className="paper-figures sheet" aria-label={`${year} 年的文稿`}>
      <Figure label="印发" unit="份" value={figures.issued} {...open('issued')} />
      {figures.drafts > 0 && <Figure label="草稿" unit="份" value={figures.drafts} {...open('draft')} />}
      {figures.withdrawn > 0 && (
        <Figure label="作废" unit="份" value={figures.withdrawn} {...open('withdrawn')} />
      )}
      <Figure
        label="有批示"
        unit="件"
        value={figures.instructed}
        beside={`批示 ${figures.instructions} 次`}
        {...open(null, { followUp: 'any' })}
      />
      <Figure
        label="批示待落实"
        unit="件"
        value={figures.followedUp}
        beside={`${figures.openFollowUps} 次`}
        {...open(null, { followUp: 'open' })}
      />
      <Figure
        label="其中超期"
        unit="件"
        value={figures.late}
        beside={`${figures.lateFollowUps} 次`}
        late={figures.late > 0}
        {...open(null, { followUp: 'late' })}
      />
      <Figure
        label="有建议"
        unit="份"
        value={figures.suggesting}
        beside={`${figures.suggestions} 条：采纳 ${adopted}，部分采纳 ${partly}，未采纳 ${notAdopted}${waiting > 0 ? `，还没有结果 ${waiting}` : ''}`}
        {...open('issued', { suggesting: '1' })}
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  unit: string;
  value: number;
  /** What stands in these papers. */
  beside?: string;
  late?: boolean;
  onOpen: () => void;
}

function Figure({ label, unit, value, beside, late = false, onOpen }: FigureProps) {
  return (
    <div className={late ? 'paper-figure paper-figure--late' : 'paper-figure'}>
      <dt>{label}</dt>
      <dd>
        <button type="button" onClick={onOpen} aria-label={`${label} ${value} ${unit}，打开名单`}>
          <strong>{value}</strong> {unit}
        </button>
        {beside !== undefined && value > 0 && <span className="quiet"> {beside}</span>}
      </dd>
    </div>
  );
}
