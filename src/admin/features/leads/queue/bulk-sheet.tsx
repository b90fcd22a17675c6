import { useState, type FormEvent } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { BulkCommand } from '@contract/bulk';
import { SideSheet } from '../../../components/side-sheet';
import { useDirectory } from '../../../platform/use-panel';
import { CommandField } from '../commands/command-field';
import { problemsOf, type Values } from '../commands/command-form';
import { BULK_FORMS, wordsOf } from './bulk-forms';

interface BulkSheetProps {
  command: BulkCommand | null;
  count: number;
  onGive: (command: BulkCommand, words: Record<string, string>) => void;
  onClose: () => void;
}

/** The form of a command for many leads, for those commands that need words. */
export function BulkSheet({ command, count, onGive, onClose }: BulkSheetProps) {
  const title = command ? `${BULK_FORMS[command].verb} ${count} 条` : '';
  return (
    <SideSheet title={title} open={command !== null} onClose={onClose}>
      {command && (
        <BulkBody key={command} command={command} title={title} onGive={onGive} onClose={onClose} />
      )}
    </SideSheet>
  );
}

interface BulkBodyProps extends Pick<BulkSheetProps, 'onGive' | 'onClose'> {
  command: BulkCommand;
  title: string;
}

function BulkBody({ command, title, onGive, onClose }: BulkBodyProps) {
  const directory = useDirectory();
  const [values, setValues] = useState<Values>({});
  const [tried, setTried] = useState(false);
  const form = BULK_FORMS[command];
  const fields = form.fields(directory.data);
  const problems = tried ? problemsOf(fields, values) : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(fields, values)).length === 0) onGive(command, wordsOf(fields, values));
  };
  return (
    <form className="command-form" onSubmit={submit} noValidate>
      <p className="command-form__intro">{form.intro}</p>
      {fields.map((field) => (
        <CommandField
          key={field.name}
          field={field}
          value={values[field.name]}
          problem={problems[field.name] ?? null}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <div className="command-form__foot">
        <Button type="submit" size="large" theme={form.grave ? 'danger' : 'primary'} tag="button">
          {title}
        </Button>
        <Button type="button" size="large" variant="text" onClick={onClose}>
          先不办
        </Button>
      </div>
    </form>
  );
}
