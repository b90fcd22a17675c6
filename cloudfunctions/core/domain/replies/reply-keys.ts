import type { LeadEvent } from '../lead/events';
import type { Lead } from '../lead/lead';
import { isPrivate } from '../lead/lifecycle';
import { unresolvableReply } from '@contract/replies';

/** Where an answer can still be expected. */
const OPEN = ['accepted', 'adopted', 'declined', 'inProgress', 'reopened'];
const SALUTATION = /^.{0,24}?(?:您好|你好)/u;
const SIGNED = /\d{4}年\d{1,2}月\d{1,2}日\s*$/u;

/** Among which leads a reply could have gone astray: those open with the same unit, or else of the same category. */
export function peerKeyOf(lead: Lead): string | null {
  if (isPrivate(lead) || !OPEN.includes(lead.status)) return null;
  if (lead.status === 'inProgress' && lead.handOver !== null) return `u:${lead.handOver.unitId}`;
  return `c:${lead.route?.categoryId ?? 'none'}`;
}

/** A reply without what changes from letter to letter: the greeting, the date, blanks and marks. */
export const plainReply = (reply: string): string =>
  reply
    .normalize('NFKC')
    .trim()
    .replace(SIGNED, '')
    .replace(SALUTATION, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The key a reply is found by when it is said again; null where nothing is left that could repeat. */
export function replyKeyOf(reply: string, digest: (text: string) => string): string | null {
  const plain = plainReply(reply);
  return plain === '' ? null : `r:${digest(plain).slice(0, 16)}`;
}

/** What a lead is found by when another reply is checked: its peers' key, and one for each reply said on it. */
export function replyKeysOf(
  lead: Lead,
  events: readonly LeadEvent[],
  digest: (text: string) => string,
): string[] {
  const said = isPrivate(lead) ? [] : events.map((event) => replyIn(event));
  const keys = said.map((reply) => (reply === null ? null : replyKeyOf(reply, digest)));
  return [...new Set([peerKeyOf(lead), ...keys].filter((key) => key !== null))];
}

function replyIn(event: LeadEvent): string | null {
  if (event.type === 'ReplyRecorded') return event.text;
  if (event.type === 'LeadResolved') return event.summary;
  return event.type === 'LeadFoundUnresolvable' ? unresolvableReply(event) : null;
}
