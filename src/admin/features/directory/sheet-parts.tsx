import { Button } from 'tdesign-react/es/button';
import { Field } from '../../components/field';
import { History } from './history';
import type { References } from './references';
import type { useChanges } from './use-directory-desk';

/** Every change says why. */
export function Reason({
  why,
  problem,
  onChange,
}: {
  why: string;
  problem: string | null;
  onChange: (why: string) => void;
}) {
  return (
    <Field label="为什么改" help="会记进修改记录，以后查得到。" problem={problem}>
      <input className="native-input" value={why} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}

interface SheetFootProps {
  busy: boolean;
  save: { words: string; onClick: () => void };
  /** What can be done beside saving; null: nothing. */
  other: { words: string; isDanger: boolean; onClick: () => void } | null;
}

/** The buttons under an entry. */
export function SheetFoot({ busy, save, other }: SheetFootProps) {
  return (
    <div className="entry__foot">
      {other && (
        <Button
          theme={other.isDanger ? 'danger' : 'primary'}
          variant="text"
          disabled={busy}
          onClick={other.onClick}
        >
          {other.words}
        </Button>
      )}
      <Button theme="primary" loading={busy} onClick={save.onClick}>
        {save.words}
      </Button>
    </div>
  );
}

/** What was changed of the entry before. */
export function SheetHistory({
  about,
  references,
}: {
  about: Parameters<typeof useChanges>[0];
  references: References;
}) {
  return (
    <section className="entry__history" aria-label="修改记录">
      <h3>修改记录</h3>
      <History about={about} references={references} ofOne />
    </section>
  );
}
