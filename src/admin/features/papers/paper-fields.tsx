import { Button } from 'tdesign-react/es/button';
import {
  PAPER_DRAFT_MAX,
  PAPER_TITLE_MAX,
  SUGGESTION_TEXT_MAX,
  SUGGESTIONS_MAX,
  type PaperText,
  type Suggestion,
} from '@contract/papers';
import { Field } from '../../components/field';

interface PaperFieldsProps {
  text: PaperText;
  onChange: (change: Partial<PaperText>) => void;
}

/** Everything staff write of a paper. */
export function PaperFields({ text, onChange }: PaperFieldsProps) {
  const line = (name: 'title' | 'addressee' | 'copyTo' | 'signer', max: number) => (
    <input
      className="native-input"
      maxLength={max}
      value={text[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <div className="paper-fields">
      <Field label="标题" help={`最多 ${PAPER_TITLE_MAX} 个字`}>
        {line('title', PAPER_TITLE_MAX)}
      </Field>
      <div className="paper-fields__pair">
        <Field label="主送">{line('addressee', 60)}</Field>
        <Field label="签发人">{line('signer', 30)}</Field>
      </div>
      <Field
        label="正文"
        help="一行一段。以「一、」「（一）」「1.」「（1）」开头的，自动按公文标题的字体排。不写群众的姓名、电话、门牌。"
      >
        <textarea
          className="native-area paper-fields__body"
          maxLength={PAPER_DRAFT_MAX}
          value={text.body}
          onChange={(event) => onChange({ body: event.target.value })}
        />
      </Field>
      <SuggestionFields
        suggestions={text.suggestions}
        onChange={(suggestions) => onChange({ suggestions })}
      />
      <Field label="抄送" optional>
        {line('copyTo', 200)}
      </Field>
    </div>
  );
}

interface SuggestionFieldsProps {
  suggestions: Suggestion[];
  onChange: (suggestions: Suggestion[]) => void;
}

/** The numbered suggestions; each keeps its id, so that what became of it later belongs to it. */
function SuggestionFields({ suggestions, onChange }: SuggestionFieldsProps) {
  const change = (index: number, text: string): void =>
    onChange(suggestions.map((one, at) => (at === index ? { ...one, text } : one)));
  const move = (index: number, by: -1 | 1): void => {
    const next = [...suggestions];
    const [taken] = next.splice(index, 1);
    if (taken) next.splice(index + by, 0, taken);
    onChange(next);
  };
  const add = (): void => onChange([...suggestions, { id: freshId(suggestions), text: '' }]);
  return (
    <fieldset className="suggestion-fields">
      <legend>建议，一条一条写，以后逐条看采纳了没有</legend>
      <ol>
        {suggestions.map(({ id, text }, index) => (
          <li key={id}>
            <textarea
              className="native-area"
              rows={2}
              maxLength={SUGGESTION_TEXT_MAX}
              aria-label={`第 ${index + 1} 条建议`}
              value={text}
              onChange={(event) => change(index, event.target.value)}
            />
            <p className="suggestion-fields__ways">
              <button
                type="button"
                disabled={index === 0}
                onClick={() => move(index, -1)}
                aria-label={`第 ${index + 1} 条往前移`}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={index === suggestions.length - 1}
                onClick={() => move(index, 1)}
                aria-label={`第 ${index + 1} 条往后移`}
              >
                ↓
              </button>
              <button
                type="button"
                onClick={() => onChange(suggestions.filter((one) => one.id !== id))}
                aria-label={`删掉第 ${index + 1} 条建议`}
              >
                删
              </button>
            </p>
          </li>
        ))}
      </ol>
      <AddSuggestion isFull={suggestions.length >= SUGGESTIONS_MAX} onAdd={add} />
    </fieldset>
  );
}

function AddSuggestion({ isFull, onAdd }: { isFull: boolean; onAdd: () => void }) {
  if (isFull) return <p className="quiet">一份文稿最多 {SUGGESTIONS_MAX} 条建议，已经写满。</p>;
  return (
    <Button size="small" variant="outline" onClick={onAdd}>
      加一条建议
    </Button>
  );
}

/** An id no suggestion of this paper has now. */
function freshId(suggestions: readonly Suggestion[]): string {
  const used = new Set(suggestions.map(({ id }) => id));
  let number = suggestions.length + 1;
  while (used.has(`s${number}`)) number += 1;
  return `s${number}`;
}
