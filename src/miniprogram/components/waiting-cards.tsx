import type { ReactNode } from 'react';
import type { Outbox, OutboxState, Standing } from '../data/outbox';
import { WaitingCard } from './waiting-card';

interface WaitingCardsProps {
  outbox: Outbox;
  state: OutboxState;
  onChange: () => void;
}

/** Everything that waits, in the order in which it goes, then what was put aside unfinished; each has a card. */
export function WaitingCards({ outbox, state, onChange }: WaitingCardsProps): ReactNode {
  const line = inLine(state);
  const unfinished = state.aside.filter(({ draft }) => !draft.waiting);
  return [...line, ...unfinished].map((standing, index) => (
    <WaitingCard
      key={standing.draft.requestId}
      outbox={outbox}
      standing={standing}
      before={index}
      onChange={onChange}
    />
  ));
}

/** What waits to be sent, in the order in which it goes. */
export const inLine = ({ aside, draft, phase }: OutboxState): Standing[] =>
  [...aside, { draft, phase }].filter((standing) => standing.draft.waiting);
