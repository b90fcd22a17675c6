import { deadlineOf } from '../deadlines/deadline-of';
import type { WorkingCalendar } from '../deadlines/working-days';
import type { Lead } from './lead';
import { isDenied } from './on-behalf';

/** Whose move it is: the committee's desk, the township's office, the handling unit, or somebody outside (the resident, the county's leaders). */
export type Turn = 'desk' | 'township' | 'unit' | 'outside';

/** Whose move it is on an open lead; null where nothing is left to do. Total: every open lead has exactly one. */
export function turnOf(lead: Lead): Turn | null {
  const turn = turnByStatus(lead);
  // A person's no is looked into by the desk, whoever holds the lead.
  return turn !== null && isDenied(lead) ? 'desk' : turn;
}

function turnByStatus(lead: Lead): Turn | null {
  switch (lead.status) {
    case 'outOfScope':
    case 'declined':
    case 'closed':
    case 'merged':
    case 'withdrawn':
      return null;
    case 'submitted':
    case 'routed':
    case 'accepted':
    case 'reopened':
      return lead.owner.kind === 'liaison' || lead.owner.kind === 'convener' ? 'township' : 'desk';
    case 'awaitingSupplement':
      return 'outside';
    case 'adopted':
      // What was reported up and carries no date lies before the county's leaders.
      return lead.clock === null ? 'outside' : 'desk';
    case 'inProgress':
      if (lead.handOver === null || lead.handOver.returned !== null) return 'desk';
      // An answer waits for the desk to release it, unless it was a promise that the unit still has to keep.
      return lead.reply !== null && lead.promise === null ? 'desk' : 'unit';
    case 'resolved':
    case 'unresolvable':
      return lead.awaitsReview ? 'desk' : 'outside';
  }
}

/** The moment by which an office has to act; null where no office's clock runs. The resident's own clocks press nobody. */
export function officeDueAt(lead: Lead, calendar: WorkingCalendar): string | null {
  const deadline = deadlineOf(lead, calendar);
  if (deadline === null || deadline.kind === 'supplement' || deadline.kind === 'feedback') return null;
  return turnOf(lead) === null ? null : deadline.dueAt;
}
