import type { EscalationLevel } from '@contract/lead';
import type { County } from '../county';
import type { Lead } from '../lead/lead';
import { isPrivate } from '../lead/lifecycle';
import { inOrder } from './alarms';

type Office = { accountId: string; name: string };

/** Who holds the office above this lead; null where nobody does, or where the lead lies in no township. */
export function officeHolder(
  level: EscalationLevel,
  lead: Pick<Lead, 'route'>,
  county: County,
): Office | null {
  if (level === 'secretaryGeneral' || level === 'chair') return county.leadership[level];
  const township = county.townships.find(({ id }) => id === lead.route?.townshipId);
  return township?.[level] ?? null;
}

/** The offices a late lead goes up to, lowest first. A vacant one is passed over; a private matter stays at the desk. */
export function officesAbove(lead: Lead, county: County): EscalationLevel[] {
  if (isPrivate(lead)) return [];
  const levels = ['liaison', 'convener', 'secretaryGeneral', 'chair'] as const;
  return inOrder(new Set(levels.filter((level) => officeHolder(level, lead, county) !== null)));
}
