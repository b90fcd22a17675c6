import type { OutputOf } from '@contract/actions';
import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { done, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { officersLead } from './change-lead';
import { changeAndShow } from './command-lead';
import { flagsIn, whatIsOpen } from './open-words';

type Words = Pick<CommandInputs['publishLead'], 'title' | 'text'>;

const wordsOf = ({ title, text }: Words): string => `${title}\n${text}`;

/** What in words for other readers may tell who somebody is, while they are written. Refuses whoever may not publish the lead. */
export async function checkPublication(
  input: { leadId: string } & Words,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.checkPublication'>>> {
  const loaded = await officersLead(input.leadId, 'checkPublication', call);
  return loaded.ok ? done({ flags: await flagsIn(wordsOf(input), loaded.value, call.ports) }) : loaded;
}

/**
 * Puts the staff's own words about the lead on the public board. Refuses a text that may tell who somebody is, until it is
 * changed or each such place was confirmed by name; name and telephone of the lead's own people, and of those whose leads
 * were merged into it, never pass.
 */
export async function publishLead(
  input: OnLead & CommandInputs['publishLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { title, text, confirmed = [] } = input;
  const publish = async (record: LeadRecord) =>
    whatIsOpen('公开的文字里', await flagsIn(wordsOf(input), record, call.ports), confirmed) ??
    done({ type: 'publishLead' as const, title, text });
  return changeAndShow('publishLead', input, publish, call);
}
