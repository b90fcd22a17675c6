import { splitTitle } from '../routing/ngrams';
import { eachGram } from './grams';
import { levelOf, rareness, type Rarity } from './rarity';

/** What a lead is remembered by when the same problem is reported again. Small enough to lie in its document. */
export interface Fingerprint {
  /** Its few rarest grams: the indexed array it is found by. */
  keys: number[];
  /** The rare grams by which it looks for others; begins with `keys`. */
  askKeys: number[];
  /** Its most telling grams with their weights, five characters each: what is compared. */
  print: string;
}

/** The grams of a print with their weights; the squares of the weights add up to one. */
export type Weights = ReadonlyMap<number, number>;

/** Few keys are stored, because each is a write; many are asked for, because asking costs next to nothing. */
export const KEYS_STORED = 5;
export const KEYS_ASKED = 128;
const GRAMS_KEPT = 240;
const TITLE_WEIGHT = 3;
const MOST_CHARACTERS = 1500;
/** How much rarity and length count in the comparison. For keys, rarity alone counts fully. */
const RARITY_POWER = 0.7;
const SIZE_POWER = 1.3;

/** A message as it is compared: its headline counts more. */
export interface Message {
  title: string;
  text: string;
}

/** A message without a headline, as residents write it: the first clause is the headline. */
export const messageOf = (text: string): Message => splitTitle(text);

/**
 * The fingerprint of a message. Total: a text without words has no keys and is like nothing. Grams of `names`, the
 * county's and its townships', are compared but never become keys: half the leads would share them.
 */
export function fingerprintOf(
  message: Message,
  rarity: Rarity,
  names: ReadonlySet<number> = new Set(),
): Fingerprint {
  const seen = new Map<number, Seen>();
  const count = (text: string, times: number): void =>
    eachGram(text.slice(0, MOST_CHARACTERS), ({ hash, size, firstPair, lastPair }) => {
      const known = seen.get(hash);
      if (known) known.times += times;
      else {
        // A run of three is as rare as its rarer half, and usually rarer; a table of them would be ten times as large.
        const level = Math.min(levelOf(firstPair, rarity), levelOf(lastPair, rarity));
        seen.set(hash, { hash, size, level, times, weight: 0 });
      }
    });
  count(message.title, TITLE_WEIGHT);
  count(message.text, 1);
  const grams = [...seen.values()];
  const rare = rareness(rarity);
  const often = grams.map(({ times }) => (times === 1 ? 1 : 1 + Math.log(times)));
  const weigh = (rarityPower: number, sizePower: number): void => {
    const weights = [2, 3].map((size) => rare.map((value) => value ** rarityPower * size ** -sizePower));
    grams.forEach((gram, index) => {
      gram.weight = (often[index] ?? 1) * (weights[gram.size - 2]?.[gram.level] ?? 0);
    });
  };
  weigh(1, 1);
  const askKeys = heaviest(grams, KEYS_ASKED, ({ hash }) => !names.has(hash)).map(({ hash }) => hash);
  weigh(RARITY_POWER, SIZE_POWER);
  return { keys: askKeys.slice(0, KEYS_STORED), askKeys, print: pack(heaviest(grams, GRAMS_KEPT)) };
}

interface Seen {
  hash: number;
  size: 2 | 3;
  /** How common its rarer half is. */
  level: number;
  times: number;
  weight: number;
}

/** The heaviest grams, heaviest first; of equal ones the order does not depend on the text. */
function heaviest(
  grams: readonly Seen[],
  most: number,
  isMeant: (gram: Seen) => boolean = () => true,
): Seen[] {
  return grams
    .filter((gram) => gram.weight > 0 && isMeant(gram))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most);
}

/** The grams of names that too many leads speak of to be found by. */
export function gramsOf(names: readonly string[]): Set<number> {
  const grams = new Set<number>();
  for (const name of names) eachGram(name, ({ hash }) => grams.add(hash));
  return grams;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGITS = new Uint8Array(128);
Array.from(ALPHABET).forEach((digit, value) => (DIGITS[digit.charCodeAt(0)] = value));
const DIGITS_A_GRAM = 5;
const MOST_LEVEL = 63;
/** In a print a gram is known by these bits of its hash; two of one message hardly ever share them. */
const PRINT_BITS = 0xffffff;

function pack(grams: readonly Seen[]): string {
  const most = grams[0]?.weight ?? 1;
  let print = '';
  for (const { hash, weight } of grams) {
    const gram = inPrint(hash);
    for (let shift = 18; shift >= 0; shift -= 6) print += ALPHABET[(gram >>> shift) & 63] ?? '';
    print += ALPHABET[Math.max(1, Math.round((weight / most) * MOST_LEVEL))] ?? '';
  }
  return print;
}

/** Reads a print. Total: of what is no print it reads what it can. */
export function weightsOf(print: string): Weights {
  const weights = new Map<number, number>();
  let squares = 0;
  for (let at = 0; at + DIGITS_A_GRAM <= print.length; at += DIGITS_A_GRAM) {
    const level = digitAt(print, at + DIGITS_A_GRAM - 1);
    weights.set(gramAt(print, at), level);
    squares += level * level;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [gram, level] of weights) weights.set(gram, level / length);
  return weights;
}

const digitAt = (print: string, at: number): number => DIGITS[print.charCodeAt(at) & 127] ?? 0;

/** The name of a gram in a print. */
export const inPrint = (hash: number): number => hash & PRINT_BITS;

/** How alike a print is to what is known by its weights: 0 nothing shared, 1 the same. Total, like `weightsOf`. */
export function similarity(own: Weights, print: string): number {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at + DIGITS_A_GRAM <= print.length; at += DIGITS_A_GRAM) {
    const level = digitAt(print, at + DIGITS_A_GRAM - 1);
    squares += level * level;
    sum += level * (own.get(gramAt(print, at)) ?? 0);
  }
  return sum / (Math.sqrt(squares) || 1);
}

const gramAt = (print: string, at: number): number =>
  (digitAt(print, at) << 18) |
  (digitAt(print, at + 1) << 12) |
  (digitAt(print, at + 2) << 6) |
  digitAt(print, at + 3);
