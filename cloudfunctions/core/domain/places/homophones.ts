import type { Mention } from './mentions';
import { SOUND_ENDINGS, type PlaceNames } from './place-names';
import { CHARACTERS_BY_SOUND } from './sounds';

const LONGEST_STEM = 5;
const ENDING = new RegExp(SOUND_ENDINGS.join('|'), 'g');

let sounds: ReadonlyMap<string, string> | null = null;

/** Read when first asked: nearly every name is written right. */
function soundTable(): ReadonlyMap<string, string> {
  if (sounds) return sounds;
  const table = new Map<string, string>();
  for (const group of CHARACTERS_BY_SOUND.trim().split(/\s+/)) {
    const sound = /^[a-z]+/.exec(group)?.[0] ?? '';
    for (const character of group.slice(sound.length)) table.set(character, sound);
  }
  sounds = table;
  return table;
}

/** How a character is said, without its tone; undefined where it is no common character. */
export const soundOf = (character: string): string | undefined => soundTable().get(character);

/**
 * Names that only sound like this: 杨装村, 车存镇. They need the right ending and are never more than a question.
 * `taken`: where names stand already.
 */
export function homophonesIn(plain: string, names: PlaceNames, taken: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const { index, 0: ending } of plain.matchAll(ENDING)) {
    const end = index + ending.length;
    if (taken.some((other) => index < other.end && other.start < end)) continue;
    const found = endingAt(plain, index, end, names);
    if (found && !taken.some((other) => other.end > found.start && other.start < end)) mentions.push(found);
  }
  return mentions;
}

function endingAt(plain: string, stemEnd: number, end: number, names: PlaceNames): Mention | null {
  const table = soundTable();
  let key = '';
  let found: Mention | null = null;
  for (let start = stemEnd - 1; start >= Math.max(0, stemEnd - LONGEST_STEM); start -= 1) {
    const sound = table.get(plain.charAt(start));
    if (sound === undefined) break;
    key = key === '' ? sound : `${sound} ${key}`;
    const isVillage = plain.charAt(stemEnd) === '村' || plain.charAt(stemEnd) === '社';
    const meant = names.sounds.get(key)?.filter((each) => each.isTownship !== isVillage && !each.ordinary);
    // Written right and yet not taken for a name: 东杨庄村 is not 杨庄村.
    if (meant?.length && !isWritten(plain.slice(start, end), names))
      found = { start, end, meant, by: 'sound' };
  }
  return found;
}

const isWritten = (words: string, { forms }: PlaceNames): boolean =>
  forms.get(words.slice(0, 2))?.some(({ text }) => text === words) ?? false;
