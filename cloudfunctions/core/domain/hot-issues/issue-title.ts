import type { Lead } from '../lead/lead';
import { deIdentify } from '../publication/de-identify';
import { findIdentifiers } from '../publication/find-identifiers';
import { clausesOf, titleOf, type Told } from './title';

/** A lead's words as a title may be made of them. */
export interface TitleLead extends Told {
  /** How many people stand behind it. */
  people: number;
  route: Pick<NonNullable<Lead['route']>, 'townshipId' | 'words'> | null;
}

interface NamedPlace {
  id: string;
  name: string;
  shortName: string;
}

const MOST_CHARACTERS = 24;
/** Agreed words as long as this read as a sentence by themselves. */
const READS_ALONE = 8;
const SHORTEST = 5;
/** In such words people say that something is wrong, not where they came from. */
const PROBLEM = /没|不|坏|乱|堵|臭|脏|漏|慢|断|停|贵|倒|缺|挤|危险|发霉/u;
const PROBLEM_COUNTS = 2;
const OURS = /^(?:俺|我|咱)们?(?:这儿|这里|这边|这)(?=\p{Script=Han})/u;
/** Who tells of themselves or their family is not quoted. */
const OWN_LIFE = /[俺我咱娃爹妈爷奶叔婶姨孙]|儿子|儿媳|闺女|女儿|老公|媳妇|丈夫|妻子|怀孕|去世/u;

/**
 * What an issue is called, in at most 24 characters: where it is in one township only, and what is wrong there. The words
 * people agree on; where those are bare words, the clause around them of the lead most people stand behind. What tells
 * of a person is never quoted. Empty where nothing can be said. Pure.
 */
export function issueTitle(leads: readonly TitleLead[], townships: readonly NamedPlace[]): string {
  const agreed = deIdentify(titleOf(leads));
  const readsAlone = !agreed.includes(' ') && lengthOf(agreed) >= READS_ALONE;
  const parts = agreed
    .split(' ')
    .map((part) => part.replace(/^的|的$/gu, ''))
    .filter((part) => part !== '');
  const words = readsAlone ? agreed : (clauseAround(parts, leads) ?? parts.join('、'));
  if (words === '') return '';
  const place = placeOf(leads, townships);
  const isSaid = place === null || words.includes(place.shortName);
  const title = isSaid ? words : `${place.name}：${words}`;
  return lengthOf(title) <= MOST_CHARACTERS ? title : shortened(words);
}

const lengthOf = (text: string): number => Array.from(text).length;

const shortened = (words: string): string =>
  lengthOf(words) <= MOST_CHARACTERS
    ? words
    : `${Array.from(words)
        .slice(0, MOST_CHARACTERS - 1)
        .join('')}…`;

/** The township all of them are about. */
function placeOf(leads: readonly TitleLead[], townships: readonly NamedPlace[]): NamedPlace | null {
  const ids = new Set(leads.map(({ route }) => route?.townshipId ?? null));
  const [only] = ids;
  return ids.size === 1 ? (townships.find(({ id }) => id === only) ?? null) : null;
}

/** The clause that says most of the problem around the shared words, of the lead most people stand behind. */
function clauseAround(parts: readonly string[], leads: readonly TitleLead[]): string | null {
  // Of leads as many stand behind the earlier one: the sort keeps their order.
  for (const lead of [...leads].sort((one, other) => other.people - one.people)) {
    const hidden = findIdentifiers(lead.text).map(({ words }) => words);
    const clauses = clausesOf(lead.text)
      .filter((clause) => parts.every((part) => clause.includes(part)))
      .map((clause) => clause.replace(OURS, ''))
      .filter((clause) => lengthOf(clause) >= SHORTEST && !OWN_LIFE.test(clause))
      .filter((clause) => !hidden.some((words) => clause.normalize('NFKC').includes(words)));
    const [best] = clauses.sort((one, other) => saysOf(other, lead) - saysOf(one, lead));
    if (best !== undefined) return best;
  }
  return null;
}

function saysOf(clause: string, { route }: TitleLead): number {
  const known = (route?.words ?? []).filter((word) => clause.includes(word));
  return known.join('').length + (PROBLEM.test(clause) ? PROBLEM_COUNTS : 0);
}
