import { Fragment, type ReactNode } from 'react';
import { Span } from '../platform/elements';

const NUMBER = /(\d{6}-\d{6})/;

const PHRASE = /[^，]+，?|，/g;
/** Longer ones have to break somewhere. */
const SHORT = 6;

/** A few words on a button: where they take two lines, these part at the comma. */
export function Phrases({ text }: { text: string }): ReactNode {
  return (
    <Span>
      {(text.match(PHRASE) ?? []).map((phrase, index) => (
        <Span key={index} className={phrase.length <= SHORT ? 'unbroken' : undefined}>
          {phrase}
        </Span>
      ))}
    </Span>
  );
}

/** A sentence of the county, with every number of a matter in one piece: it is copied by hand and read out over the telephone. */
export function Words({ text }: { text: string }): ReactNode {
  return text
    .split(NUMBER)
    .map((part, index) => (
      <Fragment key={index}>{NUMBER.test(part) ? <Span className="unbroken">{part}</Span> : part}</Fragment>
    ));
}
