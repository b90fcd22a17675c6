import { useState, type ReactNode } from 'react';
import { tidyCode } from '@shared/presenters';
import { Box, Press, TextInput } from '../../../platform/elements';

/** Goes to a lead by its number, as it was said on the telephone; what was typed may have spaces. */
export function FindNumber({ onFind }: { onFind: (number: string) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const number = tidyCode(typed);
  return (
    <Box className="row find-number">
      <Box className="grow">
        <TextInput
          id="find-number"
          className="input"
          label="按编号找"
          placeholder="编号，如 260312-000001"
          value={typed}
          maxLength={32}
          onInput={setTyped}
        />
      </Box>
      <Press
        id="find"
        className="button button-plain find-button"
        disabled={number === ''}
        onPress={() => onFind(number)}
      >
        查找
      </Press>
    </Box>
  );
}
