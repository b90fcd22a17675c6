import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import type { CommandName } from '@contract/commands';
import type { Grant } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import type { LeadRecord } from '../../cloudfunctions/core/app/ports';
import { allowedTo, presentToOfficer } from '../../cloudfunctions/core/app/lead/present-lead';
import { EAST, inState, READING_PORTS, recordOf, WEST, type Beginning } from './builders';

/** Every kind of person, as the directory would grant them their rights. The lead of the tests lies in the east. */
export const PEOPLE = {
  clerk: [{ role: 'staff' }],
  liaison: [{ role: 'liaison', townshipId: EAST }],
  liaisonElsewhere: [{ role: 'liaison', townshipId: WEST }],
  convener: [{ role: 'convener', townshipId: EAST }],
  convenerElsewhere: [{ role: 'convener', townshipId: WEST }],
  member: [{ role: 'member', sectorId: 'g-economy' }],
  memberOfAnotherSector: [{ role: 'member', sectorId: 'g-health' }],
  leadUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-transport' }],
  supportingUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-housing' }],
  otherUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-water' }],
  leader: [{ role: 'leader' }],
  administrator: [{ role: 'administrator' }],
  nobody: [],
} as const satisfies Record<string, readonly Grant[]>;
export type Person = keyof typeof PEOPLE;

/** The lead as somebody with these grants is shown it; null where it is not found for them. */
export async function shownTo(grants: readonly Grant[], record: LeadRecord): Promise<OfficerLeadView | null> {
  const presented = await presentToOfficer(record, grants, READING_PORTS);
  return presented.ok ? presented.value : null;
}

/** What somebody with these grants is offered in every state of the lead; states with nothing to do are left out. */
export function offers(
  grants: readonly Grant[],
  first: Beginning = {},
): Partial<Record<LeadStatus, CommandName[]>> {
  const found: Partial<Record<LeadStatus, CommandName[]>> = {};
  for (const status of LEAD_STATUSES) {
    const allowed = allowedTo(recordOf(inState(status, first)), grants);
    if (allowed.length > 0) found[status] = allowed;
  }
  return found;
}

/** What is in the view: its fields, without what the envelope of an officer adds. */
export function fieldsOf(view: object | null): string[] {
  return Object.keys(view ?? {})
    .filter((field) => field !== 'allowed' && field !== 'audience')
    .sort();
}
