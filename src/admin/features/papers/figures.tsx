import type { PaperFilter, PapersPage } from '@contract/papers';

interface FiguresProps {
  page: PapersPage;
  filter: PaperFilter;
  onNarrow: (change: Record<string, string | null>) => void;
}

/** The year in one line; every figure that is a list opens it. */
export function Figures({ page: { figures, year }, onNarrow }: FiguresProps) {
  const open = (change: Partial<Record<'state' | 'followUp', string>>) => () =>
    onNarrow({ state: change.state ?? null, followUp: change.followUp ?? null, kind: null, words: null });
  return (
    <dl className="paper-figures sheet" aria-label={`${year} 年的文稿`}>
      <Figure label="印发" unit="份" value={figures.issued} onOpen={open({ state: 'issued' })} />
      {figures.drafts > 0 && (
        <Figure label="草稿" unit="份" value={figures.drafts} onOpen={open({ state: 'draft' })} />
      )}
      {figures.withdrawn > 0 && (
        <Figure label="作废" unit="份" value={figures.withdrawn} onOpen={open({ state: 'withdrawn' })} />
      )}
      <div className="paper-figure">
        <dt>批示</dt>
        <dd>
          <strong>{figures.instructed}</strong> 件 <strong>{figures.instructions}</strong> 次
        </dd>
      </div>
      <Figure
        label="批示待落实"
        unit="次"
        value={figures.openFollowUps}
        onOpen={open({ followUp: 'open' })}
      />
      <Figure
        label="其中超期"
        unit="次"
        value={figures.lateFollowUps}
        late={figures.lateFollowUps > 0}
        onOpen={open({ followUp: 'late' })}
      />
      <div className="paper-figure">
        <dt>建议</dt>
        <dd>
          <strong>{figures.suggestions}</strong> 条：采纳 {figures.adopted}，部分采纳 {figures.partly}，未采纳{' '}
          {figures.notAdopted}
        </dd>
      </div>
    </dl>
  );
}

interface FigureProps {
  label: string;
  unit: string;
  value: number;
  late?: boolean;
  onOpen: () => void;
}

function Figure({ label, unit, value, late = false, onOpen }: FigureProps) {
  return (
    <div className={late ? 'paper-figure paper-figure--late' : 'paper-figure'}>
      <dt>{label}</dt>
      <dd>
        <button type="button" onClick={onOpen} aria-label={`${label} ${value} ${unit}，打开名单`}>
          <strong>{value}</strong> {unit}
        </button>
      </dd>
    </div>
  );
}
