import type { Route, RouteNames } from '@contract/lead';

/** A route as a document may hold it: those written before the reasons were kept lack them. */
export type StoredRoute = Pick<
  Route,
  'categoryId' | 'sectorId' | 'committeeId' | 'townshipId' | 'unitIds' | 'rule' | 'words' | 'placeBy'
> &
  Partial<Route>;

/** The private category of the time when a route did not say so itself. */
const FORMERLY_PRIVATE = 'discipline';
const NO_NAMES: RouteNames = { category: '', sector: '', committee: '', units: [], township: '' };

/** The route with nothing missing: what was not kept is said to be unknown, never guessed. */
export function completeRoute(stored: StoredRoute): Route {
  return {
    candidates: [],
    certain: true,
    private: stored.categoryId === FORMERLY_PRIVATE,
    outOfScope: null,
    modelVersion: null,
    tableVersion: '',
    names: NO_NAMES,
    ...stored,
  };
}
