import type { Grant } from '@contract/directory';
import { EAST, WEST } from './builders';

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
