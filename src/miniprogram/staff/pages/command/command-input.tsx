import type { ReactNode } from 'react';
import type { OfficerDirectory } from '@contract/directory';
import { Choices, LineField, TextField } from '../../../components/fields';
import { Box } from '../../../platform/elements';
import { optionsFor, type CommandField } from '../../forms/command-forms';
import { PlaceInput } from './place-input';

interface CommandInputProps {
  field: CommandField;
  directory: OfficerDirectory;
  value: string;
  onChange: (value: string) => void;
}

/** One field of a command, by its kind. */
export function CommandInput({ field, directory, value, onChange }: CommandInputProps): ReactNode {
  const common = {
    id: field.name,
    label: field.label,
    value,
    maxLength: field.max ?? 100,
    optional: field.optional,
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...common} short onInput={onChange} />;
    case 'line':
    case 'date':
    case 'lead':
      return <LineField {...common} onInput={onChange} />;
    case 'number':
      return <LineField {...common} kind="digits" onInput={onChange} />;
    case 'place':
      return <PlaceInput label={field.label} onChange={onChange} />;
    case 'categories':
    case 'townships':
    case 'groups':
    case 'units':
    case 'doors':
    case 'reportKinds':
      return (
        <Box>
          <Box className="field-label choice-heading">{field.label}</Box>
          <Choices
            label={field.label}
            options={optionsFor(field.kind, directory)}
            value={value}
            onChoose={onChange}
          />
        </Box>
      );
  }
}
