import type { PlaceMatch, Route } from '@contract/lead';
import { findPlace, type County, type CountyCategory } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import { routeFor } from '../../domain/routing/route-lead';
import { completeRoute } from '../../domain/routing/stored-route';

/** The category a person chose. Refuses a category or a township the county does not have. */
export function chosenCategory(
  { categoryId, townshipId }: { categoryId: string; townshipId?: string },
  county: County,
): Result<CountyCategory> {
  const category = county.categories.find(({ id }) => id === categoryId);
  if (!category) return refuse('INVALID_INPUT', '没有这个类别，请重新选择。', { field: 'categoryId' });
  if (townshipId !== undefined && !county.townships.some(({ id }) => id === townshipId)) {
    return refuse('INVALID_INPUT', '没有这个乡镇，请重新选择。', { field: 'townshipId' });
  }
  return done(category);
}

/** What a person said of a lead. */
export interface StaffChoice {
  category: CountyCategory;
  townshipId: string | null;
  placeBy: PlaceMatch;
  words: string[];
}

/** The route a person gave: what the machine thought of the text stays beside it. */
export function byStaff(
  standing: Route | null,
  { category, townshipId, placeBy, words }: StaffChoice,
  county: County,
): Route {
  const given = {
    ...routeFor(category, townshipId, county),
    rule: 'staff',
    words,
    placeBy,
    certain: true,
  } as const;
  return completeRoute({ ...standing, ...given });
}

/** The place as it was where it lies in the township; else the township itself. */
export function placeWithin(
  townshipId: string | null,
  placeId: string | null,
  county: County,
): string | null {
  return findPlace(county, placeId)?.township.id === townshipId ? placeId : (townshipId ?? placeId);
}
