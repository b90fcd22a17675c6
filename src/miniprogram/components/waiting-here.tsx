import type { ReactNode } from 'react';
import { untold } from '../data/outbox';
import type { SentReceipt } from '../data/outbox-phase';
import { useOutbox } from '../data/outbox-here';
import { Box } from '../platform/elements';
import { open } from '../platform/navigate';
import { Button } from './button';
import { Notice } from './parts';
import { WaitingCards } from './waiting-cards';

/** On a page that is not the form: what waits to be sent, and what has just gone. Nothing where there is neither. */
export function WaitingHere(): ReactNode {
  const { outbox, state } = useOutbox();
  const { draft, aside } = state;
  return (
    <>
      {untold(state).map((receipt) => (
        <Gone
          key={receipt.leadId}
          receipt={receipt}
          onLook={() => open('receipt', { leadId: receipt.leadId })}
        />
      ))}
      {draft.waiting || aside.length > 0 ? (
        <WaitingCards outbox={outbox} state={state} onChange={() => open('submit')} />
      ) : null}
    </>
  );
}

/** One that has just gone, and the way to its receipt. */
export function Gone({ receipt, onLook }: { receipt: SentReceipt; onLook: () => void }): ReactNode {
  return (
    <Box className="stack">
      <Notice title="刚才那件已经发出去了">{`${receipt.said ? `「${receipt.said}」` : ''}编号 ${receipt.number}。`}</Notice>
      <Button kind="plain" onPress={onLook}>
        看回执
      </Button>
    </Box>
  );
}
