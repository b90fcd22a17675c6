import type { ReactNode } from 'react';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { LineField, TextField } from '../../../components/fields';
import { Box } from '../../../platform/elements';
import { optionsFor, type CommandField } from '../../forms/command-forms';
import { ChoiceInput } from './choice-input';
import { PlaceInput } from './place-input';
import { Starters } from './starters';

interface CommandInputProps {
  field: CommandField;
  lead: OfficerLeadView;
  directory: OfficerDirectory;
  value: string;
  onChange: (value: string) => void;
}

/** One field of a command, by its kind. Photos stand beside the fields. */
export function CommandInput({ field, lead, directory, value, onChange }: CommandInputProps): ReactNode {
  const common = {
    id: field.name,
    label: field.label,
    hint: field.help,
    value,
    maxLength: field.max ?? 100,
    optional: field.optional,
  };
  switch (field.kind) {
    case 'photos':
      return null;
    case 'text':
      return (
        <Box>
          <TextField {...common} short onInput={onChange} />
          {field.use && value === '' ? (
            <Starters use={field.use} lead={lead} directory={directory} onTake={onChange} />
          ) : null}
        </Box>
      );
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
    case 'unitsAsked':
    case 'doors':
      return (
        <ChoiceInput
          label={field.label}
          optional={field.optional}
          options={optionsFor(field.kind, directory, lead)}
          value={value}
          onChange={onChange}
        />
      );
  }
}
