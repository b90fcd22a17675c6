import { useState } from 'react';
import { DIMENSION_LABELS } from '@contract/labels-zh';
import { Failure, Loading } from '../../components/states';
import { useCodeFigures } from '../../platform/use-panel';
import { DimensionTable } from './dimension-table';

/** What came in by each code. Codes are hundreds and seldom asked for: their figures are fetched when somebody opens them. */
export function CodePart({ period }: { period: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const figures = useCodeFigures(period, isOpen);
  if (figures.data)
    return <DimensionTable dimension="code" rows={figures.data.rows} period={figures.data.period} />;
  return (
    <section
      className="dimension sheet no-print"
      id="by-code"
      tabIndex={-1}
      aria-labelledby="title-by-code"
      aria-busy={figures.isFetching}
    >
      <header className="dimension__head">
        <h2 id="title-by-code">按{DIMENSION_LABELS.code}</h2>
      </header>
      {figures.isFetching && <Loading rows={5} label="正在取各个码的数字" />}
      {!figures.isFetching && figures.error && (
        <Failure error={figures.error} onRetry={() => void figures.refetch()} />
      )}
      {!isOpen && (
        <button type="button" className="text-button dimension__more" onClick={() => setOpen(true)}>
          看每个码各收到多少
        </button>
      )}
    </section>
  );
}
