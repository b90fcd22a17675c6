import type { RouteCandidate, RouteRule } from '@contract/lead';
import { OTHER_CATEGORY, type County, type CountyCategory } from '../county';
import { accusationIn } from './accusation';
import { categoryNamed, categoryOfReading } from './category-of-reading';
import type { Reading } from './classify';

/** What the classifier says of a text, and which classifier it was. */
export interface CategoryReading extends Reading {
  modelVersion: string;
}
/** Reads what a text is about: the classifier, loaded when it is first asked. */
export type CategoryReader = (text: string) => CategoryReading;

export interface CategoryChoice {
  category: CountyCategory;
  rule: RouteRule;
  /** The resident's own words that decided. */
  words: string[];
  candidates: RouteCandidate[];
  certain: boolean;
  modelVersion: string | null;
}

/** Keywords scoring less than this are left to the classifier and to people. */
const HEARD_FROM = 2;
/** A choice less likely than this is confirmed by a person. */
const CERTAIN_FROM = 0.8;
const MOST_CANDIDATES = 3;
const MOST_WORDS = 5;
/**
 * How much the share of the keywords and the classifier's own probability count in the likeness of a category. Fitted
 * so that the likelihoods mean what they say on the demonstration leads; docs/routing.md has the figures.
 */
const KEYWORDS_COUNT = 6;
const READING_COUNTS = 0.3;
/** Keywords that stand alone are not everything yet: as if others of this weight had been heard too. */
const UNHEARD = 2;
/** What the classifier would say of a category it never learned. */
const UNLEARNED = 0.2;
const LEAST_PROBABILITY = 0.001;

/** A category whose keywords stand in the text. */
interface Heard {
  category: CountyCategory;
  words: string[];
  score: number;
}

/**
 * The category of a text with the best three candidates: the words of a private matter before everything else, then the
 * county's keywords, then the classifier where keywords are silent and it is sure; else the desk. Never nothing.
 */
export function whichCategory(text: string, county: County, read: CategoryReader | null): CategoryChoice {
  const heard = heardIn(text, county);
  const reading = read?.(text) ?? null;
  const ranked = reading === null ? [] : rankedIn(reading, county);
  const modelVersion = reading?.modelVersion ?? null;
  const [loudest] = heard.filter(({ score }) => score >= HEARD_FROM);
  if (loudest !== undefined && loudest.category.id !== OTHER_CATEGORY) {
    const candidates = weigh(heard, ranked, loudest.category.id);
    const certain = (candidates[0]?.probability ?? 0) >= CERTAIN_FROM;
    const words = loudest.words.slice(0, MOST_WORDS);
    return { category: loudest.category, rule: 'keywords', words, candidates, certain, modelVersion };
  }
  const candidates = ranked.length > 0 ? ranked.slice(0, MOST_CANDIDATES) : weigh(heard, ranked, null);
  const sure = loudest === undefined && reading !== null ? categoryOfReading(text, reading, county) : null;
  if (sure !== null && reading !== null) {
    const { words } = reading;
    return { category: sure, rule: 'classifier', words, candidates, certain: true, modelVersion };
  }
  const category = otherCategory(county);
  return {
    category,
    rule: 'countyDesk',
    words: loudest?.words.slice(0, MOST_WORDS) ?? [],
    candidates,
    certain: false,
    modelVersion,
  };
}

/** Every category with a keyword in the text, loudest first; a private matter stays private whatever else is spoken of. */
function heardIn(text: string, county: County): Heard[] {
  const spoken = phrasesIn(text, county);
  const heard = county.categories.map((category) => {
    const found = category.keywords.filter(({ phrase }) => spoken.has(phrase));
    const phrases = found.sort((a, b) => b.weight - a.weight).map(({ phrase }) => phrase);
    const accused = accusationIn(text, category);
    const said = [...new Set([...phrases, ...accused])];
    // Who reads 「学校门口」 need not read 「学校」 as well; the score keeps both.
    const words = said.filter((one) => !said.some((other) => other !== one && other.includes(one)));
    const score = found.reduce((sum, { weight }) => sum + weight, 0);
    return { category, words, score: accused.length > 0 ? score + HEARD_FROM : score };
  });
  const isMeant = ({ category, score }: Heard): number => Number(category.private && score >= HEARD_FROM);
  return heard.filter(({ score }) => score > 0).sort((a, b) => isMeant(b) - isMeant(a) || b.score - a.score);
}

const phrasesOf = new WeakMap<County, Map<string, string[]>>();

/** The county's phrases by their first two characters, so that a long text is walked through once. */
function phrasesByStart(county: County): Map<string, string[]> {
  const known = phrasesOf.get(county);
  if (known) return known;
  const byStart = new Map<string, string[]>();
  for (const { phrase } of county.categories.flatMap(({ keywords }) => keywords)) {
    const start = phrase.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), phrase]);
  }
  phrasesOf.set(county, byStart);
  return byStart;
}

function phrasesIn(text: string, county: County): Set<string> {
  const byStart = phrasesByStart(county);
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    for (const start of [text.slice(at, at + 2), text.charAt(at)]) {
      for (const phrase of byStart.get(start) ?? []) if (text.startsWith(phrase, at)) found.add(phrase);
    }
  }
  return found;
}

/** The classifier's order in the county's categories; what the county does not have is passed over. */
function rankedIn(reading: CategoryReading, county: County): RouteCandidate[] {
  return reading.ranked.flatMap(({ name, probability }, index) => {
    const category = categoryNamed(name, county);
    if (category === null) return [];
    const words = index === 0 ? reading.words : [];
    return [{ categoryId: category.id, probability: round(probability * (1 - reading.outOfScope)), words }];
  });
}

/** Keywords and classifier together as probabilities; the chosen one first, the others by likelihood, none twice. */
function weigh(
  heard: readonly Heard[],
  ranked: readonly RouteCandidate[],
  chosenId: string | null,
): RouteCandidate[] {
  const total = heard.reduce((sum, { score }) => sum + score, 0) + UNHEARD;
  const ids = new Set([...heard.map(({ category }) => category.id), ...ranked.map((one) => one.categoryId)]);
  ids.delete(OTHER_CATEGORY);
  const likely = Array.from(ids, (categoryId) => {
    const spoken = heard.find(({ category }) => category.id === categoryId);
    const read = ranked.find((one) => one.categoryId === categoryId);
    const probability = Math.max(read?.probability ?? UNLEARNED, LEAST_PROBABILITY);
    const strength = (KEYWORDS_COUNT * (spoken?.score ?? 0)) / total + READING_COUNTS * Math.log(probability);
    const words = (spoken?.words ?? read?.words ?? []).slice(0, MOST_WORDS);
    return { categoryId, words, strength: Math.exp(strength) };
  });
  const all = likely.reduce((sum, { strength }) => sum + strength, 0);
  const isChosen = ({ categoryId }: { categoryId: string }): number => Number(categoryId === chosenId);
  return likely
    .sort((a, b) => isChosen(b) - isChosen(a) || b.strength - a.strength)
    .slice(0, MOST_CANDIDATES)
    .map(({ categoryId, words, strength }) => ({ categoryId, probability: round(strength / all), words }));
}

const round = (probability: number): number => Math.round(probability * 1_000) / 1_000;

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
