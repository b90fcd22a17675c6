import type { CommandInputs, OnLead } from '@contract/commands';
import type { ResidentLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';
import { changeOwnLead } from './command-lead';
import { checkArrived, notOwnFiles, ownFiles } from './evidence';

/**
 * What the resident says of the result, with photos of how it looks now. Refuses photos that are not their own or did
 * not arrive, and a "not fixed" that gives no reason.
 */
export async function giveFeedback(
  { leadId, version, ...said }: OnLead & CommandInputs['giveFeedback'],
  call: Call<ResidentCaller>,
): Promise<Result<ResidentLeadView>> {
  return changeOwnLead({ leadId, version }, feedbackOf(said, call), call);
}

/** How what a resident says becomes a command: their photos looked at first. */
export const feedbackOf =
  (
    { evidence: fileIds = [], ...said }: CommandInputs['giveFeedback'],
    { caller, ports }: Call<ResidentCaller>,
  ) =>
  async (): Promise<Result<LeadCommand>> => {
    const evidence = ownFiles(fileIds, caller, ports);
    if (evidence === null) return notOwnFiles();
    const arrived = await checkArrived(evidence, ports);
    return arrived.ok ? done({ type: 'giveFeedback', ...said, evidence }) : arrived;
  };
