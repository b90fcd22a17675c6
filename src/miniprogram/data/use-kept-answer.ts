import { useRef, useState } from 'react';
import { forgetAnswer, keepAnswer, readAnswer } from './kept-answers';

interface KeptForm<Data> {
  value: Data;
  change: (part: Partial<Data>) => void;
  forget: () => void;
}

/** A form that is there again when the page was closed before it was sent. `lighter`: the same, where the phone is full. */
export function useKeptAnswer<Data extends object>(
  name: string,
  empty: Data,
  lighter: (data: Data) => Data = (data) => data,
): KeptForm<Data> {
  const [value, setValue] = useState(() => readAnswer(name, empty));
  const latest = useRef(value);
  const change = (part: Partial<Data>): void => {
    latest.current = { ...latest.current, ...part };
    setValue(latest.current);
    keepAnswer(name, latest.current, lighter(latest.current));
  };
  return { value, change, forget: () => forgetAnswer(name) };
}
