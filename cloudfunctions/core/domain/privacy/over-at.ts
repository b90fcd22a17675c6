import type { LeadStatus } from '@contract/lead';
import type { LeadEvent, LeadEventType } from '../lead/events';

/** What ends a lead, as far as the people in it are concerned. */
const ENDINGS: ReadonlySet<LeadEventType> = new Set([
  'LeadClosed',
  'ReopenRefused',
  'LeadDeclined',
  'LeadMarkedOutOfScope',
  'LeadWithdrawn',
  'LeadMerged',
]);
const OVER: ReadonlySet<LeadStatus> = new Set(['closed', 'declined', 'outOfScope', 'withdrawn', 'merged']);

/** Whether nobody needs to reach anybody about it any more. */
export const isOver = ({ status }: { status: LeadStatus }): boolean => OVER.has(status);

/** When the lead was over; null while it is under way, also again. */
export function overAt(lead: { status: LeadStatus }, events: readonly LeadEvent[]): string | null {
  if (!isOver(lead)) return null;
  return [...events].reverse().find(({ type }) => ENDINGS.has(type))?.at ?? null;
}
