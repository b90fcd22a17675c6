import type { Owner, PlaceMatch, Route, RouteRule } from '@contract/lead';
import { findPlace, OTHER_CATEGORY, type County, type CountyCategory, type OutOfScopeGroup } from '../county';
import { categoryOfReading } from './category-of-reading';
import type { Reading } from './classify';
import { placeInText } from './place-in-text';

export interface RoutingInput {
  text: string;
  /** What the scanned code says. */
  codePlaceId: string | null;
  /** What the resident picked. */
  chosenPlaceId: string | null;
}
export interface Placement {
  route: Route;
  owner: Owner;
  placeId: string | null;
}

/** Words scoring less than this are left to a person. */
const SURE_ENOUGH = 2;

/** Reads what a text is about: the classifier, loaded when it is first asked. */
export type CategoryReader = (text: string) => Reading;

interface Category {
  category: CountyCategory;
  words: string[];
  rule: RouteRule;
}

/**
 * Places a lead: category by the residents' own words, place by code, choice or text. The county's keywords come first;
 * the classifier is asked only where they are silent. Total: never without an owner.
 */
export function routeLead(input: RoutingInput, county: County, read: CategoryReader | null): Placement {
  const place = whichPlace(input, county);
  const { category, words, rule } = whichCategory(input.text, county, read);
  const townshipId = findPlace(county, place.placeId)?.township.id ?? null;
  const route: Route = {
    ...routeFor(category, townshipId),
    rule,
    words,
    placeBy: place.by,
  };
  return { route, owner: ownerOf(route, county), placeId: place.placeId };
}

/** The committee, sector and units that the county's table gives a category. */
export function routeFor(
  category: CountyCategory,
  townshipId: string | null,
): Omit<Route, 'rule' | 'words' | 'placeBy'> {
  return {
    categoryId: category.id,
    sectorId: category.sectorIds[0] ?? 'none',
    committeeId: category.committeeId,
    townshipId,
    unitIds: category.unitIds.slice(0, 3),
  };
}

/** Who holds a lead with this route: the township's liaison, else the county desk. Private matters stay at the desk. */
export function ownerOf(route: Route, county: County): Owner {
  const category = county.categories.find(({ id }) => id === route.categoryId);
  const township = county.townships.find(({ id }) => id === route.townshipId);
  if (category?.private || !township?.liaison) return { kind: 'countyDesk' };
  return { kind: 'liaison', townshipId: township.id, accountId: township.liaison.accountId };
}

/** The group of matters for another door whose words stand in the text, if any. A hint, never a refusal. */
export function soundsOutOfScope(text: string, county: County): OutOfScopeGroup | null {
  return county.outOfScope.find(({ phrases }) => phrases.some((phrase) => text.includes(phrase))) ?? null;
}

function whichPlace(input: RoutingInput, county: County): { placeId: string | null; by: PlaceMatch } {
  if (findPlace(county, input.chosenPlaceId)) return { placeId: input.chosenPlaceId, by: 'chosen' };
  if (findPlace(county, input.codePlaceId)) return { placeId: input.codePlaceId, by: 'code' };
  const placeId = placeInText(input.text, county);
  return placeId === null ? { placeId: null, by: 'none' } : { placeId, by: 'text' };
}

/** The words of a private matter decide before everything else, then the classifier where it is sure, then keywords. */
function whichCategory(text: string, county: County, read: CategoryReader | null): Category {
  const byKeywords = categoryByKeywords(text, county);
  if (byKeywords.rule !== 'countyDesk' || read === null) return byKeywords;
  const reading = read(text);
  const category = categoryOfReading(text, reading, county);
  return category === null ? byKeywords : { category, words: reading.words, rule: 'classifier' };
}

function categoryByKeywords(text: string, county: County): Category {
  let best: { category: CountyCategory; words: string[]; score: number } | null = null;
  for (const category of county.categories) {
    const found = category.keywords.filter(({ phrase }) => text.includes(phrase));
    const score = found.reduce((sum, { weight }) => sum + weight, 0);
    if (score >= SURE_ENOUGH && (best === null || isRather(category, score, best))) {
      const words = found.sort((a, b) => b.weight - a.weight).map(({ phrase }) => phrase);
      best = { category, score, words: words.slice(0, 5) };
    }
  }
  if (best === null) return { category: otherCategory(county), words: [], rule: 'countyDesk' };
  const { category, words } = best;
  return { category, words, rule: category.id === OTHER_CATEGORY ? 'countyDesk' : 'keywords' };
}

/** A private matter stays private whatever else the text speaks of: 「村支书贪污修路的钱」 is no matter for the village. */
function isRather(
  category: CountyCategory,
  score: number,
  best: { category: CountyCategory; score: number },
): boolean {
  if (category.private !== best.category.private) return category.private;
  return score > best.score;
}

function otherCategory(county: County): CountyCategory {
  return (
    county.categories.find(({ id }) => id === OTHER_CATEGORY) ?? {
      id: OTHER_CATEGORY,
      name: '其他',
      sectorIds: [],
      committeeId: null,
      unitIds: [],
      private: false,
      keywords: [],
    }
  );
}
