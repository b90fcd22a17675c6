import type { ReactNode } from 'react';
import { Block, Box, Press, Span, TextBlock, TextInput, type InputProps } from '../platform/elements';

type FieldProps = InputProps & { hint?: string; problem?: string | null; optional?: boolean };

function Labelled({
  label,
  hint,
  problem,
  optional,
  children,
}: Omit<FieldProps, keyof InputProps> & { label: string; children: ReactNode }): ReactNode {
  return (
    <Box>
      <Span className="field-label">
        {label}
        {optional ? <Span className="note">（可以不填）</Span> : null}
      </Span>
      {hint ? <Box className="field-hint">{hint}</Box> : null}
      {children}
      {problem ? (
        <Box className="field-problem" role="alert">
          {problem}
        </Box>
      ) : null}
    </Box>
  );
}

/** One labelled line of typing. */
export function LineField({ hint, problem, optional, ...input }: FieldProps): ReactNode {
  return (
    <Labelled label={input.label} hint={hint} problem={problem} optional={optional}>
      <TextInput {...input} className={problem ? 'input input-wrong' : 'input'} />
    </Labelled>
  );
}

/** Labelled room for several lines; counts once the end comes near. */
export function TextField({
  hint,
  problem,
  optional,
  short,
  ...input
}: FieldProps & { short?: boolean }): ReactNode {
  const left = input.maxLength - input.value.length;
  const size = short ? 'text-block-short' : '';
  return (
    <Labelled label={input.label} hint={hint} problem={problem} optional={optional}>
      <TextBlock {...input} className={`input text-block ${size} ${problem ? 'input-wrong' : ''}`} />
      <Box className="counter">{sayLength(input.value, left)}</Box>
    </Labelled>
  );
}

function sayLength(value: string, left: number): string {
  if (left <= 0) return '写满了，再多写不进去。';
  if (left <= 200) return `还能写${left}个字`;
  return value === '' ? '' : `写了${Array.from(value).length}个字`;
}

interface ChoicesProps<Value extends string> {
  label: string;
  options: { value: Value; name: string; text?: string }[];
  value: Value | null;
  onChoose: (value: Value) => void;
  /** What the ids of the cards begin with. */
  idPrefix?: string;
}

/** Cards to choose one of, each with a sentence on what it means. */
export function Choices<Value extends string>({
  label,
  options,
  value,
  onChoose,
  idPrefix = 'choice',
}: ChoicesProps<Value>): ReactNode {
  return (
    <Box role="radiogroup" label={label}>
      {options.map((option) => (
        <Press
          key={option.value}
          id={`${idPrefix}-${option.value}`}
          role="radio"
          checked={option.value === value}
          className={option.value === value ? 'choice choice-on' : 'choice'}
          onPress={() => onChoose(option.value)}
        >
          <Block className="choice-dot" />
          <Block className="grow">
            <Block className="choice-name">{option.name}</Block>
            {option.text ? <Block className="choice-text">{option.text}</Block> : null}
          </Block>
        </Press>
      ))}
    </Box>
  );
}
