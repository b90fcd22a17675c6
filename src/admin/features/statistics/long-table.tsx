import { useState, type ReactNode } from 'react';

const SHOWN_AT_FIRST = 10;

interface LongTableProps {
  id: string;
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  note?: string;
  head: ReactNode;
  rows: readonly { id: string; cells: ReactNode }[];
}

/** A table of figures with a title of its own; of a long one the first rows are shown until it is opened. */
export function LongTable({ id, title, aside, note, head, rows }: LongTableProps) {
  const [isOpen, setOpen] = useState(false);
  const isLong = rows.length > SHOWN_AT_FIRST + 2;
  return (
    <section className="dimension sheet" id={id} tabIndex={-1} aria-labelledby={`title-${id}`}>
      <header className="dimension__head">
        <h2 id={`title-${id}`}>{title}</h2>
        {aside}
      </header>
      {note && <p className="dimension__note">{note}</p>}
      {rows.length === 0 ? (
        <p className="quiet">这段时间没有。</p>
      ) : (
        <div className="dimension__scroll" tabIndex={0} role="region" aria-label={`${title}的数字`}>
          <table className="dimension__table">
            <thead>{head}</thead>
            <tbody>
              {rows.map((row, index) => (
                <tr
                  key={row.id}
                  className={isLong && !isOpen && index >= SHOWN_AT_FIRST ? 'dimension__later' : undefined}
                >
                  {row.cells}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isLong && (
        <button
          type="button"
          className="text-button dimension__more no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '收起' : `全部 ${rows.length} 行`}
        </button>
      )}
    </section>
  );
}
