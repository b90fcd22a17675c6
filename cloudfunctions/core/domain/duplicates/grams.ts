/** A piece of two or three characters, wherever it stands. */
export interface Gram {
  /** 30 bits, so that the database keeps it as a whole number. */
  hash: number;
  size: 2 | 3;
  /** The pairs it begins and ends with, by which its rarity is known. */
  firstPair: number;
  lastPair: number;
  /** Where it stands in the text as it was written. */
  start: number;
  end: number;
}

const BREAK = 0;
const NOTHING = -1;
const SEED = 0x811c9dc5;

/**
 * Calls `note` for each gram of the text, in order. The same words give the same grams however they are spaced, in
 * full or half width, capital or small, with or without invisible characters. Never throws.
 */
export function eachGram(text: string, note: (gram: Gram) => void): void {
  const codes: number[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = plainCode(text.charCodeAt(index));
    if (code === NOTHING || (code === BREAK && codes.at(-1) === BREAK)) continue;
    codes.push(code);
    at.push(index);
  }
  const endOf = (position: number): number => (at[position] ?? 0) + 1;
  for (let position = 0; position + 1 < codes.length; position += 1) {
    const first = codes[position] ?? BREAK;
    const second = codes[position + 1] ?? BREAK;
    const third = codes[position + 2] ?? BREAK;
    if (first === BREAK || second === BREAK) continue;
    const start = at[position] ?? 0;
    const pair = mix(mix(SEED, first), second);
    const key = pair >>> 2;
    note({ hash: key, size: 2, firstPair: key, lastPair: key, start, end: endOf(position + 1) });
    if (third === BREAK) continue;
    const lastPair = mix(mix(SEED, second), third) >>> 2;
    const hash = mix(pair, third) >>> 2;
    note({ hash, size: 3, firstPair: key, lastPair, start, end: endOf(position + 2) });
  }
}

function mix(hash: number, code: number): number {
  let mixed = Math.imul(hash ^ code, 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Full width to half, capitals to small; blanks and invisible characters away, the rest a break. */
function plainCode(raw: number): number {
  let code = raw >= 0xff01 && raw <= 0xff5e ? raw - 0xfee0 : raw;
  if (code >= 65 && code <= 90) code += 32;
  const isWord =
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  if (isWord) return code;
  const isInvisible =
    code <= 32 ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064);
  return isInvisible ? NOTHING : BREAK;
}
