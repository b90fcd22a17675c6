import type { ReactNode } from 'react';
import { Button } from 'tdesign-react/es/button';
import { Empty } from '../../components/states';

interface PartFrameProps {
  title: string;
  about: ReactNode;
  count?: number;
  /** The button that adds an entry, where one may be added. */
  add?: { words: string; onClick: () => void } | null;
  children: ReactNode;
}

/** The head of every part of the directory and what stands under it. */
export function PartFrame({ title, about, count, add, children }: PartFrameProps) {
  return (
    <section className="directory__part" aria-labelledby="directory-part">
      <header className="directory__part-head">
        <div>
          <h2 id="directory-part">
            {title}
            {count !== undefined && <span className="directory__count">{count}</span>}
          </h2>
          <p className="quiet">{about}</p>
        </div>
        {add && (
          <Button theme="primary" onClick={add.onClick}>
            {add.words}
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}

/** Looks for words among the entries. */
export function PartSearch({
  label,
  hint,
  words,
  onChange,
}: {
  label: string;
  hint: string;
  words: string;
  onChange: (words: string) => void;
}) {
  return (
    <input
      className="native-input directory__search"
      type="search"
      aria-label={label}
      placeholder={hint}
      value={words}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** How many entries a list shows at once. */
export const SHOWN = 200;

/** Under a list: that nothing was found, or how many are not shown. */
export function PartEnd({ found, all, what }: { found: number; all: number; what: string }) {
  if (found === 0)
    return (
      <div className="sheet">
        <Empty title={all === 0 ? `还没有${what}` : '没有找到'}>
          <p>{all === 0 ? '可以一条一条加，也可以从表格导入。' : '换个词再找。'}</p>
        </Empty>
      </div>
    );
  if (found <= SHOWN) return null;
  return (
    <p className="quiet">
      先列前 {SHOWN} 个，还有 {found - SHOWN} 个，输入名称可以找到。
    </p>
  );
}
