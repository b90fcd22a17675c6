import type { LeadEvent } from './events';
import { handlingBy, type HandlingEvent } from './evolve-handling';
import { COUNTY_DESK, type Lead } from './lead';
import { personBy, type PersonEvent } from './on-behalf';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;
/** What steers a lead without moving it to another state, and everything of its handling. */
export type CourseEvent =
  | HandlingEvent
  | PersonEvent
  | EventOf<
      | 'DeskTookOver'
      | 'DecisionProposed'
      | 'DecisionReturned'
      | 'LeadSplit'
      | 'LeadBroadcast'
      | 'DeadlineNearing'
      | 'LeadEscalated'
      | 'LeadChased'
      | 'AnonymityChanged'
      | 'TranscriptConfirmed'
    >;

/** The lead after an event that steers it. */
export function courseBy(lead: Lead, event: CourseEvent): Partial<Lead> {
  switch (event.type) {
    case 'TranscriptConfirmed':
      return { awaitsTranscript: false, ...placedBy(lead, event) };
    case 'PersonConfirmed':
    case 'PersonDenied':
    case 'DenialSettled':
    case 'DataErased':
      return personBy(lead, event);
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
    case 'LeadChased':
      return { chasedAt: event.at };
    case 'AnonymityChanged':
      return { anonymity: event.anonymity };
    case 'LeadEscalated':
      return { escalatedTo: [...lead.escalatedTo, event.to] };
    default:
      return handlingBy(lead, event);
  }
}

/** Where it belongs by what was said; whoever works on it already keeps it. */
function placedBy(lead: Lead, { placed }: EventOf<'TranscriptConfirmed'>): Partial<Lead> {
  if (placed === undefined) return {};
  const { route, owner, placeId } = placed;
  return { route, placeId, owner: lead.status === 'routed' ? owner : lead.owner };
}

function proposalOf({ decision, by, at }: EventOf<'DecisionProposed'>): Lead['proposal'] {
  const author =
    by.kind === 'officer' ? { accountId: by.accountId, name: by.name } : { accountId: '', name: '' };
  return { decision, by: author, at };
}
