import { gramsOf, inPrint, similarity, weightsOf, type Weights } from './fingerprint';
import { sharedWords } from './shared-words';

/** Where a message speaks of, as far as it is known. */
export interface Whereabouts {
  placeId: string | null;
  townshipId: string | null;
}
export interface Query extends Whereabouts {
  text: string;
  print: string;
  /** The names of where the query speaks of: what two messages of one village share anyway. */
  placeNames?: readonly string[] | undefined;
}
export interface Candidate extends Whereabouts {
  leadId: string;
  print: string;
}
export type SamePlace = 'village' | 'township' | null;

/** An earlier lead that may be the same problem, and why. */
export interface Suggestion {
  leadId: string;
  /** Likeness of the words, raised where the place is the same and lowered where it is another. */
  score: number;
  samePlace: SamePlace;
  /** The words both have, as they stand in the query's text. */
  words: string[];
}

/** How many candidates one look-up brings: the newest that share a rare gram. */
export const MOST_CANDIDATES = 60;
export const MOST_SUGGESTIONS = 5;
/** Below this nothing is suggested, from here on it is called very like. */
const SUGGEST_FROM = 0.08;
export const VERY_LIKE_FROM = 0.25;

const SAME_VILLAGE = 1.3;
const SAME_TOWNSHIP = 1.1;
const OTHER_TOWNSHIP = 0.8;

/**
 * The candidates that are like the query, most alike first; those that share the names of the place and hardly more are
 * left out. Pure and total.
 */
export function suggestEarlier(
  query: Query,
  candidates: readonly Candidate[],
  { most = MOST_SUGGESTIONS }: { most?: number | undefined } = {},
): Suggestion[] {
  const own = weightsOf(query.print);
  const names = query.placeNames ?? [];
  const besidePlace = names.length === 0 ? own : without(own, gramsOf(names));
  const tells = ({ print }: Candidate, factor: number, words: readonly string[]): boolean =>
    isSameProblem({
      score: similarity(besidePlace, print) * factor,
      words: words.filter((word) => isBeside(word, names)),
    });
  return candidates
    .flatMap((candidate) => {
      const factor = placeFactor(query, candidate);
      const score = Math.min(1, similarity(own, candidate.print) * factor);
      if (score < SUGGEST_FROM) return [];
      const words = sharedWords(query.text, weightsOf(candidate.print));
      if (!tells(candidate, factor, words)) return [];
      return [{ leadId: candidate.leadId, score, samePlace: samePlace(query, candidate), words }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** One turn of speech that two short texts share tells nothing: two different words do, or a great likeness. */
const isSameProblem = ({ score, words }: { score: number; words: readonly string[] }): boolean =>
  words.length >= 2 || score >= VERY_LIKE_FROM;

/** The weights without those of some grams. */
function without(weights: Weights, grams: ReadonlySet<number>): Weights {
  const left = new Map(weights);
  for (const gram of grams) left.delete(inPrint(gram));
  return left;
}

/** Whether a word says more than where: a place is often shared together with a letter beside it. */
function isBeside(word: string, names: readonly string[]): boolean {
  if (names.some((name) => name.includes(word))) return false;
  const rest = names.reduce((left, name) => left.replace(name, ''), word);
  return Array.from(rest).length >= 2;
}

/** Whether two messages speak of the same village, or at least of the same township, as far as both places are known. */
export function samePlace(one: Whereabouts, other: Whereabouts): SamePlace {
  const isVillage = one.placeId !== null && one.placeId !== one.townshipId;
  if (isVillage && one.placeId === other.placeId) return 'village';
  return one.townshipId !== null && one.townshipId === other.townshipId ? 'township' : null;
}

/** Whether two messages are known to speak of two townships. */
export const isElsewhere = (one: Whereabouts, other: Whereabouts): boolean =>
  one.townshipId !== null && other.townshipId !== null && one.townshipId !== other.townshipId;

function placeFactor(one: Whereabouts, other: Whereabouts): number {
  switch (samePlace(one, other)) {
    case 'village':
      return SAME_VILLAGE;
    case 'township':
      return SAME_TOWNSHIP;
    case null:
      return isElsewhere(one, other) ? OTHER_TOWNSHIP : 1;
  }
}
