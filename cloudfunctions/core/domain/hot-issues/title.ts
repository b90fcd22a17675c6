import { inPrint, type Weights } from '../duplicates/fingerprint';
import { eachGram } from '../duplicates/grams';

/** A lead's words with the print they are compared by, and whose they are. */
export interface Told {
  personKey: string;
  text: string;
  weights: Weights;
}

const LONGEST = 26;
const CLAUSE = /[^，。！？；：、,.!?;:\s]+/gu;
/** The first clause is mostly the headline. */
const FIRST_COUNTS = 1.5;
/** How residents begin, whatever the matter is. */
const OPENING = /^(?:请问|咨询|投诉|举报|反映|建议|希望|强烈|关于|恳请|请求)+(?:一下)?/u;
/** Between two shared words these may stand although nobody else put them there. */
const LINK = /^[的了在是和有被把向从到]$/u;
const IDLE_EDGES = /^[的了在是和有就都被把从向也还很着过到们]+|[的了在是和有就都被把从向也还很着过到]+$/gu;

/**
 * The words in which people agree most about a problem: of the clause they share most of, without what only one of them
 * says, so that they tell nothing about a single person. Empty where only one person tells of it. Pure.
 */
export function titleOf(told: readonly Told[]): string {
  const all = sumOf(told);
  let best = { title: '', score: 0 };
  for (const one of told) {
    const others = weightsOfOthers(one.personKey, told, all);
    clausesOf(one.text).forEach((clause, index) => {
      const { title, score } = agreement(clause, others);
      const counted = index === 0 ? score * FIRST_COUNTS : score;
      if (counted > best.score) best = { title, score: counted };
    });
  }
  return best.title;
}

/** The clauses of a text, without the shortest ones. */
export const clausesOf = (text: string): string[] =>
  (text.match(CLAUSE) ?? [])
    .filter((clause) => Array.from(clause).length >= 3)
    .map((clause) => Array.from(clause).slice(0, LONGEST).join(''));

/** The part of a clause that others use too, and how much they agree on it for its length. */
function agreement(clause: string, others: Weights): { title: string; score: number } {
  const covered = new Array<boolean>(clause.length).fill(false);
  const seen = new Set<number>();
  let sum = 0;
  eachGram(clause, ({ hash, start, end }) => {
    const weight = others.get(inPrint(hash)) ?? 0;
    if (weight <= 0) return;
    covered.fill(true, start, end);
    if (!seen.has(hash)) sum += weight;
    seen.add(hash);
  });
  let title = '';
  for (let at = 0; at < clause.length; at += 1) {
    const isLink = covered[at - 1] === true && covered[at + 1] === true && LINK.test(clause[at] ?? '');
    title += covered[at] || isLink ? clause[at] : ' ';
  }
  title = title.trim().replace(/\s+/gu, ' ').replace(OPENING, '').replace(IDLE_EDGES, '');
  const share = covered.filter(Boolean).length / clause.length;
  return { title, score: (sum * share * share) / Math.sqrt(clause.length + 4) };
}

function sumOf(told: readonly Told[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { weights } of told)
    for (const [gram, weight] of weights) sum.set(gram, (sum.get(gram) ?? 0) + weight);
  return sum;
}

/** What everybody but this person says. What falls to nothing but a rounding error is nobody's. */
function weightsOfOthers(personKey: string, told: readonly Told[], all: Weights): Weights {
  const own = sumOf(told.filter((one) => one.personKey === personKey));
  const others = new Map<number, number>();
  for (const [gram, weight] of all) {
    const rest = weight - (own.get(gram) ?? 0);
    if (rest > 1e-9) others.set(gram, rest);
  }
  return others;
}
