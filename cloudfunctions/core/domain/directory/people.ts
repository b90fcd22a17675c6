import type { Grant } from '@contract/directory';
import type { DirectoryPerson, PersonInput } from '@contract/directory-desk';
import type { County } from '../county';

/** Why the person cannot be kept like this, in a sentence; null when they can. Offices of townships are given by terms. */
export function whyNotPerson({ name, grants }: PersonInput, county: County): string | null {
  if (name.trim() === '') return '请写姓名。';
  for (const grant of grants) {
    const why = whyNotGrant(grant, county);
    if (why !== null) return why;
  }
  const keys = grants.map((grant) => JSON.stringify(grant));
  return new Set(keys).size === keys.length ? null : '同一个身份写了两遍。';
}

function whyNotGrant({ role, sectorId, townshipId, unitId }: Grant, county: County): string | null {
  const has = (list: readonly { id: string; retired?: boolean }[], id: string | undefined): boolean =>
    list.some((entry) => entry.id === id && !entry.retired);
  if (role === 'liaison' || role === 'convener')
    return county.terms === undefined && has(county.townships, townshipId)
      ? null
      : '联络员和召集人在「任期」里定，写明从哪天到哪天。';
  if (role === 'member' && !has(county.sectors, sectorId)) return '委员要有一个界别，请选择。';
  if (role === 'unitOfficer' && !has(county.units, unitId)) return '承办单位的经办人要选单位。';
  return townshipId === undefined || has(county.townships, townshipId) ? null : '没有这个乡镇，请重新选择。';
}

/** Whether the person administers the county now. */
export const administers = ({ grants, active }: Pick<DirectoryPerson, 'grants' | 'active'>): boolean =>
  active && grants.some(({ role }) => role === 'administrator');

/** Whether the save gives or takes rights. */
export const changesRights = (was: PersonInput | null, is: PersonInput): boolean =>
  JSON.stringify([was?.grants ?? [], was?.active ?? false]) !== JSON.stringify([is.grants, is.active]);

/** How many active members each sector has. */
export function membersBySector(people: readonly DirectoryPerson[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { active, grants } of people) {
    if (!active) continue;
    for (const { role, sectorId } of grants)
      if (role === 'member' && sectorId !== undefined) counts.set(sectorId, (counts.get(sectorId) ?? 0) + 1);
  }
  return counts;
}
