import { useEffect, useRef } from 'react';
import { Button } from 'tdesign-react/es/button';

const SHOWN = 100;

export interface ShownRow {
  row: number;
  name: string;
  /** `new`, `changed`, `rejected` … for the colour. */
  outcome: string;
  words: string;
  sentence: string;
}

/** What becomes of rows, those first that want to be looked at. */
export function OutcomeList({ rows }: { rows: readonly ShownRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="sheet directory__table">
      <table>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">内容</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ row, name, outcome, words, sentence }) => (
            <tr key={row}>
              <td data-head="行">{row}</td>
              <td data-head="内容">{name}</td>
              <td data-head="结果">
                <span className={`import__outcome import__outcome--${outcome}`}>{words}</span>
              </td>
              <td data-head="说明">{sentence || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <p className="import__more">
          只列出前 {SHOWN} 行，还有 {rows.length - SHOWN} 行。
          {rows.slice(SHOWN).some(({ outcome }) => outcome === 'rejected') &&
            '不能导入的，点「下载没有导入的行」看全部。'}
        </p>
      )}
    </div>
  );
}

/** How many rows do what, in one line, with the way to the rows that stay out. */
export function Counts({
  parts,
  onRejects,
}: {
  parts: readonly { words: string; count: number; outcome: string }[];
  onRejects: (() => void) | null;
}) {
  const counts = useRef<HTMLDivElement>(null);
  // They come up below a long list of columns.
  useEffect(() => counts.current?.scrollIntoView?.({ block: 'center' }), []);
  return (
    <div ref={counts} className="import__counts" role="status">
      {parts.map(({ words, count, outcome }) => (
        <p key={words} className={`import__count import__count--${count > 0 ? outcome : 'none'}`}>
          <strong>{count}</strong> {words}
        </p>
      ))}
      {onRejects && (
        <Button variant="outline" onClick={onRejects}>
          下载没有导入的行
        </Button>
      )}
    </div>
  );
}
