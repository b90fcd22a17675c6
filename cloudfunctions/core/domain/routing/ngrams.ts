import { SIMPLIFIED_OF } from './traditional';

/** One n-gram of a message: what it is, how much it counts, where in the normalised text it stands. */
export interface Ngrams {
  /** Hashed n-grams, one entry an occurrence. */
  keys: Uint32Array;
  /** What each occurrence counts: title more than body, early more than late. */
  weights: Float32Array;
  /** First character of each occurrence, as an index into the original `title + text`. */
  starts: Uint32Array;
  /** One past the last character of each occurrence, in the original. */
  ends: Uint32Array;
  count: number;
  /** What the values are divided by, so that long messages do not shout. */
  length: number;
}

/** Hashed n-grams live in 22 bits: few collisions, and a sorted key list that compresses well. */
export const KEY_BITS = 22;

/** Later characters add nothing but time. */
export const MOST_CHARACTERS = 2000;
const LONGEST_NGRAM = 3;
/** Weight of a 1-, 2- and 3-gram; squared in the length. */
const SIZE_WEIGHTS = [0, 1, 1, 0.5];
const TITLE_WEIGHT = 2;
const LENGTH_POWER = 0.47;
/** Body occurrences fade with a scale of this many characters, down to the floor. */
const FADE = 200;
/** How far the opening of a body reaches: there people say what it is about. */
const OPENING = 60;
const TITLE_ATTEMPT = 30;

/** Characters that say how something is said, not what it is about. Deleted before n-grams are cut. */
const IDLE = new Set(
  Array.from(
    '的又但且都也他们什或么了与我将把和己怎须并让被仅按没始而如甚还那其就候哪等很是样尽及才从对果何可均给向必这在你您为由有因然于即些能以不过着该此更各则吗呢吧啊之所',
    (character) => character.codePointAt(0) ?? 0,
  ),
);
const BREAK = 0;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** What each Chinese character counts as: its code, or 0 for nothing. Made when first asked for: starting costs too. */
const hanTable = (standsFor: (code: number) => number): (() => Uint16Array) => {
  let table: Uint16Array | null = null;
  return () =>
    (table ??= Uint16Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, index) => {
      const code = standsFor(FIRST_HAN + index);
      return IDLE.has(code) ? 0 : code;
    }));
};

/** What counts more, and what less, than the rest of a text, and what each Chinese character is read as. */
export interface Emphasis {
  /** Weight of what stands far behind. */
  floor: number;
  /** Weight of the body's opening, counted once more on its own; 0 leaves it out. */
  opening: number;
  han: () => Uint16Array;
}

const PLAIN: Emphasis = { floor: 0.3, opening: 0, han: hanTable((code) => code) };
/** For a resident's message (measured: it tells the categories apart better than the plain one). */
export const OF_MESSAGES: Emphasis = {
  floor: 0.15,
  opening: 0.5,
  han: hanTable((code) => SIMPLIFIED_OF.get(code) ?? code),
};

/** The headline of a message that has none: its first clause, a salutation not counted. */
export function splitTitle(text: string): { title: string; text: string } {
  const body = text.replace(
    /^[\s\u3000]*(?:尊敬[^，。：:,!！\s]{0,12}|[^，。：:,!！\s]{0,8}(?:领导|书记|局长|县长|市长)|您好|你好)[，。：:,!！\s]+/u,
    '',
  );
  const clause = /[\u3000\u00a0]|\s{3,}|[，。！？；!?;\n]|尊敬|您好|你好/u.exec(body.slice(0, 120));
  const cut =
    clause !== null && blankless(body.slice(0, clause.index)) >= 5 && clause.index <= 90
      ? clause.index
      : TITLE_ATTEMPT;
  return { title: body.slice(0, cut), text: body.slice(cut) };
}

const blankless = (text: string): number => text.replace(/\s/gu, '').length;

interface Characters {
  codes: Uint16Array;
  /** Where each kept character stood in the original. */
  at: Uint32Array;
  count: number;
}

/** Cuts a message into hashed 1- to 3-grams. Never throws, whatever the text; reads its first 2,000 characters. */
export function ngramsOf(title: string, text: string, { floor, opening, han } = PLAIN): Ngrams {
  const table = han();
  const head = readCharacters(title.slice(0, MOST_CHARACTERS), 0, table);
  const body = readCharacters(text.slice(0, MOST_CHARACTERS), title.length, table);
  const start: Characters = { ...body, count: opening > 0 ? Math.min(body.count, OPENING) : 0 };
  const most = (head.count * 2 + body.count + start.count) * LONGEST_NGRAM;
  const ngrams: Ngrams = {
    keys: new Uint32Array(most),
    weights: new Float32Array(most),
    starts: new Uint32Array(most),
    ends: new Uint32Array(most),
    count: 0,
    length: 0,
  };
  cut(head, ngrams, 0x51ed270b, () => TITLE_WEIGHT);
  cut(head, ngrams, 0, () => 1);
  cut(body, ngrams, 0, (position) => Math.max(floor, Math.exp(-(head.count + position) / FADE)));
  cut(start, ngrams, 0x01234567, () => opening);
  ngrams.length = Math.pow(ngrams.length * 10, LENGTH_POWER) + 1e-9;
  return ngrams;
}

/** What an n-gram of this key counts in a message where its occurrences weigh `sum` together. */
export const valueOf = (sum: number, length: number): number => Math.sqrt(sum) / length;

function readCharacters(text: string, offset: number, han: Uint16Array): Characters {
  const codes = new Uint16Array(text.length);
  const at = new Uint32Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = plainCode(text.charCodeAt(index), han);
    if (code < 0) continue;
    const last = count > 0 ? codes[count - 1] : BREAK;
    if (code === BREAK ? last === BREAK : code === 48 && last === 48) continue;
    codes[count] = code;
    at[count] = offset + index;
    count += 1;
  }
  return { codes, at, count };
}

/** Full width to half, capitals to small, any digit to 0, blanks and idle characters away (-1), the rest a break. */
function plainCode(raw: number, han: Uint16Array): number {
  let code = raw >= 0xff01 && raw <= 0xff5e ? raw - 0xfee0 : raw;
  if (code >= 65 && code <= 90) code += 32;
  if (code >= FIRST_HAN && code <= LAST_HAN) return han[code - FIRST_HAN] || -1;
  if (code >= 48 && code <= 57) return 48;
  if (code >= 97 && code <= 122) return code;
  if (code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff)
    return -1;
  return BREAK;
}

function cut(
  characters: Characters,
  into: Ngrams,
  salt: number,
  weightAt: (position: number) => number,
): void {
  const { codes, at, count } = characters;
  for (let start = 0; start < count; start += 1) {
    if (codes[start] === BREAK) continue;
    const weight = weightAt(start);
    let hash = 0x811c9dc5 ^ salt;
    let size = 0;
    for (let end = start; end < count && size < LONGEST_NGRAM; end += 1) {
      const code = codes[end] ?? BREAK;
      if (code === BREAK) continue;
      size += 1;
      hash = Math.imul(hash ^ code, 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      let key = hash ^ Math.imul(size, 0x9e3779b1);
      key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
      const sizeWeight = SIZE_WEIGHTS[size] ?? 0;
      const counted = weight * sizeWeight * sizeWeight;
      into.keys[into.count] = (key ^ (key >>> 13)) >>> (32 - KEY_BITS);
      into.weights[into.count] = counted;
      into.starts[into.count] = at[start] ?? 0;
      into.ends[into.count] = (at[end] ?? 0) + 1;
      into.count += 1;
      into.length += counted;
    }
  }
}
