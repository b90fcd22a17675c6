import { useState, type ReactNode } from 'react';
import { Button } from 'tdesign-react/es/button';
import { Refusal, sentenceOf } from '../platform/refusal';
import { tooLong } from '../platform/too-long';
import { Field } from './field';
import { SideSheet } from './side-sheet';
import './act-sheet.css';

/** One thing a deed needs to be told. */
export interface ActField {
  name: string;
  label: string;
  kind: 'line' | 'words' | 'date' | 'choice';
  max?: number;
  optional?: boolean;
  help?: string;
  options?: readonly { id: string; name: string }[];
}
export type ActValues = Record<string, string>;

/** A deed with its form: what it is, what it needs, what its button says. */
export interface Act {
  title: string;
  intro: string;
  fields: readonly ActField[];
  initial?: ActValues;
  confirm: string;
  grave?: boolean;
  /** Does it; throws a refusal, whose sentence is shown beside the field it is about. */
  send: (values: ActValues) => Promise<void>;
}

/** The sheet in which one deed is filled in and done. What was typed stays until it is done or the sheet is closed. */
export function ActSheet({ act, onClose }: { act: Act | null; onClose: () => void }) {
  return (
    <SideSheet title={act?.title ?? ''} open={act !== null} onClose={onClose}>
      {act && <ActForm key={act.title} act={act} onClose={onClose} />}
    </SideSheet>
  );
}

interface Problem {
  field: string | null;
  sentence: string;
}

/** What is missing or too long. Nothing is cut while it is pasted: the end would be lost without a word. */
function firstProblem({ fields }: Act, values: ActValues): Problem | null {
  for (const { name: field, optional, max } of fields) {
    const text = values[field] ?? '';
    if (!optional && text.trim() === '') return { field, sentence: '这一栏要填。' };
    const sentence = max === undefined ? null : tooLong(text, max);
    if (sentence !== null) return { field, sentence };
  }
  return null;
}

/** Sends what was filled in, once everything is; a refusal stays beside its field. */
function useSending(act: Act, values: ActValues, onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    const wrong = firstProblem(act, values);
    if (wrong) return setProblem(wrong);
    setBusy(true);
    setProblem(null);
    try {
      await act.send(values);
      onDone();
    } catch (error) {
      const field = error instanceof Refusal ? (error.field ?? null) : null;
      setProblem({ field, sentence: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, submit };
}

function ActForm({ act, onClose }: { act: Act; onClose: () => void }) {
  const [values, setValues] = useState<ActValues>(act.initial ?? {});
  const { isBusy, problem, submit } = useSending(act, values, onClose);
  const isBeside = problem !== null && act.fields.some(({ name }) => name === problem.field);
  return (
    <form
      className="act-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {act.intro && <p className="act-form__intro">{act.intro}</p>}
      {act.fields.map((field) => (
        <Field
          key={field.name}
          label={field.label}
          {...(field.help === undefined ? {} : { help: field.help })}
          optional={field.optional ?? false}
          problem={problem?.field === field.name ? problem.sentence : null}
        >
          <Control
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        </Field>
      ))}
      {problem && !isBeside && (
        <p className="act-form__problem" role="alert">
          {problem.sentence}
        </p>
      )}
      <p className="act-form__buttons">
        <Button type="submit" theme={act.grave ? 'danger' : 'primary'} loading={isBusy}>
          {act.confirm}
        </Button>
        <Button variant="outline" onClick={onClose}>
          不办了
        </Button>
      </p>
    </form>
  );
}

interface ControlProps {
  field: ActField;
  value: string;
  onChange: (value: string) => void;
}

function Control({ field: { kind, options = [], name }, value, onChange }: ControlProps): ReactNode {
  const change = (event: { target: { value: string } }): void => onChange(event.target.value);
  switch (kind) {
    case 'words':
      return <textarea className="native-area" rows={4} value={value} onChange={change} />;
    case 'choice':
      return (
        <select className="native-select" value={value} onChange={change}>
          <option value="">请选择</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      );
    case 'date':
      return <input className="native-input" type="date" value={value} onChange={change} />;
    case 'line':
      return <input className="native-input" name={name} value={value} onChange={change} />;
  }
}
