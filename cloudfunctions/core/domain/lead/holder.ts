import { nameOf, type County } from '../county';
import type { Lead } from './lead';
import { turnOf } from './turn';

/** Which office holds the lead, in words. Never empty, never a person. */
export function officeNameOf({ owner }: Pick<Lead, 'owner'>, county: County): string {
  switch (owner.kind) {
    case 'countyDesk':
      return '县政协办公室';
    case 'unit':
      return nameOf(county.units, owner.unitId);
    case 'liaison':
    case 'convener': {
      const township = county.townships.find(({ id }) => id === owner.townshipId);
      return `${township?.shortName ?? ''}${owner.kind === 'liaison' ? '联络员' : '召集人'}`;
    }
  }
}

/** The same for residents, who know the place by its whole name. */
export function officeForResidents(lead: Pick<Lead, 'owner'>, county: County): string {
  const { owner } = lead;
  if (owner.kind !== 'liaison' && owner.kind !== 'convener') return officeNameOf(lead, county);
  return `${nameOf(county.townships, owner.townshipId)}的${owner.kind === 'liaison' ? '联络员' : '召集人'}`;
}

/** For a resident: which office has the next move. 「您」 where it is theirs; empty where nothing is left to do. */
export function whoHasIt(lead: Lead, county: County): string {
  switch (turnOf(lead)) {
    case null:
      return '';
    case 'desk':
      return '县政协办公室';
    case 'township':
      return officeForResidents(lead, county);
    case 'unit':
      return nameOf(county.units, lead.handOver?.unitId ?? null);
    case 'outside':
      return lead.status === 'adopted' ? '县政协' : '您';
  }
}
