import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';

/** Takes back what was filed for somebody who does not want it; their name and telephone go with it. */
export function withdrawForPerson(
  { reason, ...onLead }: OnLead & CommandInputs['withdrawForPerson'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const forget = ({ content }: LeadRecord) => {
    const { person: _gone, ...rest } = content;
    return { content: rest };
  };
  return changeAndShow('withdrawForPerson', onLead, { type: 'withdrawForPerson', reason }, call, forget);
}
