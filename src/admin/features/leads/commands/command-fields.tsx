import { CommandField } from './command-field';
import type { FieldSpec, Values } from './command-form';

interface CommandFieldsProps {
  fields: readonly FieldSpec[];
  values: Values;
  problems: Record<string, string>;
  onChange: (name: string, value: string | string[]) => void;
}

/** Some fields of a command's form, each with what was typed and what is wrong with it. */
export function CommandFields({ fields, values, problems, onChange }: CommandFieldsProps) {
  return fields.map((field) => (
    <CommandField
      key={field.name}
      field={field}
      value={values[field.name]}
      problem={problems[field.name] ?? null}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
}
