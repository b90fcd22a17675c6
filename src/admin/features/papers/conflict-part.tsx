import { Button } from 'tdesign-react/es/button';
import type { PaperText } from '@contract/papers';

interface ConflictPartProps {
  mine: PaperText;
  theirs: PaperText;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

const FIELDS: [keyof PaperText, string][] = [
  ['title', '标题'],
  ['addressee', '主送'],
  ['body', '正文'],
  ['suggestions', '建议'],
  ['copyTo', '抄送'],
  ['signer', '签发人'],
];

const wordsOf = (text: PaperText, field: keyof PaperText): string =>
  field === 'suggestions'
    ? text.suggestions.map((suggestion, index) => `${index + 1}.${suggestion.text}`).join('\n')
    : text[field];

/** Two people wrote at once: both texts side by side, and the writer says which one goes on. Nothing is lost before that. */
export function ConflictPart({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictPartProps) {
  const changed = FIELDS.filter(([field]) => wordsOf(mine, field) !== wordsOf(theirs, field));
  return (
    <section className="paper-conflict" role="alert">
      <h2>您写的时候，同事也改了这份草稿</h2>
      <p>两边的文字都在。选一边接着写；要留另一边的句子，先复制过来。</p>
      {changed.map(([field, label]) => (
        <div key={field} className="paper-conflict__field">
          <p className="quiet">{label}</p>
          <div className="paper-conflict__sides">
            <div>
              <h3>您写的</h3>
              <p className="prewrap">{wordsOf(mine, field)}</p>
            </div>
            <div>
              <h3>同事存的</h3>
              <p className="prewrap">{wordsOf(theirs, field)}</p>
            </div>
          </div>
        </div>
      ))}
      <p className="paper__acts">
        <Button theme="primary" onClick={onKeepMine}>
          用我写的
        </Button>
        <Button variant="outline" onClick={onTakeTheirs}>
          用同事存的
        </Button>
      </p>
    </section>
  );
}
