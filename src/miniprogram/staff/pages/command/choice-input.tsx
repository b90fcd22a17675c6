import { useState, type ReactNode } from 'react';
import { Choices } from '../../../components/fields';
import { Box, Press } from '../../../platform/elements';

/** More than these are shown when somebody asks for them. */
const AT_FIRST = 6;

interface ChoiceInputProps {
  label: string;
  optional?: boolean;
  options: { value: string; name: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of several; of a long list the likeliest and the chosen one first, the rest by one more tap. */
export function ChoiceInput({ label, optional, options, value, onChange }: ChoiceInputProps): ReactNode {
  const [isWhole, setWhole] = useState(options.length <= AT_FIRST + 2);
  const shown = isWhole ? options : options.filter((one, index) => index < AT_FIRST || one.value === value);
  return (
    <Box>
      <Box className="field-label choice-heading">{optional ? `${label}（可以不选）` : label}</Box>
      <Choices label={label} options={shown} value={value} onChoose={onChange} />
      {isWhole ? null : (
        <Press className="text-link" onPress={() => setWhole(true)}>
          {`看全部${options.length}个`}
        </Press>
      )}
    </Box>
  );
}
