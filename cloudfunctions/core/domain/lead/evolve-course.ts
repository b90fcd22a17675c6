import type { LeadEvent } from './events';
import { handlingBy, type HandlingEvent } from './evolve-handling';
import { COUNTY_DESK, type Lead } from './lead';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;
/** What steers a lead without moving it to another state, and everything of its handling. */
export type CourseEvent =
  | HandlingEvent
  | EventOf<
      | 'DeskTookOver'
      | 'DecisionProposed'
      | 'DecisionReturned'
      | 'LeadSplit'
      | 'LeadBroadcast'
      | 'DeadlineNearing'
      | 'LeadEscalated'
    >;

/** The lead after an event that steers it. */
export function courseBy(lead: Lead, event: CourseEvent): Partial<Lead> {
  switch (event.type) {
    case 'DeskTookOver':
      return { owner: COUNTY_DESK };
    case 'DecisionProposed':
      return { proposal: proposalOf(event) };
    case 'DecisionReturned':
      return { proposal: null };
    case 'LeadSplit':
      return { parts: [...lead.parts, event.part] };
    case 'LeadBroadcast': {
      const { group, reason, at } = event;
      return { broadcast: { group, reason, at, claimedAfterMinutes: null } };
    }
    case 'DeadlineNearing':
      return { reminded: true };
    case 'LeadEscalated':
      return { escalatedTo: [...lead.escalatedTo, event.to] };
    default:
      return handlingBy(lead, event);
  }
}

function proposalOf({ decision, by, at }: EventOf<'DecisionProposed'>): Lead['proposal'] {
  const author =
    by.kind === 'officer' ? { accountId: by.accountId, name: by.name } : { accountId: '', name: '' };
  return { decision, by: author, at };
}
