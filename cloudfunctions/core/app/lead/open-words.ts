import { IDENTIFIER_LABELS } from '@contract/labels-zh';
import type { Contact } from '@contract/lead';
import { isConfirmable, type PublicationFlag } from '@contract/publication';
import { findIdentifiers } from '../../domain/publication/find-identifiers';
import { peopleIn } from '../../domain/lead/lead';
import { refuse } from '../../domain/result';
import type { LeadRecord, Ports } from '../ports';

/** Everybody known of the leads: who filed them and for whom, and the same of what was merged into them. */
export async function peopleAround(
  records: readonly Pick<LeadRecord, 'content' | 'followers'>[],
  ports: Ports,
): Promise<Contact[]> {
  const merged = records.flatMap(({ followers }) => followers.map(({ leadId }) => leadId));
  const others = merged.length > 0 ? await ports.leads.listPeople(merged) : [];
  return [...records.map(({ content }) => content), ...others].flatMap(peopleIn);
}

/** What in words for other readers may tell who somebody is, with whatever is known of the people around the lead. */
export const flagsIn = async (words: string, record: LeadRecord, ports: Ports): Promise<PublicationFlag[]> =>
  findIdentifiers(words, await peopleAround([record], ports));

/**
 * Refuses words that may tell who somebody is, until they are changed or each such place was confirmed by name; the
 * name and telephone of the lead's own people never pass. Null where nothing is left open. `where`: 公开的文字里.
 */
export function whatIsOpen(
  where: string,
  flags: readonly PublicationFlag[],
  confirmed: readonly string[],
): ReturnType<typeof refuse> | null {
  const open = flags.filter((flag) => !(isConfirmable(flag) && confirmed.includes(flag.words)));
  if (open.length === 0) return null;
  const named = open.map(({ kind, words }) => `${IDENTIFIER_LABELS[kind]}「${words}」`).join('、');
  return refuse('INVALID_INPUT', `${where}可能有个人信息：${named}。请改掉，或者逐条核对后勾选。`, {
    field: 'confirmed',
  });
}
