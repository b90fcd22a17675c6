import { useState, type ReactNode } from 'react';
import { Chart } from './chart';
import type { ChartOption } from './chart-parts';

interface ChartPartProps {
  title: string;
  /** What the picture shows, in one sentence. */
  label: string;
  option: ChartOption;
  height: number;
  onPick?: (index: number) => void;
  /** The same numbers as a table: `isOpen` says whether it is seen; unseen, it is read aloud and holds no links. */
  table: (isOpen: boolean) => ReactNode;
}

/** A chart with the table of its numbers behind it: heard by who cannot see the picture, opened by who wants the lists. */
export function ChartPart({ title, label, option, height, onPick, table }: ChartPartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="chart-part sheet" aria-label={title}>
      <header className="chart-part__head">
        <h2>{title}</h2>
        <button
          type="button"
          className="chart-part__switch no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '收起表格' : '看表格、开名单'}
        </button>
      </header>
      <Chart option={option} height={height} label={label} {...(onPick ? { onPick } : {})} />
      <div className={isOpen ? 'chart-part__table' : 'only-read-aloud'}>{table(isOpen)}</div>
    </section>
  );
}
