import { STATUS_LABELS } from '@contract/labels-zh';
import type { County } from '../../domain/county';
import type { LeadEventType } from '../../domain/lead/events';
import type { Lead } from '../../domain/lead/lead';
import { storyFor } from '../../domain/lead/story';
import type { LeadRecord, OutboxMessage, SealedEvent } from '../ports';

/** The turns of the story a resident is told without asking. */
const NEWS: ReadonlySet<LeadEventType> = new Set([
  'LeadAccepted',
  'SupplementAsked',
  'LeadMarkedOutOfScope',
  'LeadMerged',
  'LeadUnmerged',
  'LeadAdopted',
  'LeadDeclined',
  'LeadHandedOver',
  'DeadlineExtended',
  'LeadResolved',
  'LeadFoundUnresolvable',
  'LeadReopened',
]);

/** The messages that go out with these events, in the same write. */
export function messagesFor(
  record: Pick<LeadRecord, 'reporterKey' | 'followers'>,
  lead: Lead,
  sealed: readonly SealedEvent[],
  county: County,
): OutboxMessage[] {
  return sealed
    .filter(({ event }) => NEWS.has(event.type))
    .flatMap(({ seq, event }) => {
      const [line] = storyFor('owner', [event], county);
      const text = `「${STATUS_LABELS[lead.status]}」${line?.text ?? ''}`;
      const submitter = { reporterKey: record.reporterKey, leadId: lead.id, number: lead.number };
      const submitters = event.by.kind === 'resident' ? [] : [submitter];
      // A question is for the one who can answer it.
      const followers = event.type === 'SupplementAsked' ? [] : record.followers;
      return [...submitters, ...followers].map(({ reporterKey: recipientKey, leadId, number }) => ({
        id: leadId === lead.id ? `${lead.id}-${seq}` : `${lead.id}-${seq}-${leadId}`,
        recipientKey,
        leadId,
        number,
        text,
        at: event.at,
      }));
    });
}
