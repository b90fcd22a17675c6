import type { Proposal } from '@contract/lead';
import { refuse } from '../result';
import type { DecideContext } from './commands';
import type { LeadFact } from './events';
import type { Lead } from './lead';

/** A decision counts at once, or, where the county wants a second pair of eyes, once a colleague has confirmed it. */
export function propose(decision: Proposal['decision'], { policy }: DecideContext): LeadFact[] {
  return policy.secondPairOfEyes
    ? [{ type: 'DecisionProposed', decision }]
    : [decided(decision, policy.handleWithin)];
}

/** The second colleague agrees, and the decision counts. Refuses whoever proposed it: nobody confirms their own. */
export function confirmDecision(
  { proposal }: Lead,
  { by, policy }: DecideContext,
): LeadFact[] | ReturnType<typeof refuse> {
  if (proposal === null) return refuse('WRONG_STATE');
  if (by.kind !== 'officer' || by.accountId === proposal.by.accountId) {
    return refuse('FORBIDDEN', '自己提的决定要由另一位同事看过，请换一位同事来确认。');
  }
  return [decided(proposal.decision, policy.handleWithin)];
}

/** The decision goes back to be thought over, with a note; whoever proposed it may take it back the same way. */
export const returnDecision = (note: string): LeadFact[] => [{ type: 'DecisionReturned', note }];

const decided = (decision: Proposal['decision'], handleWithin: number): LeadFact =>
  decision.kind === 'adopted'
    ? { type: 'LeadAdopted', note: decision.note, handleWithin }
    : { type: 'LeadDeclined', reason: decision.reason, goTo: decision.goTo };
