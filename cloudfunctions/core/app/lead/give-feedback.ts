import type { CommandInputs, OnLead } from '@contract/commands';
import type { ResidentLeadView } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';
import { changeOwnLead } from './command-lead';
import { checkArrived, notOwnFiles, ownFiles } from './evidence';

/**
 * What the resident says of the result, with photos of how it looks now. Refuses photos that are not their own or did
 * not arrive, and a "not fixed" that gives no reason.
 */
export async function giveFeedback(
  { leadId, version, evidence: fileIds = [], ...said }: OnLead & CommandInputs['giveFeedback'],
  call: Call<ResidentCaller>,
): Promise<Result<ResidentLeadView>> {
  const command = async () => {
    const evidence = ownFiles(fileIds, call.caller, call.ports);
    if (evidence === null) return notOwnFiles();
    const arrived = await checkArrived(evidence, call.ports);
    return arrived.ok ? done({ type: 'giveFeedback' as const, ...said, evidence }) : arrived;
  };
  return changeOwnLead({ leadId, version }, command, call);
}
