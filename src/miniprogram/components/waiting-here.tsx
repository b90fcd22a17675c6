import type { ReactNode } from 'react';
import { useOutbox } from '../data/outbox-here';
import { Box } from '../platform/elements';
import { open } from '../platform/navigate';
import { Button } from './button';
import { Notice } from './parts';
import { WaitingCard } from './waiting-card';

/** On a page that is not the form: what waits to be sent, or that it has just gone. Nothing where nothing waits. */
export function WaitingHere(): ReactNode {
  const { outbox, state } = useOutbox();
  const { draft, phase } = state;
  if (phase.name === 'sent') {
    const { leadId, number } = phase.receipt;
    const look = (): void => {
      outbox.settle();
      open('receipt', { leadId });
    };
    return (
      <Box className="stack">
        <Notice title="刚才那件已经发出去了">{`编号 ${number}。`}</Notice>
        <Button kind="plain" onPress={look}>
          看回执
        </Button>
      </Box>
    );
  }
  if (!draft.waiting) return null;
  return <WaitingCard outbox={outbox} state={state} onChange={() => open('submit')} />;
}
