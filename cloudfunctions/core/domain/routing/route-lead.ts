import type { Owner, Route } from '@contract/lead';
import { findPlace, nameOf, type County, type CountyCategory } from '../county';
import { soundsOutOfScope } from './out-of-scope';
import { tableVersionOf } from './table-version';
import { whichCategory, type CategoryReader } from './which-category';
import { placeOfRoute, whichPlace, type PlaceInput } from './which-place';

export interface Placement {
  route: Route;
  owner: Owner;
  placeId: string | null;
}

/**
 * Places a lead: category by the residents' own words, place by code, choice or text. What stands in the route is
 * enough to explain it later. Total: never without an owner.
 */
export function routeLead(input: PlaceInput, county: County, read: CategoryReader | null): Placement {
  const place = whichPlace(input, county);
  const choice = whichCategory(input.text, county, read);
  const townshipId = findPlace(county, place.placeId)?.township.id ?? null;
  const route: Route = {
    ...routeFor(choice.category, townshipId, county),
    rule: choice.rule,
    words: choice.words,
    ...placeOfRoute(place),
    candidates: choice.candidates,
    certain: choice.certain,
    outOfScope: soundsOutOfScope(input.text, county),
    modelVersion: choice.modelVersion,
  };
  return { route, owner: ownerOf(route, county), placeId: place.placeId };
}

type ByTable = Pick<
  Route,
  'categoryId' | 'sectorId' | 'committeeId' | 'townshipId' | 'unitIds' | 'private' | 'tableVersion' | 'names'
>;

/** What the county's table gives a category in a township: committee, sector, units, and what they are called today. */
export function routeFor(category: CountyCategory, townshipId: string | null, county: County): ByTable {
  const sectorId = category.sectorIds[0] ?? 'none';
  const unitIds = category.unitIds.slice(0, 3);
  return {
    categoryId: category.id,
    sectorId,
    committeeId: category.committeeId,
    townshipId,
    unitIds,
    private: category.private,
    tableVersion: tableVersionOf(county),
    names: {
      category: category.name,
      sector: sectorId === 'none' ? '' : nameOf(county.sectors, sectorId),
      committee: nameOf(county.committees, category.committeeId),
      units: unitIds.map((id) => nameOf(county.units, id)),
      township: nameOf(county.townships, townshipId),
    },
  };
}

/** Who holds a lead with this route: the township's liaison, else the county desk. Private matters stay at the desk. */
export function ownerOf(route: Pick<Route, 'townshipId' | 'private'>, county: County): Owner {
  const township = county.townships.find(({ id }) => id === route.townshipId);
  if (route.private || !township?.liaison) return { kind: 'countyDesk' };
  return { kind: 'liaison', townshipId: township.id, accountId: township.liaison.accountId };
}
