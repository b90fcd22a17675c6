import type { PlaceCandidate, PlaceMatch, Route } from '@contract/lead';
import { findPlace, type County } from '../county';
import { readPlace } from '../places/read-place';

export interface PlaceInput {
  text: string;
  /** What the scanned code says. */
  codePlaceId: string | null;
  /** What the resident picked. */
  chosenPlaceId: string | null;
}
export interface PlaceFound {
  placeId: string | null;
  by: PlaceMatch;
  words: string[];
  candidates: PlaceCandidate[];
}

/**
 * Where it is: what the resident picked, else the scanned code, else the text. Of a township that was picked or
 * scanned the text may still tell the village. What is open stays open as candidates.
 */
export function whichPlace(input: PlaceInput, county: County): PlaceFound {
  const chosen = findPlace(county, input.chosenPlaceId);
  const told = chosen ?? findPlace(county, input.codePlaceId);
  if (told === null) {
    const { place, words, candidates } = readPlace(input.text, county);
    return { placeId: place, by: place === null ? 'none' : 'text', words, candidates };
  }
  const by = chosen ? 'chosen' : 'code';
  if (told.village) return { placeId: told.village.id, by, words: [], candidates: [] };
  const { place, words, candidates } = readPlace(input.text, county, told.township.id);
  return { placeId: place ?? told.township.id, by, words, candidates };
}

/** What a route keeps of it. */
export function placeOfRoute({ by, words, candidates }: PlaceFound) {
  return {
    placeBy: by,
    ...(words.length > 0 ? { placeWords: words } : {}),
    ...(candidates.length > 0 ? { placeCandidates: candidates } : {}),
  };
}

/** The route with nothing to ask about the place any more. The words that were read stay for the record. */
export function withPlaceSettled({ placeCandidates: _, ...route }: Route): Route {
  return route;
}

/** The route once a person said where it is; category, sector and units stay. */
export function routeAtPlace(route: Route, township: { id: string; name: string }): Route {
  return {
    ...withPlaceSettled(route),
    townshipId: township.id,
    placeBy: 'staff',
    names: { ...route.names, township: township.name },
  };
}
