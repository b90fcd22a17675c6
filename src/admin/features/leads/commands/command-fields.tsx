import { CommandField } from './command-field';
import { listOf, type FieldSpec, type Values } from './command-form';
import { PublicationFlags } from './publication-flags';

interface CommandFieldsProps {
  fields: readonly FieldSpec[];
  values: Values;
  problems: Record<string, string>;
  onChange: (name: string, value: string | string[]) => void;
}

/** Some fields of a command's form, each with what was typed and what is wrong with it. */
export function CommandFields({ fields, values, problems, onChange }: CommandFieldsProps) {
  return fields.map((field) => {
    const shared = {
      problem: problems[field.name] ?? null,
      onChange: (value: string | string[]) => onChange(field.name, value),
    };
    return field.kind === 'flags' ? (
      <PublicationFlags
        key={field.name}
        leadId={field.leadId}
        of={field.of}
        values={values}
        confirmed={listOf(values, field.name)}
        {...shared}
      />
    ) : (
      <CommandField key={field.name} field={field} value={values[field.name]} {...shared} />
    );
  });
}
