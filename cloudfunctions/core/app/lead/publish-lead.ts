import type { OutputOf } from '@contract/actions';
import type { CommandInputs, OnLead } from '@contract/commands';
import { IDENTIFIER_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { isConfirmable, type PublicationFlag } from '@contract/publication';
import { peopleIn } from '../../domain/lead/lead';
import { findIdentifiers } from '../../domain/publication/find-identifiers';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { officersLead } from './change-lead';
import { changeAndShow } from './command-lead';

type Words = Pick<CommandInputs['publishLead'], 'title' | 'text'>;

const flagsIn = ({ title, text }: Words, { content }: LeadRecord): PublicationFlag[] =>
  findIdentifiers(`${title}\n${text}`, peopleIn(content));

/** What in the text may tell who somebody is, while it is being written. Refuses whoever may not publish the lead. */
export async function checkPublication(
  input: { leadId: string } & Words,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.checkPublication'>>> {
  const loaded = await officersLead(input.leadId, 'checkPublication', call);
  return loaded.ok ? done({ flags: flagsIn(input, loaded.value) }) : loaded;
}

/**
 * Puts the staff's own words about the lead on the public board. Refuses a text that may tell who somebody is, until it is
 * changed or each such place was confirmed by name; name and telephone of who submitted it, or whom it was filed for, never
 * pass.
 */
export async function publishLead(
  input: OnLead & CommandInputs['publishLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { title, text, confirmed = [] } = input;
  const publish = (record: LeadRecord) => {
    const open = flagsIn(input, record).filter(
      (flag) => !(isConfirmable(flag) && confirmed.includes(flag.words)),
    );
    return open.length > 0 ? unconfirmed(open) : done({ type: 'publishLead' as const, title, text });
  };
  return changeAndShow('publishLead', input, publish, call);
}

function unconfirmed(flags: readonly PublicationFlag[]): ReturnType<typeof refuse> {
  const named = flags.map(({ kind, words }) => `${IDENTIFIER_LABELS[kind]}「${words}」`).join('、');
  const sentence = `公开的文字里可能有个人信息：${named}。请改掉，或者逐条核对后勾选。`;
  return refuse('INVALID_INPUT', sentence, { field: 'confirmed' });
}
