import type { OutputOf } from '@contract/actions';
import { done, type Result } from '../../domain/result';
import { keysOfOfficer } from '../lead/officer-messages';
import type { Call, OfficerCaller } from '../ports';

/** What this officer was sent, newest first: to the person, and to the groups the person belongs to. */
export async function listNotices(
  _input: unknown,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listNotices'>>> {
  const notices = await ports.notices.list(keysOfOfficer(caller.account), 50);
  return done({ items: notices.map(({ recipientKey: _, ...notice }) => notice) });
}
