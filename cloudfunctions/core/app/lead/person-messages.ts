import { STATUS_LABELS } from '@contract/labels-zh';
import type { County } from '../../domain/county';
import { officeHolder } from '../../domain/deadlines/offices-above';
import type { Lead } from '../../domain/lead/lead';
import { isPrivate } from '../../domain/lead/lifecycle';
import { contactIsFor } from '../../domain/permissions/permissions';
import { placeNameOf } from '../../domain/permissions/view-for';
import type { LeadRecord, OutboxMessage, SealedEvent } from '../ports';
import { isNews } from './messages';
import { accountKey, STAFF_KEY } from './officer-messages';

/**
 * What officers are asked to do for a person somebody else filed for: to tell them in person what they chose to hear so,
 * as long as no device of theirs is told, and to look into a no. No name, no telephone: those stand in the lead.
 */
export function personMessagesFor(
  { content }: Pick<LeadRecord, 'content'>,
  lead: Lead,
  sealed: readonly SealedEvent[],
  county: County,
): OutboxMessage[] {
  if (lead.onBehalf === null) return [];
  const about = isPrivate(lead) ? '一件不公开的事' : placeNameOf(lead, county) || '一件代办的事';
  const toCall =
    lead.onBehalf.news !== 'helper' && content.person?.key === undefined && content.person?.phone;
  return sealed.flatMap(({ seq, event }): OutboxMessage[] => {
    const message = (recipientKey: string, text: string): OutboxMessage => ({
      id: `${lead.id}-${seq}-person-${recipientKey}`,
      leadId: lead.id,
      number: lead.number,
      recipientKey,
      text,
      at: event.at,
    });
    if (event.type === 'PersonDenied')
      return [message(STAFF_KEY, `本人说不是他的意思，请先核实：${about}。`)];
    if (!toCall || event.by.kind === 'resident' || !isNews(event.type)) return [];
    return [
      message(
        callerFor(lead, county),
        `请打电话告诉本人「${STATUS_LABELS[lead.status]}」：${about}，代办的事。`,
      ),
    ];
  });
}

/** The liaison of the place, where the submitter lets them know who it is; else the desk. */
function callerFor(lead: Lead, county: County): string {
  const liaison = officeHolder('liaison', lead, county);
  return liaison && contactIsFor('liaison', lead) ? accountKey(liaison.accountId) : STAFF_KEY;
}
