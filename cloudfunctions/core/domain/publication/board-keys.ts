import type { BoardQuery, BoardState } from '@contract/board';
import { findPlace, type County } from '../county';
import { eachGram } from '../duplicates/grams';
import type { Lead } from '../lead/lead';
import { turnOf } from '../lead/turn';
import { strangerReads } from '../permissions/stranger';
import { soundOf } from '../places/homophones';

/** Of a long text this much is found by its words. */
const MOST_CHARACTERS = 400;
/** So many pieces of what was typed have to be there; more would narrow nothing. */
const MOST_PIECES = 12;

/** Whether anybody may read it on the public board. */
export const isOnBoard = (lead: Pick<Lead, 'status' | 'route' | 'published'>): boolean =>
  strangerReads(lead) === 'published';

/** How a published matter stands, as the board is cut. */
function boardStatesOf(lead: Lead): BoardState[] {
  const states: BoardState[] = [];
  if (lead.adoption === 'adopted') states.push('adopted');
  if (lead.resolution === 'resolved') states.push('solved');
  if (lead.resolution === 'open' && turnOf(lead) !== null) states.push('underway');
  return states;
}

/**
 * The keys under which the board lists a published lead: its places, each alone and with how it stands, and the pieces
 * of its published words, of the title's sounds and of their first letters. None where the board does not show it. Only
 * what the published words say themselves can be found by words; a village too is a key only where they name it.
 */
export function boardKeysOf(lead: Lead, county: County): string[] {
  if (!isOnBoard(lead) || lead.published === null) return [];
  const { title, text } = lead.published;
  const words = `${title}\n${text}`.slice(0, MOST_CHARACTERS);
  const place = findPlace(county, lead.placeId);
  const village = place?.village ?? null;
  const names = [
    county.id,
    lead.route?.townshipId ?? null,
    village && isNamed(village.name, words) ? village.id : null,
  ];
  const states = boardStatesOf(lead);
  return [
    ...names.flatMap((id) => (id === null ? [] : [id, ...states.map((state) => withState(id, state))])),
    ...piecesOf(words, [2]).map((piece) => wordKey(county, 'w', piece)),
    ...Array.from(title, (character) => wordKey(county, 'c', character.codePointAt(0) ?? 0)),
    ...piecesOf(soundsOf(title).join(''), [3]).map((piece) => wordKey(county, 'p', piece)),
    ...piecesOf(initialsOf(title), [2, 3]).map((piece) => wordKey(county, 'i', piece)),
  ].filter((key, index, all) => all.indexOf(key) === index);
}

/** The keys a lead must have to stand in the list; `null` where too little was typed to look for. */
export function keysOfBoardQuery(
  { placeId, words = '', state }: Pick<BoardQuery, 'placeId' | 'words' | 'state'>,
  county: County,
): [string, ...string[]] | null {
  const place = placeId ?? county.id;
  const list = state === undefined ? place : withState(place, state);
  const wanted = wordsOf(words);
  const keys = wanted.map((word) => keysOfWord(word, county));
  if (keys.some((each) => each.length === 0)) return null;
  const [first, ...rest] = keys.flat().slice(0, MOST_PIECES);
  // The rarer key comes first: it drives the index.
  return first === undefined ? [list] : [first, ...rest, list];
}

const withState = (place: string, state: BoardState): string => `${place}|${state}`;
const wordKey = (county: County, kind: string, piece: number): string =>
  `${county.id}~${kind}${piece.toString(36)}`;

/** 凤阳社区 is named where the words say 凤阳. */
const isNamed = (name: string, words: string): boolean =>
  words.includes(name.replace(/(村|社区|虚拟生活区)$/u, '') || name);

/** One syllable as it is typed on a keyboard. */
const SYLLABLE =
  /^([zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(ang?|ai|ao?|eng?|ei|er?|iang?|iao|iong|ing?|i[aeu]?|ong|ou?|uai|uang?|ui|uo|un|ue?|ua?|v(an|e|n)?)$/;

/** What was typed, cut at the blanks, full-width ones too. Syllables with blanks between are one word: `lu deng`. */
function wordsOf(typed: string): string[] {
  const words: string[] = [];
  let before: Part = null;
  for (const word of typed.split(/\s+/).filter(Boolean)) {
    const part = partOf(word.toLowerCase().replace(/ü/g, 'v'));
    if (part !== null && part === before) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
    before = part;
  }
  return words;
}

/** What a piece of pinyin is that can be part of a word. */
type Part = 'syllable' | 'letter' | null;

const partOf = (word: string): Part =>
  /^[a-z]$/.test(word) ? 'letter' : SYLLABLE.test(word) ? 'syllable' : null;

function keysOfWord(word: string, county: County): string[] {
  const plain = word.toLowerCase().replace(/[’']/g, '').replace(/ü/g, 'v');
  if (/^[a-z]+$/.test(plain)) {
    // First letters have no vowels to speak of; whoever types a whole syllable types one.
    const isSpelled = plain.length >= 3 && /[aeiou]/.test(plain);
    const pieces = isSpelled ? piecesOf(plain, [3]) : piecesOf(plain, [Math.min(3, plain.length)]);
    return pieces.map((piece) => wordKey(county, isSpelled ? 'p' : 'i', piece));
  }
  const [only, ...others] = Array.from(word);
  if (only !== undefined && others.length === 0) return [wordKey(county, 'c', only.codePointAt(0) ?? 0)];
  return piecesOf(word, [2]).map((piece) => wordKey(county, 'w', piece));
}

/** Its pieces of these lengths, each once. */
function piecesOf(words: string, sizes: readonly number[]): number[] {
  const pieces = new Set<number>();
  eachGram(words, ({ hash, size }) => {
    if (sizes.includes(size)) pieces.add(hash);
  });
  return [...pieces];
}

const soundsOf = (words: string): string[] => Array.from(words, (character) => soundOf(character) ?? '，');
/** What has no sound parts the letters before it from those behind. */
const initialsOf = (words: string): string =>
  soundsOf(words)
    .map((sound) => Array.from(sound)[0] ?? '')
    .join('');
