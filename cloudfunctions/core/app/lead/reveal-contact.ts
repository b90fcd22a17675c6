import type { OutputOf } from '@contract/actions';
import type { CommandInputs, OnLead } from '@contract/commands';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { officersLead } from './change-lead';
import { changeAsOfficer } from './command-lead';
import { presentToOfficer } from './present-lead';

/** Shows the resident's contact, once, for a written reason that the log keeps and the resident can count. */
export async function revealContact(
  input: OnLead & CommandInputs['revealContact'],
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.revealContact'>>> {
  const loaded = await officersLead(input.leadId, 'revealContact', call);
  if (!loaded.ok) return loaded;
  if (loaded.value.content.contact === null) return refuse('NOT_FOUND', '群众没有留联系方式。');
  const command = { type: 'revealContact' as const, reason: input.reason };
  const changed = await changeAsOfficer('revealContact', input, command, call);
  if (!changed.ok) return changed;
  const { contact } = changed.value.content;
  if (contact === null) return refuse('NOT_FOUND', '群众没有留联系方式。');
  const view = await presentToOfficer(changed.value, call.caller.account.grants, call.ports);
  return view.ok ? done({ contact, lead: view.value }) : view;
}
