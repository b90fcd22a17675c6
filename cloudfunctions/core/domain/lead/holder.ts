import type { Owner } from '@contract/lead';
import { nameOf, type County, type CountyTownship } from '../county';
import type { Lead } from './lead';
import { turnOf } from './turn';

/** Which office holds the lead, in words. Never empty, never a person; of an office nobody holds, that the desk stands in. */
export function officeNameOf({ owner }: Pick<Lead, 'owner'>, county: County): string {
  switch (owner.kind) {
    case 'countyDesk':
      return DESK_NAME;
    case 'unit':
      return nameOf(county.units, owner.unitId);
    case 'liaison':
    case 'convener': {
      const township = townshipOf(owner, county);
      const name = `${township?.shortName ?? ''}${OFFICE_NAMES[owner.kind]}`;
      return isHeldByNobody({ owner }, county) ? `${DESK_NAME}（${name}空着）` : name;
    }
  }
}

/** The same by the whole name of the place; where nobody sits there, the desk, so that no resident is sent to an empty chair. */
export function officeInFull(lead: Pick<Lead, 'owner'>, county: County): string {
  return isHeldByNobody(lead, county) ? DESK_NAME : officeTitle(lead.owner, county);
}

/** The same as it was told then, whether or not somebody sits there today: 「城关镇的联络员」. */
export const officeTitle = (owner: Owner, county: County): string =>
  isOfTownship(owner)
    ? `${nameOf(county.townships, owner.townshipId)}的${OFFICE_NAMES[owner.kind]}`
    : officeNameOf({ owner }, county);

/** Whether the lead lies with an office of a township that nobody holds today: then the desk does what it would. */
export function isHeldByNobody({ owner }: Pick<Lead, 'owner'>, county: County): boolean {
  return isOfTownship(owner) && holderOf(owner, county) === null;
}

/** Who sits today in the township's office, whoever did when the lead came; null where nobody does. */
export const holderOf = (owner: OfTownship, county: County): CountyTownship['liaison'] =>
  townshipOf(owner, county)?.[owner.kind] ?? null;

type OfTownship = Extract<Owner, { kind: 'liaison' | 'convener' }>;
const isOfTownship = (owner: Owner): owner is OfTownship =>
  owner.kind === 'liaison' || owner.kind === 'convener';
const DESK_NAME = '县政协办公室';
const OFFICE_NAMES = { liaison: '联络员', convener: '召集人' } as const;
const townshipOf = ({ townshipId }: OfTownship, county: County) =>
  county.townships.find(({ id }) => id === townshipId);

/** For a resident: which office has the next move. 「您」 where it is theirs; empty where nothing is left to do. */
export function whoHasIt(lead: Lead, county: County): string {
  switch (turnOf(lead)) {
    case null:
      return '';
    case 'desk':
      return DESK_NAME;
    case 'township':
      return officeInFull(lead, county);
    case 'unit':
      return nameOf(county.units, lead.handOver?.unitId ?? null);
    case 'outside':
      return lead.status === 'adopted' ? '县政协' : '您';
  }
}
