import type { OutputOf } from '@contract/actions';
import type { CommandInputs, OnLead } from '@contract/commands';
import type { Contact } from '@contract/lead';
import { isReachable, type LeadContent } from '../../domain/lead/lead';
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
  if (!isReachable(loaded.value.content)) return refuse('NOT_FOUND', '群众没有留联系方式。');
  const command = { type: 'revealContact' as const, reason: input.reason };
  const changed = await changeAsOfficer('revealContact', input, command, call);
  if (!changed.ok) return changed;
  const { content } = changed.value;
  if (!isReachable(content)) return refuse('NOT_FOUND', '群众没有留联系方式。');
  const view = await presentToOfficer(changed.value, call.caller.account, call.ports);
  return view.ok ? done({ ...shownOf(content), lead: view.value }) : view;
}

/** Who filed it, and the person it was filed for, as far as each left something. */
function shownOf({ contact, person }: LeadContent): { contact: Contact; person?: Contact } {
  const { name, phone } = person ?? {};
  const shown = { ...(name && { name }), ...(phone && { phone }) };
  return { contact: contact ?? {}, ...(name || phone ? { person: shown } : {}) };
}
