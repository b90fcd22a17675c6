import type { ReactNode } from 'react';
import { OVERRULE_NOTE_MAX } from '@contract/limits';
import type { ReplyDoubt } from '@contract/replies';
import { OVERRULE_FIELD, REPLY_ADVICE } from '@shared/reply-check';
import { TextField } from '../../../components/fields';
import { Notice } from '../../../components/parts';
import { Box } from '../../../platform/elements';

interface ReplyDoubtsProps {
  doubts: readonly ReplyDoubt[];
  note: string;
  onNote: (note: string) => void;
}

/** What may be wrong with the reply, what would make it better, and room for why it is right all the same. */
export function ReplyDoubts({ doubts, note, onNote }: ReplyDoubtsProps): ReactNode {
  if (doubts.length === 0) return null;
  const { name, label, help } = OVERRULE_FIELD;
  return (
    <>
      <Notice tone="warn" title="发之前再看一眼">
        {doubts.map(({ kind, sentence }) => (
          <Box key={kind}>{sentence}</Box>
        ))}
        <Box>{REPLY_ADVICE}</Box>
      </Notice>
      <TextField
        id={name}
        label={label}
        hint={help}
        value={note}
        maxLength={OVERRULE_NOTE_MAX}
        short
        onInput={onNote}
      />
    </>
  );
}
