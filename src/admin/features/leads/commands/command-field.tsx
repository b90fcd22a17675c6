import { Button } from 'tdesign-react/es/button';
import { Input } from 'tdesign-react/es/input';
import { InputNumber } from 'tdesign-react/es/input-number';
import { Select } from 'tdesign-react/es/select';
import { Textarea } from 'tdesign-react/es/textarea';
import { Field } from '../../../components/field';
import { PlaceChoice } from './place-choice';
import { PhotoField } from './photo-field';
import type { FieldSpec } from './command-form';

interface CommandFieldProps {
  field: FieldSpec;
  value: string | string[] | undefined;
  problem: string | null;
  onChange: (value: string | string[]) => void;
}

/** One field of a command's form, drawn after its kind. */
export function CommandField({ field, value, problem, onChange }: CommandFieldProps) {
  const text = typeof value === 'string' ? value : '';
  return (
    <Field label={field.label} help={field.help} optional={field.optional} problem={problem}>
      <Control field={field} text={text} list={Array.isArray(value) ? value : []} onChange={onChange} />
      {field.kind === 'words' && field.starters && field.starters.length > 0 && (
        <ul className="starters" aria-label="可以这样写">
          {field.starters.map((starter) => (
            <li key={starter.text}>
              <Button
                size="small"
                variant="text"
                theme="primary"
                type="button"
                title={starter.text}
                onClick={() => onChange(text ? `${text}\n${starter.text}` : starter.text)}
              >
                ＋ {starter.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}

interface ControlProps {
  field: FieldSpec;
  text: string;
  list: string[];
  onChange: (value: string | string[]) => void;
}

function Control({ field, text, list, onChange }: ControlProps) {
  switch (field.kind) {
    case 'words':
      return (
        <Textarea
          value={text}
          onChange={onChange}
          maxlength={field.max}
          allowInputOverMax
          placeholder={field.placeholder}
          autosize={{ minRows: field.rows ?? 4, maxRows: 14 }}
        />
      );
    case 'line':
      return (
        <Input
          value={text}
          onChange={(next) => onChange(String(next))}
          maxlength={field.max}
          allowInputOverMax
          placeholder={field.placeholder}
        />
      );
    case 'days':
      return (
        <InputNumber
          theme="row"
          value={text === '' ? undefined : Number(text)}
          min={field.min}
          max={field.max}
          allowInputOverLimit
          onChange={(next) => onChange(next === undefined || next === null ? '' : String(next))}
        />
      );
    case 'date':
      return <DateInput text={text} onChange={onChange} />;
    case 'place':
      return <PlaceChoice townships={field.townships} placeId={text} onChange={onChange} />;
    case 'photos':
      return <PhotoField list={list} onChange={onChange} />;
    case 'choice':
      return <Choice field={field} text={text} onChange={onChange} />;
    // Needs the whole form: command-fields draws it.
    case 'flags':
      return null;
    case 'choices':
      return (
        <Select
          multiple
          filterable
          clearable
          value={list}
          placeholder="可以选几个，也可以不选"
          options={field.options.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange(Array.isArray(next) ? next.map(String) : [])}
        />
      );
  }
}

function DateInput({ text, onChange }: { text: string; onChange: (value: string) => void }) {
  return (
    <input
      type="date"
      className="native-input"
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface ChoiceProps {
  field: Extract<FieldSpec, { kind: 'choice' }>;
  text: string;
  onChange: (value: string) => void;
}

/** The browser's own list: it works with every keyboard, every reader and every phone. */
function Choice({ field, text, onChange }: ChoiceProps) {
  return (
    <select className="native-select" value={text} onChange={(event) => onChange(event.target.value)}>
      <option value="">{field.first ?? '请选择'}</option>
      {field.options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
