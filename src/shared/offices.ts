import { officeKey, type Grant, type Me } from '@contract/directory';
import type { QueueGroup } from '@contract/statistics';

/** From the widest view to the narrowest: the order in which the queue chooses when no office is named. */
const WIDEST_FIRST: Grant['role'][] = [
  'staff',
  'leader',
  'administrator',
  'liaison',
  'convener',
  'unitOfficer',
  'member',
];

/** The offices somebody can look from, each once, the widest first. */
export function officesOf({ grants }: Me): Grant[] {
  const byKey = new Map(grants.map((grant) => [officeKey(grant), grant]));
  return [...byKey.values()].sort((a, b) => WIDEST_FIRST.indexOf(a.role) - WIDEST_FIRST.indexOf(b.role));
}

/** The office somebody is looking from: the named one, else the widest. */
export function officeOf(me: Me, key: string | undefined): Grant | null {
  const offices = officesOf(me);
  return offices.find((grant) => officeKey(grant) === key) ?? offices[0] ?? null;
}

/** What the day begins with: one's own work; for those who only look on, the whole list. */
export function firstGroup(office: Grant | null): QueueGroup | null {
  return office === null || office.role === 'leader' || office.role === 'administrator' ? null : 'mine';
}
