import type { OfficerCommand } from '@contract/commands';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';

/** Said over a decision that a colleague has yet to agree to. */
export const PROPOSAL_NOTE =
  '本县的决定要两个人看过才算数：您提出以后，由另一位同事确认，确认了群众才会收到。';

/** Whether the command only proposes: the county wants a second pair of eyes on it. */
export const isProposing = (
  command: OfficerCommand,
  directory: Pick<OfficerDirectory, 'secondPairOfEyes'> | undefined,
): command is 'adoptLead' | 'declineLead' =>
  directory?.secondPairOfEyes === true && (command === 'adoptLead' || command === 'declineLead');

/** What the last button of a decision that two people make really does; null for every other command. */
export function decisionButton(
  command: OfficerCommand,
  { proposal }: Pick<OfficerLeadView, 'proposal'>,
  directory: Pick<OfficerDirectory, 'secondPairOfEyes'> | undefined,
): string | null {
  if (isProposing(command, directory))
    return command === 'adoptLead' ? '提出采纳，等同事确认' : '提出不采纳，等同事确认';
  if (command !== 'confirmDecision' || !proposal) return null;
  return proposal.decision.kind === 'adopted' ? '同意采纳，告诉群众' : '同意不采纳，发给群众';
}
