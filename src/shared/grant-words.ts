import { ROLE_LABELS } from '@contract/labels-zh';
import type { Grant, OfficerDirectory } from '@contract/directory';

/** A grant in words, with the place it is for: 「城关镇联络员」, 「县住建局」. */
export function grantWords(grant: Grant, directory: OfficerDirectory | undefined): string {
  const role = ROLE_LABELS[grant.role];
  const nameIn = (list: { id: string; name: string }[] | undefined, id: string | undefined): string =>
    list?.find((one) => one.id === id)?.name ?? '';
  if (grant.unitId) return nameIn(directory?.units, grant.unitId) || role;
  return `${nameIn(directory?.townships, grant.townshipId)}${nameIn(directory?.sectors, grant.sectorId)}${role}`;
}
