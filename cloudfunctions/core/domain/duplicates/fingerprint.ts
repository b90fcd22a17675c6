import { splitTitle } from '../routing/ngrams';
import { eachGram } from './grams';
import { rarityOf, type Rarity } from './rarity';

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
export const KEYS_STORED = 8;
export const KEYS_ASKED = 64;
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
  const seen = new Map<number, { sum: number; size: number; rareness: number }>();
  const count = (text: string, weight: number): void =>
    eachGram(text.slice(0, MOST_CHARACTERS), ({ hash, size, pairs }) => {
      const known = seen.get(hash);
      if (known) known.sum += weight;
      else {
        // A run of three is as rare as its rarer half, and usually rarer; a table of them would be ten times as large.
        const rareness = Math.max(rarityOf(pairs[0], rarity), rarityOf(pairs[1], rarity));
        seen.set(hash, { sum: weight, size, rareness });
      }
    });
  count(message.title, TITLE_WEIGHT);
  count(message.text, 1);
  const grams = Array.from(seen, ([hash, { sum, size, rareness }]) => {
    const often = 1 + Math.log(sum);
    return {
      hash,
      weight: often * rareness ** RARITY_POWER * size ** -SIZE_POWER,
      keyWeight: names.has(hash) ? 0 : (often * rareness) / size,
    };
  });
  const telling = grams.filter(({ keyWeight }) => keyWeight > 0);
  telling.sort((a, b) => b.keyWeight - a.keyWeight || a.hash - b.hash);
  const askKeys = telling.slice(0, KEYS_ASKED).map(({ hash }) => hash);
  return { keys: askKeys.slice(0, KEYS_STORED), askKeys, print: pack(grams) };
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

function pack(grams: { hash: number; weight: number }[]): string {
  const kept = grams
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash);
  const heaviest = kept[0]?.weight ?? 1;
  let print = '';
  for (const { hash, weight } of kept.slice(0, GRAMS_KEPT)) {
    const gram = inPrint(hash);
    for (let shift = 18; shift >= 0; shift -= 6) print += ALPHABET[(gram >>> shift) & 63] ?? '';
    print += ALPHABET[Math.max(1, Math.round((weight / heaviest) * MOST_LEVEL))] ?? '';
  }
  return print;
}

/** Reads a print. Total: of what is no print it reads what it can. */
export function weightsOf(print: string): Weights {
  const weights = new Map<number, number>();
  let squares = 0;
  for (let at = 0; at + DIGITS_A_GRAM <= print.length; at += DIGITS_A_GRAM) {
    let gram = 0;
    for (let digit = at; digit < at + DIGITS_A_GRAM - 1; digit += 1) gram = gram * 64 + digitAt(print, digit);
    const level = digitAt(print, at + DIGITS_A_GRAM - 1);
    weights.set(gram, level);
    squares += level * level;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [gram, level] of weights) weights.set(gram, level / length);
  return weights;
}

const digitAt = (print: string, at: number): number => DIGITS[print.charCodeAt(at) & 127] ?? 0;

/** The name of a gram in a print. */
export const inPrint = (hash: number): number => hash & PRINT_BITS;

/** How alike two prints are: 0 nothing shared, 1 the same. */
export function similarity(one: Weights, other: Weights): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [gram, weight] of few) sum += weight * (many.get(gram) ?? 0);
  return sum;
}
