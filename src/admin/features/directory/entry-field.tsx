import { useState } from 'react';
import { Field } from '../../components/field';
import { readDays, readKeywords, writeKeywords } from './entry-values';
import type { FieldSpec } from './parts';
import { choicesOf, type Choice, type References } from './references';

interface EntryFieldProps {
  field: FieldSpec;
  value: unknown;
  references: References;
  onChange: (value: unknown) => void;
}

/** One field of an entry's form, drawn after its kind. */
export function EntryField(props: EntryFieldProps) {
  const { field } = props;
  return (
    <Field
      label={field.label}
      optional={field.optional ?? false}
      {...(field.help ? { help: field.help } : {})}
    >
      <Control {...props} />
    </Field>
  );
}

function Control({ field, value, references, onChange }: EntryFieldProps) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'text':
      return (
        <input className="native-input" value={text} onChange={({ target }) => onChange(target.value)} />
      );
    case 'long':
      return (
        <textarea
          className="native-input native-area"
          rows={6}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'date':
      return (
        <input
          type="date"
          className="native-input"
          value={text}
          onChange={({ target }) => onChange(target.value || (field.optional ? null : ''))}
        />
      );
    case 'days':
      return (
        <input
          type="number"
          className="native-input"
          min={0}
          max={120}
          value={text}
          onChange={({ target }) => onChange(target.value === '' ? '' : Number(target.value))}
        />
      );
    case 'switch':
      return <YesOrNo value={value === true} onChange={onChange} />;
    case 'select':
      return <One field={field} value={text} references={references} onChange={onChange} />;
    case 'many':
      return (
        <Many
          field={field}
          value={Array.isArray(value) ? value.map(String) : []}
          references={references}
          onChange={onChange}
        />
      );
    case 'place':
      return <Place field={field} value={text} references={references} onChange={onChange} />;
    case 'keywords':
    case 'dates':
      return <Lines field={field} value={value} onChange={onChange} />;
  }
}

function YesOrNo({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <select
      className="native-select"
      value={value ? 'yes' : 'no'}
      onChange={({ target }) => onChange(target.value === 'yes')}
    >
      <option value="no">否</option>
      <option value="yes">是</option>
    </select>
  );
}

function One({ field, value, references, onChange }: Omit<EntryFieldProps, 'value'> & { value: string }) {
  return (
    <select
      className="native-select"
      value={value}
      onChange={({ target }) => onChange(target.value || (field.optional ? null : ''))}
    >
      <option value="">{field.optional ? '（没有）' : '请选择'}</option>
      <Options choices={choicesOf(field, references, [value])} />
    </select>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ id, name, retired }) => (
    <option key={id} value={id}>
      {name}
      {retired ? '（已停用）' : ''}
    </option>
  ));
}

/** A township, and within it a village or the whole of it. */
function Place({ field, value, references, onChange }: Omit<EntryFieldProps, 'value'> & { value: string }) {
  const { townships, villages } = references;
  const townshipId = villages.find(({ id }) => id === value)?.townshipId ?? value;
  const isOffered = ({ id, retired }: Choice): boolean => !retired || id === value;
  return (
    <div className="entry__place">
      <select
        className="native-select"
        aria-label={`${field.label}：乡镇`}
        value={townshipId}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">请选择乡镇</option>
        <Options choices={townships.filter((one) => isOffered(one) || one.id === townshipId)} />
      </select>
      <select
        className="native-select"
        aria-label={`${field.label}：村（社区）`}
        value={value === townshipId ? '' : value}
        disabled={townshipId === ''}
        onChange={({ target }) => onChange(target.value || townshipId)}
      >
        <option value="">不在哪个村，在乡镇上</option>
        <Options choices={villages.filter((one) => one.townshipId === townshipId && isOffered(one))} />
      </select>
    </div>
  );
}

function Many({ field, value, references, onChange }: Omit<EntryFieldProps, 'value'> & { value: string[] }) {
  const choices = choicesOf(field, references, value);
  const nameOf = (id: string): string => choices.find((choice) => choice.id === id)?.name ?? id;
  return (
    <div className="many">
      <ul className="many__chosen" aria-label={`已选的${field.label}`}>
        {value.map((id) => (
          <li key={id}>
            {nameOf(id)}
            <button
              type="button"
              aria-label={`去掉${nameOf(id)}`}
              onClick={() => onChange(value.filter((one) => one !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <select
        className="native-select"
        value=""
        aria-label={`再加一个${field.label}`}
        onChange={({ target }) => target.value && onChange([...value, target.value])}
      >
        <option value="">加一个…</option>
        <Options choices={choices.filter(({ id }) => !value.includes(id))} />
      </select>
    </div>
  );
}

/** Written as lines and read when the writer moves on, so that a half-written line is left alone. */
function Lines({ field, value, onChange }: Pick<EntryFieldProps, 'field' | 'value' | 'onChange'>) {
  const isKeywords = field.kind === 'keywords';
  const [text, setText] = useState(() =>
    isKeywords
      ? writeKeywords((value ?? []) as { phrase: string; weight: number }[])
      : ((value ?? []) as string[]).join('\n'),
  );
  return (
    <textarea
      className="native-input native-area"
      rows={10}
      spellCheck={false}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(isKeywords ? readKeywords(target.value) : readDays(target.value));
      }}
    />
  );
}
